import { OpeningSchedule } from '#domain/calendar/opening-schedule';
import { dayNumberOf, weekdayOf, type IsoDate } from '#domain/period/civil-date';
import type { RowFault } from '../../../platform/database/dataset-loader.ts';
import type { CalendarSettings } from '../../../platform/kabupaten/calendar-days.repository.ts';

export type DayKind = 'libur' | 'hari-kerja';

/** A day of a calendar file. */
export interface CalendarDay {
  readonly day: IsoDate;
  readonly kind: DayKind;
  readonly note: string;
  /** Seconds of the day; null where the file has no hours. */
  readonly opens: number | null;
  readonly closes: number | null;
}

/** Settings after the day, and what a person would read about it; or that nothing changes; or why it cannot be. */
export type DayEffect =
  | { readonly settings: CalendarSettings; readonly reason: string; readonly isNew: boolean }
  | { readonly fault: RowFault }
  | 'unchanged';

const DAY_TEXT = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Adds a day to the settings of a calendar.
 *
 * @param holidays national holidays and joint leave by day: a calendar that follows them has no working day then
 */
export function applyDay(
  settings: CalendarSettings,
  day: CalendarDay,
  holidays: ReadonlyMap<IsoDate, string>,
): DayEffect {
  return day.kind === 'libur' ? closed(settings, day) : opened(settings, day, holidays);
}

function closed(settings: CalendarSettings, { day, note }: CalendarDay): DayEffect {
  const present = settings.closedDays.find((closure) => closure.day === day);
  if (present?.name === note) return 'unchanged';
  const others = settings.closedDays.filter((closure) => closure.day !== day);
  return {
    settings: { ...settings, closedDays: [...others, { day, kind: 'local', name: note }] },
    reason: present
      ? `Libur lokal ${dayText(day)} diganti namanya: ${note}`
      : `Libur lokal ${dayText(day)} ditambahkan: ${note}`,
    isNew: !present,
  };
}

function opened(
  settings: CalendarSettings,
  { day, note, opens, closes }: CalendarDay,
  holidays: ReadonlyMap<IsoDate, string>,
): DayEffect {
  const holiday = settings.nationalHolidays ? holidays.get(day) : undefined;
  if (holiday !== undefined)
    return {
      fault: {
        column: 'tanggal',
        code: 'national-holiday',
        message: `tanggal ${dayText(day)} libur nasional atau cuti bersama (${holiday}); layanan pada hari itu dimuat sebagai sesi layanan tambahan.`,
      },
    };
  const closedDays = settings.closedDays.filter((closure) => closure.day !== day);
  const lifted = closedDays.length < settings.closedDays.length;
  const present = new OpeningSchedule(settings.openingHours).intervalsOn(dayNumberOf(day));
  if (opens === null || closes === null) {
    if (present.length === 0)
      return {
        fault: {
          column: 'mulai',
          code: 'hours-missing',
          message: `tanggal ${dayText(day)} biasanya tutup; isi mulai dan sampai agar jelas jam bukanya.`,
        },
      };
    if (!lifted) return 'unchanged';
    return {
      settings: { ...settings, closedDays },
      reason: `${dayText(day)} kembali hari kerja: ${note}`,
      isNew: false,
    };
  }
  const [only] = present;
  const same = present.length === 1 && only?.from === opens && only.to === closes;
  if (same && !lifted) return 'unchanged';
  const usual = settings.openingHours.filter((hours) => !(hours.validFrom === day && hours.validTo === day));
  return {
    settings: {
      ...settings,
      closedDays,
      openingHours: [
        ...usual,
        { weekday: weekdayOf(day), validFrom: day, validTo: day, intervals: [{ from: opens, to: closes }] },
      ],
    },
    reason: `Hari kerja khusus ${dayText(day)}: ${note}`,
    isNew: usual.length === settings.openingHours.length && !lifted,
  };
}

function dayText(day: IsoDate): string {
  return DAY_TEXT.format(new Date(`${day}T00:00:00Z`));
}

import { type Language, LOCALES, NO_BREAK } from '../language.ts';
import type { MeasureField } from '../measures.ts';
import { type IsoDate, addDays } from '../period/civil-date.ts';
import type { Period } from '../period/period.ts';
import { shapeOf } from '../period/period-shape.ts';
import { formatWords } from './format-words.ts';
import { dateFormat, numberFormat } from './kept-intl.ts';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
/** A working day of the default calendar, 08.00 to 16.00; only for telling official minutes in words. */
const MINUTES_PER_WORKING_DAY = 480;

/**
 * Everything a person reads as a number, a date or a duration is written here, and nowhere else: on the screen, on paper
 * and in mails.
 */
export class FormatsIn {
  private readonly locale: string;
  private readonly words: Words;

  constructor(locale: string, words: Words) {
    this.locale = locale;
    this.words = words;
  }

  /** `1.234` or `84,12`: with exactly `decimals` decimals. */
  number(value: number, decimals = 0): string {
    return numberFormat(this.locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  }

  /**
   * `74,0 %` for a share of 0 to 1, with exactly `decimals` decimals and a space that does not break. A share that is
   * not whole never reads as 0 % or 100 %: one late file among a thousand must stay visible.
   */
  share(value: number, decimals: number): string {
    return `${this.number(this.percent(value, decimals), decimals)}${NO_BREAK}%`;
  }

  /** Elapsed minutes in the words of a clock on the wall: `42 menit`, `3 jam`, `2,5 hari`. */
  elapsed(minutes: number): string {
    if (minutes > 0 && minutes < 1) return this.words('duration.underOneMinute');
    if (Math.round(minutes) < 90) return this.amount('duration.minutes', minutes, 0);
    if (minutes < 36 * MINUTES_PER_HOUR) return this.amount('duration.hours', minutes / MINUTES_PER_HOUR, 1);
    return this.amount('duration.days', minutes / MINUTES_PER_DAY, 1);
  }

  /** Official minutes, in which the unit was open: `42 menit`, `3 jam`, `2 hari kerja` of eight hours. */
  official(minutes: number): string {
    if (minutes > 0 && minutes < 1) return this.words('duration.underOneMinute');
    if (Math.round(minutes) < 90) return this.amount('duration.minutes', minutes, 0);
    if (Math.round(minutes) < MINUTES_PER_WORKING_DAY)
      return this.amount('duration.hours', minutes / MINUTES_PER_HOUR, 1);
    return this.amount('duration.workingDays', minutes / MINUTES_PER_WORKING_DAY, 1);
  }

  /** A value of the kamus indikator in its own unit and decimals: the same in a sentence, a table and a chart. */
  value(field: MeasureField, value: number): string {
    if (field.unit === 'share') return this.share(value, field.decimals);
    if (field.unit === 'minutes') return isOfficial(field) ? this.official(value) : this.elapsed(value);
    return this.number(value, field.decimals);
  }

  /** A mark on an axis whose marks lie `step` apart: as `value`, with only the decimals that the step needs. */
  axisMark(field: MeasureField, value: number, step: number): string {
    if (field.unit === 'share') return this.share(value, decimalsOf(step * 100));
    if (field.unit === 'minutes') return this.value(field, value);
    return this.number(value, decimalsOf(step));
  }

  /** `17 Mar 2026` */
  date(day: IsoDate): string {
    return this.calendar(day, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** `Selasa, 17 Mar 2026` */
  dayName(day: IsoDate): string {
    return `${this.calendar(day, { weekday: 'long' })}, ${this.date(day)}`;
  }

  /** `17/03/2026`, as dates are typed. */
  typedDate(day: IsoDate): string {
    return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  }

  /** `Mar` */
  monthShort(day: IsoDate): string {
    return this.calendar(day, { month: 'short' });
  }

  /** `Jumat 20 Nov 2026 16.00 WITA`: an instant in the zone of the kabupaten, which is named. */
  instant(at: string, timeZone: string): string {
    const when = new Date(at);
    const parts = (options: Intl.DateTimeFormatOptions): string =>
      dateFormat(this.locale, { timeZone, ...options }).format(when);
    const clock = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return `${parts({ weekday: 'long' })} ${parts({ day: 'numeric', month: 'short', year: 'numeric' })} ${clock}${NO_BREAK}${zoneName(timeZone, when)}`;
  }

  /** `08.00`, in English `08:00`. */
  hour(hour: number): string {
    return `${String(hour).padStart(2, '0')}${this.locale.startsWith('en') ? ':' : '.'}00`;
  }

  /** `Sen` … `Min` for 1 … 7. */
  weekday(isoWeekday: number): string {
    // 2026-06-01 is a Monday.
    return this.calendar(`2026-06-${String(isoWeekday).padStart(2, '0')}`, { weekday: 'short' });
  }

  /** A period as people call it: `November 2026`, `Triwulan III 2026`, `2026`, `Jan–Nov 2026`, `3 Mar – 17 Apr 2026`. */
  period(period: Period, today: IsoDate): string {
    const { from, to } = period;
    switch (shapeOf(period, today)) {
      case 'month':
        return this.calendar(from, { month: 'long', year: 'numeric' });
      case 'quarter':
        return this.words('period.quarter', {
          quarter: ROMAN[Math.floor((Number(from.slice(5, 7)) - 1) / 3)],
          year: from.slice(0, 4),
        });
      case 'year':
        return from.slice(0, 4);
      case 'months':
        return from.slice(0, 4) === to.slice(0, 4)
          ? `${this.monthShort(from)}–${this.monthShort(to)} ${to.slice(0, 4)}`
          : `${this.monthShort(from)} ${from.slice(0, 4)} – ${this.monthShort(to)} ${to.slice(0, 4)}`;
      default:
        return this.days(period);
    }
  }

  /** A period that runs until today says so: `November 2026 sampai tanggal 20`. Any other is called as in `period`. */
  periodSoFar(period: Period, today: IsoDate): string {
    const name = this.period(period, today);
    return period.to === today && shapeOf(period, today) === 'month'
      ? this.words('measure.upTo', { period: name, day: Number(today.slice(8)) })
      : name;
  }

  /** Always the days themselves: `1–20 Nov 2026`, `3 Mar – 17 Apr 2026`. */
  days({ from, to }: Period): string {
    if (from === to) return this.date(from);
    if (from.slice(0, 7) === to.slice(0, 7)) return `${String(Number(from.slice(8)))}–${this.date(to)}`;
    const start =
      from.slice(0, 4) === to.slice(0, 4)
        ? this.calendar(from, { day: 'numeric', month: 'short' })
        : this.date(from);
    return `${start} – ${this.date(to)}`;
  }

  /** The label of one bucket of a trend: `Nov 2026`, `17 Mar`, `Tw III 2026`, `2026`. */
  bucket(from: IsoDate, grain: string): string {
    const year = from.slice(0, 4);
    if (grain === 'year') return year;
    if (grain === 'quarter')
      return this.words('period.quarterShort', {
        quarter: ROMAN[Math.floor((Number(from.slice(5, 7)) - 1) / 3)],
        year,
      });
    if (grain === 'month') return `${this.monthShort(from)} ${year}`;
    return this.calendar(from, { day: 'numeric', month: 'short' });
  }

  /** The same bucket inside a sentence: `November 2026`, `17 Mar 2026`, `minggu 16–22 Nov 2026`, `Triwulan III 2026`. */
  bucketName(from: IsoDate, grain: string): string {
    const year = from.slice(0, 4);
    switch (grain) {
      case 'year':
        return year;
      case 'quarter':
        return this.words('period.quarter', {
          quarter: ROMAN[Math.floor((Number(from.slice(5, 7)) - 1) / 3)],
          year,
        });
      case 'month':
        return this.calendar(from, { month: 'long', year: 'numeric' });
      case 'week':
        return this.words('period.week', { days: this.days({ from, to: addDays(from, 6) }) });
      default:
        return this.date(from);
    }
  }

  private percent(share: number, decimals: number): number {
    const factor = 10 ** decimals;
    const percent = Math.round(share * 100 * factor) / factor;
    if (percent === 100 && share < 1) return 100 - 1 / factor;
    if (percent === 0 && share > 0) return 1 / factor;
    return percent;
  }

  private amount(key: string, value: number, decimals: number): string {
    const shown = value >= 10 ? Math.round(value) : Math.round(value * 10 ** decimals) / 10 ** decimals;
    return this.words(key, { amount: this.number(shown, Number.isInteger(shown) ? 0 : decimals) }).replaceAll(
      ' ',
      NO_BREAK,
    );
  }

  private calendar(day: IsoDate, options: Intl.DateTimeFormatOptions): string {
    return dateFormat(this.locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));
  }
}

/** True for times that run only while the unit is open. */
export function isOfficial(field: MeasureField): boolean {
  return field.unit === 'minutes' && field.id.includes('Working');
}

/** Decimals that a multiple of `step` can have, at most three: none for 5, one for 0.5. */
function decimalsOf(step: number): number {
  return [0, 1, 2].find((decimals) => Math.abs(step - Number(step.toFixed(decimals))) < 1e-9) ?? 3;
}

const INDONESIAN_ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

function zoneName(timeZone: string, at: Date): string {
  const known = INDONESIAN_ZONES[timeZone];
  if (known !== undefined) return known;
  const parts = dateFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const KNOWN: Readonly<Record<Language, FormatsIn>> = {
  id: new FormatsIn(LOCALES.id, formatWords('id')),
  en: new FormatsIn(LOCALES.en, formatWords('en')),
};

/** The formats of a language. */
export function formatsIn(language: Language): FormatsIn {
  return KNOWN[language];
}

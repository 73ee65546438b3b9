import type { OpeningHoursOf } from '#contract/structure/calendars';
import type { IsoDate } from '../../../core/period.ts';

type Intervals = OpeningHoursOf['intervals'];

/** `08.00–12.00, 13.00–16.00` as seconds of the day; empty is closed, `24 jam` the whole day; null for anything else. */
export function readHours(text: string): Intervals | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return [];
  if (/^24\s*(jam|hours)$/.test(trimmed)) return [{ from: 0, to: 86_400 }];
  const intervals = trimmed.split(/\s*[,;]\s*/).map((part) => {
    const [from, to, ...rest] = part.split(/\s*[-–]\s*/).map(readClock);
    return from === undefined || from === null || to === undefined || to === null || rest.length > 0
      ? null
      : { from, to };
  });
  return intervals.every((interval) => interval !== null) ? intervals : null;
}

/** The same hours as they are typed; empty for a closed day. */
export function typedHours(intervals: Intervals): string {
  return intervals.map(({ from, to }) => `${typedClock(from)}–${typedClock(to)}`).join(', ');
}

/** `08.30` or `8:30` as seconds since midnight, up to `24.00`; null for anything else. */
export function readClock(text: string): number | null {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? [];
  const seconds = Number(hour) * 3600 + Number(minute) * 60;
  return hour === '' || Number(minute) > 59 || seconds > 86_400 ? null : seconds;
}

/** Seconds since midnight as `08.30`. */
export function typedClock(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}.${two(Math.floor((second % 3600) / 60))}`;
}

/** The opening hours of a week that are valid from one day to another. */
export interface WeekHours {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** Monday to Sunday. */
  readonly days: readonly Intervals[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Opening hours by their validity, the latest to begin first: the first that is valid on a day counts. */
export function weeksOf(hours: readonly OpeningHoursOf[]): WeekHours[] {
  const validities = [...new Map(hours.map((each) => [keyOf(each), each])).values()];
  return validities
    .map(({ validFrom, validTo }) => ({
      validFrom,
      validTo,
      days: WEEKDAYS.map(
        (weekday) =>
          hours.find((each) => each.weekday === weekday && keyOf(each) === keyOf({ validFrom, validTo }))
            ?.intervals ?? [],
      ),
    }))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}

/**
 * The same as opening hours of weekdays. Closed days are written too: a week that begins later lies over the one before,
 * and where it says nothing the earlier hours would count.
 */
export function hoursOf(weeks: readonly WeekHours[]): OpeningHoursOf[] {
  return weeks.flatMap(({ validFrom, validTo, days }) =>
    WEEKDAYS.flatMap((weekday): OpeningHoursOf[] => {
      const intervals = days[weekday - 1] ?? [];
      return [{ weekday, validFrom, validTo, intervals: [...intervals] }];
    }),
  );
}

function keyOf({ validFrom, validTo }: Pick<WeekHours, 'validFrom' | 'validTo'>): string {
  return `${validFrom} ${validTo ?? ''}`;
}

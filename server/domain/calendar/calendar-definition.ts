/**
 * What a working-time calendar is made of: opening hours with validity dates, and
 * days on which a unit that would be open is closed. All of it is dated data of a
 * kabupaten or a unit, never a constant: hours change for Ramadan, holidays are
 * added late (18 August 2025 was), units work 5, 6 or 7 days.
 */
import type { IsoDate, Weekday } from '../period/civil-date.ts';

export const SECONDS_PER_DAY = 86_400;
export const MAX_INTERVALS_PER_DAY = 4;

/** Open from second `from` up to but not including second `to` of a day (0 ≤ from < to ≤ 86 400). */
export interface OpenInterval {
  readonly from: number;
  readonly to: number;
}

/**
 * Opening hours of one weekday. Where several are valid on a day, the one with the
 * latest `validFrom` counts, so that Ramadan hours lie over the usual ones and end
 * by themselves. No intervals = closed on that weekday.
 */
export interface OpeningHours {
  readonly weekday: Weekday;
  readonly validFrom: IsoDate;
  /** Last day of validity; null = until further notice. */
  readonly validTo: IsoDate | null;
  /** At most 4, in order and not overlapping. */
  readonly intervals: readonly OpenInterval[];
}

export type ClosureKind = 'national' | 'joint-leave' | 'local';

/**
 * A day without service: libur nasional, cuti bersama, or a closure of this kabupaten
 * or unit. A unit that works through holidays (rawat inap) is simply not given them.
 */
export interface ClosedDay {
  readonly day: IsoDate;
  readonly kind: ClosureKind;
  /** Name as a civil servant would write it, for "Mengapa tenggatnya tanggal ini?". */
  readonly name: string;
}

export interface CalendarDefinition {
  /** First and last day the calendar answers for, both inclusive. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly openingHours: readonly OpeningHours[];
  readonly closedDays: readonly ClosedDay[];
}

/** Local time in the kabupaten's own zone: a day and the seconds since its midnight (0 to 86 400). */
export interface LocalTime {
  readonly day: IsoDate;
  readonly second: number;
}

/** Why a day is no working day. A holiday on a day that has no opening hours anyway is `weekend`. */
export type NonWorkingKind = 'weekend' | 'holiday' | 'joint-leave' | 'closure';

export interface NonWorkingReason {
  readonly kind: NonWorkingKind;
  /** Indonesian, e.g. "Sabtu" or "Hari Raya Idulfitri 1447 Hijriah". */
  readonly label: string;
}

/** Monday to Friday 08.00–16.00, valid from the given day: the default of a new kabupaten. */
export function defaultOpeningHours(validFrom: IsoDate): OpeningHours[] {
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
  return weekdays.map((weekday) => ({
    weekday,
    validFrom,
    validTo: null,
    intervals: [{ from: 8 * 3600, to: 16 * 3600 }],
  }));
}

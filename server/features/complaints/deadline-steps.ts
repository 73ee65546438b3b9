import type { DeadlineStep } from '#domain/calendar/deadline';

/** A day of a calendar as it is stored, with its name when it is a holiday of all kabupaten. */
export interface CalendarDay {
  readonly day: string;
  readonly is_working: boolean;
  /** Why it is no working day: "Sabtu", "Sabtu, Hari Raya …", or the name of the holiday. */
  readonly reason: string | null;
  readonly kind: 'holiday' | 'joint-leave' | null;
}

const WEEKEND = /^(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(,|$)/;

/**
 * Why a deadline in working days is the last of `days`: every day from receipt on, told as `domain/calendar` tells it.
 * Read from the version of the calendar that the deadline was given by, which may not be what the calendar says by now.
 */
export function deadlineSteps(days: readonly CalendarDay[]): DeadlineStep[] {
  let counted = 0;
  return days.map((day, index): DeadlineStep => {
    const reason = day.reason ?? '';
    if (index === 0)
      return {
        day: day.day,
        kind: 'received',
        label: day.is_working ? 'Diterima' : `Diterima di luar hari kerja (${reason})`,
      };
    if (day.is_working) {
      counted += 1;
      return { day: day.day, kind: 'counted', label: `Hari kerja ke-${counted}`, number: counted };
    }
    return { day: day.day, kind: WEEKEND.test(reason) ? 'weekend' : (day.kind ?? 'closure'), label: reason };
  });
}

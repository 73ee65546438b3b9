import { dayNumberOf, isoDateOf, weekdayOfDayNumber } from '#domain/period/civil-date';
import type { IsoDate } from '../../core/period.ts';
import type { Complaint } from '#contract/complaints';

export type DeadlineStep = Complaint['deadline']['steps'][number];

/** A day of the calendar that explains a deadline. */
export interface DeadlineDay {
  readonly day: IsoDate;
  /** Null for days before receipt and after the deadline. */
  readonly step: DeadlineStep | null;
  /** The day of the deadline. */
  readonly due: boolean;
  readonly today: boolean;
}

/** Whole weeks, Monday to Sunday, under the month of their Monday where there are many. */
export interface DeadlineMonth {
  /** First day of the month that the first of its weeks lies in. */
  readonly month: IsoDate;
  readonly weeks: readonly (readonly DeadlineDay[])[];
  /** Working days that were counted, and all days that were not, of the way to the deadline. */
  readonly counted: number;
  readonly skipped: number;
  /** Folded away: nothing begins or ends there. */
  readonly folded: boolean;
}

/** More weeks than these are told by months, of which only the first and the last stand open. */
const MOST_WEEKS = 6;
/** Today is shown when it lies so few weeks behind the deadline. */
const WEEKS_AFTER = 2;
const DAYS_PER_WEEK = 7;

/**
 * The weeks from receipt to deadline, each day with why it counted or did not; today too, when it is not far behind.
 * Empty without steps.
 */
export function deadlineMonths(
  steps: readonly DeadlineStep[],
  dueOn: IsoDate | null,
  today: IsoDate,
): readonly DeadlineMonth[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  const byDay = new Map(steps.map((step) => [step.day, step]));
  const end = dueOn !== null && dueOn > last.day ? dueOn : last.day;
  const start = mondayOf(dayNumberOf(first.day));
  const now = mondayOf(dayNumberOf(today));
  const usual = mondayOf(dayNumberOf(end));
  const stop = now > usual && now - usual <= WEEKS_AFTER * DAYS_PER_WEEK ? now : usual;
  const weeks: DeadlineDay[][] = [];
  for (let monday = start; monday <= stop; monday += DAYS_PER_WEEK)
    weeks.push(
      Array.from({ length: DAYS_PER_WEEK }, (_, index) => {
        const day = isoDateOf(monday + index);
        return { day, step: byDay.get(day) ?? null, due: day === dueOn, today: day === today };
      }),
    );
  return monthsOf(weeks);
}

function monthsOf(weeks: readonly (readonly DeadlineDay[])[]): DeadlineMonth[] {
  const monthOf = (week: readonly DeadlineDay[]): IsoDate => `${week[0]?.day.slice(0, 7) ?? ''}-01`;
  const many = weeks.length > MOST_WEEKS;
  const firstMonth = weeks[0] === undefined ? '' : monthOf(weeks[0]);
  const months = many ? [...new Set(weeks.map(monthOf))] : [firstMonth];
  return months.map((month, index) => {
    const own = many ? weeks.filter((week) => monthOf(week) === month) : weeks;
    const kinds = own.flat().flatMap(({ step }) => (step === null ? [] : [step.kind]));
    const counted = kinds.filter((kind) => kind === 'counted').length;
    return {
      month,
      weeks: own,
      counted,
      skipped: kinds.filter((kind) => kind !== 'received').length - counted,
      folded: index > 0 && index < months.length - 1,
    };
  });
}

function mondayOf(day: number): number {
  return day - weekdayOfDayNumber(day) + 1;
}

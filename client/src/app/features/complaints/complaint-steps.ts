import type { ComplaintLine } from './complaints-api.ts';
import { openTime } from './open-time.ts';

/** One thing that happened to a complaint, or its deadline. */
export interface Step {
  /** The translation key of what it was. */
  readonly key: string;
  readonly at: string;
  /** Missed: a deadline that passed without a resolution. Ahead: a deadline still to come. */
  readonly state: 'done' | 'ahead' | 'missed';
}

/** What happened to a complaint, in its order; the deadline stands where it falls. `now` in epoch milliseconds. */
export function complaintSteps(line: ComplaintLine, now: number): readonly Step[] {
  const done = (key: string, at: string | null): readonly Step[] =>
    at === null ? [] : [{ key, at, state: 'done' }];
  const due: readonly Step[] =
    line.dueAt === null
      ? []
      : [{ key: 'complaint.due', at: line.dueAt, state: deadlineState(line, line.dueAt, now) }];
  return [
    ...done('complaint.received', line.receivedAt),
    ...done('complaint.firstResponse', line.firstResponseAt),
    ...done('complaint.resolved', line.resolvedAt),
    ...done('complaint.closed', line.closedAt),
    ...due,
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function deadlineState(line: ComplaintLine, dueAt: string, now: number): Step['state'] {
  const due = Date.parse(dueAt);
  if (!openTime(line, now).open) {
    return line.resolvedAt !== null && Date.parse(line.resolvedAt) > due ? 'missed' : 'done';
  }
  return due < now ? 'missed' : 'ahead';
}

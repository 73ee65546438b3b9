import type { Complaint } from './complaints-api.ts';

/** One thing that happened to a complaint, its deadline, or a rung of the ladder. */
export interface Step {
  /** The translation key of what it was. */
  readonly key: string;
  readonly at: string;
  /** Missed: a deadline that passed without a resolution. Risen: passed on by the ladder. Ahead: still to come. */
  readonly state: 'done' | 'ahead' | 'missed' | 'risen';
}

/**
 * What happened to a complaint, in its order: the deadline and the rungs of the ladder stand where they fall, and the next
 * rung while nobody has answered.
 */
export function complaintSteps(
  it: Pick<
    Complaint,
    'receivedAt' | 'firstResponseAt' | 'resolvedAt' | 'closedAt' | 'dueAt' | 'verdict' | 'ladder'
  >,
): readonly Step[] {
  const done = (key: string, at: string | null): readonly Step[] =>
    at === null ? [] : [{ key, at, state: 'done' }];
  const states = { met: 'done', missed: 'missed', running: 'ahead', none: 'done' } as const;
  const due: readonly Step[] =
    it.dueAt === null ? [] : [{ key: 'complaint.due', at: it.dueAt, state: states[it.verdict] }];
  const rungs = it.ladder.flatMap(({ rung, at, reached }): Step[] => {
    if (rung === 'unit') return [];
    if (reached) return [{ key: `complaint.rung-${rung}`, at, state: 'risen' }];
    return [
      { key: rung === 'bupati' ? 'complaint.aheadBupati' : 'complaint.aheadDiskominfo', at, state: 'ahead' },
    ];
  });
  return [
    ...done('complaint.received', it.receivedAt),
    ...done('complaint.firstResponse', it.firstResponseAt),
    ...done('complaint.resolved', it.resolvedAt),
    ...done('complaint.closed', it.closedAt),
    ...rungs,
    ...due,
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

import type { ServiceCase } from './records-api.ts';

type Step = ServiceCase['steps'][number];
type Pause = ServiceCase['pauses'][number];

/** One thing on the way of a case, in the order of time. */
export type CaseEvent =
  | { readonly kind: 'received'; readonly at: string }
  | { readonly kind: 'recorded'; readonly at: string }
  | { readonly kind: 'step'; readonly at: string; readonly step: Step }
  | { readonly kind: 'pause'; readonly at: string; readonly pause: Pause }
  /** `passed`: it was, or is, missed. */
  | { readonly kind: 'due'; readonly at: string; readonly passed: boolean; readonly ahead: boolean }
  | { readonly kind: 'ended'; readonly at: string; readonly refused: boolean }
  /** Where an open case is now: its unfinished stages. */
  | { readonly kind: 'now'; readonly at: string; readonly steps: readonly Step[] };

/** An event, and whether the clock of the office stands still from it until the next one. */
export type PlacedEvent = CaseEvent & { readonly still: boolean };

const OPEN: readonly string[] = ['diterima', 'diproses', 'ditunda'];

/** Of two events at the same instant: what came first. */
const ORDER: readonly CaseEvent['kind'][] = ['received', 'recorded', 'step', 'pause', 'due', 'ended', 'now'];

/**
 * The way of a case from receipt to its end, or to now: stages where they ended, pauses where they began, the deadline
 * where it falls. `now` is an ISO instant.
 */
export function caseEvents(it: ServiceCase, now: string): readonly PlacedEvent[] {
  const open = OPEN.includes(it.status);
  const events: CaseEvent[] = [{ kind: 'received', at: it.receivedAt }];
  if (it.lateEntry && it.recordedAt !== null) events.push({ kind: 'recorded', at: it.recordedAt });
  for (const step of it.steps)
    if (step.completedAt !== null) events.push({ kind: 'step', at: step.completedAt, step });
  for (const pause of it.pauses) events.push({ kind: 'pause', at: pause.startedAt, pause });
  if (it.dueAt !== null && it.status !== 'dibatalkan')
    events.push({
      kind: 'due',
      at: it.dueAt,
      passed: it.verdict === 'missed',
      ahead: Date.parse(it.dueAt) > Date.parse(it.completedAt ?? now),
    });
  if (it.completedAt !== null)
    events.push({ kind: 'ended', at: it.completedAt, refused: it.status === 'ditolak' });
  if (open)
    events.push({ kind: 'now', at: now, steps: it.steps.filter((step) => step.completedAt === null) });
  const inOrder = events.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  return inOrder.map((event) => ({ ...event, still: standsStill(it.pauses, event.at) }));
}

/** True when a pause that the applicant was told of runs on from that instant. */
function standsStill(pauses: readonly Pause[], at: string): boolean {
  const instant = Date.parse(at);
  return pauses.some(
    ({ told, startedAt, endedAt }) =>
      told && Date.parse(startedAt) <= instant && (endedAt === null || Date.parse(endedAt) > instant),
  );
}

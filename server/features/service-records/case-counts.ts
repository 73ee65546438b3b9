import type { CaseCount } from '#contract/service-cases';

/** The local day that a record is counted on: in a period, and in a unit as its tree was on that day. */
export type CaseDay = 'received_on' | 'completed_on' | 'due_on';

/** Which cases make up a number, in SQL over `c` (service_cases). */
export interface CaseCondition {
  readonly day: CaseDay;
  /** `within`: the day lies in the period. `until`: it is not after its end. `soon`: the period is not looked at. */
  readonly period: 'within' | 'until' | 'soon';
  /** `:to` is the last day of the period, `:now` the present moment; null where the day says it all. */
  readonly where: string | null;
}

/** Not completed, refused or cancelled; the words of the partial index on what is open. */
const OPEN = `c.status in ('diterima', 'diproses', 'ditunda')`;
/** Open at the end of `:to`: still open, or completed only later. */
const OPEN_THEN = `(${OPEN} or c.completed_on > :to)`;
const DONE = `c.status = 'selesai'`;
/** Its deadline has passed by now; cancelled ones have none to keep. */
const FELL_DUE = `c.status <> 'dibatalkan' and c.due_at <= :now`;

/**
 * Every count of the contract as the condition that selects exactly its records: the same words as the roll-ups count
 * by (features/services), so that a list is as long as its number.
 */
export const CASE_CONDITIONS: Readonly<Record<CaseCount, CaseCondition>> = {
  'volume.received': { day: 'received_on', period: 'within', where: null },
  'volume.completed': { day: 'completed_on', period: 'within', where: DONE },
  'volume.rejected': { day: 'completed_on', period: 'within', where: `c.status = 'ditolak'` },
  'volume.cancelled': { day: 'received_on', period: 'within', where: `c.status = 'dibatalkan'` },
  'volume.open': { day: 'received_on', period: 'until', where: OPEN_THEN },
  'volume.lateEntries': { day: 'received_on', period: 'within', where: 'c.late_entry' },
  'turnaround.due': { day: 'due_on', period: 'within', where: FELL_DUE },
  'turnaround.dueMet': {
    day: 'due_on',
    period: 'within',
    where: `${FELL_DUE} and c.completed_at <= c.due_at`,
  },
  'turnaround.dueMissed': {
    day: 'due_on',
    period: 'within',
    where: `${FELL_DUE} and (c.completed_at is null or c.completed_at > c.due_at)`,
  },
  'turnaround.completed': { day: 'completed_on', period: 'within', where: DONE },
  'turnaround.promised': {
    day: 'completed_on',
    period: 'within',
    where: `${DONE} and c.due_at is not null`,
  },
  'turnaround.withinStandard': {
    day: 'completed_on',
    period: 'within',
    where: `${DONE} and c.completed_at <= c.due_at`,
  },
  'turnaround.visitsKnown': {
    day: 'completed_on',
    period: 'within',
    where: `${DONE} and c.visits is not null`,
  },
  'turnaround.singleVisit': {
    day: 'completed_on',
    period: 'within',
    where: `${DONE} and c.visits + c.extra_visits = 1`,
  },
  'turnaround.preparedKnown': {
    day: 'completed_on',
    period: 'within',
    where: `${DONE} and c.prepared_online is not null`,
  },
  'turnaround.overdue': { day: 'due_on', period: 'until', where: `c.due_at <= :now and ${OPEN_THEN}` },
  'turnaround.dueSoon': { day: 'due_on', period: 'soon', where: `${OPEN} and c.due_at > :now` },
};

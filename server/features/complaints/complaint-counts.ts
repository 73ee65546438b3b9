import type { ComplaintCount } from '#contract/complaints';
import { ESCALATES, RESOLVED, VALID } from './complaint-rollups.ts';

/** Resolved by the moment `:at`. A complaint that was opened again has no known time at which it was resolved. */
const RESOLVED_THEN = `(${RESOLVED} and c.resolved_at <= :at)`;
const OPEN_THEN = `${VALID} and not coalesce(${RESOLVED_THEN}, false)`;
const OVERDUE_THEN = `${OPEN_THEN} and c.due_at <= :at`;

/** Which complaints make up a number: over `c` (complaints), at the moment `:at`. */
export interface CountCondition {
  /** `cohort`: received in the period. `until`: received by its end. */
  readonly period: 'cohort' | 'until';
  readonly where: string;
}

/**
 * Every count of the contract as the condition that selects exactly its complaints. The figures come to the same another
 * way (complaint-rollups: last state, corrected by what was unsettled); a spec compares both.
 */
export const COUNT_CONDITIONS: Readonly<Record<ComplaintCount, CountCondition>> = {
  'complaints.received': { period: 'cohort', where: 'true' },
  'complaints.valid': { period: 'cohort', where: VALID },
  'complaints.invalid': { period: 'cohort', where: `not (${VALID})` },
  'complaints.followedUp': {
    period: 'cohort',
    where: `${VALID} and c.followed_up and coalesce(least(c.first_response_at, c.resolved_at) <= :at, true)`,
  },
  'complaints.responded': { period: 'cohort', where: `${VALID} and c.first_response_at <= :at` },
  'complaints.resolved': { period: 'cohort', where: `${VALID} and ${RESOLVED_THEN}` },
  'complaints.judged': {
    period: 'cohort',
    where: `${VALID} and c.due_at is not null and (${RESOLVED_THEN} or c.due_at <= :at)`,
  },
  'complaints.inTime': {
    period: 'cohort',
    where: `${VALID} and ${RESOLVED_THEN} and c.resolved_at <= c.due_at`,
  },
  'complaints.open': { period: 'cohort', where: OPEN_THEN },
  'complaints.overdue': { period: 'cohort', where: OVERDUE_THEN },
  'complaints.reopened': { period: 'cohort', where: `${VALID} and c.reopened` },
  'complaints.escalated': { period: 'cohort', where: `${VALID} and ${ESCALATES} and c.escalates_at <= :at` },
  'complaints.unanswered': {
    period: 'cohort',
    where: `${OPEN_THEN} and coalesce(c.first_response_at > :at, true)`,
  },
  'complaints.backlog': { period: 'until', where: OPEN_THEN },
  'complaints.backlogOverdue': { period: 'until', where: OVERDUE_THEN },
};

import type { Params } from '@angular/router';
import type { Today } from '#contract/attention';
import { COMPLAINT_COUNTS } from '#contract/complaints';
import { CASE_COUNTS } from '#contract/service-cases';
import type { MeasureId } from '#domain/measures';
import { todayIn } from '../core/period.ts';

/** Where a number leads: a screen and its query parameters. */
export interface RecordLink {
  readonly screen: readonly string[];
  readonly query: Params;
}

/**
 * The list of service cases behind a count, with the filters of the selection; null for a number that is no count of
 * records.
 */
export function caseLink(measure: MeasureId, field: string, carried: Params): RecordLink | null {
  const count = CASE_COUNTS.find((known) => known === `${measure}.${field}`);
  return count === undefined ? null : { screen: ['/permohonan'], query: { ...carried, count } };
}

/** The register of the complaints behind a count; null for a number that is no count of complaints. */
export function complaintLink(field: string, carried: Params): RecordLink | null {
  const count = COMPLAINT_COUNTS.find((known) => known === `complaints.${field}`);
  return count === undefined ? null : { screen: ['/aduan'], query: { ...carried, count } };
}

/**
 * Query parameters of the register with exactly the complaints of a unit that wait for an answer now: received since
 * the longest waiting one, which comes first. Null when none waits.
 */
export function awaitingQuery(
  { unit, today, complaintsAwaiting }: Pick<Today, 'unit' | 'today' | 'complaintsAwaiting'>,
  timeZone: string,
): Params | null {
  const longest = complaintsAwaiting.items[0];
  if (longest === undefined) return null;
  const from = todayIn(timeZone, new Date(longest.receivedAt));
  return complaintLink('unanswered', { unit, from, to: today })?.query ?? null;
}

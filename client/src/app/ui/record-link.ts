import type { Params } from '@angular/router';
import { CASE_COUNTS } from '#contract/service-cases';
import type { MeasureId } from '#domain/measures';

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

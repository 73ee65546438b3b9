/**
 * What a rule of this folder finds about a unit. All rules score on one scale, so that exceptions of different kinds can
 * stand in one list: **how far it is from usual × how long it has lasted**.
 *
 * | kind | how far (in sigmas, 0 to {@link FARTHEST}) | how long (at most {@link LONGEST}) |
 * |---|---|---|
 * | signal | distance of the mean of the changed months from the baseline, in sigmas of the series | months in a row with a signal |
 * | unanswered-complaints | 2 for each rung of the ladder that was passed, and 1 for each doubling of their number | rungs passed |
 * | overdue-cases | 1.5 × how many times the usual number is open; 3 when they are unusually old | month ends in a row, today included |
 * | small-sample | 3 × the share of the required responses that is missing | whole quarters in a row |
 * | not-reporting | 2 for every five working days | 2: it hides everything else |
 *
 * A change of three sigma that lasts two months (6) is the yardstick: what is more pressing scores more.
 */
import type { IsoDate } from '../period/civil-date.ts';
import type { Told } from './attention-words.ts';

export type FindingKind =
  'signal' | 'unanswered-complaints' | 'overdue-cases' | 'small-sample' | 'not-reporting';

export type FindingMark = 'worse' | 'better' | 'small-sample' | 'no-data' | 'neutral';

/** More sigmas than these say nothing more: both are far outside. */
export const FARTHEST = 6;
/** Months beyond half a year no longer make a matter more pressing. */
export const LONGEST = 6;

/** Where the records are that prove a sentence. */
export interface Proof {
  readonly label: Told;
  readonly screen: '/layanan' | '/aduan' | '/kepuasan' | '/permohonan' | '/data' | '/unit';
  readonly query: Readonly<Record<string, string>>;
  readonly count: number | null;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly mark: FindingMark;
  /** Code of the unit it is about. */
  readonly unit: string;
  /** Code of the service that carries it; null for the unit as a whole. */
  readonly service: string | null;
  /** `measure.field` of a signal; null for the other kinds. */
  readonly field: string | null;
  readonly since: IsoDate | null;
  readonly score: number;
  /** After "Unit: …", with its full stop. */
  readonly sentence: Told;
  readonly facts: readonly Told[];
  readonly proof: Proof;
}

/** `how far × how long`, each within its bounds. */
export function scoreOf(far: number, long: number): number {
  return Math.min(Math.max(far, 0), FARTHEST) * Math.min(Math.max(long, 1), LONGEST);
}

/** Names a matter as long as it stays the same: unit, kind, field, service and since when. */
export function findingKey({ unit, kind, field, service, since }: Omit<Finding, 'score'>): string {
  return [unit, kind, field ?? '-', service ?? '-', since ?? '-'].join('|');
}

/**
 * How a unit stands among its peers, without learning any peer's figure: "unit saya rinci, unit lain agregat". The rules:
 * the own unit and everything in the own scope is left out; at least {@link FEWEST_PEERS} others with at least
 * {@link FEWEST_RECORDS} records each; whole calendar months, quarters or years that are over; no further filter; two
 * significant digits; no names.
 *
 * Every peer's value is rounded *before* anything is computed from it. Whatever is asked, however often, and by however
 * many who compare their answers: all of it follows from the rounded values, so nobody can know a value better than
 * its rounding. A spec holds two worlds with the same rounded values beside each other and finds no answer that
 * differs.
 */
import { monthEnd, monthStart, quarterEnd, quarterStart, yearEnd, yearStart } from '../period/civil-date.ts';
import type { MeasureField } from '../measures.ts';
import type { Period } from '../period/period.ts';
import { quartilesOf, type Quartiles } from './quartiles.ts';

/** Fewer others are no group. */
export const FEWEST_PEERS = 5;
/** A peer with fewer records is left out: its value is chance, and about single people. */
export const FEWEST_RECORDS = 5;
/** Significant digits of every peer's value and of every quartile. */
export const SIGNIFICANT_DIGITS = 2;

/** Why there are no quartiles. */
export const PEER_REASONS = ['too-few-peers', 'period-not-over', 'counts-not-compared'] as const;
export type PeerReason = (typeof PEER_REASONS)[number];

/** A peer's figure in the period: its value, and the number of records behind it. */
export interface PeerFigure {
  readonly value: number | null;
  readonly n: number;
}

export interface PeerComparison {
  /** Others that count: with a value and enough records. */
  readonly others: number;
  readonly quartiles: Quartiles | null;
  readonly reason: PeerReason | null;
}

/**
 * Quartiles of the others; null with the reason where the rules forbid them.
 * @param others figures of the peers, the own unit not among them
 */
export function comparePeers(others: readonly PeerFigure[]): PeerComparison {
  const values = others.flatMap(({ value, n }) =>
    value !== null && n >= FEWEST_RECORDS ? [toSignificant(value)] : [],
  );
  const quartiles = values.length < FEWEST_PEERS ? null : quartilesOf(values);
  if (quartiles === null) return { others: values.length, quartiles: null, reason: 'too-few-peers' };
  return {
    others: values.length,
    quartiles: {
      q1: toSignificant(quartiles.q1),
      median: toSignificant(quartiles.median),
      q3: toSignificant(quartiles.q3),
    },
    reason: null,
  };
}

/** A value to two significant digits: 0.7342 is 0.73, 1 284 is 1 300, 84.12 is 84. */
export function toSignificant(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/**
 * True for one whole calendar month, quarter or year. Other runs of months overlap in many ways: January–February and
 * January–March differ by March alone.
 */
export function isPeerPeriod({ from, to }: Period): boolean {
  return (
    (from === monthStart(from) && to === monthEnd(from)) ||
    (from === quarterStart(from) && to === quarterEnd(from)) ||
    (from === yearStart(from) && to === yearEnd(from))
  );
}

/**
 * True for shares, durations and scores. Counts are not compared: they tell the size of a unit and not how it works,
 * and two significant digits of a count below 100 are the count itself.
 */
export function isComparable(field: MeasureField): boolean {
  return field.unit !== 'count';
}

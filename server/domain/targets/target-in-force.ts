/**
 * Which target a figure is held to. Targets are set for one unit, for every unit of a kind, or for all; for one service
 * or for all services together; and for a time. The nearest that is in force holds.
 */
import type { IsoDate } from '../period/civil-date.ts';

/** Stands for "any" in a target's unit, kind or service. */
export const ANY = '*';

/** At least, at most, or (with both) within; in the unit of the field, percentages as shares 0–1. */
export interface TargetInForce {
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly legalBasis: string | null;
  readonly validFrom: IsoDate;
}

/** A target as it was set. */
export interface TargetRecord extends TargetInForce {
  /** A unit's code, or {@link ANY}. */
  readonly unit: string;
  /** A kind of units, or {@link ANY}; always {@link ANY} where a unit is named. */
  readonly unitKind: string;
  /** A service's code, or {@link ANY} for all services together. */
  readonly service: string;
  readonly measure: string;
  readonly field: string;
  /** Last day, inclusive; null: until further notice. */
  readonly validTo: IsoDate | null;
}

/** What is asked about: a field of a unit, of one service (null: all together). */
export interface TargetQuestion {
  readonly unit: string;
  readonly unitKind: string;
  readonly service: string | null;
  readonly measure: string;
  readonly field: string;
}

/**
 * The target in force on a day: that of the unit before that of its kind before that of all; among these that of the
 * service before that of all services; among equals the one that began last. Null when there is none.
 *
 * @param on first day of the month that is judged
 */
export function findTarget(
  targets: readonly TargetRecord[],
  question: TargetQuestion,
  on: IsoDate,
): TargetInForce | null {
  let best: TargetRecord | null = null;
  for (const target of targets) {
    if (!isMeant(target, question) || target.validFrom > on) continue;
    if (target.validTo !== null && target.validTo < on) continue;
    if (best === null || isNearer(target, best)) best = target;
  }
  if (best === null) return null;
  const { atLeast, atMost, legalBasis, validFrom } = best;
  return { atLeast, atMost, legalBasis, validFrom };
}

function isMeant(target: TargetRecord, question: TargetQuestion): boolean {
  return (
    target.measure === question.measure &&
    target.field === question.field &&
    (target.unit === ANY || target.unit === question.unit) &&
    (target.unitKind === ANY || target.unitKind === question.unitKind) &&
    (target.service === ANY || target.service === question.service)
  );
}

function isNearer(one: TargetRecord, other: TargetRecord): boolean {
  const difference = nearness(one) - nearness(other);
  return difference === 0 ? one.validFrom > other.validFrom : difference > 0;
}

function nearness({ unit, unitKind, service }: TargetRecord): number {
  const place = unit !== ANY ? 2 : unitKind !== ANY ? 1 : 0;
  return place * 2 + (service !== ANY ? 1 : 0);
}

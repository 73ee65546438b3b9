import { formatsIn } from '../formats/formats.ts';
import type { Language } from '../language.ts';
import { monthEnd, monthStart, quarterEnd, quarterStart, type IsoDate } from '../period/civil-date.ts';
import type { Period } from '../period/period.ts';

/** What figures are frozen by: whole calendar months and quarters. */
export type SnapshotGrain = 'month' | 'quarter';

/** The whole month or quarter that begins on `from`; null when none begins on that day. */
export function snapshotPeriod(grain: SnapshotGrain, from: IsoDate): Period | null {
  if (grain === 'month') return from === monthStart(from) ? { from, to: monthEnd(from) } : null;
  return from === quarterStart(from) ? { from, to: quarterEnd(from) } : null;
}

/** The month or quarter that a day lies in. */
export function periodAround(grain: SnapshotGrain, day: IsoDate): Period {
  return grain === 'month'
    ? { from: monthStart(day), to: monthEnd(day) }
    : { from: quarterStart(day), to: quarterEnd(day) };
}

/** True once the last day of the period has passed. */
export function isOver({ to }: Period, today: IsoDate): boolean {
  return to < today;
}

/** The part of the period that has been: up to today while it runs. */
export function soFar({ from, to }: Period, today: IsoDate): Period {
  return { from, to: to > today ? today : to };
}

/** `Oktober 2026`, `Triwulan III 2026`: the whole period by name, whether it is over or not. */
export function periodName(period: Period, language: Language): string {
  return formatsIn(language).period(period, period.to);
}

import { Injectable, inject } from '@angular/core';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { MEASURE_IDS, type MeasureField, findField } from '#domain/measures';
import { xmrLimits } from '#domain/spc/xmr-limits';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { MarkKind } from '../../../ui/mark.ts';
import type { TrendLimits, TrendPoint } from '../../../ui/sparkline-shape.ts';

/** The sign of what became of a figure. */
export const VERDICT_MARKS = {
  membaik: 'better',
  memburuk: 'worse',
  stabil: 'stable',
} as const satisfies Record<NonNullable<EntryFigure['verdict']>, MarkKind>;

/** The field of the kamus indikator that a figure counts; null for one that is no longer known here. */
export function fieldOf({ measure, field }: Pick<EntryFigure, 'measure' | 'field'>): MeasureField | null {
  const id = MEASURE_IDS.find((known) => known === measure);
  return id === undefined ? null : findField(id, field);
}

/** The months of a figure as a line: coloured where the lasting change begins. */
export function figureTrend({ points, changedSince }: EntryFigure): readonly TrendPoint[] {
  return points.map(({ from, value }) => ({
    value,
    state: value === null ? 'missing' : 'defined',
    signal: value !== null && changedSince !== null && from >= changedSince ? 'change' : null,
  }));
}

/** What was usual before the start: the limits of the months before it. */
export function figureLimits({ points, startedOn }: EntryFigure): TrendLimits | undefined {
  const limits = xmrLimits(points.filter(({ from }) => from < startedOn).map(({ value }) => value));
  return limits === null
    ? undefined
    : { centre: limits.centre, lower: limits.lower, upper: limits.upper, target: null };
}

/** The values of figures in words. */
@Injectable({ providedIn: 'root' })
export class FigureWords {
  private readonly formats = inject(Formats);
  private readonly t = inject(Language).t;

  /** A value of the figure in its own unit and decimals. */
  value(figure: EntryFigure, value: number | null): string {
    if (value === null) return this.t('absence.noData');
    const field = fieldOf(figure);
    if (field !== null) return this.formats.now.value(field, value);
    return figure.unit === 'share'
      ? this.formats.now.share(value, figure.decimals)
      : this.formats.now.number(value, figure.decimals);
  }
}

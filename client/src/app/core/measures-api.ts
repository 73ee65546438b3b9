import { computed, inject } from '@angular/core';
import {
  type Breakdown,
  type Matrix,
  type Multiples,
  type Peers,
  type Series,
  type SeriesPoint,
  type Summary,
  type Trends,
  breakdownSchema,
  matrixSchema,
  multiplesSchema,
  peersSchema,
  seriesSchema,
  summarySchema,
  trendsSchema,
} from '#contract/measures';
import type { BreakdownBy, MeasureId } from '#domain/measures';
import { type Live, liveResource } from './live-resource.ts';
import { type Grain, type Period, trendPeriod } from './period.ts';
import { Selection } from './selection.ts';

export type { Breakdown, Matrix, Multiples, Series, SeriesPoint, Summary, Trends };
export type BreakdownItem = Breakdown['items'][number];

/** All measures of the selection with the period before. */
export function liveSummary(): Live<Summary> {
  const selection = inject(Selection);
  return liveResource(() => ({ path: '/measures/summary', query: selection.query() }), summarySchema);
}

/** The headline of every measure over the months up to the end of the selection. */
export function liveTrends(): Live<Trends> {
  const selection = inject(Selection);
  return liveResource(
    () => ({
      path: '/measures/trends',
      query: { ...selection.query(trendPeriod(selection.period(), 'month')), grain: 'month' },
    }),
    trendsSchema,
  );
}

/** Units × measures; service and channel do not narrow it. */
export function liveMatrix(): Live<Matrix> {
  const selection = inject(Selection);
  return liveResource(() => {
    const { from, to, unit } = selection.query();
    return {
      path: '/measures/matrix',
      query: { from: from ?? '', to: to ?? '', ...(unit === undefined ? {} : { unit }) },
    };
  }, matrixSchema);
}

/** One number over time. `known` are the filters that the measure knows; the others are not sent. */
export function liveSeries(wanted: () => { measure: MeasureId; field: string; grain: Grain }): Live<Series> {
  const selection = inject(Selection);
  const request = computed(() => {
    const { measure, field, grain } = wanted();
    return {
      path: `/measures/${measure}/series`,
      query: { ...selection.query(trendPeriod(selection.period(), grain)), field, grain },
    };
  });
  return liveResource(request, seriesSchema);
}

/** All measures of the selection over another period, to be compared with; null asks nothing. */
export function liveSummaryOf(period: () => Period | null): Live<Summary> {
  const selection = inject(Selection);
  return liveResource(
    () => {
      const asked = period();
      return asked === null ? null : { path: '/measures/summary', query: selection.query(asked) };
    },
    summarySchema,
    'below',
  );
}

/** One number over time for every unit directly below `unit`, the filters kept; null asks nothing. */
export function liveMultiples(
  wanted: () => { measure: MeasureId; field: string; grain: Grain; unit: string } | null,
): Live<Multiples> {
  const selection = inject(Selection);
  return liveResource(
    () => {
      const what = wanted();
      if (what === null) return null;
      const { measure, field, grain, unit } = what;
      return {
        path: `/measures/${measure}/multiples`,
        query: { ...selection.query(trendPeriod(selection.period(), grain)), field, grain, unit },
      };
    },
    multiplesSchema,
    'below',
  );
}

/** One measure by unit, service, channel, class, weekday and hour, or unsur; null asks nothing. */
export function liveBreakdown(wanted: () => { measure: MeasureId; by: BreakdownBy } | null): Live<Breakdown> {
  const selection = inject(Selection);
  return liveResource(
    () => {
      const what = wanted();
      return what === null
        ? null
        : { path: `/measures/${what.measure}/breakdown`, query: { ...selection.query(), by: what.by } };
    },
    breakdownSchema,
    'below',
  );
}

/** The selected unit among its peers; service and channel do not narrow it. `period` is a whole month, quarter or year. */
export function livePeers(wanted: () => { measure: MeasureId; field: string; period: Period }): Live<Peers> {
  const selection = inject(Selection);
  return liveResource(
    () => {
      const { measure, field, period } = wanted();
      const unit = selection.unit();
      return {
        path: `/measures/${measure}/peers`,
        query: { from: period.from, to: period.to, field, ...(unit === null ? {} : { unit }) },
      };
    },
    peersSchema,
    'below',
  );
}

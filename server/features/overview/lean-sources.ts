import { WATCHED_FIELDS, type MeasureField, type MeasureId } from '#domain/measures';
import type { FigureRequest } from '../../platform/database/rollups/selection.ts';
import type { MeasureSources } from './measure-sources.ts';

/**
 * Sources that read durations for the timed measures alone: the histograms of a month weigh more than all its counts
 * together, and most fields are counts and shares.
 *
 * @param timed measures of which a time is asked for
 */
export function leanSources(sources: MeasureSources, timed: readonly MeasureId[]): MeasureSources {
  return {
    ...sources,
    services: (transaction, request) =>
      sources.services(transaction, timed.includes('turnaround') ? request : countsOf(request)),
    complaints: (transaction, request) =>
      sources.complaints(transaction, timed.includes('complaints') ? request : countsOf(request)),
  };
}

/** The measures with a time among the fields asked for. */
export function timedMeasures(asked: readonly (readonly [MeasureId, MeasureField])[]): MeasureId[] {
  return asked.filter(([, { unit }]) => unit === 'minutes').map(([measure]) => measure);
}

/** Measures with a time that is watched by the signal engine. */
export const TIMED_AND_WATCHED: readonly MeasureId[] = timedMeasures(
  WATCHED_FIELDS.map(({ measure, field }) => [measure, field] as const),
);

function countsOf(request: FigureRequest): FigureRequest {
  return { ...request, countsOnly: true };
}

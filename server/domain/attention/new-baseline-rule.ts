import type { IsoDate } from '../period/civil-date.ts';
import { inBoth } from './attention-words.ts';
import { FIELD_WORDS } from './field-words.ts';
import { scoreOf, type Finding } from './finding.ts';
import { PRAISED_AFTER, tellChange, type WatchedSeries } from './signal-rule.ts';

/** What lies farther from the mean than these sigmas is outside the limits. */
const OUTSIDE = 3;
/** A reason of more letters is read where the baseline is drawn. */
const SHORT_REASON = 80;

/**
 * A change for the better that a person made the new baseline, so that the chart no longer shows it: told from the third
 * judged month on, when the mean of the months since lies outside the limits of before. It is praised until the new
 * baseline has all its months, and no longer once the series changes for the worse.
 */
export function improvedAtBaseline(series: WatchedSeries, today: IsoDate): Finding | null {
  const { newBaseline, variation } = series;
  const better = FIELD_WORDS[`${series.measure}.${series.field}`]?.better;
  if (newBaseline === null || better === undefined || variation === 'worsening') return null;
  const { before, startsOn, reason, complete } = newBaseline;
  if (before === null || complete) return null;
  const values = series.points.flatMap(({ from, value, state }) =>
    state === 'defined' && value !== null && from >= startsOn ? [value] : [],
  );
  if (values.length < PRAISED_AFTER) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const distance = better === 'up' ? mean - before.centre : before.centre - mean;
  if (distance <= OUTSIDE * before.sigma) return null;
  return tellChange(
    series,
    {
      usual: before.centre,
      direction: better,
      since: startsOn,
      mark: 'better',
      score: scoreOf(before.sigma === 0 ? Infinity : distance / before.sigma, values.length),
      facts: reason.length > SHORT_REASON ? [] : [inBoth(() => reason)],
    },
    today,
  );
}

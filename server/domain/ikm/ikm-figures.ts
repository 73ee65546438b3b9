/** The block `ikm` of a summary, from integer totals. */
import { shareOf } from '../statistics/share.ts';
import { scoreIkm, scoreWithoutFees, unsurMeans, type UnsurMean } from './ikm-score.ts';
import { getInstrument, type InstrumentId } from './instruments.ts';
import { isSampleSufficient, requiredSample } from './required-sample.ts';

/** Responses to one instrument: n, and the sum of the answers per unsur in the instrument's order. */
export interface SurveyTally {
  readonly instrument: InstrumentId;
  readonly respondents: number;
  readonly totals: readonly number[];
}

export interface IkmFigures {
  score: number | null;
  grade: string | null;
  gradeLabel: string | null;
  respondents: number;
  requiredRespondents: number | null;
  sufficient: boolean | null;
  participationShare: number | null;
  instrument: string | null;
  scoreWithoutCost: number | null;
  unsur: UnsurMean[];
  others: { instrument: string; score: number | null; grade: string | null; respondents: number }[];
}

/**
 * Scores the newest instrument of a period and lists the others. `served` = cases completed in the same selection:
 * the population the required sample is computed from; 0 gives null for required, sufficient and participation.
 */
export function ikmFigures(tallies: readonly SurveyTally[], served: number): IkmFigures {
  const newestFirst = tallies
    .filter((tally) => tally.respondents > 0)
    .toSorted((a, b) =>
      getInstrument(b.instrument).validFrom.localeCompare(getInstrument(a.instrument).validFrom),
    );
  const [newest, ...others] = newestFirst;
  const required = requiredSample(served);
  if (!newest) {
    return {
      score: null,
      grade: null,
      gradeLabel: null,
      respondents: 0,
      requiredRespondents: required,
      sufficient: isSampleSufficient(0, served),
      participationShare: shareOf(0, served),
      instrument: null,
      scoreWithoutCost: null,
      unsur: [],
      others: [],
    };
  }
  const instrument = getInstrument(newest.instrument);
  const score = scoreIkm(instrument, newest.totals, newest.respondents);
  return {
    score: score?.score ?? null,
    grade: score?.grade ?? null,
    gradeLabel: score?.label ?? null,
    respondents: newest.respondents,
    requiredRespondents: required,
    sufficient: isSampleSufficient(newest.respondents, served),
    participationShare: shareOf(newest.respondents, served),
    instrument: newest.instrument,
    scoreWithoutCost: scoreWithoutFees(instrument, newest.totals, newest.respondents),
    unsur: unsurMeans(instrument, newest.totals, newest.respondents),
    others: others.map((other) => {
      const scored = scoreIkm(getInstrument(other.instrument), other.totals, other.respondents);
      return {
        instrument: other.instrument,
        score: scored?.score ?? null,
        grade: scored?.grade ?? null,
        respondents: other.respondents,
      };
    }),
  };
}

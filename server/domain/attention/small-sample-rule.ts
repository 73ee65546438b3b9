import type { IsoDate } from '../period/civil-date.ts';
import type { Period } from '../period/period.ts';
import { inBoth, numberText, quarterText } from './attention-words.ts';
import { scoreOf, type Finding } from './finding.ts';

/** The survey of one whole quarter, and how many responses it needed (Krejcie & Morgan, PermenPANRB 14/2017). */
export interface QuarterSurvey {
  readonly quarter: Period;
  readonly score: number | null;
  readonly grade: string | null;
  readonly respondents: number | null;
  /** Null when nobody was served, or when it may not be told. */
  readonly required: number | null;
}

/**
 * A sample short by some responses is marked wherever its score stands. Among what needs a decision it belongs when less
 * than a quarter of the required responses was collected: the margin of error is then twice the one required.
 */
export const SHORT_BELOW = 0.25;

/**
 * Raised when the survey of the last whole quarter has less than a quarter of the responses it needs. A unit without a single
 * response has no score that could mislead, and is not named here.
 *
 * @param quarters whole quarters, the last one at the end
 */
export function smallSample(unit: string, quarters: readonly QuarterSurvey[]): Finding | null {
  const last = quarters.at(-1);
  if (!last || !isShort(last) || last.score === null || last.grade === null) return null;
  let lasted = 0;
  while (lasted < quarters.length && isShort(quarters.at(-1 - lasted))) lasted += 1;
  const { score, grade, quarter } = last;
  const respondents = last.respondents ?? 0;
  const required = last.required ?? 0;
  const since: IsoDate = quarters.at(-lasted)?.quarter.from ?? quarter.from;
  return {
    kind: 'small-sample',
    mark: 'small-sample',
    unit,
    service: null,
    field: null,
    since,
    score: scoreOf(3 * (1 - respondents / required), lasted),
    sentence: {
      id: `IKM ${numberText(score, 'id', 2)} (${grade}) dari ${numberText(respondents, 'id')} responden; perlu ${numberText(required, 'id')} agar memadai.`,
      en: `IKM ${numberText(score, 'en', 2)} (${grade}) from ${numberText(respondents, 'en')} respondents; ${numberText(required, 'en')} are needed for a sufficient sample.`,
    },
    facts: [
      inBoth((language) => quarterText(quarter.from, language)),
      ...(lasted > 1
        ? [{ id: `${lasted} triwulan berturut-turut kurang`, en: `short for ${lasted} quarters in a row` }]
        : []),
    ],
    proof: {
      label: {
        id: `${numberText(respondents, 'id')} responden`,
        en: `${numberText(respondents, 'en')} respondents`,
      },
      screen: '/kepuasan',
      query: { unit, from: quarter.from, to: quarter.to },
      count: respondents,
    },
  };
}

function isShort(survey: QuarterSurvey | undefined): boolean {
  if (!survey || survey.required === null || survey.respondents === null) return false;
  return survey.respondents > 0 && survey.respondents < survey.required * SHORT_BELOW;
}

/**
 * The IKM score: Σ (mean of an unsur × weight) × 25, on 25–100 (PermenPANRB 14/2017,
 * Lampiran; KEP/25/M.PAN/2/2004). It is computed exactly from whole totals and
 * rounded half up once, to 2 decimals; the rounded score is what is classified,
 * because the printed bands leave gaps between 88,30 and 88,31.
 *
 * The totals of several services or units may be added: the IKM of a unit pools its
 * responses and is not the mean of its services' scores.
 */
import { numberOfUnits, roundToUnits } from '../statistics/round.ts';
import type { Ratio } from '../statistics/round.ts';
import type { IkmBand, IkmGrade, IkmInstrument } from './instruments.ts';

/** Answers on the questionnaire go from 1 to 4. */
export const LOWEST_ANSWER = 1;
export const HIGHEST_ANSWER = 4;

const SCORE_DECIMALS = 2;

export interface IkmScore {
  /** 25–100 with 2 decimals. */
  readonly score: number;
  readonly grade: IkmGrade;
  /** Indonesian label of the grade. */
  readonly label: string;
}

export interface UnsurMean {
  readonly code: string;
  readonly name: string;
  /** 1–4, not rounded. */
  readonly mean: number;
}

/**
 * The score of `n` responses whose answers add up to `totals`, in the order of the
 * instrument's unsur. Null when there are no responses.
 * @throws RangeError when the number of totals is not that of the unsur, or when a
 * total cannot come from n answers of 1 to 4.
 */
export function scoreIkm(
  instrument: IkmInstrument,
  totals: readonly (bigint | number)[],
  n: bigint | number,
): IkmScore | null {
  const responses = checkedResponses(instrument, totals, n);
  if (responses === 0n) return null;
  const hundredths = indexHundredths(sum(totals), responses, instrument.weight);
  const { grade, label } = classify(instrument, hundredths);
  return { score: numberOfUnits(hundredths, SCORE_DECIMALS), grade, label };
}

/**
 * The score without the unsur that ask about money, shown beside the IKM because free
 * services nearly always get 4 there. The weights of the remaining unsur are enlarged
 * in proportion until they add up to what all unsur had: for 2017, where each has 1/9,
 * each of the other 8 counts 1/8. No regulation grades this score, so that it has no grade.
 * Null when there are no responses.
 * @throws RangeError as `scoreIkm`.
 */
export function scoreWithoutFees(
  instrument: IkmInstrument,
  totals: readonly (bigint | number)[],
  n: bigint | number,
): number | null {
  const responses = checkedResponses(instrument, totals, n);
  if (responses === 0n) return null;
  const others = totals.filter((_, index) => {
    const code = instrument.unsur[index]?.code;
    return code !== undefined && !instrument.feeUnsur.includes(code);
  });
  const weight: Ratio = {
    numerator: instrument.weight.numerator * BigInt(totals.length),
    denominator: instrument.weight.denominator * BigInt(others.length),
  };
  return numberOfUnits(indexHundredths(sum(others), responses, weight), SCORE_DECIMALS);
}

/**
 * The mean answer of every unsur, in the order of the instrument; none without responses.
 * @throws RangeError as `scoreIkm`.
 */
export function unsurMeans(
  instrument: IkmInstrument,
  totals: readonly (bigint | number)[],
  n: bigint | number,
): UnsurMean[] {
  const responses = checkedResponses(instrument, totals, n);
  if (responses === 0n) return [];
  return instrument.unsur.map(({ code, name }, index) => ({
    code,
    name,
    mean: Number(totals[index]) / Number(responses),
  }));
}

/**
 * Codes of the unsur with the lowest total, for which a follow-up plan (RTL) is due;
 * several when they are equal, none without responses.
 * @throws RangeError as `scoreIkm`.
 */
export function lowestUnsur(
  instrument: IkmInstrument,
  totals: readonly (bigint | number)[],
  n: bigint | number,
): string[] {
  if (checkedResponses(instrument, totals, n) === 0n) return [];
  const lowest = totals.map(BigInt).reduce((a, b) => (b < a ? b : a));
  return instrument.unsur
    .filter((_, index) => totals[index] !== undefined && BigInt(totals[index]) === lowest)
    .map(({ code }) => code);
}

/**
 * The band of a score that was already rounded to 2 decimals.
 * @throws RangeError when the score is not 0 to 100.
 */
export function bandOfScore(instrument: IkmInstrument, score: number): IkmBand {
  if (!(score >= 0 && score <= 100)) throw new RangeError(`Not a score: ${score}`);
  return classify(instrument, BigInt(Math.round(score * 100)));
}

/** Score in hundredths of a point: 25 × 100 × Σ totals × weight / n, rounded half up. */
function indexHundredths(total: bigint, responses: bigint, weight: Ratio): bigint {
  return roundToUnits(25n * total * weight.numerator, responses * weight.denominator, SCORE_DECIMALS);
}

function classify(instrument: IkmInstrument, hundredths: bigint): IkmBand {
  const lowest = instrument.bands.at(-1);
  // The weight 0,071 of 2004 adds up to less than 1: the worst score there is 24,85, which
  // no printed band holds and which belongs to the lowest.
  const band = instrument.bands.find(({ fromHundredths }) => hundredths >= BigInt(fromHundredths)) ?? lowest;
  if (band === undefined) throw new RangeError(`Instrument ${instrument.id} has no bands`);
  return band;
}

function checkedResponses(
  instrument: IkmInstrument,
  totals: readonly (bigint | number)[],
  n: bigint | number,
): bigint {
  const responses = BigInt(n);
  if (responses < 0n) throw new RangeError(`Not a number of responses: ${n}`);
  if (totals.length !== instrument.unsur.length) {
    throw new RangeError(`${instrument.id} has ${instrument.unsur.length} unsur, not ${totals.length}`);
  }
  for (const total of totals.map(BigInt)) {
    if (total < responses * BigInt(LOWEST_ANSWER) || total > responses * BigInt(HIGHEST_ANSWER)) {
      throw new RangeError(`${total} is no total of ${responses} answers from 1 to 4`);
    }
  }
  return responses;
}

function sum(totals: readonly (bigint | number)[]): bigint {
  return totals.map(BigInt).reduce((a, b) => a + b, 0n);
}

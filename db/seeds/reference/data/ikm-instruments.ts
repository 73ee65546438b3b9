/** The IKM instruments of the domain as rows of the reference table. */
import { IKM_INSTRUMENTS } from '#domain/ikm/instruments';
import type { IkmInstrument } from '#domain/ikm/instruments';

/** An instrument with its exact weight as two whole numbers, ready for JSON and SQL. */
export interface IkmInstrumentSeed extends Omit<IkmInstrument, 'weight'> {
  readonly weightNumerator: number;
  readonly weightDenominator: number;
}

export const IKM_INSTRUMENT_SEEDS: readonly IkmInstrumentSeed[] = IKM_INSTRUMENTS.map(
  ({ weight, ...instrument }) => ({
    ...instrument,
    weightNumerator: Number(weight.numerator),
    weightDenominator: Number(weight.denominator),
  }),
);

import type { EntryFigure } from '#contract/innovations/catalogue';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A figure that is to prove something, as it was locked. */
export interface ProofAsk {
  readonly unit: string;
  readonly service: string | null;
  readonly measure: string;
  readonly field: string;
  readonly startedOn: string;
  readonly before: { readonly from: string; readonly to: string };
  readonly comparedUnits: readonly string[];
  readonly lockedOn: string;
}

/**
 * Measures a locked proof with what the kabupaten knows now. The figure is the same whoever reads it, with nothing in it
 * that only some may see. Null where unit, service or field are no longer there.
 */
export type MeasureProof = (
  transaction: ReadTransaction,
  clock: Clock,
  ask: ProofAsk,
) => Promise<EntryFigure | null>;

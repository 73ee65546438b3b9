import type { Summary } from '#contract/measures';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** All measures of a unit in a period, as everybody may read them; null for a unit that is not there. */
export type SummariseForAll = (
  transaction: ReadTransaction,
  clock: Clock,
  asked: { readonly unit: string; readonly period: { readonly from: string; readonly to: string } },
) => Promise<Summary | null>;

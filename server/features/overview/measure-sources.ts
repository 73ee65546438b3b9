import type { ComplaintTally } from '#domain/complaints/complaint-figures';
import type { SurveyTally } from '#domain/ikm/ikm-figures';
import type { PilotTally } from '#domain/pilots/pilot-figures';
import type { ServiceTally } from '#domain/turnaround/service-figures';
import type { FigureRequest, FiguresByKey } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** What the overview needs of the other features; handed in by the composition root. */
export interface MeasureSources {
  services(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ServiceTally>>;
  serviceSlots(
    transaction: ReadTransaction,
    request: FigureRequest,
  ): Promise<{ arrivals: Record<number, number>; completions: Record<number, number> }>;
  complaints(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ComplaintTally>>;
  surveys(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<SurveyTally[]>>;
  /** Programmes at the end of each period, or now; units without any are absent. */
  pilots(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<PilotTally>>;
  /** First day of the first month in which anything of a unit was recorded; null when nothing was. */
  firstMonth(transaction: ReadTransaction, unitKey: string): Promise<string | null>;
  /** Last day since `since` on which something arrived, by the unit's key in the roll-ups. */
  lastDays(
    transaction: ReadTransaction,
    unitKeys: readonly string[],
    since: string,
  ): Promise<Map<string, string>>;
}

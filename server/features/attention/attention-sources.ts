import type { ComplaintTally } from '#domain/complaints/complaint-figures';
import type { SurveyTally } from '#domain/ikm/ikm-figures';
import type { ServiceTally } from '#domain/turnaround/service-figures';
import type { FigureRequest, FiguresByKey } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** Figures of the other features; handed in by the composition root. */
export interface AttentionSources {
  services(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ServiceTally>>;
  complaints(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ComplaintTally>>;
  surveys(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<SurveyTally[]>>;
}

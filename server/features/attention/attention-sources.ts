import type { Attention, AttentionItem } from '#contract/attention';
import type { Language } from '#contract/messages';
import type { Finding } from '#domain/attention/finding';
import type { ComplaintTally } from '#domain/complaints/complaint-figures';
import type { SurveyTally } from '#domain/ikm/ikm-figures';
import type { ServiceTally } from '#domain/turnaround/service-figures';
import type { Clock, FigureRequest, FiguresByKey } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** Figures of the other features; handed in by the composition root. */
export interface AttentionSources {
  services(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ServiceTally>>;
  complaints(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ComplaintTally>>;
  surveys(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<SurveyTally[]>>;
}

/** A finding as far as an innovation is looked for that addresses it. */
export interface AddressedFinding extends Pick<Finding, 'kind' | 'field' | 'unit'> {
  /** Name of the service, not its code. */
  readonly service: string | null;
}

/** What home tells of innovations: one for each finding where there is one; handed in by the composition root. */
export type ReadHomeInnovations = (
  transaction: ReadTransaction,
  findings: readonly AddressedFinding[],
  clock: Clock,
  language: Language,
) => Promise<{
  readonly addressing: readonly AttentionItem['innovation'][];
  readonly counts: Attention['innovations'];
}>;

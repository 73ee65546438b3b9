import type { SeriesPoint } from '#contract/measures';
import type { SurveyTally } from '#domain/ikm/ikm-figures';
import type { MeasureField, MeasureId } from '#domain/measures';
import type { SeriesJudgement } from '#domain/spc/series-judgement';
import type { ServiceTally } from '#domain/turnaround/service-figures';
import type { Clock, FigureRequest, FiguresByKey } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { PostOfUnit } from '../../../platform/kabupaten/posts-of-roles.queries.ts';

/** One field of a unit as the signal engine judged it. */
export interface JudgedSeries {
  readonly measure: MeasureId;
  readonly field: MeasureField;
  readonly points: readonly SeriesPoint[];
  readonly judgement: SeriesJudgement;
}

export interface JudgedUnit {
  /** Key of the roll-ups. */
  readonly key: string;
  /** By `measure.field`. */
  readonly fields: ReadonlyMap<string, JudgedSeries>;
}

/** What the list is made of that other features know; handed in by the composition root. */
export interface WatchSources {
  /**
   * The units directly below the kabupaten, judged with all their records but complaints of suspected abuse: the same for
   * everyone who may see the list.
   */
  judge(transaction: ReadTransaction, clock: Clock): Promise<readonly JudgedUnit[]>;
  services(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ServiceTally>>;
  surveys(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<SurveyTally[]>>;
  /** Days on which something arrived, by the unit's key in the roll-ups; ascending. */
  arrivalDays(
    transaction: ReadTransaction,
    unitKeys: readonly string[],
    period: { readonly from: string; readonly to: string },
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The post that answers for a unit. */
  ownerOf(
    posts: readonly PostOfUnit[],
    unit: { readonly code: string; readonly name: string; readonly kind: string },
  ): { post: string; postId: string | null } | null;
}

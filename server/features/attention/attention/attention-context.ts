import type { SeriesPoint } from '#contract/measures';
import type { Language } from '#contract/messages';
import type { RouteDescriptor } from '#contract/route';
import type { Verdict } from '#contract/signals';
import type { MeasureField, JudgedMeasure } from '#domain/measures';
import type { SeriesJudgement } from '#domain/spc/series-judgement';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { UnitRecord } from '#domain/unit-tree';
import type { DataVersion } from '../../../platform/database/data-version.queries.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import type { RouteCall } from '../../../platform/http/bind-route.ts';

/** One field of a unit or a service as the signal engine judged it, as it may be told to the caller. */
export interface JudgedField {
  readonly measure: JudgedMeasure;
  readonly field: MeasureField;
  readonly points: readonly SeriesPoint[];
  readonly judgement: SeriesJudgement;
  readonly verdict: Verdict;
  /** Set by people for this very series. */
  readonly baselines: readonly { readonly startsOn: string; readonly reason: string }[];
}

export interface JudgedUnit {
  /** Key of the roll-ups. */
  readonly key: string;
  /** By `measure.field`. */
  readonly fields: ReadonlyMap<string, JudgedField>;
}

export interface JudgedService {
  readonly service: string;
  readonly fields: ReadonlyMap<string, JudgedField>;
}

/** Everything the list of exceptions is made from. */
export interface AttentionContext {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly version: DataVersion;
  readonly selection: { readonly unit: UnitRecord; readonly withOversight: boolean };
  readonly clock: Clock;
  /** The top of the caller's scope. */
  readonly root: UnitRecord;
  readonly rights: DetailRights;
  readonly language: Language;
  readonly postId: string | null;
  /** The units directly below the selected one, its own records, and the whole. */
  judgeUnits(): Promise<readonly JudgedUnit[]>;
  /** Every service of a unit, by the fields of some measures. */
  judgeServices(unit: UnitRecord, measures: readonly JudgedMeasure[]): Promise<readonly JudgedService[]>;
}

/** Answers a call about a unit from its context: 304, from the cache, or computed; handed in by the composition root. */
export type AnswerAttention = (
  call: RouteCall<RouteDescriptor>,
  query: { readonly unit?: string },
  extra: readonly (string | null)[],
  compute: (context: AttentionContext) => Promise<unknown>,
) => Promise<undefined>;

import type { SeriesPoint } from '#contract/measures';
import type { Language } from '#contract/messages';
import type { DigestLine } from '#domain/alerts/digest';
import type { MeasureField, MeasureId } from '#domain/measures';
import type { SeriesJudgement } from '#domain/spc/series-judgement';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { TargetRecord } from '#domain/targets/target-in-force';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { PostOfUnit } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import type { sendNotice } from '../../platform/notices/notices.repository.ts';

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

/** Who looks, as far as praise depends on it. */
export interface PraiseReader {
  readonly root: string;
  readonly rights: DetailRights;
}

type DaysByUnit = ReadonlyMap<string, readonly string[]>;

/** What alerts need of the other features; handed in by the composition root. */
export interface AlertSources {
  /**
   * The units directly below the kabupaten, judged with all their records but complaints of suspected abuse. It is the same
   * for everyone; numbers are told only to those who may see them.
   */
  judge(transaction: ReadTransaction, clock: Clock): Promise<readonly JudgedUnit[]>;
  /** All targets of the kabupaten. */
  targets(transaction: ReadTransaction): Promise<readonly TargetRecord[]>;
  /** Days on which something arrived, by the unit's key in the roll-ups; ascending. */
  arrivalDays(
    transaction: ReadTransaction,
    unitKeys: readonly string[],
    period: { readonly from: string; readonly to: string },
  ): Promise<DaysByUnit>;
  /** Working days of each unit's calendar between two days, both included; ascending. */
  workingDays(
    transaction: ReadTransaction,
    unitCodes: readonly string[],
    period: { readonly from: string; readonly to: string },
  ): Promise<DaysByUnit>;
  /** First days of the months for which units said that they had nothing to report. */
  nilMonths(transaction: ReadTransaction, unitCodes: readonly string[], from: string): Promise<DaysByUnit>;
  /** What went well below a unit, as the list of exceptions praises it. */
  praise(
    transaction: ReadTransaction,
    reader: PraiseReader,
    clock: Clock,
    language: Language,
  ): Promise<readonly DigestLine[]>;
  /** The post that answers for a unit. */
  ownerOf(
    posts: readonly PostOfUnit[],
    unit: { readonly code: string; readonly name: string; readonly kind: string },
  ): { post: string; postId: string | null } | null;
}

/** The transaction in which steps are taken, and told. */
export type TellingTransaction = Parameters<typeof sendNotice>[0];

/** A mail that is ready to be sent. */
export interface AlertMail {
  /** Id of the person. */
  readonly to: string;
  /** Id of the post with whose rights it was written. */
  readonly post: string;
  readonly kind: 'alert' | 'digest';
  readonly subject: string;
  readonly text: string;
  /** The same key is never sent twice. */
  readonly key: string;
}

/** The road of mails; handed in by the composition root. */
export interface AlertMailRoad {
  /** Takes a mail with the transaction that decided on it. */
  queue(
    transaction: TellingTransaction,
    kabupaten: { readonly code: string; readonly timeZone: string },
    mail: AlertMail,
  ): Promise<void>;
  /** Whether mail can reach a person: the operator set a mail server, and the person a confirmed address. */
  stateOf(userId: string): Promise<'ready' | 'no-address' | 'not-set'>;
}

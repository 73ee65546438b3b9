import type { Knex } from 'knex';
import {
  DECIDERS,
  type FindingSource,
  type RecommendationStatus,
} from '#domain/oversight/recommendation-life';
import type { NoticeKind, NoticeParams } from '#domain/notices/notice-kinds';
import { sendNotice, settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { ToldPosts } from './told-posts.ts';

/** What word of a recommendation needs to know of it. */
export interface ToldRecommendation {
  readonly id: string;
  readonly findingId: string;
  /** Number of the finding and of the recommendation. */
  readonly number: string;
  readonly source: FindingSource;
  readonly unit: { readonly code: string; readonly name: string };
  readonly dueOn: string;
}

/** Word to whoever must act next, within the transaction of what happened. */
export class FindingNotices {
  readonly #transaction: Knex.Transaction;
  readonly #kabupatenCode: string;
  readonly #at: string;
  readonly #posts: ToldPosts;

  constructor(transaction: Knex.Transaction, kabupatenCode: string, at: string, posts: ToldPosts) {
    this.#transaction = transaction;
    this.#kabupatenCode = kabupatenCode;
    this.#at = at;
    this.#posts = posts;
  }

  /** A finding was opened: each unit is told once of all its recommendations. */
  async opened(
    finding: { readonly id: string; readonly number: string; readonly source: FindingSource },
    units: readonly { readonly code: string; readonly count: number; readonly dueOn: string }[],
  ): Promise<void> {
    for (const { code, count, dueOn } of units)
      await this.#tell(this.#posts.headsOf(code), {
        kind: 'finding-opened',
        params: { source: DECIDERS[finding.source], number: finding.number, count, due: dueOn },
        about: { kind: 'finding-of-unit', id: `${finding.id} ${code}` },
        findingId: finding.id,
        needsAction: true,
        dueOn,
      });
  }

  /** The entity acted on the last of its recommendations of a finding that nothing was said of. */
  async answered(findingId: string, unit: string): Promise<void> {
    await settleNotices(
      this.#transaction,
      this.#kabupatenCode,
      { kind: 'finding-of-unit', id: `${findingId} ${unit}` },
      this.#at,
    );
  }

  /** The entity acted or proposed: the Inspektorat verifies. */
  async toVerify(told: ToldRecommendation): Promise<void> {
    await this.#settle(told);
    await this.#tell(this.#posts.inspectorate, {
      ...about(told),
      kind: 'recommendation-to-verify',
      params: { unit: told.unit.name, number: told.number },
      needsAction: true,
      dueOn: null,
    });
  }

  /** Found done: the source decides, by a letter that the Inspektorat records. Found short: the entity goes on. */
  async verified(told: ToldRecommendation, status: RecommendationStatus): Promise<void> {
    await this.#settle(told);
    const isDone = status === 'SS' || status === 'TD';
    await this.#tell(isDone ? this.#posts.inspectorate : this.#posts.headsOf(told.unit.code), {
      ...about(told),
      kind: isDone ? 'recommendation-to-decide' : 'recommendation-found-short',
      params: { number: told.number, status, decider: DECIDERS[told.source], due: told.dueOn },
      needsAction: true,
      dueOn: isDone ? null : told.dueOn,
    });
  }

  /** Decided: settled, or back to the entity with a date. */
  async decided(told: ToldRecommendation, status: RecommendationStatus, letter: string): Promise<void> {
    await this.#settle(told);
    const isSettled = status === 'SS' || status === 'TD';
    if (isSettled) await this.unblocked(told);
    await this.#tell(this.#posts.headsOf(told.unit.code), {
      ...about(told),
      ...(status === 'BS'
        ? { kind: 'recommendation-returned', params: { number: told.number, due: told.dueOn } }
        : { kind: 'recommendation-decided', params: { number: told.number, status, letter } }),
      needsAction: !isSettled,
      dueOn: isSettled ? null : told.dueOn,
    });
  }

  /** It waits for another unit, whose head is told. */
  async blocked(told: ToldRecommendation, other: string, reason: string): Promise<void> {
    await this.unblocked(told);
    await this.#tell(this.#posts.headsOf(other), {
      kind: 'recommendation-blocked',
      params: { unit: told.unit.name, number: told.number, reason },
      about: { kind: 'recommendation-block', id: told.id },
      findingId: told.findingId,
      needsAction: true,
      dueOn: told.dueOn,
    });
  }

  async unblocked(told: ToldRecommendation): Promise<void> {
    await settleNotices(
      this.#transaction,
      this.#kabupatenCode,
      { kind: 'recommendation-block', id: told.id },
      this.#at,
    );
  }

  /** It falls due, or is late: what was said before it was late is said no more. */
  async due(told: Omit<ToldRecommendation, 'source'>, isLate: boolean): Promise<void> {
    if (isLate)
      await settleNotices(
        this.#transaction,
        this.#kabupatenCode,
        { kind: 'recommendation', id: told.id },
        this.#at,
        ['recommendation-due'],
      );
    await this.#tell(this.#posts.headsOf(told.unit.code), {
      ...about(told),
      kind: isLate ? 'recommendation-late' : 'recommendation-due',
      params: { number: told.number, due: told.dueOn },
      needsAction: true,
      dueOn: told.dueOn,
    });
  }

  async #settle({ id }: ToldRecommendation): Promise<void> {
    await settleNotices(this.#transaction, this.#kabupatenCode, { kind: 'recommendation', id }, this.#at);
  }

  async #tell(
    posts: readonly string[],
    notice: {
      readonly kind: NoticeKind;
      readonly params: NoticeParams;
      readonly about: { readonly kind: string; readonly id: string };
      readonly findingId: string;
      readonly needsAction: boolean;
      readonly dueOn: string | null;
    },
  ): Promise<void> {
    const { findingId, ...rest } = notice;
    for (const post of posts)
      await sendNotice(this.#transaction, this.#kabupatenCode, {
        ...rest,
        to: { post },
        link: `/pengawasan/temuan/${findingId}`,
        at: this.#at,
      });
  }
}

function about({ id, findingId }: { readonly id: string; readonly findingId: string }) {
  return { about: { kind: 'recommendation', id }, findingId };
}

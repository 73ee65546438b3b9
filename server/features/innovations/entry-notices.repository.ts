import type { Knex } from 'knex';
import type { NoticeKind, NoticeParams } from '#domain/notices/notice-kinds';
import { sendNotice, settleNotices } from '../../platform/notices/notices.repository.ts';
import type { EntryPosts } from './entry-desk.ts';

/** The road to publication, and the question whether it still runs: settled apart from each other. */
const REVIEW = 'innovation-review';
const HEARTBEAT = 'innovation-heartbeat';

/** What word of an entry needs to know of it. */
export interface ToldEntry {
  readonly id: string;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
}

/** Word to whoever must act next, within the transaction of what happened. */
export class EntryNotices {
  readonly #transaction: Knex.Transaction;
  readonly #kabupatenCode: string;
  readonly #at: string;
  readonly #posts: EntryPosts;

  constructor(transaction: Knex.Transaction, kabupatenCode: string, at: string, posts: EntryPosts) {
    this.#transaction = transaction;
    this.#kabupatenCode = kabupatenCode;
    this.#at = at;
    this.#posts = posts;
  }

  /** Submitted by a post: those who review are told. */
  async toReview(entry: ToldEntry, by: string | null): Promise<void> {
    await this.#settle(REVIEW, entry);
    await this.#tell(this.#posts.reviewersOf(by), entry, {
      kind: 'innovation-to-review',
      params: { innovation: entry.name, unit: entry.unitName },
      about: REVIEW,
      link: `/inovasi/${entry.id}/telaah`,
      needsAction: true,
    });
  }

  /** Taken back by its writers. */
  async recalled(entry: ToldEntry): Promise<void> {
    await this.#settle(REVIEW, entry);
  }

  /** Sent back to the post that submitted it, or to the head of the unit. */
  async returned(entry: ToldEntry, to: string | null, reason: string): Promise<void> {
    await this.#settle(REVIEW, entry);
    await this.#tell(to === null ? this.#posts.headsOf(entry.unitCode) : [to], entry, {
      kind: 'innovation-returned',
      params: { innovation: entry.name, reason },
      about: REVIEW,
      link: `/inovasi/${entry.id}/sunting`,
      needsAction: true,
    });
  }

  /** Published: whoever submitted it is told. */
  async published(entry: ToldEntry, to: string | null, version: number): Promise<void> {
    await this.#settle(REVIEW, entry);
    await this.#tell(to === null ? this.#posts.headsOf(entry.unitCode) : [to], entry, {
      kind: 'innovation-published',
      params: { innovation: entry.name, version },
      about: REVIEW,
      link: `/inovasi/${entry.id}`,
      needsAction: false,
    });
  }

  /** Nobody said for six months that it still runs, or for twelve: what was asked before is asked no more. */
  async unconfirmed(entry: ToldEntry, since: string, isAsleep: boolean): Promise<void> {
    await this.#settle(HEARTBEAT, entry);
    await this.#tell(this.#posts.headsOf(entry.unitCode), entry, {
      kind: isAsleep ? 'innovation-asleep' : 'innovation-to-confirm',
      params: { innovation: entry.name, since },
      about: HEARTBEAT,
      link: `/inovasi/${entry.id}/bagikan`,
      needsAction: true,
    });
  }

  /** The owner spoke. */
  async heard(entry: Pick<ToldEntry, 'id'>): Promise<void> {
    await this.#settle(HEARTBEAT, entry);
  }

  async #settle(kind: string, { id }: Pick<ToldEntry, 'id'>): Promise<void> {
    await settleNotices(this.#transaction, this.#kabupatenCode, { kind, id }, this.#at);
  }

  async #tell(
    posts: readonly string[],
    { id }: ToldEntry,
    notice: {
      readonly kind: NoticeKind;
      readonly params: NoticeParams;
      readonly about: string;
      readonly link: string;
      readonly needsAction: boolean;
    },
  ): Promise<void> {
    const { about, ...rest } = notice;
    for (const post of posts)
      await sendNotice(this.#transaction, this.#kabupatenCode, {
        ...rest,
        to: { post },
        about: { kind: about, id },
        dueOn: null,
        at: this.#at,
      });
  }
}

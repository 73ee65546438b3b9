import type { Knex } from 'knex';
import type { NoticeKind, NoticeParams } from '#domain/notices/notice-kinds';
import { newRecordId } from '../database/record-id.ts';
import { announce } from '../database/scoped.ts';

/** Whom a notice is for: a post, whoever holds it, or one person. */
export type NoticeReceiver = { readonly post: string } | { readonly user: string };

export interface NewNotice {
  readonly to: NoticeReceiver;
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
  /** What it is about: when that step is done, `settleNotices` takes the waiting away. */
  readonly about: { readonly kind: string; readonly id: string };
  /** Path of the product where it is dealt with. */
  readonly link: string;
  /** The receiver must do something. */
  readonly needsAction: boolean;
  readonly dueOn: string | null;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Tells someone. Within the writing transaction of what happened, so that nobody is told of what was not done. The same
 * word to the same receiver is not said twice while it still waits. Who listens is told with the commit.
 */
export async function sendNotice(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  notice: NewNotice,
): Promise<void> {
  const post = 'post' in notice.to ? notice.to.post : null;
  const user = 'user' in notice.to ? notice.to.user : null;
  const sent: { rows: unknown[] } = await transaction.raw(
    `insert into notices (kabupaten_code, id, to_post, to_user, kind, params, about_kind, about_id, link, needs_action,
                          due_on, created_at)
     select :kabupatenCode, :id::uuid, :post::uuid, :user::uuid, :kind, :params::jsonb, :aboutKind, :aboutId, :link,
            :needsAction::boolean, :dueOn::date, :at::timestamptz
      where not exists (
        select 1 from notices
         where kabupaten_code = :kabupatenCode and about_kind = :aboutKind and about_id = :aboutId and kind = :kind
           and to_post is not distinct from :post::uuid and to_user is not distinct from :user::uuid
           and settled_at is null and needs_action)
     returning id`,
    {
      kabupatenCode,
      id: newRecordId(),
      post,
      user,
      kind: notice.kind,
      params: JSON.stringify(notice.params),
      aboutKind: notice.about.kind,
      aboutId: notice.about.id,
      link: notice.link,
      needsAction: notice.needsAction,
      dueOn: notice.dueOn,
      at: notice.at,
    },
  );
  if (sent.rows.length > 0) await tellListeners(transaction, kabupatenCode);
}

/** The step was done: nobody needs to act on it any more. With `kinds`, only those. */
export async function settleNotices(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  about: { readonly kind: string; readonly id: string },
  at: string,
  kinds?: readonly NoticeKind[],
): Promise<void> {
  const waiting = transaction('notices')
    .where({ kabupaten_code: kabupatenCode, about_kind: about.kind, about_id: about.id })
    .whereNull('settled_at');
  if (kinds) waiting.whereIn('kind', kinds);
  if ((await waiting.update({ settled_at: at })) > 0) await tellListeners(transaction, kabupatenCode);
}

/** All of the kabupaten alike: to whom the word went is not told to those who only listen. Once for a transaction. */
async function tellListeners(transaction: Knex.Transaction, kabupatenCode: string): Promise<void> {
  await announce(transaction, kabupatenCode, 'notices-changed', {});
}

import type { Knex } from 'knex';
import { announce, writeInScope } from '../../platform/database/scoped.ts';
import type { RoundTask } from '../../platform/startup/daily-round.ts';
import type { NoticeReader } from './notices.queries.ts';

/** So long a notice is kept after it was settled, or, where nothing was to be done, after it was sent. */
const KEPT = '12 months';

/** Marks somebody's notices as read: those with the ids, or all. Other devices of the person are told. */
export async function markNoticesRead(
  database: Knex,
  reader: NoticeReader & {
    readonly kabupatenCode: string;
    readonly username: string;
    /** ISO instant. */
    readonly now: string;
  },
  ids: readonly string[] | undefined,
): Promise<void> {
  const { kabupatenCode, post, user, now } = reader;
  await writeInScope(database, { kabupatenCode }, async (transaction) => {
    const unread = transaction('notices')
      .where({ kabupaten_code: kabupatenCode })
      .whereNull('read_at')
      .where((own) => void own.where({ to_post: post }).orWhere({ to_user: user }));
    if (ids !== undefined) unread.whereIn('id', ids);
    const marked = await unread.update({ read_at: now });
    if (marked > 0) await announce(transaction, kabupatenCode, 'notices-changed', {}, reader.username);
    return { result: undefined, changed: false };
  });
}

/** Deletes notices that nobody needs any more: what they were about is in the trail. */
export const noticeRetention: RoundTask = {
  name: 'notice-retention',
  run: ({ database, kabupaten, now }) =>
    writeInScope(database, { kabupatenCode: kabupaten.code }, async (transaction) => {
      await transaction.raw(
        `delete from notices
          where kabupaten_code = :code
            and (settled_at < :now::timestamptz - interval '${KEPT}'
                 or (not needs_action and created_at < :now::timestamptz - interval '${KEPT}'))`,
        { code: kabupaten.code, now },
      );
      return { result: undefined, changed: false };
    }),
};

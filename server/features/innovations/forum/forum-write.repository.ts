import type { Knex } from 'knex';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import type { ForumDesk } from './forum-desk.ts';

/**
 * Writes to the forum, which belongs to no kabupaten, with the entry in the trail of the person's own. What one person
 * does comes one after the other, so that limits hold for calls at the same moment too.
 */
export async function writeToForum<T>(
  { database, chain, speaker }: ForumDesk,
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    if (chain !== null) await transaction.raw(setKabupatenSql(chain));
    await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `forum ${speaker.userId}`,
    ]);
    return work(transaction);
  });
}

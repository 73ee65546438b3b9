import type { SharedReadTransaction } from '../../../platform/database/shared-read.ts';

/**
 * Kabupaten of this installation whose people are to be told of what happened to an entry: who follows it or one of its
 * topics, its home, and who wrote at it.
 */
export async function listAffectedKabupaten(
  transaction: SharedReadTransaction,
  entryId: string,
): Promise<string[]> {
  const found = await transaction.rows<{ code: string }>(
    'news-affected-kabupaten',
    `select k.code from kabupaten k
      where k.code in (
        select p.kabupaten_code
          from catalogue_follows f
          join post_holders h on h.user_id = f.user_id
          join posts p on p.id = h.post_id
         where (f.kind = 'entry' and f.key = $1::text)
            or (f.kind = 'topic' and f.key = any((select c.topics from catalogue_entries c where c.id = $1::uuid)::text[]))
        union all select c.home_code from catalogue_entries c where c.id = $1::uuid
        union all select e.home_code from catalogue_posts e where e.entry_id = $1::uuid
        union all select e.author_code from catalogue_posts e where e.entry_id = $1::uuid)
      order by k.code`,
    [entryId],
  );
  return found.map(({ code }) => code);
}

/** Entries of a kabupaten in the shared catalogue that changed since an instant: others may have to be told. */
export async function listLatelyChanged(
  transaction: SharedReadTransaction,
  homeCode: string,
  since: string,
): Promise<string[]> {
  const found = await transaction.rows<{ id: string }>(
    'news-lately-changed',
    `select c.id from catalogue_entries c
      where c.home_code = $1 and c.updated_at > $2::timestamptz order by c.updated_at, c.id limit 100`,
    [homeCode, since],
  );
  return found.map(({ id }) => id);
}

import type { Knex } from 'knex';
import { inKabupaten } from '../import-records.repository.ts';
import { PERSONAL_DATASETS, REJECTIONS_KEPT_DAYS } from './rejection-rules.ts';

/** What a message of a deleted row says instead of its value. */
const DELETED = `Baris ini ditolak; isinya sudah dihapus setelah ${REJECTIONS_KEPT_DAYS} hari.`;

/**
 * Deletes rejected rows of complaints and surveys whose import ended long enough ago, with all the import has kept of
 * the file's cells; counts and codes stay. Answers how many imports lost their rows.
 */
export async function deleteOldRejections(database: Knex): Promise<number> {
  const kabupaten = await database<{ code: string }>('kabupaten').select('code');
  let imports = 0;
  for (const { code } of kabupaten) imports += await deleteOldOf(database, code);
  return imports;
}

async function deleteOldOf(database: Knex, kabupatenCode: string): Promise<number> {
  return inKabupaten(database, kabupatenCode, async (transaction) => {
    const old: { rows: { id: string }[] } = await transaction.raw(
      `update imports
          set rejections_deleted_at = clock_timestamp(), header = null,
              errors = (select coalesce(jsonb_agg((each - 'column' - 'path') || jsonb_build_object('message', ?::text)), '[]')
                          from jsonb_array_elements(errors) each)
        where kabupaten_code = ? and dataset = any(?) and rejections_deleted_at is null
          and status in ('succeeded', 'failed') and (rows_rejected > 0 or status = 'failed')
          and finished_at < clock_timestamp() - make_interval(days => ?)
        returning id`,
      [DELETED, kabupatenCode, [...PERSONAL_DATASETS], REJECTIONS_KEPT_DAYS],
    );
    if (old.rows.length > 0)
      await transaction('import_rejections')
        .where({ kabupaten_code: kabupatenCode })
        .whereIn(
          'import_id',
          old.rows.map(({ id }) => id),
        )
        .delete();
    return old.rows.length;
  });
}

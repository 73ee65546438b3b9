import type { Knex } from 'knex';
import type { LoadContext } from '../../../platform/database/dataset-loader.ts';
import { isRecordId } from '../../../platform/database/record-id.ts';

/** Who stands behind what a file says, and when. */
export interface LoadHand {
  /** Post that loaded the file; null for a command of the operator. */
  readonly post: string | null;
  readonly title: string;
  readonly userId: string | null;
  /** Why a plan changed: the file. */
  readonly reason: string;
  /** ISO instant. */
  readonly now: string;
  /** Local day. */
  readonly today: string;
  /** Posts that are told of what waits to be signed off: Bagian Organisasi, or the Sekda for what it loaded itself. */
  readonly signers: readonly string[];
}

/** The hand of a load: the post and person of its import. */
export async function readLoadHand(
  transaction: Knex.Transaction,
  { kabupatenCode, timeZone, importId, actor, role }: LoadContext,
): Promise<LoadHand> {
  const found: {
    rows: { now: Date; today: string; file: string | null; post: string | null; title: string | null }[];
  } = await transaction.raw(
    `select now() as now, (now() at time zone :timeZone)::date as today, i.file_name as file, p.id as post, p.title
       from (select 1) one
       left join imports i on i.kabupaten_code = :kabupatenCode and i.id = :importId::uuid
       left join posts p on p.kabupaten_code = :kabupatenCode and p.id = i.post_id`,
    { kabupatenCode, timeZone, importId },
  );
  const [row] = found.rows;
  const signers: { id: string }[] = await transaction('posts')
    .select('id')
    .where({ kabupaten_code: kabupatenCode, role: role === 'organisasi' ? 'sekda' : 'organisasi' })
    .whereRaw('(closed_on is null or closed_on > ?::date)', [row?.today ?? null]);
  const now = row?.now ?? new Date();
  return {
    post: row?.post ?? null,
    title: row?.title ?? 'Berkas',
    userId: isRecordId(actor) ? actor : null,
    reason: row?.file ? `impor ${row.file}` : 'impor berkas',
    now: now.toISOString(),
    today: row?.today ?? now.toISOString().slice(0, 10),
    signers: signers.map(({ id }) => id).filter((id) => id !== row?.post),
  };
}

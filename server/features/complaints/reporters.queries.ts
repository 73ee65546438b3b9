import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';

/** Who reported a complaint, in the clear: to be masked or opened before it leaves the server. */
export interface ReporterRecord {
  readonly name: string | null;
  readonly contact: string | null;
  readonly nik: string | null;
  readonly confidential: boolean;
}

/** The reporter of a complaint; null where nothing is recorded. */
export async function findReporter(
  transaction: ReadTransaction,
  complaintId: string,
): Promise<ReporterRecord | null> {
  const rows = await transaction.rows<ReporterRecord & Record<string, unknown>>(
    'complaint-reporter',
    `select name, contact, nik, confidential from complaint_reporters
      where kabupaten_code = $1 and complaint_id = $2::uuid`,
    [transaction.kabupatenCode, complaintId],
  );
  return rows[0] ?? null;
}

/**
 * Until when a complaint's reporter is open to this person in this post; null when it is not. Opening is personal: a
 * colleague's, or the own one in another post, opens nothing.
 */
export async function findOpenReveal(
  transaction: ReadTransaction,
  complaintId: string,
  holder: { readonly userId: string; readonly postId: string },
  now: string,
): Promise<Date | null> {
  const rows = await transaction.rows<{ expires_at: Date | null }>(
    'complaint-open-reveal',
    `select max(expires_at) as expires_at from reveals
      where kabupaten_code = $1 and complaint_id = $2::uuid and user_id = $3::uuid and post_id = $4::uuid
        and at <= $5::timestamptz and expires_at > $5::timestamptz`,
    [transaction.kabupatenCode, complaintId, holder.userId, holder.postId, now],
  );
  return rows[0]?.expires_at ?? null;
}

export interface RevealRecord {
  readonly id: string;
  readonly complaint_id: string;
  readonly number: string;
  readonly post_title: string;
  /** Null when the person's data were erased. */
  readonly name: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly expires_at: Date;
  /** Place in the list, to the microsecond. */
  readonly place: string;
}

/** A page of the reveals of a kabupaten, newest first. */
export async function listRevealRecords(
  transaction: ReadTransaction,
  limit: number,
  after: ListPlace | null,
): Promise<RevealRecord[]> {
  return transaction.rows<RevealRecord & Record<string, unknown>>(
    'reveal-register',
    `select r.id, r.complaint_id, c.number, r.post_title, case when u.erased_at is null then u.name end as name,
            r.reason, r.at, r.expires_at, r.at::text as place
       from reveals r
       join complaints c on c.kabupaten_code = r.kabupaten_code and c.id = r.complaint_id
       left join users u on u.id = r.user_id
      where r.kabupaten_code = $1
        and ($2::timestamptz is null or (r.at, r.id) < ($2::timestamptz, $3::uuid))
      order by r.at desc, r.id desc
      limit $4`,
    [transaction.kabupatenCode, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Number of reveals of a kabupaten. */
export async function countReveals(transaction: ReadTransaction): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'reveal-register-count',
    'select count(*) as count from reveals where kabupaten_code = $1',
    [transaction.kabupatenCode],
  );
  return rows[0]?.count ?? 0;
}

import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Stands for the whole kabupaten, or for every service. */
export const ALL = '*';

export interface RemotePostRecord {
  readonly id: string;
  readonly unit_code: string;
  readonly service_point: string | null;
  readonly legal_basis: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export interface OutageRecord {
  readonly id: string;
  readonly system: string;
  readonly unit_code: string;
  readonly service_code: string;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly note: string | null;
  readonly post_title: string;
}

/** The regent's list of remote posts, those in force first. */
export async function listRemotePosts(transaction: ReadTransaction): Promise<RemotePostRecord[]> {
  return transaction.rows<RemotePostRecord & Record<string, unknown>>(
    'remote-posts',
    `select id, unit_code, service_point, legal_basis, valid_from, valid_to from remote_posts
      where kabupaten_code = $1 order by valid_to desc nulls first, unit_code, service_point nulls first, id`,
    [transaction.kabupatenCode],
  );
}

/** Outages of systems, the newest first. */
export async function listOutages(transaction: ReadTransaction): Promise<OutageRecord[]> {
  return transaction.rows<OutageRecord & Record<string, unknown>>(
    'system-outages',
    `select id, system, unit_code, service_code, started_at, ended_at, note, post_title from system_outages
      where kabupaten_code = $1 order by started_at desc, id limit 200`,
    [transaction.kabupatenCode],
  );
}

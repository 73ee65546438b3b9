import type { Knex } from 'knex';
import type { MessageKey } from '#contract/messages';
import type { SnapshotGrain } from '#domain/snapshots/snapshot-period';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { setKabupatenSql, type ReadTransaction } from '../../../platform/database/scoped.ts';

/** A sentence to be said in the language of whoever looks. */
export interface KeptProblem {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One freezing of figures, under way or ended. */
export interface RunRecord {
  readonly id: string;
  readonly grain: SnapshotGrain;
  readonly from_on: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly post_title: string;
  readonly problem: KeptProblem | null;
  readonly frozen: number | null;
}

/** A run that did not move for so long has ended with its process. */
const STALE = `interval '3 minutes'`;
const UNIQUE_VIOLATION = '23505';

/** A run as it stands; one whose process has gone is told as failed. */
const COLUMNS = `r.id, r.grain, r.from_on, r.done, r.total, r.post_title, r.frozen,
  case when r.state = 'running' and r.touched_at < now() - ${STALE} then 'failed' else r.state end as state,
  case when r.state = 'running' and r.touched_at < now() - ${STALE}
    then '{"key":"snapshot-run-broken","values":{}}'::jsonb else r.problem end as problem`;

export async function findRun(transaction: ReadTransaction, id: string): Promise<RunRecord | null> {
  const rows = await transaction.rows<RunRecord & Record<string, unknown>>(
    'snapshot-run',
    `select ${COLUMNS} from snapshot_runs r where r.kabupaten_code = $1 and r.id = $2`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? null;
}

/** The run that is under way; null when figures are not being frozen. */
export async function currentRun(transaction: ReadTransaction): Promise<RunRecord | null> {
  const rows = await transaction.rows<RunRecord & Record<string, unknown>>(
    'snapshot-run-current',
    `select ${COLUMNS} from snapshot_runs r
      where r.kabupaten_code = $1 and r.state = 'running' and r.touched_at >= now() - ${STALE}`,
    [transaction.kabupatenCode],
  );
  return rows[0] ?? null;
}

/** Notes that a run begins; null when another one is under way. One that has gone stale makes room. */
export async function beginRun(
  database: Knex,
  kabupatenCode: string,
  run: {
    readonly grain: SnapshotGrain;
    readonly from: string;
    readonly postTitle: string;
    readonly total: number;
  },
): Promise<string | null> {
  const id = newRecordId();
  try {
    await inScope(database, kabupatenCode, async (transaction) => {
      await transaction.raw(
        `update snapshot_runs set state = 'failed', problem = '{"key":"snapshot-run-broken","values":{}}'
          where kabupaten_code = ? and state = 'running' and touched_at < now() - ${STALE}`,
        [kabupatenCode],
      );
      await transaction('snapshot_runs').insert({
        kabupaten_code: kabupatenCode,
        id,
        grain: run.grain,
        from_on: run.from,
        state: 'running',
        total: run.total,
        post_title: run.postTitle,
      });
    });
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return null;
    throw error;
  }
  return id;
}

/** Notes how far a run is. */
export async function moveRun(
  database: Knex,
  kabupatenCode: string,
  id: string,
  done: number,
): Promise<void> {
  await inScope(database, kabupatenCode, (transaction) =>
    transaction.raw(
      `update snapshot_runs set done = ?, touched_at = now() where kabupaten_code = ? and id = ?`,
      [done, kabupatenCode, id],
    ),
  );
}

/** Notes how a run ended: with so many units frozen, or with the sentence that says why not. */
export async function endRun(
  database: Knex,
  kabupatenCode: string,
  id: string,
  end: { readonly frozen: number } | { readonly problem: KeptProblem },
): Promise<void> {
  const failed = 'problem' in end;
  await inScope(database, kabupatenCode, (transaction) =>
    transaction('snapshot_runs')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({
        state: failed ? 'failed' : 'done',
        problem: failed ? JSON.stringify(end.problem) : null,
        frozen: failed ? null : end.frozen,
        touched_at: transaction.fn.now(),
      }),
  );
}

async function inScope(
  database: Knex,
  kabupatenCode: string,
  work: (transaction: Knex.Transaction) => PromiseLike<unknown>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    await work(transaction);
  });
}

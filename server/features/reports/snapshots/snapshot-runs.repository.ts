import type { Knex } from 'knex';
import type { Language, MessageKey } from '#contract/messages';
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

/** Who ordered what: all that a process needs to take a run up. */
export interface RunOrder extends Pick<RunRecord, 'grain' | 'from_on' | 'total' | 'post_title'> {
  readonly ordered_at: Date;
  readonly user_id: string | null;
  readonly post_id: string | null;
  /** Network address of the order. */
  readonly address: string | null;
  /** Why figures are frozen again; null for the first time. */
  readonly reason: string | null;
  readonly language: Language;
}

/** The same, before it is kept; instants are text. */
export type NewRun = Omit<RunOrder, 'ordered_at'> & { readonly ordered_at: string };

/** A run in the hands of one process. */
export interface RunClaim {
  readonly kabupatenCode: string;
  readonly id: string;
  /** Counts those who took it up: once another one has, this one may write nothing more. */
  readonly attempt: number;
}

export interface TakenRun {
  readonly order: RunOrder;
  readonly claim: RunClaim;
}

/** Another process has taken the run up, or it has ended. */
export class RunLost extends Error {}

const UNIQUE_VIOLATION = '23505';

const COLUMNS = 'r.id, r.grain, r.from_on, r.state, r.done, r.total, r.post_title, r.problem, r.frozen';

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
    `select ${COLUMNS} from snapshot_runs r where r.kabupaten_code = $1 and r.state = 'running'`,
    [transaction.kabupatenCode],
  );
  return rows[0] ?? null;
}

/**
 * Notes that a run begins; null when another one is under way.
 *
 * @param queue hands the job over, in the same transaction
 */
export async function beginRun(
  database: Knex,
  kabupatenCode: string,
  order: NewRun,
  queue: (transaction: Knex.Transaction, id: string) => Promise<unknown>,
): Promise<string | null> {
  const id = newRecordId();
  try {
    await inRuns(database, kabupatenCode, async (transaction) => {
      await transaction('snapshot_runs').insert({
        kabupaten_code: kabupatenCode,
        id,
        state: 'running',
        ...order,
      });
      await queue(transaction, id);
    });
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return null;
    throw error;
  }
  return id;
}

/** Takes a run up: whoever had it before may write nothing more. Null when it has ended. */
export async function takeUpRun(database: Knex, kabupatenCode: string, id: string): Promise<TakenRun | null> {
  return inRuns(database, kabupatenCode, async (transaction) => {
    const {
      rows: [row],
    } = await transaction.raw<{ rows: (RunOrder & { readonly attempts: number })[] }>(
      `update snapshot_runs set attempts = attempts + 1
        where kabupaten_code = ? and id = ? and state = 'running'
        returning grain, from_on, total, post_title, ordered_at, user_id, post_id, address, reason, language, attempts`,
      [kabupatenCode, id],
    );
    if (row === undefined) return null;
    const { attempts, ...order } = row;
    return { order, claim: { kabupatenCode, id, attempt: attempts } };
  });
}

/**
 * Notes something about a run inside a transaction, which holds the run until it commits.
 *
 * @throws RunLost when the run is no longer in the hands of this process
 */
export async function noteRun(
  transaction: Knex.Transaction,
  { kabupatenCode, id, attempt }: RunClaim,
  noted: Readonly<Record<string, unknown>>,
): Promise<void> {
  const rows = await transaction('snapshot_runs')
    .where({ kabupaten_code: kabupatenCode, id, attempts: attempt, state: 'running' })
    .update(noted);
  if (rows === 0) throw new RunLost('another process has taken the run up, or it has ended');
}

/** Notes that a run failed and why; what was computed is thrown away. */
export async function failRun(database: Knex, claim: RunClaim, problem: KeptProblem): Promise<void> {
  const { kabupatenCode, id } = claim;
  await inRuns(database, kabupatenCode, async (transaction) => {
    await noteRun(transaction, claim, {
      state: 'failed',
      problem: JSON.stringify(problem),
      address: null,
    });
    await transaction('snapshot_drafts').where({ kabupaten_code: kabupatenCode, run_id: id }).delete();
  });
}

/** A short transaction on the runs of one kabupaten. They are no records: no data version is raised, no writer waits. */
export async function inRuns<T>(
  database: Knex,
  kabupatenCode: string,
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    return work(transaction);
  });
}

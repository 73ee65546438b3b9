import type { Knex } from 'knex';
import type { Database } from '../../../platform/database/pool.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import { sendNotice } from '../../../platform/notices/notices.repository.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import type { MadeOwner, MadeRecord, MadeStep } from './made-reports.queries.ts';

/** So many days a file is kept. */
export const KEPT_DAYS = 30;
/** So many reports a person has at most, and so many of them unfinished: others wait behind them. */
export const MOST_KEPT = 20;
export const MOST_UNFINISHED = 3;
/** What was neither finished nor failed for so long was lost with the job that made it. */
const LOST_AFTER = '6 hours';

/** What somebody orders. */
export type ReportOrder = Pick<
  MadeRecord,
  'report' | 'unit_code' | 'grain' | 'from_on' | 'format' | 'language'
>;

/** A short transaction on the reports of one kabupaten. They are no records: no data version is raised, no writer waits. */
export async function inMadeReports<T>(
  database: Database,
  kabupatenCode: string,
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupatenCode));
    return work(transaction);
  });
}

/** The new report, the one that is being made already, or why there is no new one. */
export type OrderOutcome =
  | { readonly kind: 'new' | 'known'; readonly id: string }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'too-many-unfinished' };

/**
 * Puts a report on a person's list, and takes off it what nobody may see any more: files drawn with other rights than those
 * of `reader` would fill a list on which they do not stand. Who orders the same twice before it is done gets the first one.
 */
export async function putOrder(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  { userId, postId, reader }: MadeOwner & { readonly reader: string },
  order: ReportOrder,
  now: string,
): Promise<OrderOutcome> {
  // Two orders of one person at once are counted one after the other.
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`made-reports ${userId}`]);
  const own = { kabupaten_code: kabupatenCode, user_id: userId, post_id: postId };
  await transaction('made_reports').where(own).whereNotNull('reader').whereNot({ reader }).delete();
  const present = (await transaction('made_reports')
    .select('id', 'state', 'report', 'unit_code', 'grain', 'from_on', 'format', 'language')
    .where(own)) as Pick<MadeRecord, 'id' | 'state' | keyof ReportOrder>[];
  const unfinished = present.filter(({ state }) => state === 'waiting' || state === 'running');
  const names = Object.keys(order) as (keyof ReportOrder)[];
  const same = unfinished.find((each) => names.every((name) => each[name] === order[name]));
  if (same !== undefined) return { kind: 'known', id: same.id };
  if (present.length >= MOST_KEPT) return { kind: 'too-many' };
  if (unfinished.length >= MOST_UNFINISHED) return { kind: 'too-many-unfinished' };
  const id = newRecordId();
  await transaction('made_reports').insert({ ...own, ...order, id, state: 'waiting', created_at: now });
  return { kind: 'new', id };
}

/** Says how far a report is. False when nobody wants it any more. */
export async function noteStep(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  step: MadeStep,
  progress: number,
): Promise<boolean> {
  const noted = await unfinishedReport(transaction, kabupatenCode, id).update({
    state: step === 'waiting' ? 'waiting' : 'running',
    step,
    progress,
  });
  return noted > 0;
}

/** A file that is complete. */
export interface FinishedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  /** Code of the snapshot it was drawn from. */
  readonly snapshotCode: string | null;
  /** {@link MadeRecord.reader} */
  readonly reader: string;
}

/** Keeps the file and says that it is there, in one step: there is no half file. */
export async function finishReport(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  record: Pick<MadeRecord, 'id' | 'user_id'>,
  file: FinishedFile,
  told: { readonly report: string; readonly now: string },
): Promise<void> {
  const finished = await unfinishedReport(transaction, kabupatenCode, record.id).update({
    state: 'done',
    progress: 100,
    step: 'storing',
    reader: file.reader,
    file_name: file.name,
    media_type: file.type,
    bytes: file.content.length,
    content: file.content,
    snapshot_code: file.snapshotCode,
    finished_at: told.now,
  });
  if (finished === 0) return;
  await sendNotice(transaction, kabupatenCode, {
    to: { user: record.user_id },
    kind: 'made-report-ready',
    params: { report: told.report },
    about: { kind: 'made-report', id: record.id },
    link: '/laporan',
    needsAction: false,
    dueOn: null,
    at: told.now,
  });
}

/** @param problem key of the sentence that says why */
export async function failReport(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  problem: string,
  now: string,
): Promise<void> {
  await unfinishedReport(transaction, kabupatenCode, id).update({
    state: 'failed',
    problem,
    finished_at: now,
  });
}

/** Takes a report off its owner's list, with its file. */
export async function dropReport(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<void> {
  await transaction('made_reports').where({ kabupaten_code: kabupatenCode, id }).delete();
}

function unfinishedReport(transaction: Knex.Transaction, kabupatenCode: string, id: string) {
  return transaction('made_reports')
    .where({ kabupaten_code: kabupatenCode, id })
    .whereIn('state', ['waiting', 'running']);
}

/** Deletes files after their time, and says of what was lost that it failed. */
export const madeReportRetention: RoundTask = {
  name: 'made-report-retention',
  run: ({ database, kabupaten, now }) =>
    inMadeReports(database, kabupaten.code, async (transaction) => {
      await transaction.raw(
        `delete from made_reports
          where kabupaten_code = :code and created_at < :now::timestamptz - interval '${KEPT_DAYS} days'`,
        { code: kabupaten.code, now },
      );
      await transaction.raw(
        `update made_reports
            set state = 'failed', problem = 'made-report-broken', finished_at = :now::timestamptz
          where kabupaten_code = :code and state in ('waiting', 'running')
            and created_at < :now::timestamptz - interval '${LOST_AFTER}'`,
        { code: kabupaten.code, now },
      );
    }),
};

import type { MadeFormat } from '#contract/reports/made-reports';
import type { Language } from '#domain/language';
import type { SnapshotGrain } from '#domain/snapshots/snapshot-period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export type MadeState = 'waiting' | 'running' | 'done' | 'failed';
/** What is being done for a report that is not done yet. */
export type MadeStep = 'waiting' | 'gathering' | 'drawing' | 'storing';

/** A report that somebody ordered, without its file. */
export interface MadeRecord {
  readonly id: string;
  readonly user_id: string;
  readonly post_id: string;
  readonly report: string;
  readonly unit_code: string;
  readonly grain: SnapshotGrain;
  readonly from_on: string;
  readonly format: MadeFormat;
  readonly language: Language;
  readonly state: MadeState;
  readonly progress: number;
  readonly step: MadeStep;
  readonly problem: string | null;
  readonly reader: string | null;
  readonly file_name: string | null;
  readonly media_type: string | null;
  readonly bytes: number | null;
  readonly snapshot_code: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

const MADE = `m.id, m.user_id, m.post_id, m.report, m.unit_code, m.grain, m.from_on, m.format, m.language, m.state,
  m.progress, m.step, m.problem, m.reader, m.file_name, m.media_type, m.bytes, m.snapshot_code, m.created_at, m.finished_at`;

/** Whose reports: those a person ordered in the post in use. */
export interface MadeOwner {
  readonly userId: string;
  readonly postId: string;
}

/** The reports of a person, the newest first. */
export async function listMade(
  transaction: ReadTransaction,
  { userId, postId }: MadeOwner,
): Promise<MadeRecord[]> {
  return transaction.rows<MadeRecord & Record<string, unknown>>(
    'made-reports',
    `select ${MADE} from made_reports m
      where m.kabupaten_code = $1 and m.user_id = $2::uuid and m.post_id = $3::uuid
      order by m.created_at desc, m.id desc`,
    [transaction.kabupatenCode, userId, postId],
  );
}

/** A report by its id, whoever ordered it; null when there is none. */
export async function findMade(transaction: ReadTransaction, id: string): Promise<MadeRecord | null> {
  const rows = await transaction.rows<MadeRecord & Record<string, unknown>>(
    'made-report',
    `select ${MADE} from made_reports m where m.kabupaten_code = $1 and m.id = $2::uuid`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? null;
}

/** The file of a report that is done; null when there is none. */
export async function readMadeContent(transaction: ReadTransaction, id: string): Promise<Buffer | null> {
  const rows = await transaction.rows<{ content: Buffer | null }>(
    'made-report-content',
    `select m.content from made_reports m where m.kabupaten_code = $1 and m.id = $2::uuid`,
    [transaction.kabupatenCode, id],
  );
  return rows[0]?.content ?? null;
}

import type { Language } from '#contract/messages';
import type { SnapshotGrain } from '#domain/snapshots/snapshot-period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A snapshot without its figures. */
export interface SnapshotRecord {
  readonly code: string;
  readonly unit_code: string;
  /** As the unit was called then. */
  readonly unit_name: string;
  readonly grain: SnapshotGrain;
  readonly from_on: string;
  readonly to_on: string;
  /** 0 for the first, 1 and more for corrections. */
  readonly number: number;
  readonly state: 'tetap' | 'perbaikan';
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly freeze_id: string;
  readonly data_version: number;
  readonly definitions_version: string;
  readonly frozen_at: Date;
  readonly post_title: string;
  /** Invented figures. */
  readonly demo: boolean;
}

const COLUMNS = `s.code, s.unit_code, s.unit_name, s.grain, s.from_on, s.to_on, s.number, s.state, s.corrects, s.reason,
  s.freeze_id, s.data_version, s.definitions_version, s.frozen_at, s.post_title, s.demo`;

type Row = SnapshotRecord & Record<string, unknown>;

/** The newest snapshot of a unit and a period; null when it was never frozen. */
export async function newestSnapshot(
  transaction: ReadTransaction,
  unit: string,
  grain: SnapshotGrain,
  from: string,
): Promise<SnapshotRecord | null> {
  const rows = await transaction.rows<Row>(
    'snapshot-newest',
    `select ${COLUMNS} from snapshots s
      where s.kabupaten_code = $1 and s.unit_code = $2 and s.grain = $3 and s.from_on = $4::date
      order by s.number desc limit 1`,
    [transaction.kabupatenCode, unit, grain, from],
  );
  return rows[0] ?? null;
}

/** All snapshots of a unit, the newest period first, corrections before what they correct. */
export async function listOfUnit(transaction: ReadTransaction, unit: string): Promise<SnapshotRecord[]> {
  return transaction.rows<Row>(
    'snapshots-of-unit',
    `select ${COLUMNS} from snapshots s where s.kabupaten_code = $1 and s.unit_code = $2
      order by s.from_on desc, s.grain, s.number desc limit 500`,
    [transaction.kabupatenCode, unit],
  );
}

/** The snapshot with this code. */
export async function findSnapshot(
  transaction: ReadTransaction,
  code: string,
): Promise<SnapshotRecord | null> {
  const rows = await transaction.rows<Row>(
    'snapshot-by-code',
    `select ${COLUMNS} from snapshots s where s.kabupaten_code = $1 and s.code = $2`,
    [transaction.kabupatenCode, code],
  );
  return rows[0] ?? null;
}

/** A stored content: its text, and the hash that was stored beside it. */
export interface StoredContent {
  readonly body: string;
  readonly hash: string;
}

/** What a kind of reader sees of a snapshot; null when nothing was frozen for it. */
export async function storedContent(
  transaction: ReadTransaction,
  code: string,
  rightsKey: string,
  language: Language,
): Promise<StoredContent | null> {
  const rows = await transaction.rows<StoredContent & Record<string, unknown>>(
    'snapshot-content',
    `select c.body, c.hash from snapshot_contents c
      where c.kabupaten_code = $1 and c.snapshot_code = $2 and c.rights_key = $3 and c.language = $4`,
    [transaction.kabupatenCode, code, rightsKey, language],
  );
  return rows[0] ?? null;
}

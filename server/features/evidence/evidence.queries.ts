import type { EvidenceOf, EvidenceType } from '#contract/evidence';
import type { ReadTransaction } from '../../platform/database/scoped.ts';

/** A file that stands as evidence of something. */
export interface EvidenceRecord {
  readonly id: string;
  readonly hash: string;
  readonly about_kind: EvidenceOf;
  readonly about_id: string;
  readonly file_name: string;
  readonly note: string | null;
  readonly post_id: string | null;
  readonly post_title: string;
  readonly created_at: Date;
  readonly media_type: EvidenceType;
  readonly bytes: number;
  /** `2026-11-20T08:15:30` by the camera's clock. */
  readonly taken_at: string | null;
  readonly location_removed: boolean;
}

/** Another use of a file that stands as evidence. */
export interface EvidenceUse {
  readonly hash: string;
  readonly about_kind: EvidenceOf;
  readonly about_id: string;
  readonly created_at: Date;
}

const COLUMNS = `l.id, l.hash, l.about_kind, l.about_id, l.file_name, l.note, l.post_id, l.post_title, l.created_at,
       f.media_type, f.bytes, to_char(f.taken_at, 'YYYY-MM-DD"T"HH24:MI:SS') as taken_at, f.location_removed`;

/** The files that stand as evidence of a thing, in the order they were added. */
export async function listEvidenceRecords(
  transaction: ReadTransaction,
  about: EvidenceOf,
  id: string,
): Promise<EvidenceRecord[]> {
  return transaction.rows<EvidenceRecord & Record<string, unknown>>(
    'evidence-of-thing',
    `select ${COLUMNS}
       from evidence_links l
       join evidence_files f on f.kabupaten_code = l.kabupaten_code and f.hash = l.hash
      where l.kabupaten_code = $1 and f.kabupaten_code = $1 and l.about_kind = $2 and l.about_id = $3::uuid
        and l.removed_at is null
      order by l.created_at, l.id`,
    [transaction.kabupatenCode, about, id],
  );
}

/** One file that stands as evidence; null when there is none, or it was taken away. */
export async function findEvidenceRecord(
  transaction: ReadTransaction,
  id: string,
): Promise<EvidenceRecord | null> {
  const rows = await transaction.rows<EvidenceRecord & Record<string, unknown>>(
    'evidence-by-id',
    `select ${COLUMNS}
       from evidence_links l
       join evidence_files f on f.kabupaten_code = l.kabupaten_code and f.hash = l.hash
      where l.kabupaten_code = $1 and f.kabupaten_code = $1 and l.id = $2::uuid and l.removed_at is null`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? null;
}

/** Where else the files stand as evidence than of this thing, the first use first. */
export async function listOtherUses(
  transaction: ReadTransaction,
  hashes: readonly string[],
  about: EvidenceOf,
  id: string,
): Promise<EvidenceUse[]> {
  if (hashes.length === 0) return [];
  return transaction.rows<EvidenceUse & Record<string, unknown>>(
    'evidence-other-uses',
    `select hash, about_kind, about_id, created_at
       from evidence_links
      where kabupaten_code = $1 and hash = any($2::text[]) and removed_at is null
        and not (about_kind = $3 and about_id = $4::uuid)
      order by created_at, id`,
    [transaction.kabupatenCode, [...hashes], about, id],
  );
}

/** The bytes of a file; null when it is gone. */
export async function findEvidenceContent(
  transaction: ReadTransaction,
  hash: string,
): Promise<Buffer | null> {
  const rows = await transaction.rows<{ content: Buffer }>(
    'evidence-content',
    'select content from evidence_files where kabupaten_code = $1 and hash = $2',
    [transaction.kabupatenCode, hash],
  );
  return rows[0]?.content ?? null;
}

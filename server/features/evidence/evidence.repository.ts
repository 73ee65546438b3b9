import type { Knex } from 'knex';
import type { EvidenceOf } from '#contract/evidence';
import type { AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../platform/database/record-id.ts';
import { writeInScope } from '../../platform/database/scoped.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { EvidenceFile } from './evidence-file.ts';

/** So many files may stand as evidence of one thing. */
export const MOST_FILES = 30;

export interface EvidenceDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
}

export interface NewEvidence {
  readonly about: EvidenceOf;
  readonly aboutId: string;
  readonly file: EvidenceFile;
  /** As it may be shown. */
  readonly fileName: string;
  readonly note: string | null;
  readonly post: { readonly id: string | null; readonly title: string };
}

/**
 * Keeps a file, once per content, and makes it evidence of a thing.
 *
 * @returns the id of the evidence
 * @throws ProblemException 409 when the thing has the same file already, or too many
 */
export async function insertEvidence(desk: EvidenceDesk, given: NewEvidence): Promise<string> {
  const { kabupatenCode } = desk;
  const { file, about, aboutId } = given;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await refuseRepeated(transaction, kabupatenCode, given);
    await transaction('evidence_files')
      .insert({
        kabupaten_code: kabupatenCode,
        hash: file.hash,
        media_type: file.mediaType,
        bytes: file.content.length,
        content: file.content,
        taken_at: file.takenAt,
        location_removed: file.locationRemoved,
      })
      .onConflict(['kabupaten_code', 'hash'])
      .ignore();
    const id = newRecordId();
    await transaction('evidence_links').insert({
      kabupaten_code: kabupatenCode,
      id,
      hash: file.hash,
      about_kind: about,
      about_id: aboutId,
      file_name: given.fileName,
      note: given.note,
      post_id: given.post.id,
      post_title: given.post.title,
      created_at: desk.now,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'evidence-added',
      subject: `evidence/${id}`,
      details: { evidenceOf: about, of: aboutId, hash: file.hash, bytes: file.content.length },
      personal: { fileName: given.fileName, ...(given.note === null ? {} : { note: given.note }) },
    });
    return { result: id, changed: true };
  });
}

async function refuseRepeated(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  { about, aboutId, file }: NewEvidence,
): Promise<void> {
  const present = (await transaction('evidence_links')
    .select('hash', 'file_name')
    .where({ kabupaten_code: kabupatenCode, about_kind: about, about_id: aboutId })
    .whereNull('removed_at')) as { hash: string; file_name: string }[];
  const same = present.find(({ hash }) => hash === file.hash);
  if (same) throw new ProblemException(409, 'evidence-already-there', { name: same.file_name });
  if (present.length >= MOST_FILES)
    throw new ProblemException(409, 'evidence-too-many', { most: MOST_FILES });
}

/**
 * Takes a file away as evidence. That it stood there stays on record; its bytes go when nothing else rests on them.
 *
 * @throws ProblemException 404 when somebody else took it away meanwhile
 */
export async function removeEvidenceLink(
  desk: EvidenceDesk,
  link: {
    readonly id: string;
    readonly hash: string;
    readonly about_kind: EvidenceOf;
    readonly about_id: string;
    readonly file_name: string;
  },
  reason: string,
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const removed = await transaction('evidence_links')
      .where({ kabupaten_code: kabupatenCode, id: link.id })
      .whereNull('removed_at')
      .update({ removed_at: desk.now, removed_reason: reason });
    if (removed === 0) throw new ProblemException(404, 'evidence-not-found');
    const kept: unknown[] = await transaction('evidence_links')
      .select('id')
      .where({ kabupaten_code: kabupatenCode, hash: link.hash })
      .whereNull('removed_at')
      .limit(1);
    if (kept.length === 0)
      await transaction('evidence_files').where({ kabupaten_code: kabupatenCode, hash: link.hash }).delete();
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'evidence-removed',
      subject: `evidence/${link.id}`,
      details: { evidenceOf: link.about_kind, of: link.about_id, hash: link.hash },
      personal: { fileName: link.file_name, reason },
    });
    return { result: undefined, changed: true };
  });
}

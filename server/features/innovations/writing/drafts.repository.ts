import { EMPTY_CONTENT, type EntryContent } from '#contract/innovations/entry-content';
import type { SavedConflict } from '#contract/innovations/writing';
import {
  changedFields,
  mergeDraft,
  missingForReview,
  type FieldValues,
} from '#domain/innovations/draft-changes';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import { entrySlug, freeSlug } from '#domain/innovations/entry-slug';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { EntryNotices } from '../entry-notices.repository.ts';
import { wholeContent, type AuthorMark, type EntryRow } from '../entry-record.ts';
import { takenSlugs } from '../sharing/shared-copy.repository.ts';
import { standingEntry, unitNameOf } from './standing-entry.repository.ts';

export interface NewEntry {
  readonly name: string;
  readonly acronym: string;
  readonly unitCode: string;
  /** What is known already; the rest is empty. */
  readonly content?: Partial<EntryContent>;
  /** The adoption that it grew from. */
  readonly adoptionId?: string | null;
  readonly demo?: boolean;
}

/** Begins an entry as a draft that only its writers and reviewers see. @returns its id */
export async function insertEntry(desk: EntryDesk, entry: NewEntry): Promise<string> {
  const { kabupatenCode, now } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    const wanted = entrySlug(entry.name, entry.acronym);
    await transaction('innovations').insert({
      kabupaten_code: kabupatenCode,
      id,
      slug: freeSlug(wanted, await takenSlugs(transaction, kabupatenCode, wanted, id)),
      unit_code: entry.unitCode,
      state: 'draft',
      draft: JSON.stringify({
        ...EMPTY_CONTENT,
        ...entry.content,
        name: entry.name,
        acronym: entry.acronym,
      } satisfies EntryContent),
      adoption_id: entry.adoptionId ?? null,
      post_id: desk.post.id,
      post_title: desk.post.title,
      created_at: now,
      updated_at: now,
      demo: entry.demo === true,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-begun',
      subject: `innovations/${id}`,
      details: { innovation: entry.name, unit: entry.unitCode },
    });
    return { result: id, changed: false };
  });
}

/** What became of saved changes. */
export interface SavedDraft {
  readonly saved: readonly EntryFieldId[];
  readonly conflicts: readonly SavedConflict[];
}

/** The trail tells again of a field that the same person goes on writing after so long; not of every pause. */
const TOLD_AGAIN_AFTER_MS = 30 * 60 * 1_000;

/**
 * Saves the fields that an author changed. A field that somebody else changed since the author read it is left as it is
 * and told with both texts; the others are saved all the same (`domain/innovations/draft-changes`).
 * @throws ProblemException 404 without such an entry; 409 while it is being reviewed, and in the archive
 */
export async function saveDraft(
  desk: EntryDesk,
  id: string,
  values: FieldValues,
  readAt: Readonly<Partial<Record<EntryFieldId, number | undefined>>>,
): Promise<SavedDraft> {
  const { kabupatenCode, now, userId } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    requireOpen(row);
    const before = { content: wholeContent(row.draft), revision: row.revision, marks: row.field_revisions };
    const after = mergeDraft<EntryContent, AuthorMark>(before, values, readAt, {
      by: desk.post.title,
      at: now,
      userId,
    });
    const { saved, conflicts } = after;
    if (saved.length === 0) return { result: { saved, conflicts }, changed: false };
    await transaction('innovations')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({
        draft: JSON.stringify(after.content),
        revision: after.revision,
        field_revisions: JSON.stringify(after.marks),
        updated_at: now,
      });
    const untold = saved.filter((field) => {
      const mark = row.field_revisions[field];
      return (
        mark === undefined ||
        mark.userId !== userId ||
        Date.parse(now) - Date.parse(mark.at) > TOLD_AGAIN_AFTER_MS
      );
    });
    if (untold.length > 0)
      await desk.audit.record(transaction, kabupatenCode, desk.actor, {
        action: 'innovation-written',
        subject: `innovations/${id}`,
        details: { innovation: after.content.name, unit: row.unit_code, fields: untold },
      });
    // What is being written changes no figure and no list of others.
    return { result: { saved, conflicts }, changed: false };
  });
}

/**
 * Hands a draft in for a second person's review; it stands still until that person decides.
 * @param revision the draft that is meant
 * @throws ProblemException 409 when it changed since, is incomplete, or says nothing new
 */
export async function submitEntry(desk: EntryDesk, id: string, revision: number): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    requireOpen(row);
    if (row.revision !== revision) throw new ProblemException(409, 'innovation-changed-meanwhile');
    const content = wholeContent(row.draft);
    const missing = missingForReview(content);
    if (missing.length > 0)
      throw new ProblemException(409, 'innovation-incomplete', { count: missing.length });
    if (row.published !== null && changedFields(row.published, content).length === 0)
      throw new ProblemException(409, 'innovation-unchanged');
    await transaction('innovations').where({ kabupaten_code: kabupatenCode, id }).update({
      state: 'submitted',
      submitted_at: now,
      submitted_by: desk.userId,
      returned_reason: null,
      post_id: desk.post.id,
      post_title: desk.post.title,
    });
    const unitName = await unitNameOf(transaction, kabupatenCode, row.unit_code);
    await new EntryNotices(transaction, kabupatenCode, now, desk.told).toReview(
      { id, name: content.name, unitCode: row.unit_code, unitName },
      desk.post.id,
    );
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-submitted',
      subject: `innovations/${id}`,
      details: { innovation: content.name, unit: row.unit_code, revision },
    });
    return { result: undefined, changed: true };
  });
}

/** Takes a draft back from review, to go on writing. @throws ProblemException 409 when it is not being reviewed */
export async function recallEntry(desk: EntryDesk, id: string): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    if (row.state !== 'submitted') throw new ProblemException(409, 'innovation-not-submitted');
    const { name } = wholeContent(row.draft);
    await transaction('innovations')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({
        state: row.published === null ? 'draft' : 'published',
        submitted_at: null,
        submitted_by: null,
      });
    await new EntryNotices(transaction, kabupatenCode, now, desk.told).recalled({
      id,
      name,
      unitCode: row.unit_code,
      unitName: row.unit_code,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-recalled',
      subject: `innovations/${id}`,
      details: { innovation: name, unit: row.unit_code },
    });
    return { result: undefined, changed: true };
  });
}

function requireOpen({ state }: EntryRow): void {
  if (state === 'submitted') throw new ProblemException(409, 'innovation-in-review');
  if (state === 'archived') throw new ProblemException(409, 'innovation-archived');
}

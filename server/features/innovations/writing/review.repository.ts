import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { EntryNotices } from '../entry-notices.repository.ts';
import { wholeContent } from '../entry-record.ts';
import { renewSharedCopy } from '../sharing/shared-copy.repository.ts';
import { wroteIt } from './entry-answers.ts';
import { publishEntry } from './publish-entry.repository.ts';
import { standingEntry, unitNameOf } from './standing-entry.repository.ts';

/**
 * Publishes what somebody else wrote and submitted.
 * @throws ProblemException 403 for who wrote or submitted any of it; 409 when it is not submitted, or is another draft
 *   than the one that was read
 */
export async function publishSubmitted(
  desk: EntryDesk,
  id: string,
  { revision, note }: { readonly revision: number; readonly note: string },
): Promise<void> {
  const { kabupatenCode, now, today } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    if (row.state !== 'submitted') throw new ProblemException(409, 'innovation-not-submitted');
    if (wroteIt(row, desk.userId)) throw new ProblemException(403, 'innovation-second-person');
    if (row.revision !== revision) throw new ProblemException(409, 'innovation-changed-meanwhile');
    const version = await publishEntry(transaction, kabupatenCode, id, {
      authorTitle: row.post_title,
      reviewerTitle: desk.post.title,
      note: note === '' ? null : note,
      now,
      today,
    });
    const { name } = wholeContent(row.draft);
    const unitName = await unitNameOf(transaction, kabupatenCode, row.unit_code);
    await new EntryNotices(transaction, kabupatenCode, now, desk.told).published(
      { id, name, unitCode: row.unit_code, unitName },
      row.post_id,
      version,
    );
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-published',
      subject: `innovations/${id}`,
      details: { innovation: name, unit: row.unit_code, version, author: row.post_title },
    });
    return { result: undefined, changed: true };
  });
}

/** Sends a submitted draft back to its writers, who are told why. @throws ProblemException 409 when it is not submitted */
export async function returnSubmitted(desk: EntryDesk, id: string, reason: string): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    if (row.state !== 'submitted') throw new ProblemException(409, 'innovation-not-submitted');
    await transaction('innovations')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({
        state: row.published === null ? 'draft' : 'published',
        submitted_at: null,
        submitted_by: null,
        returned_reason: reason,
      });
    const { name } = wholeContent(row.draft);
    const unitName = await unitNameOf(transaction, kabupatenCode, row.unit_code);
    await new EntryNotices(transaction, kabupatenCode, now, desk.told).returned(
      { id, name, unitCode: row.unit_code, unitName },
      row.post_id,
      reason,
    );
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-returned',
      subject: `innovations/${id}`,
      details: { innovation: name, unit: row.unit_code },
      personal: { reason },
    });
    return { result: undefined, changed: true };
  });
}

/**
 * Puts an entry into the archive, or takes it out: it is not offered any more and stays readable.
 * @throws ProblemException 409 when it is not published, or not archived
 */
export async function archiveEntry(
  desk: EntryDesk,
  id: string,
  { archived, reason }: { readonly archived: boolean; readonly reason: string },
): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    if (row.state !== (archived ? 'published' : 'archived'))
      throw new ProblemException(409, archived ? 'innovation-not-archivable' : 'innovation-not-archived');
    await transaction('innovations')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({ state: archived ? 'archived' : 'published', updated_at: now });
    await renewSharedCopy(transaction, kabupatenCode, id, now);
    if (archived) await new EntryNotices(transaction, kabupatenCode, now, desk.told).heard({ id });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: archived ? 'innovation-archived' : 'innovation-restored',
      subject: `innovations/${id}`,
      details: { innovation: wholeContent(row.published ?? row.draft).name, unit: row.unit_code },
      personal: { reason },
    });
    return { result: undefined, changed: true };
  });
}

import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { EntryNotices } from '../entry-notices.repository.ts';
import { wholeContent } from '../entry-record.ts';
import { standingEntry } from '../writing/standing-entry.repository.ts';
import { renewSharedCopy } from './shared-copy.repository.ts';

/** The owner's word on an entry: it runs (again), or it stopped, with what was learnt. */
export type OwnersWord =
  { readonly runs: true } | { readonly runs: false; readonly on: string; readonly lesson: string };

/**
 * Records whether an innovation still runs; whoever asked is answered.
 * @throws ProblemException 409 for what was never published or is archived, and for what was stopped already; 400 for a
 *   day ahead
 */
export async function hearOwner(desk: EntryDesk, id: string, word: OwnersWord): Promise<void> {
  const { kabupatenCode, now, today } = desk;
  if (!word.runs && word.on > today)
    throw new ProblemException(400, 'innovation-day-ahead', { day: word.on });
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    if (row.published === null) throw new ProblemException(409, 'innovation-not-published');
    if (row.state === 'archived') throw new ProblemException(409, 'innovation-archived');
    if (!word.runs && row.stopped_on !== null) throw new ProblemException(409, 'innovation-stopped-already');
    await transaction('innovations')
      .where({ kabupaten_code: kabupatenCode, id })
      .update(
        word.runs
          ? // The lesson stays with the entry: it tells of the time before.
            { confirmed_on: today, stopped_on: null, owner_confirmed: true }
          : { stopped_on: word.on, stopped_lesson: word.lesson, owner_confirmed: true },
      );
    await new EntryNotices(transaction, kabupatenCode, now, desk.told).heard({ id });
    await renewSharedCopy(transaction, kabupatenCode, id, now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: word.runs
        ? row.stopped_on === null
          ? 'innovation-confirmed'
          : 'innovation-resumed'
        : 'innovation-stopped',
      subject: `innovations/${id}`,
      details: {
        innovation: wholeContent(row.published).name,
        unit: row.unit_code,
        ...(word.runs ? {} : { on: word.on }),
      },
      ...(word.runs ? {} : { personal: { lesson: word.lesson } }),
    });
    return { result: undefined, changed: true };
  });
}

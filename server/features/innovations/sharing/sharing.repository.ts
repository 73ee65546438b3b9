import { TICKABLE_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { wholeContent, type Audience } from '../entry-record.ts';
import { standingEntry } from '../writing/standing-entry.repository.ts';
import { renewSharedCopy } from './shared-copy.repository.ts';

/**
 * Sets who may read an entry and what of it leaves the kabupaten, and makes the shared catalogue hold exactly that. Kept
 * within the kabupaten, the copy is deleted, with what others left at it.
 * @throws ProblemException 404 without such an entry
 */
export async function shareEntry(
  desk: EntryDesk,
  id: string,
  choice: {
    readonly audience: Audience;
    readonly fields: readonly EntryFieldId[];
    readonly figures: boolean;
  },
): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const row = await standingEntry(transaction, kabupatenCode, id);
    const fields = TICKABLE_FIELDS.filter((field) => choice.fields.includes(field));
    await transaction('innovations')
      .where({ kabupaten_code: kabupatenCode, id })
      .update({ audience: choice.audience, shared_fields: fields, share_figures: choice.figures });
    await renewSharedCopy(transaction, kabupatenCode, id, now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: choice.audience === 'own' ? 'innovation-kept-home' : 'innovation-shared',
      subject: `innovations/${id}`,
      details: {
        innovation: wholeContent(row.published ?? row.draft).name,
        unit: row.unit_code,
        audience: choice.audience,
        before: row.audience,
        fields,
        count: fields.length,
        figures: choice.figures,
      },
    });
    return { result: undefined, changed: true };
  });
}

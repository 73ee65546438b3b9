import type { AuditActor, AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { CrestFile } from './crest-file.ts';

/** Where and in whose name a letterhead is set. */
export interface LetterheadDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  /** Title of the post that sets it. */
  readonly postTitle: string;
  /** ISO instant. */
  readonly now: string;
}

/** Sets the lines and the address of a unit's letterhead; the crest stays as it is. */
export function saveLines(
  desk: LetterheadDesk,
  unitCode: string,
  { lines, address }: { readonly lines: readonly string[]; readonly address: string },
): Promise<void> {
  return change(desk, unitCode, { lines: [...lines], address }, 'letterhead-changed', {
    lines: lines.length,
  });
}

/** Sets the crest of a unit, or takes it away. */
export function saveCrestOf(desk: LetterheadDesk, unitCode: string, crest: CrestFile | null): Promise<void> {
  return change(
    desk,
    unitCode,
    {
      crest: crest?.content ?? null,
      crest_type: crest?.type ?? null,
      crest_width: crest?.width ?? null,
      crest_height: crest?.height ?? null,
    },
    crest === null ? 'letterhead-crest-removed' : 'letterhead-crest-changed',
    crest === null ? {} : { type: crest.type, bytes: crest.content.length },
  );
}

/** Takes everything away that was set for a unit; nothing happens where nothing was. */
export function removeLetterhead(desk: LetterheadDesk, unitCode: string): Promise<void> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const removed = await transaction('letterheads')
      .where({ kabupaten_code: kabupatenCode, unit_code: unitCode })
      .delete();
    if (removed > 0)
      await desk.audit.record(
        transaction,
        kabupatenCode,
        desk.actor,
        eventOf('letterhead-removed', unitCode),
      );
    return { result: undefined, changed: false };
  });
}

function change(
  desk: LetterheadDesk,
  unitCode: string,
  values: Readonly<Record<string, unknown>>,
  action: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { kabupatenCode, postTitle, now } = desk;
  const row = {
    ...values,
    kabupaten_code: kabupatenCode,
    unit_code: unitCode,
    post_title: postTitle,
    updated_at: now,
  };
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await transaction('letterheads').insert(row).onConflict(['kabupaten_code', 'unit_code']).merge();
    await desk.audit.record(transaction, kabupatenCode, desk.actor, eventOf(action, unitCode, details));
    // No figure changes by it: nobody has to read anything again.
    return { result: undefined, changed: false };
  });
}

function eventOf(action: string, unit: string, details: Readonly<Record<string, unknown>> = {}): AuditEvent {
  return { action, subject: `letterheads/${unit}`, details: { unit, ...details } };
}

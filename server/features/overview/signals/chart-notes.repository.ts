import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { IsoDate } from '#domain/period/civil-date';
import { ANY } from '#domain/targets/target-in-force';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { AnnotationRecord, BaselineRecord } from './signal-settings.queries.ts';

/** Where and in whose name something is written. */
export interface NotesDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
}

/**
 * Writes a note and its entry in the audit trail. A note is in the person's own words and may name people: in the trail
 * it is sealed like a name, and stays there when the note is taken away.
 */
export async function insertAnnotation(
  { database, audit, actor, kabupatenCode }: NotesDesk,
  note: Omit<AnnotationRecord, 'id'>,
): Promise<AnnotationRecord> {
  const id = uuidv7();
  await writeInScope(database, { kabupatenCode }, async (transaction) => {
    await transaction('annotations').insert({
      kabupaten_code: kabupatenCode,
      id,
      unit_code: note.unit,
      service_code: note.service,
      measure: note.measure,
      day: note.day,
      body: note.text,
      post_id: note.postId,
      post_title: note.by,
      created_at: note.at,
    });
    await audit.record(transaction, kabupatenCode, actor, {
      action: 'annotation-added',
      subject: `annotations/${id}`,
      details: { unit: note.unit, ...named('service', note.service), day: note.day },
      personal: { reason: note.text },
    });
    return { result: undefined, changed: true };
  });
  return { id, ...note };
}

/** Takes a note of the post away; false when it has no such note. */
export async function deleteAnnotation(
  { database, audit, actor, kabupatenCode }: NotesDesk,
  id: string,
  postId: string,
): Promise<boolean> {
  return writeInScope(database, { kabupatenCode }, async (transaction) => {
    const rows: { unit_code: string; service_code: string; day: IsoDate; body: string }[] = await transaction(
      'annotations',
    )
      .where({ kabupaten_code: kabupatenCode, id, post_id: postId })
      .delete(['unit_code', 'service_code', 'day', 'body']);
    const [note] = rows;
    if (!note) return { result: false, changed: false };
    await audit.record(transaction, kabupatenCode, actor, {
      action: 'annotation-removed',
      subject: `annotations/${id}`,
      details: { unit: note.unit_code, ...named('service', note.service_code), day: note.day },
      personal: { reason: note.body },
    });
    return { result: true, changed: true };
  });
}

/** What a baseline is called in the audit trail. */
export interface BaselineNames {
  readonly measure: string;
  readonly field: string;
}

/** Sets a baseline; null when this series has one that begins in the same month. */
export async function insertBaseline(
  { database, audit, actor, kabupatenCode }: NotesDesk,
  baseline: Omit<BaselineRecord, 'id'>,
  postId: string,
  names: BaselineNames,
): Promise<BaselineRecord | null> {
  const id = uuidv7();
  return writeInScope(database, { kabupatenCode }, async (transaction) => {
    const set: unknown[] = await transaction('baselines')
      .insert({
        kabupaten_code: kabupatenCode,
        id,
        unit_code: baseline.unit,
        service_code: baseline.service,
        channel: baseline.channel,
        measure: baseline.measure,
        field: baseline.field,
        starts_on: baseline.startsOn,
        reason: baseline.reason,
        post_id: postId,
        post_title: baseline.by,
        created_at: baseline.at,
      })
      .onConflict(['kabupaten_code', 'unit_code', 'measure', 'field', 'service_code', 'channel', 'starts_on'])
      .ignore()
      .returning('id');
    if (set.length === 0) return { result: null, changed: false };
    await audit.record(transaction, kabupatenCode, actor, {
      action: 'baseline-set',
      subject: `baselines/${id}`,
      details: {
        unit: baseline.unit,
        ...named('service', baseline.service),
        ...named('channel', baseline.channel),
        measure: names.measure,
        field: names.field,
        from: baseline.startsOn,
      },
      personal: { reason: baseline.reason },
    });
    return { result: { id, ...baseline }, changed: true };
  });
}

/** Takes a baseline back; null when there is none within the units. */
export async function deleteBaseline(
  { database, audit, actor, kabupatenCode }: NotesDesk,
  id: string,
  unitCodes: readonly string[],
  namesOf: (measure: string, field: string) => BaselineNames,
): Promise<boolean> {
  return writeInScope(database, { kabupatenCode }, async (transaction) => {
    const rows: {
      unit_code: string;
      service_code: string;
      channel: string;
      measure: string;
      field: string;
      starts_on: IsoDate;
      reason: string;
    }[] = await transaction('baselines')
      .where({ kabupaten_code: kabupatenCode, id })
      .whereIn('unit_code', [...unitCodes])
      .delete(['unit_code', 'service_code', 'channel', 'measure', 'field', 'starts_on', 'reason']);
    const [baseline] = rows;
    if (!baseline) return { result: false, changed: false };
    await audit.record(transaction, kabupatenCode, actor, {
      action: 'baseline-withdrawn',
      subject: `baselines/${id}`,
      details: {
        unit: baseline.unit_code,
        ...named('service', baseline.service_code),
        ...named('channel', baseline.channel),
        ...namesOf(baseline.measure, baseline.field),
        from: baseline.starts_on,
      },
      personal: { reason: baseline.reason },
    });
    return { result: true, changed: true };
  });
}

/** A detail of the trail, where it says more than "all". */
function named(name: string, value: string): Record<string, string> {
  return value === ANY ? {} : { [name]: value };
}

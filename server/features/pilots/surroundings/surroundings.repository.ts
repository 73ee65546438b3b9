import type { Knex } from 'knex';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { PilotDesk } from '../pilot-deps.ts';
import type { NamedProgramme } from '../milestones/milestones.repository.ts';

export interface NewDocument {
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Puts a document with its validity on record. */
export function insertDocument(
  desk: PilotDesk,
  programme: NamedProgramme,
  document: NewDocument,
): Promise<string> {
  return write(desk, programme, {
    insert: (transaction, key) =>
      transaction('pilot_documents').insert({
        kabupaten_code: desk.kabupatenCode,
        ...key,
        kind: document.kind,
        title: document.title,
        number: document.number,
        valid_from: document.validFrom,
        valid_to: document.validTo,
        created_at: desk.now,
      }),
    action: 'pilot-document-added',
    details: { document: document.title, validTo: document.validTo },
    personal: {},
  });
}

export interface NewVisit {
  readonly on: string;
  readonly team: string;
  readonly advice: string;
  readonly nextOn: string | null;
}

/** Puts a visit of the kabupaten's team on record; team and advice may name people. */
export function insertVisit(desk: PilotDesk, programme: NamedProgramme, visit: NewVisit): Promise<string> {
  return write(desk, programme, {
    insert: (transaction, key) =>
      transaction('pilot_visits').insert({
        kabupaten_code: desk.kabupatenCode,
        ...key,
        visited_on: visit.on,
        team: visit.team,
        advice: visit.advice,
        next_on: visit.nextOn,
        post_title: desk.post.title,
        created_at: desk.now,
      }),
    action: 'pilot-visited',
    details: { on: visit.on, nextOn: visit.nextOn },
    personal: { team: visit.team, advice: visit.advice },
  });
}

export interface NewTraining {
  readonly point: string | null;
  readonly on: string;
  readonly topic: string;
  readonly participants: number;
}

/** Puts a training of staff on record. */
export function insertTraining(
  desk: PilotDesk,
  programme: NamedProgramme,
  training: NewTraining,
): Promise<string> {
  return write(desk, programme, {
    insert: (transaction, key) =>
      transaction('pilot_trainings').insert({
        kabupaten_code: desk.kabupatenCode,
        ...key,
        point_id: training.point,
        trained_on: training.on,
        topic: training.topic,
        participants: training.participants,
        post_title: desk.post.title,
        created_at: desk.now,
      }),
    action: 'pilot-training-added',
    details: { topic: training.topic, participants: training.participants },
    personal: {},
  });
}

export interface PointState {
  readonly name: string;
  readonly network: string;
  readonly networkNote: string | null;
  readonly facilities: Readonly<Record<string, boolean>>;
  readonly checkedOn: string;
}

/** Keeps the state of a service point: the point of that name, or a new one. */
export async function writePoint(
  desk: PilotDesk,
  programme: NamedProgramme,
  point: PointState,
): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const written: { rows: { id: string }[] } = await transaction.raw(
      `insert into pilot_points (kabupaten_code, id, programme_id, name, network, network_note, facilities, checked_on,
                                 post_title)
       values (:kabupatenCode, :id, :programme, :name, :network, :networkNote, :facilities::jsonb, :checkedOn, :by)
       on conflict (kabupaten_code, programme_id, name) where removed_at is null do update
          set network = excluded.network, network_note = excluded.network_note, facilities = excluded.facilities,
              checked_on = excluded.checked_on, post_title = excluded.post_title
       returning id`,
      {
        ...point,
        facilities: JSON.stringify(point.facilities),
        kabupatenCode,
        id: newRecordId(),
        programme: programme.id,
        by: desk.post.title,
      },
    );
    await record(transaction, desk, programme, 'pilot-point-saved', {
      point: point.name,
      network: point.network,
      on: point.checkedOn,
    });
    return { result: written.rows[0]?.id ?? '', changed: true };
  });
}

interface Writing {
  readonly insert: (
    transaction: Knex.Transaction,
    key: { readonly id: string; readonly programme_id: string },
  ) => PromiseLike<unknown>;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, string>>;
}

/** @returns the id of what was written */
async function write(
  desk: PilotDesk,
  programme: NamedProgramme,
  { insert, action, details, personal }: Writing,
): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await insert(transaction, { id, programme_id: programme.id });
    await record(transaction, desk, programme, action, details, personal);
    return { result: id, changed: true };
  });
}

async function record(
  transaction: Knex.Transaction,
  desk: PilotDesk,
  programme: NamedProgramme,
  action: string,
  details: Readonly<Record<string, unknown>>,
  personal: Readonly<Record<string, string>> = {},
): Promise<void> {
  await desk.audit.record(transaction, desk.kabupatenCode, desk.actor, {
    action,
    subject: `pilots/${programme.id}`,
    details: { programme: programme.name, ...details },
    personal,
  });
}

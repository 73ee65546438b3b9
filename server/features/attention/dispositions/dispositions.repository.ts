import type { Knex } from 'knex';
import { newRecordId } from '../../../platform/database/record-id.ts';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { tellClosed, tellGiven, tellReported, tellSentBack } from './disposition-notices.repository.ts';
import type { NewDisposition, RunningDisposition } from './given-disposition.ts';

export interface DispositionDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Gives a disposisi or a reminder. What was instructed may name people: in the trail it is sealed like a name.
 * @returns its id
 */
export async function insertDisposition(desk: DispositionDesk, given: NewDisposition): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('dispositions').insert({
      kabupaten_code: kabupatenCode,
      id,
      kind: given.kind,
      unit_code: given.unitCode,
      about_key: given.about.key,
      about_sentence: given.about.sentence,
      about_link: given.about.link,
      from_post: given.from.post,
      from_title: given.from.title,
      to_post: given.to.post,
      to_title: given.to.title,
      instruction: given.instruction,
      due_on: given.dueOn,
      meeting_on: given.meetingOn,
      meeting_id: given.meeting?.id ?? null,
      meeting_unit: given.meeting?.unit ?? null,
      created_at: desk.now,
    });
    await tellGiven(transaction, kabupatenCode, id, given, desk.now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: `${given.kind}-given`,
      subject: `dispositions/${id}`,
      details: {
        unit: given.unitCode,
        recipient: given.to.title,
        dueOn: given.dueOn,
        ...(given.meetingOn === null ? {} : { meetingOn: given.meetingOn }),
      },
      personal: { about: given.about.sentence, instruction: given.instruction },
    });
    return { result: id, changed: true };
  });
}

/** The recipient says that it is done. A reminder asks for nothing more, and is closed by it. */
export async function reportOn(
  desk: DispositionDesk,
  running: RunningDisposition,
  report: string,
): Promise<void> {
  await change(
    desk,
    running,
    'reported_at is null',
    { reported_at: desk.now, report, ...(running.kind === 'reminder' ? { closed_at: desk.now } : {}) },
    { action: 'disposition-reported', details: { giver: running.fromTitle }, personal: { report } },
    tellReported,
  );
}

/** Who gave it accepts the report, or (without one) takes it back. */
export async function closeRunning(
  desk: DispositionDesk,
  running: RunningDisposition,
  reported: boolean,
): Promise<void> {
  await change(
    desk,
    running,
    reported ? 'reported_at is not null' : 'reported_at is null',
    { closed_at: desk.now },
    {
      action: reported ? 'disposition-closed' : 'disposition-withdrawn',
      details: { recipient: running.toTitle },
      personal: {},
    },
    tellClosed,
  );
}

/** Who gave it is not content: it runs again, to the same day or a later one. */
export async function sendBack(
  desk: DispositionDesk,
  running: RunningDisposition,
  reason: string,
  dueOn: string | null,
): Promise<void> {
  await change(
    desk,
    running,
    'reported_at is not null',
    {
      reported_at: null,
      sent_back_at: desk.now,
      sent_back_reason: reason,
      ...(dueOn === null ? {} : { due_on: dueOn }),
    },
    {
      action: 'disposition-sent-back',
      details: { recipient: running.toTitle, dueOn },
      personal: { reason },
    },
    (transaction, kabupatenCode, each, at) =>
      tellSentBack(transaction, kabupatenCode, { ...each, dueOn: dueOn ?? each.dueOn }, at),
  );
}

/**
 * A step of a running disposisi, with its entry in the trail.
 * @param from the condition of the state the step starts from: of two who act at once, the second is refused
 * @param tell word to whoever must act next
 * @throws ProblemException 409 when it no longer stands as it did
 */
async function change(
  desk: DispositionDesk,
  running: RunningDisposition,
  from: 'reported_at is null' | 'reported_at is not null',
  values: Readonly<Record<string, string | null>>,
  entry: {
    readonly action: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly personal: Readonly<Record<string, string>>;
  },
  tell: (
    transaction: Knex.Transaction,
    kabupatenCode: string,
    running: RunningDisposition,
    at: string,
  ) => Promise<void>,
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const changed = await transaction('dispositions')
      .where({ kabupaten_code: kabupatenCode, id: running.id })
      .whereNull('closed_at')
      .whereRaw(from)
      .update(values);
    if (changed === 0) throw new ProblemException(409, 'disposition-moved-on');
    await tell(transaction, kabupatenCode, running, desk.now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: entry.action,
      subject: `dispositions/${running.id}`,
      details: { unit: running.unitCode, ...entry.details },
      personal: entry.personal,
    });
    return { result: undefined, changed: true };
  });
}

/** Word to the two posts of a disposisi, within the transaction of what happened. */
import type { Knex } from 'knex';
import type { NoticeKind, NoticeParams } from '#domain/notices/notice-kinds';
import { sendNotice, settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { NewDisposition, RunningDisposition } from './given-disposition.ts';

/**
 * The recipient is told. A reminder is answered by the records it asks for as well as by a report, so it does not wait
 * among what is to be done.
 */
export async function tellGiven(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  given: NewDisposition,
  at: string,
): Promise<void> {
  const params = { from: given.from.title, about: given.about.sentence };
  await tell(transaction, kabupatenCode, id, given.to.post, at, {
    ...(given.meetingOn === null
      ? { kind: given.kind === 'reminder' ? 'reminder-received' : 'disposition-received', params }
      : { kind: 'commitment-received', params: { ...params, meeting: given.meetingOn } }),
    needsAction: given.kind !== 'reminder',
    dueOn: given.dueOn,
  });
}

/** The recipient reported: who gave it accepts it or sends it back. A reminder is closed by its report. */
export async function tellReported(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  running: RunningDisposition,
  at: string,
): Promise<void> {
  await settle(transaction, kabupatenCode, running, at);
  await tell(transaction, kabupatenCode, running.id, running.fromPost, at, {
    kind: 'disposition-reported',
    params: { to: running.toTitle, about: running.about },
    needsAction: running.kind !== 'reminder',
    dueOn: null,
  });
}

/** Closed or taken back: nothing waits any more. */
export async function tellClosed(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  running: RunningDisposition,
  at: string,
): Promise<void> {
  await settle(transaction, kabupatenCode, running, at);
}

/** Sent back: the recipient acts again. */
export async function tellSentBack(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  running: RunningDisposition,
  at: string,
): Promise<void> {
  await settle(transaction, kabupatenCode, running, at);
  await tell(transaction, kabupatenCode, running.id, running.toPost, at, {
    kind: 'disposition-sent-back',
    params: { from: running.fromTitle, about: running.about },
    needsAction: true,
    dueOn: running.dueOn,
  });
}

function settle(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  { id }: RunningDisposition,
  at: string,
): Promise<void> {
  return settleNotices(transaction, kabupatenCode, { kind: 'disposition', id }, at);
}

function tell(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  post: string,
  at: string,
  notice: {
    readonly kind: NoticeKind;
    readonly params: NoticeParams;
    readonly needsAction: boolean;
    readonly dueOn: string | null;
  },
): Promise<void> {
  return sendNotice(transaction, kabupatenCode, {
    ...notice,
    to: { post },
    about: { kind: 'disposition', id },
    link: '/disposisi',
    at,
  });
}

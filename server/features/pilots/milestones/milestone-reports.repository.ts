import type { Knex } from 'knex';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { sendNotice, settleNotices } from '../../../platform/notices/notices.repository.ts';
import { programmeLink, type PilotDesk } from '../pilot-deps.ts';
import { MILESTONE } from '../pilot-notices.ts';
import {
  lockMilestone,
  type MilestoneRow,
  type NamedMilestone,
  type NamedProgramme,
} from './milestones.repository.ts';

export interface NewReport {
  readonly on: string;
  /** 0–1. */
  readonly doneShare: number;
  readonly note: string | null;
  /** Null: by a file that names no post. */
  readonly post: string | null;
  readonly by: string;
  /** Null where nobody in person stands behind it. */
  readonly userId: string | null;
  /** ISO instant. */
  readonly at: string;
}

/** What a report made of its milestone. */
export interface ReportOutcome {
  /** The newest report says 100 %. */
  readonly done: boolean;
  /** Who had signed it off, when the report took that away; else null. */
  readonly signOffLost: string | null;
}

/**
 * Reports how far a milestone is. At 100 % those who may sign it off are told; below, a sign-off falls.
 * @param signers posts that are told
 */
export async function reportOnMilestone(
  desk: PilotDesk,
  programme: NamedProgramme,
  milestone: NamedMilestone,
  report: Pick<NewReport, 'on' | 'doneShare' | 'note'>,
  signers: readonly string[],
): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const before = await lockMilestone(transaction, kabupatenCode, milestone.id);
    const outcome = await writeReport(transaction, kabupatenCode, before, {
      ...report,
      post: desk.post.id,
      by: desk.post.title,
      userId: desk.userId,
      at: now,
    });
    const about = { kind: MILESTONE, id: milestone.id };
    if (outcome.done && (before.signed_at === null || outcome.signOffLost !== null)) {
      for (const post of signers)
        await sendNotice(transaction, kabupatenCode, {
          to: { post },
          kind: 'milestone-to-sign',
          params: { programme: programme.name, milestone: milestone.title },
          about,
          link: programmeLink(programme.id),
          needsAction: true,
          dueOn: null,
          at: now,
        });
    }
    if (!outcome.done) await settleNotices(transaction, kabupatenCode, about, now, ['milestone-to-sign']);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'milestone-reported',
      subject: `pilots/${programme.id}`,
      details: {
        programme: programme.name,
        number: milestone.number,
        milestone: milestone.title,
        on: report.on,
        percent: Math.round(report.doneShare * 1000) / 10,
        signOffLost: outcome.signOffLost,
      },
      personal: report.note === null ? {} : { note: report.note },
    });
    return { result: undefined, changed: true };
  });
}

/**
 * Writes a report and what follows from it: the share in force is that of the newest day, begun is the first day with any
 * progress, finished the day since which it is done.
 */
export async function writeReport(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  before: MilestoneRow,
  report: NewReport,
): Promise<ReportOutcome> {
  const key = { kabupaten_code: kabupatenCode, milestone_id: before.id };
  await transaction('milestone_reports').insert({
    ...key,
    id: newRecordId(),
    reported_on: report.on,
    done_share: report.doneShare,
    note: report.note,
    post_id: report.post,
    post_title: report.by,
    reported_by: report.userId,
    created_at: report.at,
  });
  const reports = (await transaction('milestone_reports')
    .select('reported_on', 'done_share')
    .where(key)
    .orderBy(['reported_on', 'created_at', 'id'])) as { reported_on: string; done_share: number }[];
  const newest = reports.at(-1)?.done_share ?? 0;
  const done = newest >= 1;
  const lastBelow = reports.findLastIndex(({ done_share }) => done_share < 1);
  const begun = reports.find(({ done_share }) => done_share > 0)?.reported_on ?? null;
  const startedOn = [before.started_on, begun].filter((day) => day !== null).toSorted()[0] ?? null;
  const signOffLost = !done && before.signed_at !== null ? (before.signed_title ?? '–') : null;
  await transaction('pilot_milestones')
    .where({ kabupaten_code: kabupatenCode, id: before.id })
    .update({
      done_share: newest,
      started_on: startedOn,
      finished_on: done ? (reports[lastBelow + 1]?.reported_on ?? report.on) : null,
      ...(done ? {} : { signed_by: null, signed_title: null, signed_at: null }),
    });
  return { done, signOffLost };
}

/**
 * Signs a milestone off. That the signer is a second person was looked at before; what is asked here is that nothing
 * happened in between.
 * @param reporter the post that reported it as done, which is told; null when there is none
 * @throws ProblemException 409 when it is signed off already, or is reported otherwise meanwhile
 */
export async function signMilestoneOff(
  desk: PilotDesk,
  programme: NamedProgramme,
  milestone: NamedMilestone,
  reporter: string | null,
): Promise<void> {
  const { kabupatenCode, now } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const before = await lockMilestone(transaction, kabupatenCode, milestone.id);
    if (before.signed_at !== null) throw new ProblemException(409, 'milestone-already-signed');
    if (before.done_share < 1) throw new ProblemException(409, 'milestone-not-done');
    await transaction('pilot_milestones')
      .where({ kabupaten_code: kabupatenCode, id: milestone.id })
      .update({ signed_by: desk.userId, signed_title: desk.post.title, signed_at: now });
    const about = { kind: MILESTONE, id: milestone.id };
    await settleNotices(transaction, kabupatenCode, about, now, ['milestone-to-sign']);
    if (reporter !== null)
      await sendNotice(transaction, kabupatenCode, {
        to: { post: reporter },
        kind: 'milestone-signed',
        params: { programme: programme.name, milestone: milestone.title, by: desk.post.title },
        about,
        link: programmeLink(programme.id),
        needsAction: false,
        dueOn: null,
        at: now,
      });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'milestone-signed',
      subject: `pilots/${programme.id}`,
      details: { programme: programme.name, number: milestone.number, milestone: milestone.title },
    });
    return { result: undefined, changed: true };
  });
}

import type { Knex } from 'knex';
import {
  sendNotice,
  settleNotices,
  type NoticeReceiver,
} from '../../../platform/notices/notices.repository.ts';
import { commandActor, type AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { StaffDesk } from '../staff-flags-deps.ts';
import type { FlagRecord, FlagState } from './flag-records.queries.ts';

/** Whoever is told of a step that now waits for them, and what the rule is called. */
export interface NextStep {
  readonly receivers: readonly NoticeReceiver[];
  /** Name of the rule, for the notice. */
  readonly rule: string;
}

/**
 * The person's own words, kept with the proposal alone: in the trail they would tell whom it is about.
 * @throws ProblemException 409 when the proposal has moved on
 */
export async function explainFlag(
  desk: StaffDesk,
  flag: Pick<FlagRecord, 'id'>,
  text: string,
  next: NextStep,
): Promise<void> {
  await takeStep(desk, flag, ['proposed'], {
    values: { state: 'explained', explanation: text, explained_at: desk.now },
    action: 'staff-flag-explained',
    // Who explains is who it is about: the trail, which administrators read, must not name them.
    actor: commandActor('pegawai yang bersangkutan'),
    personal: {},
    next: { ...next, kind: 'flag-to-review' },
  });
}

/**
 * What the direct superior thinks of it.
 * @param from states in which it may be reviewed today
 * @throws ProblemException 409 when the proposal has moved on
 */
export async function reviewFlag(
  desk: StaffDesk,
  flag: Pick<FlagRecord, 'id'>,
  from: readonly FlagState[],
  text: string,
  next: NextStep,
): Promise<void> {
  await takeStep(desk, flag, from, {
    values: { state: 'reviewed', review: text, reviewed_at: desk.now, reviewed_title: desk.postTitle },
    action: 'staff-flag-reviewed',
    personal: { review: text },
    next: { ...next, kind: 'flag-to-decide' },
  });
}

export interface FlagDecision {
  readonly verdict: 'confirmed' | 'dismissed';
  readonly reason: string;
  /** Number and date of the official's own decision: both, or neither. */
  readonly number: string | null;
  readonly on: string | null;
}

/**
 * The decision of the official in charge; PANDU records it and never makes it.
 * @throws ProblemException 409 when the proposal has moved on
 */
export async function decideFlag(
  desk: StaffDesk,
  flag: Pick<FlagRecord, 'id'>,
  from: readonly FlagState[],
  decision: FlagDecision,
  next: NextStep,
): Promise<void> {
  const { verdict, reason, number, on } = decision;
  await takeStep(desk, flag, from, {
    values: {
      state: verdict,
      decision: verdict,
      decided_at: desk.now,
      decided_by: desk.actor.userId,
      decided_title: desk.postTitle,
      decision_reason: reason,
      decision_number: number,
      decision_on: on,
    },
    action: verdict === 'confirmed' ? 'staff-flag-confirmed' : 'staff-flag-dismissed',
    personal: { reason, ...(number === null ? {} : { number }) },
    next: { ...next, kind: 'flag-decided' },
  });
}

interface Step {
  readonly values: Readonly<Record<string, unknown>>;
  readonly action: string;
  /** In place of the one who calls. */
  readonly actor?: AuditActor;
  readonly personal: Readonly<Record<string, string>>;
  readonly next: NextStep & { readonly kind: NoticeKind };
}

/** One step of the life of a proposal: of two at once, the second finds it moved on. */
async function takeStep(
  desk: StaffDesk,
  flag: Pick<FlagRecord, 'id'>,
  from: readonly FlagState[],
  step: Step,
): Promise<void> {
  const { kabupatenCode, now } = desk;
  const about = { kind: 'staff-flag', id: flag.id };
  await writeInScope(desk.database, { kabupatenCode }, async (transaction: Knex.Transaction) => {
    const changed = await transaction('staff_flags')
      .where({ kabupaten_code: kabupatenCode, id: flag.id })
      .whereIn('state', [...from])
      .update(step.values);
    if (changed === 0) throw new ProblemException(409, 'staff-flag-moved-on');
    await settleNotices(transaction, kabupatenCode, about, now);
    for (const to of step.next.receivers) {
      await sendNotice(transaction, kabupatenCode, {
        to,
        kind: step.next.kind,
        params: { rule: step.next.rule },
        about,
        link: `/pegawai/${flag.id}`,
        needsAction: step.next.kind !== 'flag-decided',
        dueOn: null,
        at: now,
      });
    }
    await desk.audit.record(transaction, kabupatenCode, step.actor ?? desk.actor, {
      action: step.action,
      subject: `staff-flags/${flag.id}`,
      personal: step.personal,
    });
    // No figure changed, and who is not concerned is not told that anything did.
    return { result: undefined, changed: false };
  });
}

import type { Knex } from 'knex';
import { commandActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import {
  sendNotice,
  settleNotices,
  type NoticeReceiver,
} from '../../../platform/notices/notices.repository.ts';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { ruleName } from '../words/flag-words.ts';
import type { NewFlag } from './flag-changes.ts';
import type { StandingFlag } from './standing-flags.queries.ts';

/** Where the round writes: in its transaction, under the kabupaten's lock. */
export interface RoundDesk {
  readonly transaction: Knex.Transaction;
  readonly audit: AuditLog;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
}

/** The rules are nobody's: the trail says that the product proposed. */
const RULES = commandActor('PANDU');

/**
 * Makes a proposal and tells the person it is about, who is the first to see it.
 * @returns false when another look at the same time made it already
 */
export async function insertFlag(
  desk: RoundDesk,
  flag: NewFlag,
  dates: { readonly explainUntil: string; readonly expiresOn: string; readonly dataVersion: number },
): Promise<boolean> {
  const { transaction, kabupatenCode, now } = desk;
  const id = newRecordId();
  const inserted: unknown[] = await transaction('staff_flags')
    .insert({
      kabupaten_code: kabupatenCode,
      id,
      staff_id: flag.person.id,
      unit_code: flag.person.unitCode,
      rule_id: flag.ruleId,
      kind: flag.kind,
      period_from: flag.period.from,
      period_to: flag.period.to,
      evidence: JSON.stringify(flag.evidence),
      settings: JSON.stringify(flag.settings),
      data_version: dates.dataVersion,
      state: 'proposed',
      raised_at: now,
      explain_until: dates.explainUntil,
      expires_on: dates.expiresOn,
    })
    .onConflict()
    .ignore()
    .returning('id');
  if (inserted.length === 0) return false;
  await record(desk, 'staff-flag-raised', id, flag.ruleId);
  const { userId } = flag.person;
  if (userId === null) return true;
  const isReward = flag.kind === 'reward';
  await tell(desk, { id, rule_id: flag.ruleId }, isReward ? 'flag-raised-reward' : 'flag-to-explain', {
    to: [{ user: userId }],
    params: isReward ? {} : { until: dates.explainUntil },
    needsAction: !isReward,
    dueOn: dates.explainUntil,
  });
  return true;
}

/**
 * Takes an open proposal back, because the records no longer carry it, and says so to all who were concerned.
 * @returns false when it was decided in the meantime
 */
export async function withdrawFlag(
  desk: RoundDesk,
  flag: StandingFlag,
  reason: string,
  to: readonly NoticeReceiver[],
): Promise<boolean> {
  const { transaction, kabupatenCode, now } = desk;
  const changed = await transaction('staff_flags')
    .where({ kabupaten_code: kabupatenCode, id: flag.id })
    .whereIn('state', ['proposed', 'explained', 'reviewed'])
    .update({ state: 'withdrawn', withdrawn_at: now, withdrawn_reason: reason });
  if (changed === 0) return false;
  await settleNotices(transaction, kabupatenCode, aboutFlag(flag), now);
  await tell(desk, flag, 'flag-withdrawn', { to, params: {}, needsAction: false, dueOn: null });
  await record(desk, 'staff-flag-withdrawn', flag.id, flag.rule_id);
  return true;
}

/** A decision stands until the official changes it; but the official is told that the records no longer carry it. */
export async function tellOfChangedFacts(
  desk: RoundDesk,
  flag: StandingFlag,
  to: readonly NoticeReceiver[],
): Promise<void> {
  await tell(desk, flag, 'flag-facts-changed', { to, params: {}, needsAction: false, dueOn: null });
  await record(desk, 'staff-flag-facts-changed', flag.id, flag.rule_id);
}

/** Lets a proposal whose time is over count no longer. @returns false when it did already */
export async function expireFlag(desk: RoundDesk, flag: StandingFlag): Promise<boolean> {
  const { transaction, kabupatenCode, now } = desk;
  const changed = await transaction('staff_flags')
    .where({ kabupaten_code: kabupatenCode, id: flag.id, state: flag.state })
    .update({ state: 'expired' });
  if (changed === 0) return false;
  await settleNotices(transaction, kabupatenCode, aboutFlag(flag), now);
  await record(desk, 'staff-flag-expired', flag.id, flag.rule_id);
  return true;
}

/** Tells whoever must take the next step. */
export async function tellNext(
  desk: RoundDesk,
  flag: StandingFlag,
  kind: NoticeKind,
  to: readonly NoticeReceiver[],
): Promise<void> {
  await tell(desk, flag, kind, { to, params: {}, needsAction: true, dueOn: null });
}

function aboutFlag({ id }: Pick<StandingFlag, 'id'>): { kind: string; id: string } {
  return { kind: 'staff-flag', id };
}

async function tell(
  { transaction, kabupatenCode, now }: RoundDesk,
  flag: Pick<StandingFlag, 'id' | 'rule_id'>,
  kind: NoticeKind,
  notice: {
    readonly to: readonly NoticeReceiver[];
    readonly params: Readonly<Record<string, string>>;
    readonly needsAction: boolean;
    readonly dueOn: string | null;
  },
): Promise<void> {
  for (const to of notice.to) {
    await sendNotice(transaction, kabupatenCode, {
      to,
      kind,
      params: { rule: ruleName(flag.rule_id, 'id'), ...notice.params },
      about: aboutFlag(flag),
      link: `/pegawai/${flag.id}`,
      needsAction: notice.needsAction,
      dueOn: notice.dueOn,
      at: now,
    });
  }
}

/** Neither who nor where: administrators read the trail, and a proposal is not theirs to see. */
async function record(desk: RoundDesk, action: string, id: string, rule: string): Promise<void> {
  await desk.audit.record(desk.transaction, desk.kabupatenCode, RULES, {
    action,
    subject: `staff-flags/${id}`,
    details: { rule: ruleName(rule, 'id') },
  });
}

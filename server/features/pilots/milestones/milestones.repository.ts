import type { Knex } from 'knex';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { PilotDesk } from '../pilot-deps.ts';
import { MILESTONE } from '../pilot-notices.ts';

/** The programme a milestone belongs to, as far as the trail tells it. */
export interface NamedProgramme {
  readonly id: string;
  readonly name: string;
}

export interface PlanValues {
  readonly startOn: string;
  readonly finishOn: string;
  readonly weight: number;
}

/**
 * Adds a milestone with its first plan.
 * @returns its id
 * @throws ProblemException 409 when the number is taken
 */
export async function insertMilestone(
  desk: PilotDesk,
  programme: NamedProgramme,
  milestone: PlanValues & { readonly number: string; readonly title: string },
): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const taken: unknown = await transaction('pilot_milestones')
      .where({ kabupaten_code: kabupatenCode, programme_id: programme.id, number: milestone.number })
      .first('id');
    if (taken !== undefined)
      throw new ProblemException(409, 'milestone-number-taken', { number: milestone.number });
    const id = newRecordId();
    await transaction('pilot_milestones').insert({
      kabupaten_code: kabupatenCode,
      id,
      programme_id: programme.id,
      number: milestone.number,
      title: milestone.title,
      weight: milestone.weight,
      planned_start_on: milestone.startOn,
      planned_finish_on: milestone.finishOn,
    });
    await insertMilestonePlan(transaction, kabupatenCode, {
      ...milestone,
      milestone: id,
      version: 1,
      reason: null,
      by: desk.post.title,
      at: desk.now,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'milestone-planned',
      subject: `pilots/${programme.id}`,
      details: {
        programme: programme.name,
        number: milestone.number,
        milestone: milestone.title,
        finishOn: milestone.finishOn,
      },
    });
    return { result: id, changed: true };
  });
}

/** A version of a milestone's plan, as it is kept for ever. */
export interface StoredPlan extends PlanValues {
  readonly milestone: string;
  readonly version: number;
  /** Null for the first plan. */
  readonly reason: string | null;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export async function insertMilestonePlan(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  plan: StoredPlan,
): Promise<void> {
  await transaction('milestone_plans').insert({
    kabupaten_code: kabupatenCode,
    milestone_id: plan.milestone,
    version: plan.version,
    planned_start_on: plan.startOn,
    planned_finish_on: plan.finishOn,
    weight: plan.weight,
    reason: plan.reason,
    post_title: plan.by,
    created_at: plan.at,
  });
}

/** A milestone that is about to be written. */
export interface NamedMilestone {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/**
 * Gives a milestone another plan; the earlier ones stay.
 * @throws ProblemException 404 when it was removed meanwhile, 409 when the plan is the same
 */
export async function changeMilestonePlan(
  desk: PilotDesk,
  programme: NamedProgramme,
  milestone: NamedMilestone,
  plan: PlanValues,
  reason: string,
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const before = await lockMilestone(transaction, kabupatenCode, milestone.id);
    if (
      before.planned_start_on === plan.startOn &&
      before.planned_finish_on === plan.finishOn &&
      before.weight === plan.weight
    )
      throw new ProblemException(409, 'milestone-plan-same');
    await writePlan(transaction, kabupatenCode, milestone.id, {
      ...plan,
      reason,
      by: desk.post.title,
      at: desk.now,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'milestone-replanned',
      subject: `pilots/${programme.id}`,
      details: {
        programme: programme.name,
        number: milestone.number,
        milestone: milestone.title,
        before: before.planned_finish_on,
        finishOn: plan.finishOn,
      },
      personal: { reason },
    });
    return { result: undefined, changed: true };
  });
}

/** Writes the next version of a plan and puts it in force. */
export async function writePlan(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  milestone: string,
  plan: Omit<StoredPlan, 'milestone' | 'version'>,
): Promise<void> {
  const versions = (await transaction('milestone_plans')
    .select('version')
    .where({ kabupaten_code: kabupatenCode, milestone_id: milestone })
    .orderBy('version', 'desc')
    .limit(1)) as { version: number }[];
  await insertMilestonePlan(transaction, kabupatenCode, {
    ...plan,
    milestone,
    version: (versions[0]?.version ?? 0) + 1,
  });
  await transaction('pilot_milestones').where({ kabupaten_code: kabupatenCode, id: milestone }).update({
    planned_start_on: plan.startOn,
    planned_finish_on: plan.finishOn,
    weight: plan.weight,
  });
}

/** Takes a milestone out of the programme from now on; what was of it stays on record. */
export async function removeMilestoneFrom(
  desk: PilotDesk,
  programme: NamedProgramme,
  milestone: NamedMilestone,
  reason: string,
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await lockMilestone(transaction, kabupatenCode, milestone.id);
    await transaction('pilot_milestones')
      .where({ kabupaten_code: kabupatenCode, id: milestone.id })
      .update({ removed_at: desk.now });
    await settleNotices(transaction, kabupatenCode, { kind: MILESTONE, id: milestone.id }, desk.now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'milestone-removed',
      subject: `pilots/${programme.id}`,
      details: { programme: programme.name, number: milestone.number, milestone: milestone.title },
      personal: { reason },
    });
    return { result: undefined, changed: true };
  });
}

export interface MilestoneRow {
  readonly id: string;
  readonly weight: number;
  readonly planned_start_on: string;
  readonly planned_finish_on: string;
  readonly started_on: string | null;
  readonly done_share: number;
  readonly signed_title: string | null;
  readonly signed_at: Date | null;
}

/** The milestone as it stands, closed to other writers. @throws ProblemException 404 when it was removed */
export async function lockMilestone(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<MilestoneRow> {
  const row: MilestoneRow | undefined = await transaction('pilot_milestones')
    .where({ kabupaten_code: kabupatenCode, id })
    .whereNull('removed_at')
    .forUpdate()
    .first(
      'id',
      'weight',
      'planned_start_on',
      'planned_finish_on',
      'started_on',
      'done_share',
      'signed_title',
      'signed_at',
    );
  if (row === undefined) throw new ProblemException(404, 'milestone-not-found');
  return row;
}

import type { Knex } from 'knex';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';

/** Where plans are written, and who writes. */
export interface PlanDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
}

export interface NewPlan {
  readonly unitCode: string;
  readonly serviceCode: string;
  readonly instrument: string;
  readonly unsur: { readonly code: string; readonly name: string };
  readonly plan: string;
  readonly owner: { readonly post: string; readonly title: string };
  readonly dueOn: string;
}

/**
 * Makes a plan. Its words may name people: in the trail they are sealed like a name.
 * @returns its id
 */
export async function insertPlan(desk: PlanDesk, plan: NewPlan): Promise<string> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const id = newRecordId();
    await transaction('follow_up_plans').insert({
      kabupaten_code: kabupatenCode,
      id,
      unit_code: plan.unitCode,
      service_code: plan.serviceCode,
      instrument: plan.instrument,
      unsur: plan.unsur.code,
      plan: plan.plan,
      owner_post: plan.owner.post,
      owner_title: plan.owner.title,
      due_on: plan.dueOn,
      created_at: desk.now,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'follow-up-planned',
      subject: `follow-up-plans/${id}`,
      details: {
        unit: plan.unitCode,
        unsur: plan.unsur.name,
        owner: plan.owner.title,
        dueOn: plan.dueOn,
      },
      personal: { plan: plan.plan },
    });
    return { result: id, changed: true };
  });
}

/**
 * Says that a plan was carried out, and how.
 * @throws ProblemException 409 when it was said before: of two at once, the second is refused
 */
export async function finishPlan(
  desk: PlanDesk,
  plan: { readonly id: string; readonly unitCode: string; readonly unsur: string },
  result: string,
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const changed = await transaction('follow_up_plans')
      .where({ kabupaten_code: kabupatenCode, id: plan.id })
      .whereNull('done_at')
      .update({ done_at: desk.now, result });
    if (changed === 0) throw new ProblemException(409, 'plan-already-done');
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'follow-up-done',
      subject: `follow-up-plans/${plan.id}`,
      details: { unit: plan.unitCode, unsur: plan.unsur },
      personal: { result },
    });
    return { result: undefined, changed: true };
  });
}

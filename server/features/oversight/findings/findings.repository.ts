import type { Knex } from 'knex';
import {
  answerDueOn,
  FAULTS_OF_INPUT,
  stepFault,
  type AskedStep,
  type FindingSource,
  type LifeStep,
  type RecommendationStatus,
} from '#domain/oversight/recommendation-life';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { FindingNotices, type ToldRecommendation } from './finding-notices.repository.ts';
import type { ToldPosts } from './told-posts.ts';

/** Where findings are written, who writes, and who is told. */
export interface FindingDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  /** Title of the post that writes. */
  readonly postTitle: string;
  readonly postId: string | null;
  readonly kabupatenCode: string;
  /** ISO instant, and the day it is there. */
  readonly now: string;
  readonly today: string;
  readonly posts: ToldPosts;
}

export interface NewFinding {
  readonly number: string;
  readonly source: FindingSource;
  readonly title: string;
  readonly body: string;
  readonly unit: string;
  readonly reportNumber: string;
  readonly reportOn: string;
  readonly receivedOn: string;
  readonly amount: number | null;
  readonly recommendations: readonly {
    readonly number: string;
    readonly body: string;
    readonly unit: string;
    readonly dueOn?: string | undefined;
  }[];
  readonly demo?: boolean;
}

/**
 * Opens the file of a finding with its recommendations, and tells every unit that one is addressed to.
 * @returns its id, and those of its recommendations in the order given
 * @throws ProblemException 409 when the source has a finding of that number
 */
export async function insertFinding(
  desk: FindingDesk,
  finding: NewFinding,
): Promise<{ readonly id: string; readonly recommendations: readonly string[] }> {
  const { kabupatenCode } = desk;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const known: unknown[] = await transaction('audit_findings')
      .select('id')
      .where({ kabupaten_code: kabupatenCode, source: finding.source, number: finding.number });
    if (known.length > 0) throw new ProblemException(409, 'finding-known', { number: finding.number });
    const id = newRecordId();
    await transaction('audit_findings').insert({
      kabupaten_code: kabupatenCode,
      id,
      number: finding.number,
      source: finding.source,
      title: finding.title,
      body: finding.body,
      unit_code: finding.unit,
      report_number: finding.reportNumber,
      report_on: finding.reportOn,
      received_on: finding.receivedOn,
      amount: finding.amount,
      post_title: desk.postTitle,
      created_at: desk.now,
      demo: finding.demo === true,
    });
    const rows = finding.recommendations.map((each) => ({
      kabupaten_code: kabupatenCode,
      id: newRecordId(),
      finding_id: id,
      number: each.number,
      body: each.body,
      unit_code: each.unit,
      due_on: each.dueOn ?? answerDueOn(finding.source, finding.receivedOn),
    }));
    await transaction('audit_recommendations').insert(rows);
    const byUnit = [...Map.groupBy(rows, ({ unit_code }) => unit_code)];
    await noticesOf(desk, transaction).opened(
      { ...finding, id },
      byUnit.map(([code, own]) => ({
        code,
        count: own.length,
        dueOn: own.map(({ due_on }) => due_on).toSorted()[0] ?? finding.receivedOn,
      })),
    );
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'finding-opened',
      subject: `findings/${id}`,
      details: {
        source: finding.source,
        number: finding.number,
        unit: finding.unit,
        letter: finding.reportNumber,
        recommendations: rows.length,
      },
      personal: { title: finding.title, body: finding.body },
    });
    return { result: { id, recommendations: rows.map((row) => row.id) }, changed: true };
  });
}

/** A step with what is written of it. */
export type NewStep =
  | { readonly kind: 'action'; readonly body: string }
  | {
      readonly kind: 'proposal';
      readonly status: RecommendationStatus;
      readonly reason: string | null;
      readonly letter: { readonly number: string; readonly on: string };
    }
  | { readonly kind: 'verification'; readonly status: RecommendationStatus; readonly body: string }
  | {
      readonly kind: 'decision';
      readonly status: RecommendationStatus;
      readonly reason: string | null;
      readonly letter: { readonly number: string; readonly on: string };
      readonly newDueOn: string | null;
    }
  | { readonly kind: 'blocked'; readonly unit: string; readonly reason: string }
  | { readonly kind: 'unblocked'; readonly reason: string };

/**
 * Takes a step of a recommendation as it stands at that moment: step, status, notices and trail in one transaction. What
 * was written may name people: in the trail it is sealed like a name.
 * @param about the recommendation as the caller knows it; its name of the unit is told to others
 * @throws ProblemException 400 or 409 when the step cannot be taken (`domain/oversight/recommendation-life`)
 */
export async function takeStep(
  desk: FindingDesk,
  about: { readonly id: string; readonly unitName: string },
  step: NewStep,
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const standing = await readStanding(transaction, kabupatenCode, about.id);
    const fault = stepFault(
      {
        source: standing.source,
        decided: standing.decided_status,
        blocked: standing.blocked_by_unit !== null,
        steps: standing.steps,
      },
      askedStep(step, standing.unit_code),
      { today: desk.today, receivedOn: standing.received_on },
    );
    if (fault !== null) throw new ProblemException(FAULTS_OF_INPUT.includes(fault) ? 400 : 409, fault);
    await transaction('recommendation_steps').insert({
      kabupaten_code: kabupatenCode,
      id: newRecordId(),
      recommendation_id: about.id,
      ...stepValues(step),
      post_id: desk.postId,
      post_title: desk.postTitle,
      created_at: desk.now,
    });
    const values = changesOf(step, desk.today);
    if (values !== null)
      await transaction('audit_recommendations')
        .where({ kabupaten_code: kabupatenCode, id: about.id })
        .update(values);
    const told: ToldRecommendation = {
      id: about.id,
      findingId: standing.finding_id,
      number: `${standing.finding_number}/${standing.number}`,
      source: standing.source,
      unit: { code: standing.unit_code, name: about.unitName },
      dueOn: (step.kind === 'decision' ? step.newDueOn : null) ?? standing.due_on,
    };
    await tell(noticesOf(desk, transaction), told, step);
    if (step.kind === 'action' || step.kind === 'proposal' || step.kind === 'decision')
      await settleOpening(desk, transaction, standing.finding_id, standing.unit_code);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: ACTIONS[step.kind],
      subject: `recommendations/${about.id}`,
      details: {
        number: told.number,
        unit: standing.unit_code,
        ...('status' in step ? { status: step.status } : {}),
        ...('letter' in step ? { letter: step.letter.number, letterOn: step.letter.on } : {}),
        ...(step.kind === 'decision' ? { newDueOn: step.newDueOn } : {}),
        ...(step.kind === 'blocked' ? { otherUnit: step.unit } : {}),
      },
      personal: personalOf(step),
    });
    return { result: undefined, changed: true };
  });
}

const ACTIONS: Readonly<Record<NewStep['kind'], string>> = {
  action: 'recommendation-acted-on',
  proposal: 'recommendation-proposed',
  verification: 'recommendation-verified',
  decision: 'recommendation-decided',
  blocked: 'recommendation-blocked',
  unblocked: 'recommendation-unblocked',
};

interface Standing {
  readonly finding_id: string;
  readonly finding_number: string;
  readonly source: FindingSource;
  readonly received_on: string;
  readonly number: string;
  readonly unit_code: string;
  readonly due_on: string;
  readonly blocked_by_unit: string | null;
  readonly decided_status: RecommendationStatus;
  readonly steps: readonly LifeStep[];
}

/** How it stands now: the writers of a kabupaten come one after the other, so nothing moves until the end. */
async function readStanding(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<Standing> {
  const found: { rows: Omit<Standing, 'steps'>[] } = await transaction.raw(
    `select r.finding_id, f.number as finding_number, f.source, f.received_on, r.number, r.unit_code, r.due_on,
            r.blocked_by_unit, r.decided_status
       from audit_recommendations r
       join audit_findings f on f.kabupaten_code = r.kabupaten_code and f.id = r.finding_id
      where r.kabupaten_code = :kabupatenCode and r.id = :id::uuid`,
    { kabupatenCode, id },
  );
  const [row] = found.rows;
  if (row === undefined) throw new ProblemException(404, 'recommendation-not-found');
  const steps = (await transaction('recommendation_steps')
    .select('kind', 'status')
    .where({ kabupaten_code: kabupatenCode, recommendation_id: id })
    .orderBy(['created_at', 'id'])) as LifeStep[];
  return { ...row, steps };
}

function askedStep(step: NewStep, ownUnit: string): AskedStep {
  switch (step.kind) {
    case 'blocked':
      return { kind: 'blocked', isOwnUnit: step.unit === ownUnit };
    case 'proposal':
    case 'decision':
    case 'verification':
    case 'action':
    case 'unblocked':
      return step;
  }
}

function stepValues(step: NewStep): Readonly<Record<string, string | null>> {
  switch (step.kind) {
    case 'action':
      return { kind: step.kind, body: step.body };
    case 'verification':
      return { kind: step.kind, body: step.body, status: step.status };
    case 'proposal':
    case 'decision':
      return {
        kind: step.kind,
        body: step.reason,
        status: step.status,
        letter_number: step.letter.number,
        letter_on: step.letter.on,
        new_due_on: step.kind === 'decision' ? step.newDueOn : null,
      };
    case 'blocked':
      return { kind: step.kind, body: step.reason, other_unit: step.unit };
    case 'unblocked':
      return { kind: step.kind, body: step.reason };
  }
}

/** What a step changes about the recommendation itself; null: nothing. */
function changesOf(step: NewStep, today: string): Readonly<Record<string, string | null>> | null {
  const free = { blocked_by_unit: null, blocked_reason: null, blocked_since: null };
  switch (step.kind) {
    case 'proposal':
      return { proposed_status: step.status };
    case 'decision':
      return {
        decided_status: step.status,
        ...(step.newDueOn === null ? {} : { due_on: step.newDueOn }),
        // Sent back: what the entity said before was answered. Settled: nothing waits for another unit any more.
        ...(step.status === 'SS' || step.status === 'TD' ? free : { proposed_status: null }),
      };
    case 'blocked':
      return { blocked_by_unit: step.unit, blocked_reason: step.reason, blocked_since: today };
    case 'unblocked':
      return free;
    case 'action':
    case 'verification':
      return null;
  }
}

function personalOf(step: NewStep): Readonly<Record<string, string>> {
  const text = 'body' in step ? step.body : step.reason;
  return text === null || text === '' ? {} : { reason: text };
}

async function tell(notices: FindingNotices, told: ToldRecommendation, step: NewStep): Promise<void> {
  switch (step.kind) {
    case 'action':
    case 'proposal':
      return notices.toVerify(told);
    case 'verification':
      return notices.verified(told, step.status);
    case 'decision':
      return notices.decided(told, step.status, step.letter.number);
    case 'blocked':
      return notices.blocked(told, step.unit, step.reason);
    case 'unblocked':
      return notices.unblocked(told);
  }
}

/** Once something was said of every recommendation of the unit, the word that the finding was opened is answered. */
async function settleOpening(
  desk: FindingDesk,
  transaction: Knex.Transaction,
  findingId: string,
  unit: string,
): Promise<void> {
  const silent: { rows: unknown[] } = await transaction.raw(
    `select 1 from audit_recommendations r
      where r.kabupaten_code = :kabupatenCode and r.finding_id = :findingId::uuid and r.unit_code = :unit
        and r.decided_status in ('BS', 'BT')
        and not exists (select 1 from recommendation_steps s
                         where s.kabupaten_code = r.kabupaten_code and s.recommendation_id = r.id
                           and s.kind in ('action', 'proposal', 'decision'))
      limit 1`,
    { kabupatenCode: desk.kabupatenCode, findingId, unit },
  );
  if (silent.rows.length === 0) await noticesOf(desk, transaction).answered(findingId, unit);
}

function noticesOf(
  { kabupatenCode, now, posts }: FindingDesk,
  transaction: Knex.Transaction,
): FindingNotices {
  return new FindingNotices(transaction, kabupatenCode, now, posts);
}

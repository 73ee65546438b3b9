import type { FindingSource, RecommendationStatus, StepKind } from '#domain/oversight/recommendation-life';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A finding as it is stored, with the recommendations that may be known counted by decided status. */
export interface FindingRecord {
  readonly id: string;
  readonly number: string;
  readonly source: FindingSource;
  readonly title: string;
  readonly body: string;
  readonly unit_code: string;
  readonly report_number: string;
  readonly report_on: string;
  readonly received_on: string;
  readonly amount: number | null;
  readonly post_title: string;
  readonly recommendations: number;
  readonly ss: number;
  readonly bs: number;
  readonly bt: number;
  readonly td: number;
  readonly late: number;
  readonly next_due_on: string | null;
}

export interface FindingFilter {
  /** Units of the scope or of what was selected in it; null: the whole kabupaten. */
  readonly unitCodes: readonly string[] | null;
  readonly source: FindingSource | null;
  readonly status: RecommendationStatus | null;
  readonly late: boolean | null;
  readonly today: string;
}

export interface FindingCounts {
  readonly total: number;
  readonly ss: number;
  readonly bs: number;
  readonly bt: number;
  readonly td: number;
  readonly late: number;
}

/** The last thing that happened to a recommendation `r`, blocks apart. */
const LAST_STEP = `left join lateral (
    select s.kind, s.status from recommendation_steps s
     where s.kabupaten_code = r.kabupaten_code and s.recommendation_id = r.id and s.kind not in ('blocked', 'unblocked')
     order by s.created_at desc, s.id desc limit 1
  ) last on true`;

/** The entity is to act: `turnOf` of `domain/oversight/recommendation-life`, over what {@link LAST_STEP} found. */
const ENTITY_TURN = `(r.decided_status in ('BS', 'BT')
  and (last.kind is null or last.kind = 'decision' or (last.kind = 'verification' and last.status in ('BS', 'BT'))))`;

/**
 * $1 is the kabupaten, $2 the units, $3 today. A recommendation is known to the unit it is addressed to, and to the unit
 * it waits for; a finding to its unit and to all that know one of its recommendations.
 */
const KNOWN = `select f.id, f.number, f.source, f.title, f.body, f.unit_code, f.report_number, f.report_on, f.received_on,
         f.amount, f.post_title, f.kabupaten_code,
         count(r.id)::int as recommendations,
         (count(*) filter (where r.decided_status = 'SS'))::int as ss,
         (count(*) filter (where r.decided_status = 'BS'))::int as bs,
         (count(*) filter (where r.decided_status = 'BT'))::int as bt,
         (count(*) filter (where r.decided_status = 'TD'))::int as td,
         (count(*) filter (where ${ENTITY_TURN} and r.due_on < $3::date))::int as late,
         min(r.due_on) filter (where ${ENTITY_TURN}) as next_due_on
    from audit_findings f
    left join audit_recommendations r
      on r.kabupaten_code = f.kabupaten_code and r.finding_id = f.id
     and ($2::text[] is null or r.unit_code = any($2) or r.blocked_by_unit = any($2))
    ${LAST_STEP}
   where f.kabupaten_code = $1 and ($2::text[] is null or f.unit_code = any($2) or r.id is not null)`;

const BY_FINDING = 'group by f.kabupaten_code, f.id';

const FILTERED = `($4::text is null or k.source = $4)
  and ($5::text is null or case $5 when 'SS' then k.ss when 'BS' then k.bs when 'BT' then k.bt else k.td end > 0)
  and ($6::boolean is null or (k.late > 0) = $6)`;

function valuesOf(transaction: ReadTransaction, filter: FindingFilter): unknown[] {
  return [
    transaction.kabupatenCode,
    filter.unitCodes === null ? null : [...filter.unitCodes],
    filter.today,
    filter.source,
    filter.status,
    filter.late,
  ];
}

/** A page of findings, the newest first: ids are in the order of time. `after` is the last one of the page before. */
export async function listFindingRecords(
  transaction: ReadTransaction,
  filter: FindingFilter,
  limit: number,
  after: string | null,
): Promise<FindingRecord[]> {
  return transaction.rows<FindingRecord & Record<string, unknown>>(
    'findings',
    `select k.* from (${KNOWN} ${BY_FINDING}) k
      where ${FILTERED} and ($7::uuid is null or k.id < $7::uuid)
      order by k.id desc limit $8`,
    [...valuesOf(transaction, filter), after, limit],
  );
}

/** Number of findings selected, and their known recommendations by decided status. */
export async function countFindingRecords(
  transaction: ReadTransaction,
  filter: FindingFilter,
): Promise<FindingCounts> {
  const rows = await transaction.rows<FindingCounts & Record<string, unknown>>(
    'findings-count',
    `select count(*)::int as total, coalesce(sum(k.ss), 0)::int as ss, coalesce(sum(k.bs), 0)::int as bs,
            coalesce(sum(k.bt), 0)::int as bt, coalesce(sum(k.td), 0)::int as td, coalesce(sum(k.late), 0)::int as late
       from (${KNOWN} ${BY_FINDING}) k where ${FILTERED}`,
    valuesOf(transaction, filter),
  );
  return rows[0] ?? { total: 0, ss: 0, bs: 0, bt: 0, td: 0, late: 0 };
}

/** One finding, as far as the units may know it; null for all others. */
export async function findFindingRecord(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[] | null,
  today: string,
): Promise<FindingRecord | null> {
  const rows = await transaction.rows<FindingRecord & Record<string, unknown>>(
    'finding',
    `${KNOWN} and f.id = $4::uuid ${BY_FINDING}`,
    [transaction.kabupatenCode, unitCodes === null ? null : [...unitCodes], today, id],
  );
  return rows[0] ?? null;
}

/** A recommendation as it is stored, with what its life needs of its finding. */
export interface RecommendationRecord {
  readonly id: string;
  readonly finding_id: string;
  readonly finding_number: string;
  readonly source: FindingSource;
  readonly received_on: string;
  readonly number: string;
  readonly body: string;
  readonly unit_code: string;
  readonly due_on: string;
  readonly blocked_by_unit: string | null;
  readonly blocked_reason: string | null;
  readonly blocked_since: string | null;
  readonly proposed_status: RecommendationStatus | null;
  readonly decided_status: RecommendationStatus;
}

const RECOMMENDATION = `select r.id, r.finding_id, f.number as finding_number, f.source, f.received_on, r.number, r.body,
         r.unit_code, r.due_on, r.blocked_by_unit, r.blocked_reason, r.blocked_since, r.proposed_status, r.decided_status
    from audit_recommendations r
    join audit_findings f on f.kabupaten_code = r.kabupaten_code and f.id = r.finding_id
   where r.kabupaten_code = $1 and ($2::text[] is null or r.unit_code = any($2) or r.blocked_by_unit = any($2))`;

/** The recommendations of a finding that the units may know, in no order. */
export async function readRecommendations(
  transaction: ReadTransaction,
  findingId: string,
  unitCodes: readonly string[] | null,
): Promise<RecommendationRecord[]> {
  return transaction.rows<RecommendationRecord & Record<string, unknown>>(
    'recommendations-of-finding',
    `${RECOMMENDATION} and r.finding_id = $3::uuid`,
    [transaction.kabupatenCode, unitCodes === null ? null : [...unitCodes], findingId],
  );
}

/** One recommendation, as far as the units may know it; null for all others. */
export async function findRecommendation(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[] | null,
): Promise<RecommendationRecord | null> {
  const rows = await transaction.rows<RecommendationRecord & Record<string, unknown>>(
    'recommendation',
    `${RECOMMENDATION} and r.id = $3::uuid`,
    [transaction.kabupatenCode, unitCodes === null ? null : [...unitCodes], id],
  );
  return rows[0] ?? null;
}

/** What happened to a recommendation. */
export interface StepRecord {
  readonly id: string;
  readonly recommendation_id: string;
  readonly kind: StepKind;
  readonly body: string | null;
  readonly status: RecommendationStatus | null;
  readonly letter_number: string | null;
  readonly letter_on: string | null;
  readonly new_due_on: string | null;
  readonly other_unit: string | null;
  readonly post_title: string;
  readonly created_at: Date;
}

/** Everything that happened to the recommendations, the oldest first. */
export async function readSteps(
  transaction: ReadTransaction,
  recommendationIds: readonly string[],
): Promise<StepRecord[]> {
  return transaction.rows<StepRecord & Record<string, unknown>>(
    'recommendation-steps',
    `select s.id, s.recommendation_id, s.kind, s.body, s.status, s.letter_number, s.letter_on, s.new_due_on, s.other_unit,
            s.post_title, s.created_at
       from recommendation_steps s
      where s.kabupaten_code = $1 and s.recommendation_id = any($2::uuid[])
      order by s.created_at, s.id`,
    [transaction.kabupatenCode, [...recommendationIds]],
  );
}

/** Findings with a recommendation that still runs, by the unit it is addressed to. */
export async function countOpenFindings(
  transaction: ReadTransaction,
): Promise<{ readonly unit_code: string; readonly finding_id: string }[]> {
  return transaction.rows<{ unit_code: string; finding_id: string }>(
    'open-findings-by-unit',
    `select distinct r.unit_code, r.finding_id from audit_recommendations r
      where r.kabupaten_code = $1 and r.decided_status in ('BS', 'BT')`,
    [transaction.kabupatenCode],
  );
}

/** A recommendation that falls due soon or is late, while it is the entity's turn. */
export interface DueRecord {
  readonly id: string;
  readonly finding_id: string;
  readonly finding_number: string;
  readonly number: string;
  readonly unit_code: string;
  readonly due_on: string;
}

/** Recommendations due up to a day that wait for the entity, and of which nobody was told. */
export async function readDueUntold(
  transaction: ReadTransaction,
  until: string,
  today: string,
): Promise<DueRecord[]> {
  return transaction.rows<DueRecord & Record<string, unknown>>(
    'recommendations-due',
    `select r.id, r.finding_id, f.number as finding_number, r.number, r.unit_code, r.due_on
       from audit_recommendations r
       join audit_findings f on f.kabupaten_code = r.kabupaten_code and f.id = r.finding_id
       ${LAST_STEP}
      where r.kabupaten_code = $1 and r.due_on <= $2::date and ${ENTITY_TURN}
        and not exists (
          select 1 from notices n
           where n.kabupaten_code = r.kabupaten_code and n.about_kind = 'recommendation' and n.about_id = r.id::text
             and n.kind = case when r.due_on < $3::date then 'recommendation-late' else 'recommendation-due' end
             and n.settled_at is null)
      order by r.due_on, r.id`,
    [transaction.kabupatenCode, until, today],
  );
}

import type { PlanState } from '#domain/ikm/follow-up-plan';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Stands for all services of a unit together. */
export const ALL_SERVICES = '*';

/** A plan as it is stored. */
export interface PlanRecord {
  readonly id: string;
  readonly unit_code: string;
  readonly service_code: string;
  readonly instrument: string;
  readonly unsur: string;
  readonly plan: string;
  readonly owner_post: string;
  readonly owner_title: string;
  readonly due_on: string;
  readonly created_at: Date;
  readonly done_at: Date | null;
  readonly result: string | null;
}

export interface PlanFilter {
  /** Never beyond the scope. */
  readonly unitCodes: readonly string[];
  readonly service: string | null;
  readonly state: PlanState | null;
  readonly today: string;
}

const COLUMNS = `p.id, p.unit_code, p.service_code, p.instrument, p.unsur, p.plan, p.owner_post, p.owner_title, p.due_on,
         p.created_at, p.done_at, p.result`;

/** $1 is the kabupaten, $2 the units, $3 the service, $4 the state, $5 today. A plan for all services is one for each. */
const FILTERED = `p.unit_code = any($2::text[])
  and ($3::text is null or p.service_code in ($3, '${ALL_SERVICES}'))
  and ($4::text is null or $4 = case when p.done_at is not null then 'done' when p.due_on < $5::date then 'late' else 'open' end)`;

function valuesOf(transaction: ReadTransaction, filter: PlanFilter): unknown[] {
  return [transaction.kabupatenCode, [...filter.unitCodes], filter.service, filter.state, filter.today];
}

/** A page of plans, the newest first: ids are in the order of time. `after` is the last one of the page before. */
export async function listPlanRecords(
  transaction: ReadTransaction,
  filter: PlanFilter,
  limit: number,
  after: string | null,
): Promise<PlanRecord[]> {
  return transaction.rows<PlanRecord & Record<string, unknown>>(
    'follow-up-plans',
    `select ${COLUMNS} from follow_up_plans p
      where p.kabupaten_code = $1 and ${FILTERED} and ($6::uuid is null or p.id < $6::uuid)
      order by p.id desc limit $7`,
    [...valuesOf(transaction, filter), after, limit],
  );
}

/** How many plans there are, and how many of them are late. */
export async function countPlanRecords(
  transaction: ReadTransaction,
  filter: PlanFilter,
): Promise<{ readonly total: number; readonly late: number }> {
  const rows = await transaction.rows<{ total: number; late: number }>(
    'follow-up-plans-count',
    `select count(*) as total, count(*) filter (where p.done_at is null and p.due_on < $5::date) as late
       from follow_up_plans p where p.kabupaten_code = $1 and ${FILTERED}`,
    valuesOf(transaction, filter),
  );
  return rows[0] ?? { total: 0, late: 0 };
}

/** One plan of the units; null for all others. */
export async function findPlanRecord(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[],
): Promise<PlanRecord | null> {
  const rows = await transaction.rows<PlanRecord & Record<string, unknown>>(
    'follow-up-plan',
    `select ${COLUMNS} from follow_up_plans p
      where p.kabupaten_code = $1 and p.unit_code = any($2::text[]) and p.id = $3::uuid`,
    [transaction.kabupatenCode, [...unitCodes], id],
  );
  return rows[0] ?? null;
}

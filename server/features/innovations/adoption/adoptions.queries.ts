import type { AdoptionOutcome, AdoptionState } from '#domain/innovations/adoption-life';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** An own figure as it is kept with a plan. */
export interface KeptBaseline {
  readonly measure: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly source: { readonly value: number | null; readonly n: number } | null;
}

/** A row of `innovation_adoptions`. */
export interface AdoptionRow extends Record<string, unknown> {
  readonly id: string;
  readonly entry_id: string;
  readonly entry_home: string;
  readonly entry_name: string;
  readonly entry_version: number;
  readonly unit_code: string;
  readonly state: AdoptionState;
  readonly adapted: string | null;
  readonly baseline: readonly KeptBaseline[];
  readonly mentor: string | null;
  readonly started_on: string | null;
  readonly ended_on: string | null;
  readonly result: string | null;
  readonly outcome: AdoptionOutcome | null;
  readonly hardest: string | null;
  readonly told: boolean;
  readonly post_title: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A plan with the name of its source's kabupaten and the own entry that grew from it. */
export interface AdoptionRecord extends AdoptionRow {
  readonly home_name: string;
  readonly grown_id: string | null;
  readonly grown_name: string | null;
}

export interface StepRecord extends Record<string, unknown> {
  readonly id: string;
  readonly adoption_id: string;
  readonly body: string;
  readonly owner: string | null;
  readonly due_on: string | null;
  readonly done_on: string | null;
  readonly note: string | null;
}

const SELECT = `select a.id, a.entry_id, a.entry_home, a.entry_name, a.entry_version, a.unit_code, a.state, a.adapted,
         a.baseline, a.mentor, a.started_on, a.ended_on, a.result, a.outcome, a.hardest, a.told, a.post_title,
         a.created_at, a.updated_at,
         coalesce(c.home_name, k.name, a.entry_home) as home_name,
         grown.id as grown_id, grown.name as grown_name
    from innovation_adoptions a
    left join catalogue_entries c on c.id = a.entry_id
    left join kabupaten k on k.code = a.entry_home
    left join lateral (
      select i.id, coalesce(i.published ->> 'name', i.draft ->> 'name') as name
        from innovations i
       where i.kabupaten_code = $1 and i.adoption_id = a.id
       order by i.created_at
       limit 1
    ) grown on true`;

/** Plans of units, those under way first and the one changed last before the others. */
export async function listAdoptionRecords(
  transaction: ReadTransaction,
  units: readonly string[],
): Promise<AdoptionRecord[]> {
  return transaction.rows<AdoptionRecord>(
    'adoptions-of-units',
    `${SELECT}
      where a.kabupaten_code = $1 and a.unit_code = any($2::text[])
      order by array_position(array['running', 'planned', 'done', 'stopped'], a.state), a.updated_at desc, a.id`,
    [transaction.kabupatenCode, [...units]],
  );
}

/** A plan; null when there is none. */
export async function findAdoption(transaction: ReadTransaction, id: string): Promise<AdoptionRecord | null> {
  const rows = await transaction.rows<AdoptionRecord>(
    'adoption-by-id',
    `${SELECT} where a.kabupaten_code = $1 and a.id = $2::uuid`,
    [transaction.kabupatenCode, id],
  );
  return rows[0] ?? null;
}

/** Steps of plans in their order. */
export async function listAdoptionSteps(
  transaction: ReadTransaction,
  adoptions: readonly string[],
): Promise<StepRecord[]> {
  return transaction.rows<StepRecord>(
    'steps-of-adoptions',
    `select id, adoption_id, body, owner, due_on, done_on, note from adoption_steps
      where kabupaten_code = $1 and adoption_id = any($2::uuid[])
      order by adoption_id, position, id`,
    [transaction.kabupatenCode, [...adoptions]],
  );
}

/** The plan of a unit for an entry that is not over; null without one. */
export async function findOpenAdoption(
  transaction: ReadTransaction,
  entryId: string,
  unitCode: string,
): Promise<string | null> {
  const rows = await transaction.rows<{ id: string }>(
    'open-adoption',
    `select id from innovation_adoptions
      where kabupaten_code = $1 and entry_id = $2::uuid and unit_code = $3 and state in ('planned', 'running')`,
    [transaction.kabupatenCode, entryId, unitCode],
  );
  return rows[0]?.id ?? null;
}

/** What adopters found hardest, the most said first. */
export async function listHardest(
  transaction: ReadTransaction,
  entryId: string,
): Promise<{ what: string; count: number }[]> {
  return transaction.rows<{ what: string; count: number }>(
    'hardest-of-adoptions',
    `select min(hardest) as what, count(*)::int as count
       from (select hardest from catalogue_adoptions where entry_id = $2::uuid and adopter_code <> $1
              union all
             select hardest from innovation_adoptions
              where kabupaten_code = $1 and entry_id = $2::uuid and told) as said
      where hardest <> ''
      group by lower(hardest)
      order by count desc, what
      limit 3`,
    [transaction.kabupatenCode, entryId],
  );
}

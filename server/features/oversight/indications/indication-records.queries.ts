import type * as z from 'zod';
import type { IndicationRule, indicationRecordSchema } from '#contract/oversight/indications';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { BACKWARDS, COUNTS, REFUSED_LATE, STANDARD_SPANS } from './case-conditions.ts';
import type { IndicationKey } from './indication-key.ts';

/** A record behind an indication; of the last five, each rule fills what its note needs. */
export interface BehindRecord {
  readonly dataset: z.infer<typeof indicationRecordSchema>['dataset'];
  readonly id: string | null;
  readonly number: string;
  readonly unit_code: string;
  readonly day: string | null;
  readonly received_on: string | null;
  readonly completed_on: string | null;
  readonly fee: number | null;
  readonly standard_fee: number | null;
  readonly text: string | null;
}

interface Selection {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const CASE = `'service-cases' as dataset, c.id::text as id, c.number, c.unit_code`;
const NO_FEE = 'null::float8 as fee, null::float8 as standard_fee';

/**
 * The records of each rule as one selection: what is counted for an indication and what is listed for it are the same
 * words. `$1` kabupaten, `$2` unit, `$3` and `$4` the days.
 */
const SELECTIONS: Readonly<
  Record<IndicationRule, (kabupaten: string, key: IndicationKey, zone: string) => Selection>
> = {
  'mass-closing': (kabupaten, { unit, from, to, facet }) => ({
    sql: `select ${CASE}, c.completed_on as day, c.received_on, c.completed_on, ${NO_FEE}, c.status as text
      from service_cases c
      where c.kabupaten_code = $1 and c.unit_code = $2 and c.completed_on between $3::date and $4::date and c.completed_on = $5::date`,
    values: [kabupaten, unit, from, to, facet],
  }),
  'close-then-reopen': (kabupaten, { unit, from, to }) => ({
    sql: `select 'complaints' as dataset, c.id::text as id, c.number, c.unit_code, c.received_on as day, c.received_on,
        null::date as completed_on, ${NO_FEE}, c.status as text
      from complaints c
      where c.kabupaten_code = $1 and c.unit_code = $2 and c.received_on between $3::date and $4::date and ${COUNTS} and c.reopened`,
    values: [kabupaten, unit, from, to],
  }),
  'completion-before-receipt': (kabupaten, { unit, from, to }, zone) => ({
    sql: `select 'rejected-rows' as dataset, null::text as id, r.row_number::text as number,
        coalesce(i.default_unit, i.kabupaten_code) as unit_code, (i.started_at at time zone $5::text)::date as day,
        null::date as received_on, null::date as completed_on, ${NO_FEE}, i.file_name as text
      from imports i
      join import_rejections r on r.kabupaten_code = i.kabupaten_code and r.import_id = i.id
      where i.kabupaten_code = $1 and r.kabupaten_code = $1 and not i.dry_run
        and coalesce(i.default_unit, i.kabupaten_code) = $2
        and (i.started_at at time zone $5::text)::date between $3::date and $4::date and ${BACKWARDS}`,
    values: [kabupaten, unit, from, to, zone],
  }),
  'late-entry': (kabupaten, { unit, from, to }) => ({
    sql: `select ${CASE}, c.received_on as day, c.received_on, c.completed_on, ${NO_FEE}, null::text as text
      from service_cases c
      where c.kabupaten_code = $1 and c.unit_code = $2 and c.received_on between $3::date and $4::date and c.late_entry`,
    values: [kabupaten, unit, from, to],
  }),
  'identical-forms': (kabupaten, { unit, from, to, facet }) => ({
    sql: `select 'survey-responses' as dataset, s.id::text as id, s.number, s.unit_code, s.responded_on as day,
        null::date as received_on, null::date as completed_on, ${NO_FEE}, array_to_string(s.answers, ' ') as text
      from survey_responses s
      where s.kabupaten_code = $1 and s.unit_code = $2 and s.responded_on between $3::date and $4::date
        and s.instrument = $5 and array_to_string(s.answers, '') = $6`,
    values: [kabupaten, unit, from, to, ...facetParts(facet)],
  }),
  'refusal-before-deadline': (kabupaten, { unit, from, to }, zone) => ({
    sql: `select ${CASE}, c.completed_on as day, c.received_on, c.completed_on, ${NO_FEE}, c.due_on::text as text
      from service_cases c
      left join units u on u.kabupaten_code = c.kabupaten_code and u.code = c.unit_code
      left join calendars k on k.kabupaten_code = u.kabupaten_code and k.code = u.calendar_code
      left join calendar_days d on d.kabupaten_code = k.kabupaten_code and d.calendar_code = k.code
        and d.version = k.version and d.day = c.due_on
      where c.kabupaten_code = $1 and c.unit_code = $2 and c.completed_on between $3::date and $4::date and c.due_at > c.received_at
        and c.status = 'ditolak' and ${REFUSED_LATE}`,
    values: [kabupaten, unit, from, to, zone],
  }),
  'ikm-against-complaints': (kabupaten, { unit, from, to }) => ({
    sql: `select 'complaints' as dataset, c.id::text as id, c.number, c.unit_code, c.received_on as day, c.received_on,
        null::date as completed_on, ${NO_FEE}, c.status as text
      from complaints c
      where c.kabupaten_code = $1 and c.unit_code = $2 and c.received_on between $3::date and $4::date and ${COUNTS}`,
    values: [kabupaten, unit, from, to],
  }),
  'fee-above-standard': (kabupaten, { unit, from, to }) => ({
    sql: `select ${CASE}, c.received_on as day, c.received_on, c.completed_on, c.fee::float8 as fee,
        p.fee::float8 as standard_fee, null::text as text
      from service_cases c
      join (${STANDARD_SPANS}) p on p.service_code = c.service_code and c.received_on >= p.valid_from
        and (p.valid_until is null or c.received_on < p.valid_until)
      where c.kabupaten_code = $1 and c.unit_code = $2 and c.received_on between $3::date and $4::date and p.confirmed and c.fee > p.fee`,
    values: [kabupaten, unit, from, to],
  }),
};

/** Instrument and answers of an identical-forms key. */
function facetParts(facet: string): [string, string] {
  const at = facet.lastIndexOf(':');
  return [facet.slice(0, Math.max(at, 0)), facet.slice(at + 1)];
}

/** How many records there are behind an indication. */
export async function countBehind(
  transaction: ReadTransaction,
  key: IndicationKey,
  zone: string,
): Promise<number> {
  const { sql, values } = SELECTIONS[key.rule](transaction.kabupatenCode, key, zone);
  const rows = await transaction.rows<{ count: number }>(
    `indication-count ${key.rule}`,
    `select count(*) as count from (${sql}) behind`,
    values,
  );
  return rows[0]?.count ?? 0;
}

/** A page of the records behind an indication, by day and number. */
export async function listBehind(
  transaction: ReadTransaction,
  key: IndicationKey,
  zone: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<BehindRecord[]> {
  const { sql, values } = SELECTIONS[key.rule](transaction.kabupatenCode, key, zone);
  return transaction.rows<BehindRecord & Record<string, unknown>>(
    `indication-records ${key.rule}`,
    `select * from (${sql}) behind order by behind.day, behind.number, behind.id, behind.text
      limit $${values.length + 1}::integer offset $${values.length + 2}::integer`,
    [...values, page.limit, page.offset],
  );
}

import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { SampledDataset } from './sample-rows.queries.ts';

/** A drawn record as it is now; nothing in it names an applicant, a respondent, or a reporter. */
export interface DrawnRecord {
  readonly id: string;
  readonly number: string;
  readonly unit_code: string;
  readonly service_code: string;
  /** Local day of receipt, or of the answer. */
  readonly day: string;
  readonly status: string | null;
  readonly received_at: Date | null;
  readonly completed_at: Date | null;
  readonly due_at: Date | null;
  /** What it is about: the text of a complaint, the answers of a form. */
  readonly body: string | null;
}

const SQL: Readonly<Record<SampledDataset, string>> = {
  'service-cases': `select c.id, c.number, c.unit_code, c.service_code, c.received_on as day, c.status, c.received_at,
      c.completed_at, c.due_at, null as body
    from service_cases c where c.kabupaten_code = $1 and c.id = any($2::uuid[])`,
  complaints: `select c.id, c.number, c.unit_code, c.service_code, c.received_on as day, c.status, c.received_at,
      c.resolved_at as completed_at, c.due_at, concat_ws(': ', c.category, c.body) as body
    from complaints c where c.kabupaten_code = $1 and c.id = any($2::uuid[])`,
  'survey-responses': `select s.id, s.number, s.unit_code, s.service_code, s.responded_on as day, null as status,
      null::timestamptz as received_at, null::timestamptz as completed_at, null::timestamptz as due_at,
      array_to_string(s.answers, ' ') as body
    from survey_responses s where s.kabupaten_code = $1 and s.id = any($2::uuid[])`,
};

/** The drawn records that are still there, by id. */
export async function readDrawnRecords(
  transaction: ReadTransaction,
  dataset: SampledDataset,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DrawnRecord>> {
  const rows = await transaction.rows<DrawnRecord & Record<string, unknown>>(
    `drawn-${dataset}`,
    SQL[dataset],
    [transaction.kabupatenCode, [...ids]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

import type { Sample } from '#contract/oversight/samples';
import type { ListPlace } from '../../../platform/http/list-cursor.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export type SampledDataset = Sample['dataset'];
type CheckVerdict = NonNullable<Sample['items'][number]['check']>['verdict'];

/** A draw as it was recorded. */
export interface SampleRow {
  readonly id: string;
  readonly dataset: SampledDataset;
  readonly query: Readonly<Record<string, string>>;
  readonly unit_code: string;
  readonly reason: string;
  readonly seed: string;
  readonly size: number;
  readonly population: number;
  readonly population_hash: string;
  /** Ids in the order of the draw. */
  readonly drawn: readonly string[];
  readonly post_title: string;
  readonly created_at: Date;
  /** The moment to the microsecond, for the place in the list. */
  readonly place: string;
}

/** What an inspector found in a drawn record. */
export interface CheckRow {
  readonly sample_id: string;
  readonly record_id: string;
  readonly verdict: CheckVerdict;
  readonly note: string | null;
  readonly post_title: string;
  readonly checked_at: Date;
}

const COLUMNS = `s.id, s.dataset, s.query, s.unit_code, s.reason, s.seed, s.size, s.population, s.population_hash,
  s.drawn::text[] as drawn, s.post_title, s.created_at, s.created_at::text as place`;

/** A page of the draws for these units, the newest first. */
export async function listSampleRows(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  limit: number,
  after: ListPlace | null,
): Promise<SampleRow[]> {
  return transaction.rows<SampleRow & Record<string, unknown>>(
    after === null ? 'samples-first' : 'samples-after',
    `select ${COLUMNS} from case_samples s
      where s.kabupaten_code = $1 and s.unit_code = any($2::text[])
        ${after === null ? '' : 'and (s.created_at, s.id) < ($4::timestamptz, $5::uuid)'}
      order by s.created_at desc, s.id desc limit $3`,
    [transaction.kabupatenCode, [...unitCodes], limit, ...(after === null ? [] : [after.at, after.id])],
  );
}

/** Number of draws for these units. */
export async function countSampleRows(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'samples-count',
    'select count(*) as count from case_samples where kabupaten_code = $1 and unit_code = any($2::text[])',
    [transaction.kabupatenCode, [...unitCodes]],
  );
  return rows[0]?.count ?? 0;
}

/** One draw; null when there is none for these units. */
export async function findSampleRow(
  transaction: ReadTransaction,
  id: string,
  unitCodes: readonly string[],
): Promise<SampleRow | null> {
  const rows = await transaction.rows<SampleRow & Record<string, unknown>>(
    'sample',
    `select ${COLUMNS} from case_samples s
      where s.kabupaten_code = $1 and s.id = $2::uuid and s.unit_code = any($3::text[])`,
    [transaction.kabupatenCode, id, [...unitCodes]],
  );
  return rows[0] ?? null;
}

/** What was found so far in the records of these draws. */
export async function listChecks(
  transaction: ReadTransaction,
  sampleIds: readonly string[],
): Promise<CheckRow[]> {
  if (sampleIds.length === 0) return [];
  return transaction.rows<CheckRow & Record<string, unknown>>(
    'sample-checks',
    `select sample_id, record_id, verdict, note, post_title, checked_at from sample_checks
      where kabupaten_code = $1 and sample_id = any($2::uuid[])`,
    [transaction.kabupatenCode, [...sampleIds]],
  );
}

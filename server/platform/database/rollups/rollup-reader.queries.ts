import type { ReadTransaction } from '../scoped.ts';
import type { RollupFamily } from './rollup-family.ts';
import type { RollupRun } from './rollup-plan.ts';

/** One roll-up row: its key, its counts, and the histograms asked for as array text. */
export interface RollupRow {
  readonly unit_code: string;
  readonly grain: 'd' | 'm' | 'y';
  readonly bucket: string;
  readonly [column: string]: string | number | null;
}

export interface RollupRequest {
  readonly unitCodes: readonly string[];
  /** Values per dimension, in the family's order; `['*']` for all. `null` = every single value, '*' left out. */
  readonly dimensions: readonly (readonly string[] | null)[];
  readonly runs: readonly RollupRun[];
  readonly histograms: readonly string[];
  /** Histograms are sent only for buckets from this day on; older rows are read for their counts alone. */
  readonly histogramsFrom: string;
}

/** Reads roll-up rows by their primary key: a handful per selection, whatever the number of cases. */
export async function readRollups(
  transaction: ReadTransaction,
  family: RollupFamily,
  request: RollupRequest,
): Promise<RollupRow[]> {
  const histograms = request.histograms
    .flatMap((name) => [`${name}_keys`, `${name}_counts`])
    .map((column) => `case when r.bucket >= $6::date then r.${column}::text end as ${column}`);
  const columns = ['unit_code', ...family.dimensions.map((each) => each.column), ...family.counts].map(
    (name) => `r.${name}`,
  );
  const given: unknown[] = [
    transaction.kabupatenCode,
    request.unitCodes,
    request.runs.map((run) => run.grain),
    request.runs.map((run) => run.from),
    request.runs.map((run) => run.last),
  ];
  if (request.histograms.length > 0) given.push(request.histogramsFrom);
  const conditions = family.dimensions.map((dimension, index) => {
    const values = request.dimensions[index] ?? null;
    if (values === null) return `r.${dimension.column} <> '*'`;
    given.push(values);
    return `r.${dimension.column} = any($${given.length}::text[])`;
  });
  const shape = conditions.map((condition) => (condition.includes('<>') ? 'e' : 'v')).join('');
  return transaction.rows<RollupRow>(
    `rollups-${family.table}-${request.histograms.join('-')}-${shape}`,
    `select ${[...columns, 'r.grain', 'r.bucket', ...histograms].join(', ')}
       from unnest($3::text[], $4::date[], $5::date[]) as run (grain, first_bucket, last_bucket)
       join ${family.table} r
         on r.kabupaten_code = $1 and r.unit_code = any($2::text[]) and ${conditions.join(' and ')}
        and r.grain = run.grain::"char" and r.bucket >= run.first_bucket and r.bucket <= run.last_bucket`,
    given,
  );
}

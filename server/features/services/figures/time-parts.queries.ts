import { DURATION_BUCKET_COUNT } from '#domain/statistics/duration-buckets';
import type { DurationHistogram } from '#domain/statistics/quantile';
import { addPairs, HistogramTally } from '../../../platform/database/rollups/histogram-tally.ts';
import { ALL, type RollupFamily } from '../../../platform/database/rollups/rollup-family.ts';
import { planRuns } from '../../../platform/database/rollups/rollup-plan.ts';
import { readRollups, type RollupRow } from '../../../platform/database/rollups/rollup-reader.queries.ts';
import type { FigureRequest } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { PAUSE_ROLLUPS } from '../pause-rollups.ts';
import { STEP_ROLLUPS } from '../step-rollups.ts';

/** How often a part occurred, and how long it took. */
export interface PartTally {
  readonly count: number;
  readonly durations: DurationHistogram;
}

export interface StageTally extends PartTally {
  readonly step: string;
  /** Code of the unit whose time it was. */
  readonly unit: string;
}

export interface PauseTally extends PartTally {
  readonly reason: string;
}

/** Stages completed in the request's period, by stage and the unit whose time it was. */
export async function readStageTallies(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<StageTally[]> {
  return readParts(transaction, request, STEP_ROLLUPS, [null, null], 'completed', (row) => ({
    step: String(row['step']),
    unit: String(row['step_unit']),
  }));
}

/** Pauses begun in the request's period, by reason; only those of which the applicant was told. */
export async function readPauseTallies(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<PauseTally[]> {
  return readParts(transaction, request, PAUSE_ROLLUPS, [null], 'pauses', (row) => ({
    reason: String(row['reason']),
  }));
}

/** So many stages tell the order in which a case goes through them. */
const SAMPLE = 1_000;

/** The usual place of a stage in its case, from 1; read off some of the period's stages. */
export async function readStageOrder(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.rows<{ step: string; place: number }>(
    'service-stage-order',
    `select step, avg(place)::float8 as place
       from (
         select step, row_number() over (partition by unit_code, number order by started_at, completed_at) as place
           from (
             select unit_code, number, step, started_at, completed_at from case_steps
              where kabupaten_code = $1 and unit_code = any($2::text[]) and completed_on >= $3::date
                and completed_on <= $4::date and ($5::text is null or service_code = $5)
              limit ${SAMPLE}
           ) sampled
       ) placed
      group by step`,
    [
      transaction.kabupatenCode,
      [...request.members.values()].flat(),
      request.periods[0]?.from,
      request.periods.at(-1)?.to,
      request.service,
    ],
  );
  return new Map(rows.map(({ step, place }) => [step, place]));
}

async function readParts<Key extends object>(
  transaction: ReadTransaction,
  request: FigureRequest,
  family: RollupFamily,
  parts: readonly null[],
  countColumn: string,
  keyOf: (row: RollupRow) => Key,
): Promise<(Key & PartTally)[]> {
  const rows = await readRollups(transaction, family, {
    unitCodes: request.unitKeys,
    dimensions: [[request.service ?? ALL], ...parts],
    runs: planRuns(request.periods, request.clock.today),
    histograms: ['duration'],
    histogramsFrom: request.periods[0]?.from ?? request.clock.today,
  });
  const found = new Map<string, { key: Key; count: number; durations: HistogramTally }>();
  for (const row of rows) {
    const key = keyOf(row);
    const name = JSON.stringify(key);
    const part = found.get(name) ?? { key, count: 0, durations: new HistogramTally(DURATION_BUCKET_COUNT) };
    part.count += Number(row[countColumn]);
    addPairs(part.durations, textOf(row['duration_keys']), textOf(row['duration_counts']));
    found.set(name, part);
  }
  return [...found.values()].map(({ key, count, durations }) => ({
    ...key,
    count,
    durations: durations.slice(),
  }));
}

function textOf(value: string | number | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import {
  foundCode,
  type DatasetLoader,
  type LoadContext,
  type LoadCounts,
  type NameLookups,
  type RowFault,
  type RowReader,
} from '../../platform/database/dataset-loader.ts';
import { applyDecidedRows } from '../../platform/database/fact-upsert.repository.ts';
import { momentFrom } from '../../platform/database/instant-order.ts';
import { recomputeTouched } from '../../platform/database/rollups/rollup-writer.repository.ts';
import { rederiveCases } from './derive-cases.repository.ts';
import { clockedSql, localSql } from './part-clocks.queries.ts';
import { PAUSE_ROLLUPS } from './pause-rollups.ts';
import { rederiveSteps } from './step-loader.repository.ts';
import { refuseUnknownCases } from './unknown-cases.repository.ts';

const FACT_COLUMNS = [
  'unit_code',
  'number',
  'started_at',
  'started_on',
  'ended_at',
  'reason',
  'told',
  'service_code',
  'working_seconds',
];

/** Pauses of cases: once loaded, deadline and clocks of their cases are derived again. Their case is loaded before. */
export const pauseLoader: DatasetLoader = {
  dataset: 'pauses',
  columns: [
    { name: 'number', type: 'text' },
    { name: 'unit_code', type: 'text' },
    { name: 'started_at', type: 'timestamptz' },
    { name: 'ended_at', type: 'timestamptz' },
    { name: 'reason', type: 'text' },
    { name: 'told', type: 'boolean' },
  ],
  key: ['unit_code', 'number', 'started_at'],
  keyColumn: 'mulai',
  stage: stagePause,
  refuse: refuseUnknownCases,
  load: loadPauses,
};

function stagePause(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const startedAt = row.text('startedAt') ?? '';
  const ended = momentFrom(row, 'endedAt', startedAt);
  if (ended.early)
    faults.push({
      column: 'selesai',
      code: 'ended-before-started',
      message: 'jeda tercatat selesai sebelum mulai; periksa kedua waktunya.',
    });
  if (faults.length > 0) return faults;
  return [row.text('number'), unit, startedAt, ended.at, row.text('reason'), row.flag('told') ?? true];
}

async function loadPauses(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const has = (field: string) => context.presentFields.has(field);
  const endedAt = has('endedAt') ? 's.ended_at' : 'f.ended_at';
  const told = has('told') ? 's.told' : 'coalesce(f.told, s.told)';
  const bindings = { kabupaten: context.kabupatenCode, zone: context.timeZone };
  const source = `select s.id, f.id as existing_id, s.unit_code, s.number, s.started_at, ${endedAt} as ended_at, s.reason,
            ${told} as told, c.service_code, f.reason as old_reason, f.service_code as old_service_code,
            case when f.id is null then 'i'
                 when (${endedAt}, s.reason, ${told}, c.service_code)
                   is not distinct from (f.ended_at, f.reason, f.told, f.service_code) then 'u'
                 else 'c' end as decision
       from stage_rows s
       join service_cases c on c.kabupaten_code = :kabupaten and c.unit_code = s.unit_code and c.number = s.number
       left join case_pauses f on f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number
        and f.started_at = s.started_at`;
  await transaction.raw(
    `create temporary table decided_rows on commit drop as
     with given as (${source}),
     placed as (
       select given.*, u.calendar_code, c.version as calendar_version, ${localSql('given.started_at', 'given.ended_at')}
         from given
         join units u on u.kabupaten_code = :kabupaten and u.code = given.unit_code
         join calendars c on c.kabupaten_code = :kabupaten and c.code = u.calendar_code
       offset 0
     ),
     clocked as (${clockedSql({ pauses: false })})
     select id, existing_id, unit_code, number, started_at, from_on as started_on, ended_at, reason, told, service_code,
            official_seconds as working_seconds, old_reason, old_service_code, decision
       from clocked`,
    bindings,
  );
  const counts = await applyDecidedRows(transaction, 'case_pauses', 'pauses', FACT_COLUMNS, context);
  if (counts.inserted + counts.updated > 0) {
    await transaction.raw(
      `create temporary table paused_cases on commit drop as
       select distinct unit_code, number from decided_rows where decision <> 'u'`,
    );
    if (context.keep) {
      await transaction.raw(`create temporary table changed_cells on commit drop as ${CHANGED_CELLS}`);
      await recomputeTouched(transaction, PAUSE_ROLLUPS, { ...bindings, edges: DURATION_EDGES });
    }
    await transaction.raw('drop table decided_rows');
    const cases = 'select unit_code, number from paused_cases';
    await rederiveCases(transaction, context, cases);
    await rederiveSteps(transaction, context, cases);
    await transaction.raw('drop table paused_cases');
  } else await transaction.raw('drop table decided_rows');
  return counts;
}

/**
 * Files the known pauses of cases under the service their case is about now. Uses the temporary table `changed_cells`.
 *
 * @param cases SQL that gives unit_code and number
 */
export async function refilePauses(
  transaction: Knex.Transaction,
  context: LoadContext,
  cases: string,
): Promise<void> {
  const bindings = { kabupaten: context.kabupatenCode, zone: context.timeZone };
  await transaction.raw(
    `create temporary table changed_cells on commit drop as
     select f.unit_code, services.service_code, f.reason, f.started_on as day
       from (${cases}) n
       join case_pauses f on f.kabupaten_code = :kabupaten and f.unit_code = n.unit_code and f.number = n.number
       join service_cases c on c.kabupaten_code = :kabupaten and c.unit_code = f.unit_code and c.number = f.number
      cross join lateral (values (f.service_code), (c.service_code)) as services (service_code)
      where f.service_code <> c.service_code`,
    bindings,
  );
  await transaction.raw(
    `update case_pauses f set service_code = c.service_code
       from (${cases}) n, service_cases c
      where f.kabupaten_code = :kabupaten and f.unit_code = n.unit_code and f.number = n.number
        and c.kabupaten_code = :kabupaten and c.unit_code = f.unit_code and c.number = f.number
        and f.service_code <> c.service_code`,
    bindings,
  );
  if (context.keep)
    await recomputeTouched(transaction, PAUSE_ROLLUPS, { ...bindings, edges: DURATION_EDGES });
  else await transaction.raw('drop table changed_cells');
}

/** Cells of changed pauses, before and after; the day belongs to the key. */
const CHANGED_CELLS = `
  select unit_code, service_code, reason, started_on as day from decided_rows where decision <> 'u'
   union
  select unit_code, old_service_code, old_reason, started_on from decided_rows where decision = 'c'`;

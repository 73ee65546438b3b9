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
import { finishDerivation, prepareDerivation } from './derive-cases.repository.ts';
import { clockedSql, localSql } from './part-clocks.queries.ts';
import { STEP_ROLLUPS } from './step-rollups.ts';
import { refuseUnknownCases } from './unknown-cases.repository.ts';

const FACT_COLUMNS = [
  'unit_code',
  'number',
  'step',
  'step_unit',
  'started_at',
  'completed_at',
  'completed_on',
  'service_code',
  'official_seconds',
];

/** Stages of cases: whose desk the time was spent on. Their case is loaded before. */
export const stepLoader: DatasetLoader = {
  dataset: 'case-steps',
  columns: [
    { name: 'number', type: 'text' },
    { name: 'unit_code', type: 'text' },
    { name: 'step', type: 'text' },
    { name: 'step_unit', type: 'text' },
    { name: 'started_at', type: 'timestamptz' },
    { name: 'completed_at', type: 'timestamptz' },
  ],
  key: ['unit_code', 'number', 'step'],
  keyColumn: 'tahap',
  stage: stageStep,
  refuse: refuseUnknownCases,
  load: loadSteps,
};

function stageStep(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const found = names.anyUnit(row.text('stepUnit') ?? '');
  const stepUnit = foundCode(typeof found === 'string' ? found : { ...found, column: 'unit_tahap' }, faults);
  const startedAt = row.text('startedAt') ?? '';
  const completed = momentFrom(row, 'completedAt', startedAt);
  if (completed.early)
    faults.push({
      column: 'selesai',
      code: 'completed-before-started',
      message: 'selesai tercatat sebelum mulai; periksa kedua waktunya.',
    });
  if (faults.length > 0) return faults;
  return [row.text('number'), unit, row.text('step'), stepUnit, startedAt, completed.at];
}

async function loadSteps(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const completedAt = context.presentFields.has('completedAt') ? 's.completed_at' : 'f.completed_at';
  return writeSteps(transaction, context, {
    cases: 'select unit_code, number from stage_rows',
    source: `
      select s.id, f.id as existing_id, s.unit_code, s.number, s.step, s.step_unit, s.started_at,
             ${completedAt} as completed_at, c.service_code,
             f.step_unit as old_step_unit, f.service_code as old_service_code, f.completed_on as old_completed_on,
             f.official_seconds as old_official_seconds,
             case when f.id is null then 'i'
                  when (s.step_unit, s.started_at, ${completedAt}, c.service_code)
                    is not distinct from (f.step_unit, f.started_at, f.completed_at, f.service_code) then 'u'
                  else 'c' end as decision
        from stage_rows s
        join service_cases c on c.kabupaten_code = :kabupaten and c.unit_code = s.unit_code and c.number = s.number
        left join case_steps f on f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number
         and f.step = s.step`,
  });
}

/**
 * Gives the known stages of cases their service and their official time again, after the case is about another service or
 * its pauses changed. Uses the temporary tables `decided_rows` and `changed_cells`.
 *
 * @param cases SQL that gives unit_code and number
 */
export async function rederiveSteps(
  transaction: Knex.Transaction,
  context: LoadContext,
  cases: string,
): Promise<void> {
  await writeSteps(transaction, context, {
    cases,
    source: `
      select f.id, f.id as existing_id, f.unit_code, f.number, f.step, f.step_unit, f.started_at, f.completed_at,
             c.service_code, f.step_unit as old_step_unit, f.service_code as old_service_code,
             f.completed_on as old_completed_on, f.official_seconds as old_official_seconds, 'c' as decision
        from step_cases n
        join case_steps f on f.kabupaten_code = :kabupaten and f.unit_code = n.unit_code and f.number = n.number
        join service_cases c on c.kabupaten_code = :kabupaten and c.unit_code = f.unit_code and c.number = f.number`,
    derived: true,
  });
}

interface StepSource {
  readonly cases: string;
  /** Stages with what they were, and what to do with them. */
  readonly source: string;
  /** No fact of the stages is another one: they change only where what is derived comes out otherwise. */
  readonly derived?: boolean;
}

async function writeSteps(
  transaction: Knex.Transaction,
  context: LoadContext,
  { cases, source, derived = false }: StepSource,
): Promise<LoadCounts> {
  const bindings = { kabupaten: context.kabupatenCode, zone: context.timeZone };
  await transaction.raw(
    `create temporary table step_cases on commit drop as select distinct unit_code, number from (${cases}) named`,
  );
  await transaction.raw('analyze step_cases');
  const known = await prepareDerivation(transaction, context, 'step_cases');
  const paused = known.pauses
    ? 'tp.pauses * tstzmultirange(tstzrange(given.started_at, given.completed_at)) as paused,'
    : '';
  await transaction.raw(
    `create temporary table decided_rows on commit drop as
     with given as (${source}),
     placed as (
       select given.*, ${paused} u.calendar_code, c.version as calendar_version,
              ${localSql('given.started_at', 'given.completed_at')}
         from given
         join units u on u.kabupaten_code = :kabupaten and u.code = given.step_unit
         join calendars c on c.kabupaten_code = :kabupaten and c.code = u.calendar_code
         ${known.pauses ? 'left join told_pauses tp on tp.unit_code = given.unit_code and tp.number = given.number' : ''}
       offset 0
     ),
     clocked as (${clockedSql(known)})
     select id, existing_id, unit_code, number, step, step_unit, started_at, completed_at, to_on as completed_on,
            service_code, official_seconds, old_step_unit, old_service_code, old_completed_on,
            ${derived ? DERIVED_DECISION : 'decision'}
       from clocked`,
    bindings,
  );
  await finishDerivation(transaction);
  const counts = derived
    ? await applyDerived(transaction, context)
    : await applyDecidedRows(transaction, 'case_steps', 'case-steps', FACT_COLUMNS, context);
  if (context.keep && counts.inserted + counts.updated > 0) {
    await transaction.raw(`create temporary table changed_cells on commit drop as ${CHANGED_CELLS}`);
    await recomputeTouched(transaction, STEP_ROLLUPS, { ...bindings, edges: DURATION_EDGES });
  }
  await transaction.raw('drop table decided_rows, step_cases');
  return counts;
}

const DERIVED_DECISION = `case when (service_code, official_seconds) is distinct from (old_service_code, old_official_seconds)
                 then 'c' else 'u' end as decision`;

/** Without a past of its own: what it follows from, the case and its pauses, keeps theirs. */
async function applyDerived(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const written: { rowCount: number } = await transaction.raw(
    `update case_steps f set service_code = d.service_code, official_seconds = d.official_seconds
       from decided_rows d
      where f.kabupaten_code = :kabupaten and f.id = d.existing_id and d.decision = 'c'`,
    { kabupaten: context.kabupatenCode },
  );
  return { inserted: 0, updated: written.rowCount, unchanged: 0, structureChanged: false };
}

/** Cells of changed stages, before and after. */
const CHANGED_CELLS = `
  select unit_code, service_code, step, step_unit, completed_on as day
    from decided_rows where decision <> 'u' and completed_on is not null
   union
  select unit_code, old_service_code, step, old_step_unit, old_completed_on
    from decided_rows where decision = 'c' and old_completed_on is not null`;

import type { Knex } from 'knex';
import { getInstrument } from '#domain/ikm/instruments';
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
import { recomputeTouched } from '../../platform/database/rollups/rollup-writer.repository.ts';
import { SURVEY_ROLLUPS } from './survey-rollups.ts';

const KEY = ['unit_code', 'service_code', 'instrument', 'responded_on', 'number'];
const PROFILE = ['sex', 'age', 'education', 'occupation', 'hours', 'suggestion'];

export const surveyLoader: DatasetLoader = {
  dataset: 'survey-responses',
  columns: [
    { name: 'unit_code', type: 'text' },
    { name: 'service_code', type: 'text' },
    { name: 'instrument', type: 'text' },
    { name: 'responded_on', type: 'date' },
    { name: 'number', type: 'text' },
    { name: 'answers', type: 'smallint[]' },
    ...PROFILE.map((name) => ({ name, type: 'text' })),
  ],
  key: KEY,
  stage: stageResponse,
  load: loadResponses,
};

function stageResponse(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const service = foundCode(names.service(row.text('service') ?? 'umum'), faults);
  if (faults.length > 0) return faults;
  const instrument = row.text('instrument') ?? '';
  const answers = getInstrument(instrument).unsur.map((_, index) => row.number(`u${index + 1}`));
  return [
    unit,
    service,
    instrument,
    row.text('date'),
    row.text('number'),
    `{${answers.join(',')}}`,
    row.text('sex'),
    row.text('age'),
    row.text('education'),
    row.text('occupation'),
    row.text('hours'),
    row.text('suggestion'),
  ];
}

async function loadResponses(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  // Columns of the profile are named like the fields of the contract.
  const kept = (column: string) => (context.presentFields.has(column) ? `s.${column}` : `f.${column}`);
  await transaction.raw(
    `create temporary table decided_rows on commit drop as
     select s.id, f.id as existing_id, ${KEY.map((column) => `s.${column}`).join(', ')}, s.answers,
            ${PROFILE.map((column) => `${kept(column)} as ${column}`).join(', ')},
            case
              when f.id is null then 'i'
              when (s.answers, ${PROFILE.map(kept).join(', ')}) is not distinct from (f.answers, ${PROFILE.map((column) => `f.${column}`).join(', ')}) then 'u'
              else 'c'
            end as decision
       from stage_rows s
       left join survey_responses f on f.kabupaten_code = :kabupaten and ${KEY.map((column) => `f.${column} = s.${column}`).join(' and ')}`,
    { kabupaten: context.kabupatenCode },
  );
  const counts = await applyDecidedRows(
    transaction,
    'survey_responses',
    'survey-responses',
    [...KEY, 'answers', ...PROFILE],
    context,
  );
  if (context.keep && counts.inserted + counts.updated > 0) {
    await transaction.raw(`
      create temporary table changed_cells on commit drop as
      select distinct unit_code, service_code, instrument, responded_on as day from decided_rows where decision <> 'u'`);
    await recomputeTouched(transaction, SURVEY_ROLLUPS, {
      kabupaten: context.kabupatenCode,
      zone: context.timeZone,
      edges: DURATION_EDGES,
    });
  }
  await transaction.raw('drop table decided_rows');
  return counts;
}

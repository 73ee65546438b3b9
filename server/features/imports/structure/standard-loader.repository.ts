import type { Knex } from 'knex';
import {
  foundCode,
  type DatasetLoader,
  type LoadContext,
  type LoadCounts,
  type NameLookups,
  type RowFault,
  type RowReader,
} from '../../../platform/database/dataset-loader.ts';
import { countStaged } from '../../../platform/database/staged-count.repository.ts';
import { COMPONENT_TEXTS, CONSULTATION_FIELDS } from '../recognition/datasets/standard-columns.ts';

const PROMISE_UNITS: Readonly<Record<string, string>> = {
  menit: 'minutes',
  'jam-kerja': 'working-hours',
  'hari-kerja': 'working-days',
};

/** Gives the open cases of these services the deadline of their standard as it is now. */
export type MoveCasesOfServices = (
  transaction: Knex.Transaction,
  context: LoadContext,
  serviceCodes: readonly string[],
) => Promise<unknown>;

/**
 * Service standards in versions by date: a new version moves the deadlines of open cases received since; what was judged
 * keeps its verdict. A standard that comes by a file is the kabupaten's own, no longer a proposal of the starter set.
 */
export function standardLoader(moveCases: MoveCasesOfServices): DatasetLoader {
  return {
    dataset: 'service-standards',
    columns: [
      { name: 'service_code', type: 'text' },
      { name: 'valid_from', type: 'date' },
      { name: 'promise_amount', type: 'numeric' },
      { name: 'promise_unit', type: 'text' },
      { name: 'fee', type: 'numeric' },
      { name: 'legal_basis', type: 'text' },
      { name: 'components', type: 'jsonb' },
      { name: 'consultation', type: 'jsonb' },
    ],
    key: ['service_code', 'valid_from'],
    keyColumn: 'berlaku_mulai',
    stage: stageStandard,
    load: (transaction, context) => loadStandards(transaction, context, moveCases),
  };
}

function stageStandard(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const service = foundCode(names.service(row.text('service') ?? ''), faults);
  const amount = row.number('amount') ?? 0;
  const promiseUnit = row.text('promiseUnit') ?? '';
  if (promiseUnit === 'hari-kerja' && !Number.isInteger(amount))
    faults.push({
      column: 'janji',
      code: 'promise-not-whole',
      message: 'janji dalam hari kerja harus bilangan bulat; pakai jam-kerja untuk yang lebih singkat.',
    });
  if (row.text('heldOn') === null && CONSULTATION_FIELDS.some((field) => row.text(field) !== null))
    faults.push({
      column: 'tanggal_fkp',
      code: 'consultation-without-date',
      message: 'isian Forum Konsultasi Publik memerlukan tanggal_fkp.',
    });
  if (faults.length > 0) return faults;
  return [
    service,
    row.text('validFrom'),
    amount,
    PROMISE_UNITS[promiseUnit] ?? promiseUnit,
    row.number('fee'),
    row.text('legalBasis'),
    JSON.stringify(Object.fromEntries(COMPONENT_TEXTS.map(({ code, field }) => [code, row.text(field)]))),
    JSON.stringify(Object.fromEntries(CONSULTATION_FIELDS.map((field) => [field, row.text(field)]))),
  ];
}

async function loadStandards(
  transaction: Knex.Transaction,
  context: LoadContext,
  moveCases: MoveCasesOfServices,
): Promise<LoadCounts> {
  const present = (field: string) => context.presentFields.has(field);
  const kept = (field: string, column: string) => (present(field) ? `s.${column}` : `st.${column}`);
  const bindings = {
    kabupaten: context.kabupatenCode,
    missing: [
      ...COMPONENT_TEXTS.filter(({ field }) => !present(field)).map(({ code }) => code),
      ...CONSULTATION_FIELDS.filter((field) => !present(field)),
    ],
  };
  // An empty cell takes a text away; texts that the file has no column for stay as they were.
  await transaction.raw(
    `create temporary table decided_standards on commit drop as
     select s.service_code, s.valid_from, s.promise_amount, s.promise_unit, ${kept('fee', 'fee')} as fee,
            ${kept('legalBasis', 'legal_basis')} as legal_basis,
            jsonb_strip_nulls(coalesce(st.components, '{}') || (s.components - :missing::text[])) as components,
            nullif(jsonb_strip_nulls(coalesce(st.consultation, '{}') || (s.consultation - :missing::text[])), '{}') as consultation,
            st.service_code is null or (st.promise_amount, st.promise_unit) is distinct from (s.promise_amount, s.promise_unit) as promise_changed
       from stage_rows s
       left join service_standards st on st.kabupaten_code = :kabupaten and st.service_code = s.service_code
        and st.valid_from = s.valid_from`,
    bindings,
  );
  const changeable = ['promise_amount', 'promise_unit', 'fee', 'legal_basis', 'components', 'consultation'];
  const written: { rows: { inserted: boolean }[] } = await transaction.raw(
    `insert into service_standards as st (kabupaten_code, service_code, valid_from, ${changeable.join(', ')}, confirmed, demo)
     select :kabupaten, d.service_code, d.valid_from, ${changeable.map((name) => `d.${name}`).join(', ')}, true, k.demo
       from decided_standards d join kabupaten k on k.code = :kabupaten
     on conflict (kabupaten_code, service_code, valid_from) do update
        set ${changeable.map((name) => `${name} = excluded.${name}`).join(', ')}, confirmed = true
      where (${changeable.map((name) => `st.${name}`).join(', ')}, st.confirmed) is distinct from
            (${changeable.map((name) => `excluded.${name}`).join(', ')}, true)
     returning (xmax = 0) as inserted`,
    bindings,
  );
  const promised: { rows: { service_code: string }[] } = await transaction.raw(
    'select distinct service_code from decided_standards where promise_changed',
  );
  await transaction.raw('drop table decided_standards');
  if (promised.rows.length > 0)
    await moveCases(
      transaction,
      context,
      promised.rows.map((row) => row.service_code),
    );
  return countStaged(transaction, written.rows);
}

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

const NIP = /^\d{18}$/;

/**
 * Staff, by the code that stands in the records: added and changed, never removed (their proposals stay on record; end
 * them by a date). Accounts are linked on screen only.
 */
export const staffLoader: DatasetLoader = {
  dataset: 'staff',
  columns: [
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'nip', type: 'text' },
    { name: 'employment', type: 'text' },
    { name: 'unit_code', type: 'text' },
    { name: 'service_point', type: 'text' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
  ],
  key: ['code'],
  keyColumn: 'kode',
  stage: stageStaff,
  load: loadStaff,
};

function stageStaff(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const nip = row.text('nip')?.replaceAll(/\s/g, '') ?? null;
  if (nip !== null && !NIP.test(nip))
    faults.push({
      column: 'nip',
      code: 'nip-not-18-digits',
      message: 'NIP harus 18 angka; simpan kolomnya sebagai teks agar angkanya tidak dibulatkan.',
    });
  const [validFrom, validTo] = [row.text('validFrom'), row.text('validTo')];
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    faults.push({
      column: 'sampai',
      code: 'ends-before-start',
      message: 'sampai lebih awal daripada mulai.',
    });
  if (faults.length > 0) return faults;
  return [
    row.text('code'),
    row.text('name'),
    nip,
    row.text('employment'),
    unit,
    row.text('servicePoint'),
    validFrom,
    validTo,
  ];
}

async function loadStaff(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const kept = (field: string, column: string): string =>
    context.presentFields.has(field) ? `excluded.${column}` : `m.${column}`;
  const columns = [
    ['name', 'excluded.name'],
    ['nip', kept('nip', 'nip')],
    ['employment', 'excluded.employment'],
    ['unit_code', 'excluded.unit_code'],
    ['service_point', kept('servicePoint', 'service_point')],
    ['valid_from', kept('validFrom', 'valid_from')],
    ['valid_to', kept('validTo', 'valid_to')],
  ] as const;
  const written: { rows: { inserted: boolean }[] } = await transaction.raw(
    `insert into staff_members as m (kabupaten_code, id, code, name, nip, employment, unit_code, service_point, valid_from,
                                     valid_to, demo)
     select :kabupaten, s.id, s.code, s.name, s.nip, s.employment, s.unit_code, s.service_point,
            coalesce(s.valid_from, date '1900-01-01'), s.valid_to, k.demo
       from stage_rows s join kabupaten k on k.code = :kabupaten
     on conflict (kabupaten_code, code) do update
        set ${columns.map(([name, value]) => `${name} = ${value}`).join(', ')}
      where (${columns.map(([name]) => `m.${name}`).join(', ')}) is distinct from (${columns.map(([, value]) => value).join(', ')})
     returning (xmax = 0) as inserted`,
    { kabupaten: context.kabupatenCode },
  );
  return { ...(await countStaged(transaction, written.rows)), structureChanged: false };
}

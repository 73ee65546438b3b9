import type { Knex } from 'knex';
import { findField, MEASURES, type MeasureField, type MeasureId } from '#domain/measures';
import { ANY } from '#domain/targets/target-in-force';
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
import { nearestName, normaliseName } from '../recognition/names.ts';

/** Targets: set and changed by a file, ended by their last day; a second row from a later day replaces an earlier one. */
export const targetLoader: DatasetLoader = {
  dataset: 'targets',
  columns: [
    { name: 'unit_code', type: 'text' },
    { name: 'unit_kind', type: 'text' },
    { name: 'service_code', type: 'text' },
    { name: 'measure', type: 'text' },
    { name: 'field', type: 'text' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
    { name: 'at_least', type: 'numeric' },
    { name: 'at_most', type: 'numeric' },
    { name: 'legal_basis', type: 'text' },
  ],
  key: ['unit_code', 'unit_kind', 'service_code', 'measure', 'field', 'valid_from'],
  keyColumn: 'berlaku_mulai',
  stage: stageTarget,
  load: loadTargets,
};

function stageTarget(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const [unit, level, service] = [row.text('unit'), row.text('level'), row.text('service')];
  if (unit !== null && level !== null)
    faults.push({
      column: 'tingkat',
      code: 'unit-and-level',
      message: 'unit dan tingkat sama-sama terisi; isi salah satu saja.',
    });
  const unitCode = unit === null ? ANY : foundCode(names.unit(unit), faults);
  const serviceCode = service === null ? ANY : foundCode(names.service(service), faults);
  const measure = row.text('measure') as MeasureId;
  const field = fieldNamed(measure, row.text('field') ?? '', faults);
  const atLeast = field === null ? null : limitOf(row, 'atLeast', 'minimal', field, faults);
  const atMost = field === null ? null : limitOf(row, 'atMost', 'maksimal', field, faults);
  if (row.text('atLeast') === null && row.text('atMost') === null)
    faults.push({
      column: 'minimal',
      code: 'limit-missing',
      message: 'isi minimal, maksimal, atau keduanya.',
    });
  if (atLeast !== null && atMost !== null && atLeast > atMost)
    faults.push({
      column: 'maksimal',
      code: 'limits-crossed',
      message: 'maksimal lebih kecil daripada minimal; periksa keduanya.',
    });
  const [validFrom, validTo] = [row.text('validFrom') ?? '', row.text('validTo')];
  if (validTo !== null && validTo < validFrom)
    faults.push({
      column: 'berlaku_sampai',
      code: 'ends-before-start',
      message: 'berlaku_sampai lebih awal daripada berlaku_mulai.',
    });
  if (faults.length > 0) return faults;
  return [
    unitCode,
    level ?? ANY,
    serviceCode,
    measure,
    field?.id ?? '',
    validFrom,
    validTo,
    atLeast,
    atMost,
    row.text('legalBasis'),
  ];
}

/** A field of the kamus by its id or by its label in either language. */
function fieldNamed(measure: MeasureId, text: string, faults: RowFault[]): MeasureField | null {
  const { fields } = MEASURES[measure];
  const named = normaliseName(text);
  const found =
    findField(measure, text) ??
    fields.find(({ id, label, labelEn }) =>
      [id, label, labelEn].some((each) => normaliseName(each) === named),
    );
  if (found) return found;
  const nearest = nearestName(
    text,
    fields.flatMap(({ id, label }) => [label, id]),
  );
  const hint =
    nearest === null
      ? `yang ada: ${fields.map(({ id, label }) => `${id} (${label})`).join(', ')}.`
      : `apakah maksudnya “${nearest}”?`;
  faults.push({
    column: 'angka',
    code: 'field-unknown',
    message: `angka “${text}” tidak ada pada ${MEASURES[measure].label}; ${hint}`,
  });
  return null;
}

/** In the unit of the field: shares 0–1, minutes, score, count. */
function limitOf(
  row: RowReader,
  name: string,
  column: string,
  { unit }: MeasureField,
  faults: RowFault[],
): number | null {
  const text = row.text(name);
  if (text === null) return null;
  const hasPercent = text.endsWith('%');
  const number = Number(hasPercent ? text.slice(0, -1) : text);
  const refuse = (code: string, message: string): null => {
    faults.push({ column, code, message: `${column} “${text.replace('.', ',')}” ${message}` });
    return null;
  };
  if (unit !== 'share') {
    if (hasPercent) return refuse('percent-unexpected', 'memakai %, sedangkan angka ini bukan persentase.');
    if (unit === 'score' && (number < 25 || number > 100))
      return refuse('number-out-of-range', 'di luar 25 sampai 100.');
    return number < 0 ? refuse('number-out-of-range', 'tidak boleh kurang dari 0.') : number;
  }
  if (number < 0 || number > 100) return refuse('number-out-of-range', 'di luar 0 sampai 100 persen.');
  // 0.9 may be 90 % (as spreadsheets keep it) or 0.9 %.
  if (!hasPercent && number > 0 && number <= 1)
    return refuse('percent-ambiguous', 'bermakna ganda; tulis persennya, misalnya 90 % atau 0,9 %.');
  return percentToShare(number);
}

/** Without the binary rest that a division by 100 leaves: 81.3 → 0.813. */
function percentToShare(percent: number): number {
  return Number((percent / 100).toFixed(8));
}

async function loadTargets(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const has = (field: string) => context.presentFields.has(field);
  const kept = (field: string, column: string) => (has(field) ? `excluded.${column}` : `t.${column}`);
  const columns = [
    ['valid_to', kept('validTo', 'valid_to')],
    ['at_least', 'excluded.at_least'],
    ['at_most', 'excluded.at_most'],
    ['legal_basis', kept('legalBasis', 'legal_basis')],
  ] as const;
  const written: { rows: { inserted: boolean }[] } = await transaction.raw(
    `insert into targets as t (kabupaten_code, id, unit_code, unit_kind, service_code, measure, field, valid_from, valid_to,
                               at_least, at_most, legal_basis, demo)
     select :kabupaten, s.id, s.unit_code, s.unit_kind, s.service_code, s.measure, s.field, s.valid_from, s.valid_to,
            s.at_least, s.at_most, s.legal_basis, k.demo
       from stage_rows s join kabupaten k on k.code = :kabupaten
     on conflict (kabupaten_code, measure, field, unit_code, unit_kind, service_code, valid_from) do update
        set ${columns.map(([name, value]) => `${name} = ${value}`).join(', ')}
      where (${columns.map(([name]) => `t.${name}`).join(', ')}) is distinct from (${columns.map(([, value]) => value).join(', ')})
     returning (xmax = 0) as inserted`,
    { kabupaten: context.kabupatenCode },
  );
  return { ...(await countStaged(transaction, written.rows)), structureChanged: false };
}

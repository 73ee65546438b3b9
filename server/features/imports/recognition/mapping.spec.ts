import type { ImportMapping } from '#contract/import-mapping';
import { SERVICE_CASES } from './datasets/case-columns.ts';
import { compileMapping, readMapping, type ColumnPlan } from './mapping.ts';
import { SURVEY_RESPONSES } from './datasets/survey-columns.ts';

const HEADER = ['CASE_ID', 'Department', 'TYPE', 'OPEN_DT', 'CLOSED_DT', 'STATUS'];
const COLUMNS = {
  number: 'CASE_ID',
  unit: 'Department',
  service: 'TYPE',
  receivedAt: 'OPEN_DT',
  completedAt: 'CLOSED_DT',
};

function faults(mapping: unknown, header: readonly string[] = HEADER): [string, string, string][] {
  const read = readMapping(mapping);
  const result = read.ok ? compileMapping(SERVICE_CASES, header, read.value) : read;
  return result.ok ? [] : result.errors.map(({ path, code, message }) => [path, code, message]);
}

function plan(mapping: ImportMapping | null, header: readonly string[] = HEADER): ColumnPlan {
  const result = compileMapping(SERVICE_CASES, header, mapping);
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.value;
}

describe('readMapping', () => {
  it('accepts the mapping of the contract', () => {
    const mapping: ImportMapping = {
      columns: { receivedAt: 'OPEN_DT' },
      dateFormat: 'MM/dd/yyyy hh:mm:ss a',
      timeZone: 'America/New_York',
      constants: { unit: 'x' },
      values: { status: { Closed: 'selesai' } },
      createMissing: ['unit', 'service', 'channel'],
      headerRow: 1,
      sheet: 'Data',
    };
    expect(readMapping(JSON.stringify(mapping))).toEqual({ ok: true, value: mapping });
  });

  it('says in Indonesian what is wrong with its form', () => {
    expect(faults('{')[0]?.[2]).toBe('Pemetaan bukan JSON yang sah.');
    expect(faults({ colums: {} })[0]?.[2]).toContain(
      'isian “colums” tidak dikenal; yang ada: columns, dateFormat',
    );
    expect(faults({ headerRow: 0 })[0]).toEqual([
      'headerRow',
      'mapping-invalid',
      '“headerRow”: paling kecil 1.',
    ]);
    expect(faults({ createMissing: ['staff'] })[0]?.[2]).toContain(
      'hanya boleh “unit”, “service”, “channel”',
    );
    expect(faults({ columns: [] })[0]?.[2]).toContain('harus berupa pasangan');
    expect(faults([])[0]?.[2]).toContain('harus berupa objek JSON');
  });
});

describe('compileMapping', () => {
  it('takes mapped columns, constants, and what is recognised beside them', () => {
    const compiled = plan({
      columns: COLUMNS,
      constants: { channel: 'loket' },
      values: { status: { ' Closed ': 'selesai', x: null } },
      createMissing: ['unit'],
    });
    const source = (field: string) =>
      compiled.sources[SERVICE_CASES.columns.findIndex((column) => column.field === field)];
    expect(source('number')?.column).toBe(0);
    expect(source('channel')).toEqual({ column: -1, constant: 'loket', translations: null });
    expect(source('status')?.column).toBe(5);
    expect([...(source('status')?.translations ?? [])]).toEqual([
      ['closed', 'selesai'],
      ['x', ''],
    ]);
    expect([...compiled.createMissing]).toEqual(['unit']);
    expect(compiled.warnings).toEqual([]);
  });

  it('finds mapped columns in spite of letter case and blanks, and accepts Indonesian field names', () => {
    const compiled = plan({
      columns: { nomor: 'case id', unit: 'department', layanan: 'Type', diterima: 'open dt' },
    });
    expect(compiled.sources.slice(0, 3).map(({ column }) => column)).toEqual([0, 1, 2]);
    expect(compiled.warnings).toEqual(['Kolom yang tidak dipakai: CLOSED_DT.']);
  });

  it('names the nearest field and the nearest column', () => {
    expect(faults({ columns: { recievedAt: 'OPEN_DT' } })[0]?.[2]).toBe(
      'Isian “recievedAt” tidak dikenal pada service-cases; apakah maksudnya “receivedAt”?',
    );
    expect(faults({ columns: { receivedAt: 'OPEN_DATE' } })[0]).toEqual([
      'columns.receivedAt',
      'column-not-in-file',
      'Kolom “OPEN_DATE” tidak ada dalam berkas; apakah maksudnya “OPEN_DT”?',
    ]);
  });

  it('refuses formats, zones and values that cannot work', () => {
    const rest = { columns: COLUMNS };
    expect(faults({ ...rest, dateFormat: 'DD/MM/YYYY' })[0]?.[2]).toContain('bagian “DD” tidak dikenal');
    expect(faults({ ...rest, dateFormat: 'dd/mm/yyyy' })[0]?.[2]).toContain('bulan ditulis MM');
    expect(faults({ ...rest, timeZone: 'WITA' })[0]?.[1]).toBe('time-zone-unknown');
    expect(faults({ ...rest, values: { status: { Closed: 'seleasi' } } })[0]?.[2]).toBe(
      'Nilai pada “values.status.Closed”: status “seleasi” tidak dikenal; apakah maksudnya “selesai”?',
    );
    expect(faults({ ...rest, constants: { visits: 'dua' } })[0]?.[1]).toBe('number-unreadable');
    expect(faults({ ...rest, constants: { number: 'x' } })[0]?.[1]).toBe('field-twice');
  });

  it('lists the required columns that a file lacks', () => {
    expect(faults({})[0]).toEqual([
      '',
      'column-missing',
      'Kolom wajib “nomor”, “unit”, “layanan”, “diterima” tidak ada dalam berkas; judul yang terbaca: CASE_ID, Department, TYPE, OPEN_DT, CLOSED_DT, STATUS.',
    ]);
  });

  it('refuses two columns for one field, but knows a running number beside a register number', () => {
    const header = ['No', 'Nomor Register', 'unit', 'layanan', 'diterima'];
    expect(plan(null, header).sources[0]?.column).toBe(1);
    expect(faults({}, ['nomor', 'unit', 'SKPD', 'layanan', 'diterima'])[0]?.[1]).toBe('column-ambiguous');
  });

  it('asks for the unsur of a survey', () => {
    const result = compileMapping(
      SURVEY_RESPONSES,
      ['nomor', 'instrumen', 'unit', 'layanan', 'tanggal', 'u1', 'u2'],
      null,
    );
    expect(result.ok ? '' : result.errors[0]?.message).toContain('“u3”, “u4”, “u5”, “u6”, “u7”, “u8”, “u9”');
  });
});

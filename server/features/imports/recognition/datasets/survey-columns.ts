import { findInstrument, IKM_INSTRUMENTS } from '#domain/ikm/instruments';
import { SERVICE, UNIT } from './case-columns.ts';
import type { DatasetColumn, DatasetDefinition, FieldValue, RowFault } from '../dataset-columns.ts';

/** The largest number of unsur of any instrument (KEP/25/M.PAN/2/2004). */
const MOST_UNSUR = Math.max(...IKM_INSTRUMENTS.map(({ unsur }) => unsur.length));

const INSTRUMENT: DatasetColumn = {
  field: 'instrument',
  names: ['instrumen', 'instrument'],
  kind: 'choice',
  required: true,
  choices: {
    'permenpanrb-14-2017': ['permenpanrb 14/2017', 'permenpan 14/2017', 'skm 2017'],
    'permenpanrb-16-2014': ['permenpanrb 16/2014', 'permenpan 16/2014', 'skm 2014'],
    'kep-25-2004': ['kep/25/m.pan/2/2004', 'kepmenpan 25/2004', 'ikm 2004'],
  },
  explanation: `Peraturan kuesionernya: ${IKM_INSTRUMENTS.map(({ id }) => id).join(', ')}.`,
  example: 'permenpanrb-14-2017',
};

function answer(number: number): DatasetColumn {
  return {
    field: `u${number}`,
    names: [`u${number}`, `unsur_${number}`],
    kind: 'integer',
    required: false,
    minimum: 1,
    maximum: 4,
    explanation:
      number <= 9
        ? `Jawaban unsur ${number} menurut urutan peraturan: 1, 2, 3, atau 4.`
        : `Jawaban unsur ${number}; hanya untuk instrumen 14 unsur (kep-25-2004).`,
    example: number <= 9 ? '3' : '',
  };
}

function profile(
  field: string,
  names: readonly string[],
  explanation: string,
  example: string,
): DatasetColumn {
  return { field, names, kind: 'text', required: false, maxLength: 100, explanation, example };
}

const COLUMNS: readonly DatasetColumn[] = [
  {
    field: 'number',
    names: ['nomor', 'number', 'no', 'nomor_responden', 'no_responden', 'id_responden'],
    kind: 'text',
    required: true,
    maxLength: 100,
    explanation: 'Nomor responden; tidak boleh berulang pada unit, layanan, dan tanggal yang sama.',
    example: '1',
  },
  INSTRUMENT,
  UNIT,
  SERVICE,
  {
    field: 'date',
    names: ['tanggal', 'date', 'tgl', 'tanggal_survei', 'tanggal_pengisian'],
    kind: 'date',
    required: true,
    explanation: 'Tanggal kuesioner diisi: 2026-03-17 atau 17/03/2026.',
    example: '2026-03-17',
  },
  ...Array.from({ length: MOST_UNSUR }, (_unused, index) => answer(index + 1)),
  {
    ...profile('sex', ['jenis_kelamin', 'sex', 'gender', 'jk', 'l/p'], 'L atau P.', 'P'),
    kind: 'choice',
    openChoices: true,
    choices: { L: ['laki-laki', 'pria', 'male', 'm'], P: ['perempuan', 'wanita', 'female', 'f'] },
  },
  profile('age', ['usia', 'age', 'umur'], 'Usia dalam tahun, atau kelompok usia.', '34'),
  profile('education', ['pendidikan', 'education', 'pendidikan_terakhir'], 'Pendidikan terakhir.', 'SMA'),
  profile('occupation', ['pekerjaan', 'occupation'], 'Pekerjaan utama.', 'Wiraswasta'),
  {
    ...profile(
      'suggestion',
      ['saran', 'suggestion', 'saran_masukan', 'kritik_saran'],
      'Saran responden, tanpa nama atau NIK.',
      '',
    ),
    maxLength: 5_000,
  },
  profile(
    'hours',
    ['jam', 'hours', 'jam_survei'],
    'Rentang jam pelayanan, misalnya 08.00–12.00.',
    '08:00 - 12:00',
  ),
];

const INSTRUMENT_INDEX = COLUMNS.findIndex(({ field }) => field === 'instrument');
const FIRST_ANSWER = COLUMNS.findIndex(({ field }) => field === 'u1');

/**
 * Every unsur of the instrument must be answered and no other: a blank answer would lower or raise the
 * index by its absence (PermenPANRB 14/2017, annex: each unsur is asked of every respondent).
 */
function answersFit(fields: readonly FieldValue[]): RowFault | null {
  const instrument = findInstrument(String(fields[INSTRUMENT_INDEX]));
  if (instrument === null) return null;
  const count = instrument.unsur.length;
  for (let number = 1; number <= MOST_UNSUR; number++) {
    const isAnswered = fields[FIRST_ANSWER + number - 1] !== null;
    if (isAnswered === number <= count) continue;
    const column = `u${number}`;
    return isAnswered
      ? {
          column,
          code: 'answer-unexpected',
          message: `u${number} terisi, padahal instrumen ${instrument.id} hanya punya ${count} unsur.`,
        }
      : {
          column,
          code: 'answer-missing',
          message: `jawaban u${number} kosong; instrumen ${instrument.id} menanyakan ${count} unsur.`,
        };
  }
  return null;
}

/** Responses to the satisfaction survey (SKM), contract “Datasets for import”. */
export const SURVEY_RESPONSES: DatasetDefinition = {
  name: 'survey-responses',
  label: 'Survei kepuasan (SKM)',
  description: 'Satu baris per responden dengan jawaban tiap unsur, 1 sampai 4.',
  key: 'unit + layanan + instrumen + tanggal + nomor',
  columns: COLUMNS,
  rowRule: answersFit,
};

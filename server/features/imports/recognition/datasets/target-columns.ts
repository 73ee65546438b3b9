import { UNIT_KINDS } from '#contract/reference';
import { JUDGED_MEASURES, MEASURES } from '#domain/measures';
import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';
import { SERVICE, UNIT } from './case-columns.ts';

const LIMIT_EXPLANATION =
  'Persentase ditulis 90 atau 90 % (bukan 0,9); waktu dalam menit; IKM 25 sampai 100; jumlah sebagai bilangan.';

const LIMIT: Pick<DatasetColumn, 'kind' | 'required'> = { kind: 'percent-or-number', required: false };

/** Targets that figures are held to: of a unit, of a kind of units, or of all. */
export const TARGETS: DatasetDefinition = {
  name: 'targets',
  label: 'Target kinerja',
  description: 'Angka yang harus dicapai: oleh satu unit, semua unit suatu jenis, atau semua unit.',
  key: 'unit atau tingkat + layanan + ukuran + angka + berlaku mulai',
  columns: [
    {
      ...UNIT,
      required: false,
      explanation:
        'Kode atau nama unit yang diberi target; kosong bila target berlaku menurut tingkat atau untuk semua.',
      example: '',
    },
    {
      field: 'level',
      names: ['tingkat', 'level', 'jenis_unit'],
      kind: 'choice',
      required: false,
      choices: {
        ...Object.fromEntries(UNIT_KINDS.map((kind) => [kind, []])),
        skpd: ['opd', 'dinas', 'badan', 'perangkat daerah'],
        'service-point': ['titik layanan'],
        other: ['lainnya'],
      },
      explanation: `Jenis unit yang diberi target: ${UNIT_KINDS.join(', ')}; kosong bila unit disebut atau untuk semua.`,
      example: 'kecamatan',
    },
    {
      ...SERVICE,
      required: false,
      explanation: 'Kode atau nama layanan; kosong bila untuk semua layanan bersama-sama.',
      example: '',
    },
    {
      field: 'measure',
      names: ['ukuran', 'measure', 'indikator'],
      kind: 'choice',
      required: true,
      choices: Object.fromEntries(
        JUDGED_MEASURES.map((id) => [id, [MEASURES[id].label, MEASURES[id].labelEn]]),
      ),
      explanation: `Kelompok indikator: ${JUDGED_MEASURES.map((id) => `${id} (${MEASURES[id].label})`).join(', ')}.`,
      example: 'turnaround',
    },
    {
      field: 'field',
      names: ['angka', 'field', 'nama_angka'],
      kind: 'text',
      required: true,
      explanation: 'Nama angka seperti pada kamus indikator, misalnya dueMetShare atau “Tepat waktu”.',
      example: 'dueMetShare',
    },
    {
      field: 'validFrom',
      names: ['berlaku_mulai', 'validFrom', 'berlaku_dari'],
      kind: 'date',
      required: true,
      anyTime: true,
      explanation: 'Hari pertama target berlaku.',
      example: '2026-01-01',
    },
    {
      field: 'validTo',
      names: ['berlaku_sampai', 'validTo', 'berlaku_hingga'],
      kind: 'date',
      required: false,
      anyTime: true,
      explanation: 'Hari terakhir target berlaku; kosong bila sampai diganti.',
      example: '',
    },
    {
      field: 'atLeast',
      names: ['minimal', 'atLeast', 'paling_sedikit'],
      ...LIMIT,
      explanation: `Paling sedikit. ${LIMIT_EXPLANATION}`,
      example: '90 %',
    },
    {
      field: 'atMost',
      names: ['maksimal', 'atMost', 'paling_banyak'],
      ...LIMIT,
      explanation: `Paling banyak. ${LIMIT_EXPLANATION}`,
      example: '',
    },
    {
      field: 'legalBasis',
      names: ['dasar', 'legalBasis', 'dasar_hukum'],
      kind: 'text',
      required: false,
      maxLength: 300,
      explanation: 'Peraturan atau keputusan yang menetapkan target.',
      example: 'Perbup 12/2026',
    },
  ],
};

import { UNIT_KINDS } from '#contract/reference';
import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';

const NAME: DatasetColumn = {
  field: 'name',
  names: ['nama', 'name'],
  kind: 'text',
  required: true,
  explanation: 'Nama lengkap seperti ditampilkan pada layar.',
  example: 'Kecamatan Sebulu',
};

/** Units of a kabupaten. A code is given once; a merge, split or rename is a new unit with its predecessor. */
export const UNITS: DatasetDefinition = {
  name: 'units',
  label: 'Unit kerja',
  description: 'Kecamatan, SKPD, bagian, dan titik layanan beserta susunannya.',
  key: 'kode',
  columns: [
    {
      field: 'code',
      names: ['kode', 'code', 'kode_unit'],
      kind: 'code',
      required: true,
      explanation:
        'Kode unit: huruf, angka, titik, garis bawah, atau tanda hubung; kode Kemendagri untuk kecamatan.',
      example: '64.02.07',
    },
    { ...NAME, names: [...NAME.names, 'nama_unit'] },
    {
      field: 'kind',
      names: ['jenis', 'kind', 'jenis_unit'],
      kind: 'choice',
      required: true,
      choices: {
        ...Object.fromEntries(UNIT_KINDS.map((kind) => [kind, []])),
        kabupaten: ['kota'],
        skpd: ['opd', 'dinas', 'badan', 'perangkat daerah'],
        setda: ['sekretariat daerah'],
        kelurahan: [],
        'service-point': ['titik layanan', 'titik_layanan'],
        other: ['lainnya', 'lain-lain'],
      },
      explanation: `Salah satu dari: ${UNIT_KINDS.join(', ')}.`,
      example: 'kecamatan',
    },
    {
      field: 'parentCode',
      names: ['induk', 'parentCode', 'kode_induk', 'parent'],
      kind: 'code',
      required: false,
      explanation: 'Kode unit di atasnya; kosong hanya untuk unit teratas.',
      example: '64.02',
    },
    {
      field: 'validFrom',
      names: ['berlaku_dari', 'validFrom', 'berlaku_mulai'],
      kind: 'date',
      required: false,
      anyTime: true,
      explanation: 'Tanggal unit mulai ada; kosong bila sejak semula.',
      example: '2017-01-01',
    },
    {
      field: 'validTo',
      names: ['berlaku_sampai', 'validTo', 'berlaku_hingga'],
      kind: 'date',
      required: false,
      anyTime: true,
      explanation: 'Hari terakhir unit ada; kosong bila masih ada.',
      example: '',
    },
    {
      field: 'predecessorCode',
      names: ['pendahulu', 'predecessorCode', 'predecessor', 'kode_pendahulu'],
      kind: 'code',
      required: false,
      explanation: 'Kode unit sebelumnya bila unit ini hasil pemekaran, penggabungan, atau ganti nama.',
      example: '',
    },
  ],
};

/** Services of a kabupaten; their promised times are service standards, a dataset of their own. */
export const SERVICES: DatasetDefinition = {
  name: 'services',
  label: 'Layanan',
  description: 'Daftar layanan yang diberikan.',
  key: 'kode',
  columns: [
    {
      field: 'code',
      names: ['kode', 'code', 'kode_layanan'],
      kind: 'code',
      required: true,
      explanation: 'Kode layanan: huruf, angka, titik, garis bawah, atau tanda hubung.',
      example: 'kk',
    },
    { ...NAME, names: [...NAME.names, 'nama_layanan'], example: 'Kartu Keluarga' },
  ],
};

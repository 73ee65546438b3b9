import type { DatasetDefinition } from '../dataset-columns.ts';
import { UNIT } from './case-columns.ts';

/** The register of staff: whom the column `petugas` of the records means. */
export const STAFF: DatasetDefinition = {
  name: 'staff',
  label: 'Pegawai layanan',
  description: 'Pegawai yang kodenya tertulis pada kolom petugas dalam data layanan.',
  key: 'kode',
  columns: [
    {
      field: 'code',
      names: ['kode', 'code', 'kode_pegawai', 'kode_petugas', 'petugas'],
      kind: 'text',
      required: true,
      maxLength: 64,
      explanation: 'Kode petugas persis seperti dalam data layanan; satu kode untuk satu orang.',
      example: '64.02.07-p1',
    },
    {
      field: 'name',
      names: ['nama', 'name', 'nama_pegawai'],
      kind: 'text',
      required: true,
      explanation: 'Nama pegawai.',
      example: 'Nama Pegawai',
    },
    {
      field: 'nip',
      names: ['nip', 'nomor_induk_pegawai'],
      kind: 'text',
      required: false,
      maxLength: 40,
      explanation: 'NIP 18 angka; simpan kolomnya sebagai teks. Kosong bagi non-ASN.',
      example: '199000002020001001',
    },
    {
      field: 'employment',
      names: ['jenis_kepegawaian', 'employment', 'status_kepegawaian', 'kepegawaian'],
      kind: 'choice',
      required: true,
      choices: {
        pns: ['pegawai negeri sipil'],
        pppk: ['p3k', 'pegawai pemerintah dengan perjanjian kerja'],
        'non-asn': ['non asn', 'honorer', 'kontrak', 'thl', 'ptt'],
      },
      explanation: 'pns, pppk, atau non-asn.',
      example: 'pns',
    },
    { ...UNIT, explanation: 'Kode atau nama unit tempat pegawai bertugas.' },
    {
      field: 'servicePoint',
      names: ['titik_layanan', 'servicePoint', 'pos', 'tempat_layanan'],
      kind: 'text',
      required: false,
      maxLength: 120,
      explanation: 'Titik layanan atau pos tempat bertugas; kosong bila di kantor unit.',
      example: '',
    },
    {
      field: 'validFrom',
      names: ['mulai', 'validFrom', 'mulai_bertugas', 'berlaku_mulai'],
      kind: 'date',
      required: false,
      anyTime: true,
      explanation: 'Hari pertama kode ini milik pegawai tersebut; kosong bila sejak awal.',
      example: '2026-01-02',
    },
    {
      field: 'validTo',
      names: ['sampai', 'validTo', 'berakhir', 'berlaku_sampai'],
      kind: 'date',
      required: false,
      anyTime: true,
      explanation: 'Hari terakhir; kosong bila masih bertugas.',
      example: '',
    },
  ],
};

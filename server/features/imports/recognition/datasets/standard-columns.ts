import type { ComponentCode } from '#domain/standards/standard-components';
import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';
import { SERVICE } from './case-columns.ts';

interface ComponentText {
  readonly code: ComponentCode;
  readonly field: string;
  /** Indonesian headers, that of the contract first */
  readonly names: readonly string[];
  /** Name in the regulation */
  readonly told: string;
  readonly example: string;
}

/** The components that are texts; promised time, fee and legal basis have columns of their own. */
export const COMPONENT_TEXTS: readonly ComponentText[] = [
  {
    code: 'requirements',
    field: 'requirements',
    names: ['persyaratan'],
    told: 'persyaratan',
    example: 'KTP-el; surat pengantar desa',
  },
  {
    code: 'procedure',
    field: 'procedure',
    names: ['sistem_mekanisme_prosedur', 'prosedur'],
    told: 'sistem, mekanisme, dan prosedur',
    example: 'Loket, verifikasi, cetak, serah terima',
  },
  {
    code: 'product',
    field: 'product',
    names: ['produk', 'produk_pelayanan'],
    told: 'produk pelayanan',
    example: 'Kartu Keluarga',
  },
  {
    code: 'complaints',
    field: 'complaintHandling',
    names: ['penanganan_pengaduan'],
    told: 'penanganan pengaduan, saran, dan masukan',
    example: 'Kotak saran dan SP4N-LAPOR!',
  },
  {
    code: 'facilities',
    field: 'facilities',
    names: ['sarana', 'sarana_prasarana'],
    told: 'sarana, prasarana, dan/atau fasilitas',
    example: 'Ruang tunggu dan loket prioritas',
  },
  {
    code: 'competence',
    field: 'competence',
    names: ['kompetensi', 'kompetensi_pelaksana'],
    told: 'kompetensi pelaksana',
    example: 'Menguasai SIAK',
  },
  {
    code: 'supervision',
    field: 'internalOversight',
    names: ['pengawasan_internal'],
    told: 'pengawasan internal',
    example: 'Kepala seksi, setiap pekan',
  },
  {
    code: 'staffing',
    field: 'staffCount',
    names: ['jumlah_pelaksana'],
    told: 'jumlah pelaksana',
    example: '3 orang',
  },
  {
    code: 'service-guarantee',
    field: 'serviceGuarantee',
    names: ['jaminan_pelayanan'],
    told: 'jaminan pelayanan',
    example: 'Sesuai maklumat pelayanan',
  },
  {
    code: 'safety-guarantee',
    field: 'safetyGuarantee',
    names: ['jaminan_keamanan'],
    told: 'jaminan keamanan dan keselamatan pelayanan',
    example: 'Arsip disimpan terkunci',
  },
  {
    code: 'evaluation',
    field: 'performanceEvaluation',
    names: ['evaluasi_kinerja'],
    told: 'evaluasi kinerja pelaksana',
    example: 'Setiap triwulan',
  },
];

const COMPONENTS: readonly DatasetColumn[] = COMPONENT_TEXTS.map(({ field, names, told, example }) => ({
  field,
  names: [...names, field],
  kind: 'text',
  required: false,
  maxLength: 4_000,
  explanation: `Komponen standar pelayanan: ${told}.`,
  example,
}));

function consultation(field: string, names: readonly string[], explanation: string): DatasetColumn {
  return {
    field,
    names: [...names, field],
    kind: 'text',
    required: false,
    maxLength: 4_000,
    explanation,
    example: '',
  };
}

/** Service standards in versions by the date they take effect (PermenPANRB 15/2014). */
export const SERVICE_STANDARDS: DatasetDefinition = {
  name: 'service-standards',
  label: 'Standar pelayanan',
  description:
    'Janji waktu tiap layanan beserta 14 komponennya. Versi baru berlaku bagi permohonan yang diterima sejak tanggalnya.',
  key: 'layanan + berlaku mulai',
  columns: [
    SERVICE,
    {
      field: 'validFrom',
      names: ['berlaku_mulai', 'validFrom', 'berlaku_dari'],
      kind: 'date',
      required: true,
      anyTime: true,
      explanation: 'Hari pertama standar berlaku; tanggal baru menjadi versi baru.',
      example: '2026-01-01',
    },
    {
      field: 'amount',
      names: ['janji', 'amount', 'jangka_waktu', 'waktu'],
      kind: 'decimal',
      required: true,
      minimum: 0.01,
      maximum: 10_000,
      explanation: 'Lama penyelesaian yang dijanjikan, sebagai angka.',
      example: '2',
    },
    {
      field: 'promiseUnit',
      names: ['satuan', 'promiseUnit', 'unit_waktu', 'unit'],
      kind: 'choice',
      required: true,
      choices: {
        menit: ['minutes', 'minute'],
        'jam-kerja': ['jam kerja', 'working-hours', 'working hours'],
        'hari-kerja': ['hari kerja', 'working-days', 'working days'],
      },
      explanation: 'Satuan janji: menit, jam-kerja, atau hari-kerja.',
      example: 'jam-kerja',
    },
    {
      field: 'fee',
      names: ['biaya', 'fee', 'tarif'],
      kind: 'decimal',
      required: false,
      minimum: 0,
      maximum: 1_000_000_000,
      explanation: 'Biaya dalam rupiah; 0 bila gratis.',
      example: '0',
    },
    {
      field: 'legalBasis',
      names: ['dasar_hukum', 'legalBasis', 'dasar'],
      kind: 'text',
      required: false,
      maxLength: 1_000,
      explanation: 'Peraturan yang menjadi dasar layanan atau menetapkan standarnya.',
      example: 'Perbup 12/2026',
    },
    ...COMPONENTS,
    {
      field: 'heldOn',
      names: ['tanggal_fkp', 'heldOn'],
      kind: 'date',
      required: false,
      explanation: 'Tanggal Forum Konsultasi Publik yang membahas standar ini.',
      example: '',
    },
    consultation('participants', ['peserta_fkp'], 'Peserta Forum Konsultasi Publik.'),
    consultation('minutes', ['berita_acara_fkp'], 'Nomor atau pokok berita acara Forum Konsultasi Publik.'),
    consultation(
      'agreedChanges',
      ['kesepakatan_fkp'],
      'Perubahan yang disepakati dalam Forum Konsultasi Publik.',
    ),
    consultation('followUp', ['tindak_lanjut_fkp'], 'Tindak lanjut atas kesepakatan itu.'),
  ],
};

/** Fields of the record of a Forum Konsultasi Publik. */
export const CONSULTATION_FIELDS: readonly string[] = [
  'heldOn',
  'participants',
  'minutes',
  'agreedChanges',
  'followUp',
];

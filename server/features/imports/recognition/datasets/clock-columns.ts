import { PAUSE_REASONS } from '#domain/turnaround/pause-reasons';
import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';
import { NUMBER, SERVICE, UNIT } from './case-columns.ts';

/** The number of a case that is loaded already. */
const CASE_NUMBER: DatasetColumn = {
  ...NUMBER,
  explanation:
    'Nomor permohonan, sama seperti pada himpunan data permohonan layanan; muat permohonannya dahulu.',
};
const CASE_UNIT: DatasetColumn = { ...UNIT, explanation: 'Kode atau nama unit tempat permohonan dicatat.' };

/** Stages of service cases: whose desk the time was spent on. */
export const CASE_STEPS: DatasetDefinition = {
  name: 'case-steps',
  label: 'Tahap permohonan',
  description: 'Satu baris per tahap permohonan: unit mana yang mengerjakannya, kapan mulai, kapan selesai.',
  key: 'unit + nomor + tahap',
  columns: [
    CASE_NUMBER,
    CASE_UNIT,
    {
      field: 'step',
      names: ['tahap', 'step', 'tahapan', 'nama_tahap'],
      kind: 'text',
      required: true,
      maxLength: 100,
      explanation: 'Nama tahap, ditulis sama untuk semua permohonan; tiap tahap satu kali per permohonan.',
      example: 'Verifikasi berkas',
    },
    {
      field: 'stepUnit',
      names: ['unit_tahap', 'stepUnit', 'kode_unit_tahap', 'pelaksana_tahap'],
      kind: 'text',
      required: true,
      explanation: 'Kode atau nama unit yang mengerjakan tahap ini; boleh unit lain, misalnya Disdukcapil.',
      example: '64.02.07',
    },
    {
      field: 'startedAt',
      names: ['mulai', 'startedAt', 'tanggal_mulai', 'waktu_mulai'],
      kind: 'instant',
      required: true,
      explanation: 'Tanggal dan jam berkas mulai berada pada tahap ini.',
      example: '2026-03-17 08:05',
    },
    {
      field: 'completedAt',
      names: ['selesai', 'completedAt', 'tanggal_selesai', 'waktu_selesai'],
      kind: 'instant',
      required: false,
      explanation: 'Tanggal dan jam tahap selesai; kosong selama belum.',
      example: '2026-03-17 09:10',
    },
  ],
};

/** Pauses of service cases: the official clock stands still, and why. */
export const PAUSES: DatasetDefinition = {
  name: 'pauses',
  label: 'Jeda permohonan',
  description: 'Satu baris per jeda: sejak kapan permohonan tertunda, sampai kapan, dan karena apa.',
  key: 'unit + nomor + mulai',
  columns: [
    CASE_NUMBER,
    CASE_UNIT,
    {
      field: 'startedAt',
      names: ['mulai', 'startedAt', 'tanggal_mulai', 'waktu_mulai', 'mulai_jeda'],
      kind: 'instant',
      required: true,
      explanation: 'Tanggal dan jam jeda mulai.',
      example: '2026-03-17 10:00',
    },
    {
      field: 'endedAt',
      names: ['selesai', 'endedAt', 'completedAt', 'tanggal_selesai', 'waktu_selesai', 'selesai_jeda'],
      kind: 'instant',
      required: false,
      explanation: 'Tanggal dan jam jeda berakhir; kosong bila masih berlangsung.',
      example: '2026-03-18 09:00',
    },
    {
      field: 'reason',
      names: ['alasan', 'reason', 'alasan_jeda', 'sebab'],
      kind: 'choice',
      required: true,
      choices: Object.fromEntries(PAUSE_REASONS.map(({ code, name, nameEn }) => [code, [name, nameEn]])),
      explanation: `Salah satu dari: ${PAUSE_REASONS.map(({ code }) => code).join(', ')}.`,
      example: 'berkas-kurang',
    },
    {
      field: 'told',
      names: ['pemohon_diberitahu', 'told', 'diberitahukan'],
      kind: 'boolean',
      required: false,
      explanation:
        'Pemohon diberi tahu tentang jeda ini: ya atau tidak; kosong berarti ya. Jeda yang tidak diberitahukan tidak menghentikan jam.',
      example: 'ya',
    },
  ],
};

/** Sessions outside opening hours. */
export const EXTRA_SESSIONS: DatasetDefinition = {
  name: 'extra-sessions',
  label: 'Sesi layanan tambahan',
  description: 'Layanan di luar jam buka, misalnya Minggu 09.00–11.00; tidak pernah memajukan tenggat.',
  key: 'unit + layanan + tanggal + mulai',
  columns: [
    UNIT,
    {
      ...SERVICE,
      required: false,
      explanation: 'Kode atau nama layanan yang dilayani pada sesi itu; kosong bila semua layanan.',
    },
    {
      field: 'date',
      names: ['tanggal', 'date', 'tgl', 'hari'],
      kind: 'date',
      required: true,
      explanation: 'Tanggal sesi.',
      example: '2026-03-15',
    },
    {
      field: 'from',
      names: ['mulai', 'from', 'jam_mulai', 'dari'],
      kind: 'time',
      required: true,
      explanation: 'Jam sesi dibuka, menurut waktu setempat: 09:00 atau 09.00.',
      example: '09:00',
    },
    {
      field: 'to',
      names: ['sampai', 'to', 'jam_selesai', 'hingga'],
      kind: 'time',
      required: true,
      explanation: 'Jam sesi ditutup; 24:00 bila sampai tengah malam.',
      example: '11:00',
    },
    {
      field: 'note',
      names: ['keterangan', 'note', 'catatan'],
      kind: 'text',
      required: false,
      explanation: 'Nama sesi atau tempatnya.',
      example: 'Layanan Minggu',
    },
  ],
};

import type { DatasetDefinition } from '../dataset-columns.ts';
import { UNIT } from './case-columns.ts';

/** Days on which units are closed beside the national holidays, or work although they usually do not. */
export const CALENDAR: DatasetDefinition = {
  name: 'calendar',
  label: 'Kalender kerja',
  description:
    'Libur lokal dan hari kerja khusus. Libur nasional dan cuti bersama sudah tersedia dan tidak perlu dimuat.',
  key: 'tanggal + unit atau kalender',
  columns: [
    {
      field: 'date',
      names: ['tanggal', 'date', 'tgl'],
      kind: 'date',
      required: true,
      explanation: 'Tanggal yang dimaksud.',
      example: '2026-09-28',
    },
    {
      field: 'kind',
      names: ['jenis', 'kind', 'jenis_hari'],
      kind: 'choice',
      required: true,
      choices: {
        libur: ['libur lokal', 'closure', 'tutup'],
        'hari-kerja': ['hari kerja khusus', 'hari kerja', 'masuk', 'working day'],
      },
      explanation:
        'libur: unit tutup pada hari itu; hari-kerja: unit buka pada hari yang biasanya libur akhir pekan, atau libur lokal dicabut.',
      example: 'libur',
    },
    {
      field: 'note',
      names: ['keterangan', 'note', 'nama', 'catatan'],
      kind: 'text',
      required: true,
      explanation: 'Nama hari itu; tampil pada penjelasan tenggat.',
      example: 'Hari jadi kabupaten',
    },
    {
      ...UNIT,
      required: false,
      explanation:
        'Unit yang kalendernya berubah. Bila kalender itu dipakai bersama unit lain, unit ini mendapat kalender sendiri. Kosong bila untuk semua.',
      example: '',
    },
    {
      field: 'calendar',
      names: ['kalender', 'calendar', 'kode_kalender'],
      kind: 'text',
      required: false,
      explanation:
        'Kode atau nama kalender; kosong bila unit disebut, atau untuk semua kalender yang mengikuti libur nasional.',
      example: '',
    },
    {
      field: 'from',
      names: ['mulai', 'from', 'jam_mulai'],
      kind: 'time',
      required: false,
      explanation: 'Jam buka pada hari kerja khusus, misalnya 08:00.',
      example: '',
    },
    {
      field: 'to',
      names: ['sampai', 'to', 'jam_selesai'],
      kind: 'time',
      required: false,
      explanation: 'Jam tutup pada hari kerja khusus, misalnya 12:00.',
      example: '',
    },
  ],
};

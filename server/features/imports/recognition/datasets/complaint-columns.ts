import { CHANNEL, DUE_AT, NUMBER, RECEIVED_AT, SERVICE, UNIT } from './case-columns.ts';
import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';

function moment(
  field: string,
  names: readonly string[],
  explanation: string,
  example: string,
): DatasetColumn {
  return { field, names: [...names], kind: 'instant', required: false, explanation, example };
}

/** Complaints (pengaduan), contract “Datasets for import”; classes and statuses as in the domain rules. */
export const COMPLAINTS: DatasetDefinition = {
  name: 'complaints',
  label: 'Pengaduan',
  description: 'Satu baris per aduan: kapan diterima, diverifikasi, ditanggapi, dan diselesaikan.',
  key: 'unit + nomor',
  columns: [
    NUMBER,
    UNIT,
    {
      field: 'kecamatan',
      names: ['kecamatan', 'kode_kecamatan', 'nama_kecamatan'],
      kind: 'text',
      required: false,
      explanation: 'Kecamatan tempat kejadian; bukan unit yang menangani.',
      example: 'Sebulu',
    },
    { ...SERVICE, required: false },
    CHANNEL,
    {
      field: 'class',
      names: ['klasifikasi', 'class', 'klasifikasi_aduan', 'jenis_aduan'],
      kind: 'choice',
      required: false,
      choices: {
        normatif: ['pengaduan normatif'],
        'tidak-berkadar-pengawasan': ['pengaduan tidak berkadar pengawasan', 'non pengawasan'],
        'berkadar-pengawasan': ['pengaduan berkadar pengawasan', 'pengawasan'],
        'permintaan-informasi': ['permintaan informasi publik', 'informasi'],
        aspirasi: [],
      },
      explanation:
        'normatif, tidak-berkadar-pengawasan, berkadar-pengawasan, permintaan-informasi, atau aspirasi.',
      example: 'normatif',
    },
    {
      field: 'category',
      names: ['kategori', 'category', 'kategori_aduan'],
      kind: 'text',
      required: false,
      explanation: 'Pokok aduan, misalnya jalan rusak.',
      example: 'Jalan rusak',
    },
    {
      field: 'text',
      names: ['isi', 'text', 'isi_aduan', 'isi_laporan', 'uraian'],
      kind: 'text',
      required: false,
      maxLength: 20_000,
      explanation: 'Isi aduan, tanpa nama, NIK, atau nomor telepon pelapor.',
      example: 'Lampu jalan di depan pasar padam.',
    },
    {
      ...RECEIVED_AT,
      explanation: 'Tanggal dan jam aduan diterima: 17/03/2026 08.05 atau 2026-03-17 08:05.',
    },
    moment(
      'verifiedAt',
      ['diverifikasi', 'verifiedAt', 'tanggal_verifikasi', 'waktu_verifikasi'],
      'Tanggal dan jam aduan diverifikasi.',
      '2026-03-17 10:00',
    ),
    moment(
      'firstResponseAt',
      ['ditanggapi', 'firstResponseAt', 'tanggal_tanggapan', 'tanggapan_pertama'],
      'Tanggal dan jam tanggapan pertama; disposisi bukan tanggapan.',
      '2026-03-18 09:00',
    ),
    moment(
      'resolvedAt',
      ['selesai', 'resolvedAt', 'tanggal_selesai', 'tgl_selesai', 'waktu_selesai'],
      'Tanggal dan jam aduan diselesaikan.',
      '2026-03-20 14:00',
    ),
    moment(
      'closedAt',
      ['ditutup', 'closedAt', 'tanggal_ditutup', 'waktu_ditutup'],
      'Tanggal dan jam aduan ditutup; ditutup saja belum berarti selesai.',
      '2026-03-30 14:00',
    ),
    {
      ...DUE_AT,
      explanation:
        'Tenggat aduan ini; tanggal saja berlaku sampai akhir hari itu. Kosong: dihitung dari klasifikasi.',
    },
    {
      field: 'status',
      names: ['status', 'status_aduan', 'status_laporan'],
      kind: 'choice',
      required: false,
      choices: {
        diterima: ['baru', 'masuk', 'received'],
        diverifikasi: ['verifikasi', 'verified'],
        didisposisi: ['disposisi', 'didisposisikan'],
        ditindaklanjuti: ['tindak lanjut', 'proses', 'diproses', 'dalam proses', 'in progress'],
        selesai: ['resolved', 'terselesaikan'],
        ditutup: ['tutup', 'closed'],
        ditunda: ['tunda', 'tertunda'],
        'bukan-kewenangan': [],
        'tidak-valid': ['invalid', 'dihapus'],
        'dibuka-kembali': ['reopened', 'buka kembali'],
      },
      explanation:
        'diterima, diverifikasi, didisposisi, ditindaklanjuti, selesai, ditutup, ditunda, bukan-kewenangan, tidak-valid, atau dibuka-kembali.',
      example: 'selesai',
    },
    {
      field: 'reporterSatisfied',
      names: ['pelapor_puas', 'reporterSatisfied', 'kepuasan_pelapor'],
      kind: 'boolean',
      required: false,
      choices: { true: ['puas'], false: ['tidak puas', 'belum puas'] },
      explanation: 'Pelapor puas dengan penyelesaiannya: ya atau tidak; kosong bila belum menjawab.',
      example: 'ya',
    },
    {
      field: 'reporterName',
      names: ['pelapor', 'reporterName', 'nama_pelapor'],
      kind: 'text',
      required: false,
      explanation: 'Nama pelapor; disimpan terpisah dan disamarkan di semua layar. Boleh kosong.',
      example: '',
    },
    {
      field: 'reporterContact',
      names: ['kontak', 'reporterContact', 'kontak_pelapor', 'telepon_pelapor', 'email_pelapor'],
      kind: 'text',
      required: false,
      explanation: 'Telepon, WhatsApp, atau surel pelapor; disamarkan di semua layar. Boleh kosong.',
      example: '',
    },
    {
      field: 'reporterNik',
      names: ['nik_pelapor', 'reporterNik', 'nik'],
      kind: 'text',
      required: false,
      maxLength: 40,
      explanation: 'NIK pelapor, 16 angka, ditulis sebagai teks; disamarkan di semua layar. Boleh kosong.',
      example: '',
    },
    {
      field: 'confidential',
      names: ['rahasia', 'confidential', 'pelapor_rahasia'],
      kind: 'boolean',
      required: false,
      choices: { true: ['rahasia'], false: ['tidak rahasia', 'terbuka'] },
      explanation:
        'Pelapor meminta agar unit yang diadukan tidak mengetahui namanya: ya atau tidak. Yang sudah “ya” tidak dapat ditarik oleh unit; kosongkan kolom pelapor pada aduan itu.',
      example: 'tidak',
    },
  ],
};

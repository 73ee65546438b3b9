import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';

/** Columns that records of service and of complaints have in common. */
export const NUMBER: DatasetColumn = {
  field: 'number',
  names: ['nomor', 'number', 'no', 'nomor_register', 'no_register', 'nomor_registrasi', 'no_registrasi'],
  kind: 'text',
  required: true,
  maxLength: 100,
  explanation: 'Nomor permohonan atau aduan; tidak boleh berulang dalam satu unit.',
  example: '474/001/2026',
};

export const UNIT: DatasetColumn = {
  field: 'unit',
  names: ['unit', 'kode_unit', 'unit_kerja', 'skpd', 'opd'],
  kind: 'text',
  required: true,
  explanation: 'Kode atau nama unit yang terdaftar.',
  example: '64.02.07',
};

export const SERVICE: DatasetColumn = {
  field: 'service',
  names: ['layanan', 'service', 'kode_layanan', 'jenis_layanan', 'nama_layanan'],
  kind: 'text',
  required: true,
  explanation: 'Kode atau nama layanan yang terdaftar.',
  example: 'kk',
};

export const CHANNEL: DatasetColumn = {
  field: 'channel',
  names: ['kanal', 'channel', 'saluran', 'kode_kanal'],
  kind: 'text',
  required: false,
  maxLength: 100,
  explanation: 'Kode atau nama kanal, misalnya tatap-muka, whatsapp, sp4n-lapor.',
  example: 'tatap-muka',
};

export const RECEIVED_AT: DatasetColumn = {
  field: 'receivedAt',
  names: [
    'diterima',
    'receivedAt',
    'tanggal_diterima',
    'tgl_diterima',
    'tanggal_terima',
    'waktu_diterima',
    'diterima_pada',
  ],
  kind: 'instant',
  required: true,
  explanation: 'Tanggal dan jam pemohon datang: 17/03/2026 08.05 atau 2026-03-17 08:05.',
  example: '2026-03-17 08:05',
};

export const DUE_AT: DatasetColumn = {
  field: 'dueAt',
  names: ['tenggat', 'dueAt', 'batas_waktu', 'tanggal_tenggat', 'jatuh_tempo'],
  kind: 'instant',
  required: false,
  explanation:
    'Tenggat yang dijanjikan; tanggal saja berlaku sampai akhir hari itu. Kosong: dihitung dari standar pelayanan.',
  example: '2026-03-25',
};

/** Service cases (permohonan layanan), contract “Datasets for import”. */
export const SERVICE_CASES: DatasetDefinition = {
  name: 'service-cases',
  label: 'Permohonan layanan',
  description: 'Satu baris per permohonan: kapan diterima, kapan selesai, di unit mana, untuk layanan apa.',
  key: 'unit + nomor',
  columns: [
    NUMBER,
    UNIT,
    SERVICE,
    CHANNEL,
    {
      field: 'servicePoint',
      names: ['titik_layanan', 'servicePoint', 'tempat_layanan', 'lokasi_layanan'],
      kind: 'text',
      required: false,
      explanation: 'Tempat pemohon dilayani, misalnya desa atau mal pelayanan publik.',
      example: 'Desa Sebulu Ulu',
    },
    RECEIVED_AT,
    {
      field: 'recordedAt',
      names: ['dicatat', 'recordedAt', 'tanggal_dicatat', 'waktu_dicatat', 'dicatat_pada'],
      kind: 'instant',
      required: false,
      explanation: 'Tanggal dan jam permohonan dicatat, bila berbeda dari saat diterima.',
      example: '2026-03-17 08:10',
    },
    {
      field: 'completedAt',
      names: ['selesai', 'completedAt', 'tanggal_selesai', 'tgl_selesai', 'waktu_selesai', 'selesai_pada'],
      kind: 'instant',
      required: false,
      explanation: 'Tanggal dan jam selesai atau ditolak; kosong selama belum.',
      example: '2026-03-17 11:40',
    },
    DUE_AT,
    {
      field: 'status',
      names: ['status', 'status_permohonan', 'status_layanan'],
      kind: 'choice',
      required: false,
      choices: {
        diterima: ['baru', 'masuk', 'received'],
        diproses: ['proses', 'dalam proses', 'in progress'],
        ditunda: ['tunda', 'tertunda', 'on hold'],
        selesai: ['completed', 'done'],
        ditolak: ['tolak', 'rejected'],
        dibatalkan: ['batal', 'cancelled', 'canceled'],
      },
      explanation: 'diterima, diproses, ditunda, selesai, ditolak, atau dibatalkan.',
      example: 'selesai',
    },
    {
      field: 'staff',
      names: ['petugas', 'staff', 'nama_petugas', 'nip_petugas'],
      kind: 'text',
      required: false,
      explanation: 'Kode atau nama petugas yang melayani.',
      example: 'P-014',
    },
    {
      field: 'visits',
      names: ['kunjungan', 'visits', 'jumlah_kunjungan'],
      kind: 'integer',
      required: false,
      minimum: 0,
      maximum: 1_000,
      explanation: 'Berapa kali pemohon datang.',
      example: '1',
    },
    {
      field: 'preparedOnline',
      names: ['pra_daring', 'preparedOnline', 'disiapkan_daring'],
      kind: 'boolean',
      required: false,
      explanation: 'Berkas sudah disiapkan secara daring: ya atau tidak.',
      example: 'ya',
    },
    {
      field: 'fee',
      names: ['biaya', 'fee', 'tarif', 'biaya_rp'],
      kind: 'decimal',
      required: false,
      minimum: 0,
      maximum: 1e12,
      explanation: 'Biaya yang dibayar pemohon dalam rupiah; 0 bila gratis.',
      example: '0',
    },
  ],
};

import type { DatasetColumn, DatasetDefinition } from '../dataset-columns.ts';

/** Columns by which two lists are compared; who applied, reported or served plays no part and is not read. */
const COMPARED: readonly string[] = [
  'number',
  'unit',
  'service',
  'channel',
  'class',
  'receivedAt',
  'firstResponseAt',
  'completedAt',
  'resolvedAt',
  'closedAt',
  'dueAt',
  'status',
  'visits',
  'fee',
];

/** Further names as they stand in exports of SP4N-LAPOR! and of other registers of complaints. */
const FURTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  number: [
    'tracking_id',
    'id_laporan',
    'kode_laporan',
    'nomor_laporan',
    'no_laporan',
    'nomor_aduan',
    'nomor_permohonan',
    'no_tiket',
  ],
  unit: ['instansi', 'instansi_terdisposisi', 'unit_tujuan', 'perangkat_daerah'],
  channel: ['sumber', 'sumber_laporan', 'media', 'kanal_laporan'],
  class: ['klasifikasi_laporan', 'tipe_laporan'],
  receivedAt: [
    'tanggal_laporan',
    'tanggal_laporan_masuk',
    'tanggal_lapor',
    'tanggal_masuk',
    'tgl_laporan',
    'tgl_lapor',
    'tgl_masuk',
  ],
  firstResponseAt: ['tanggal_tindak_lanjut', 'tindak_lanjut_pertama'],
  resolvedAt: ['tanggal_penyelesaian'],
  closedAt: ['tanggal_tutup', 'tgl_ditutup'],
  status: ['status_laporan', 'status_pengaduan'],
};

/** Words of SP4N-LAPOR! for the states of a complaint. */
const FURTHER_STATUSES: Readonly<Record<string, readonly string[]>> = {
  diterima: ['belum terverifikasi', 'belum diverifikasi'],
  diverifikasi: ['terverifikasi'],
  didisposisi: ['belum ditindaklanjuti', 'terdisposisi'],
  ditindaklanjuti: ['sedang diproses', 'sedang ditindaklanjuti'],
};

/** The dataset as another's list is read for a comparison: only the number is needed, and words are taken as they are. */
export function comparedDefinition(definition: DatasetDefinition): DatasetDefinition {
  return {
    name: definition.name,
    label: definition.label,
    description: definition.description,
    key: definition.key,
    columns: definition.columns.filter(({ field }) => COMPARED.includes(field)).map(compared),
  };
}

function compared(column: DatasetColumn): DatasetColumn {
  const { choices, ...rest } = column;
  const plain: DatasetColumn = {
    ...rest,
    names: [...column.names, ...(FURTHER_NAMES[column.field] ?? [])],
    required: column.field === 'number',
  };
  if (choices === undefined) return plain;
  if (column.field !== 'status') return { ...plain, choices, openChoices: true };
  return {
    ...plain,
    openChoices: true,
    choices: Object.fromEntries(
      Object.entries(choices).map(([status, words]) => [
        status,
        [...words, ...(status in FURTHER_STATUSES ? (FURTHER_STATUSES[status] ?? []) : [])],
      ]),
    ),
  };
}

import { type ActionText, text } from './action-text.ts';

/** What is loaded and what leaves as a file. */
export const DATA_ACTIONS: Readonly<Record<string, ActionText>> = {
  import: text(
    'Memuat berkas',
    'File loaded',
    'Mengunggah {rowsRead} baris {dataset} dari “{fileName}”: {inserted} masuk[, {updated} diperbarui][, {unchanged} tetap][, {rejected} ditolak][; {created} nama baru dibuat].',
    'Uploaded {rowsRead} rows of {dataset} from “{fileName}”: {inserted} added[, {updated} updated][, {unchanged} unchanged][, {rejected} rejected][; {created} new names created].',
  ),
  'import-failed': text(
    'Pemuatan gagal',
    'Loading failed',
    'Mengunggah {dataset} dari “{fileName}”, tetapi pemuatan gagal; tidak ada baris yang masuk.',
    'Uploaded {dataset} from “{fileName}”, but loading failed; no row was added.',
  ),
  'import-checked': text(
    'Memeriksa berkas',
    'File checked',
    'Memeriksa {rowsRead} baris {dataset} dari “{fileName}” tanpa menyimpannya: {inserted} baru[, {updated} akan diperbarui][, {unchanged} tetap][, {rejected} akan ditolak].',
    'Checked {rowsRead} rows of {dataset} from “{fileName}” without storing them: {inserted} new[, {updated} to be updated][, {unchanged} unchanged][, {rejected} to be rejected].',
  ),
  'import-check-failed': text(
    'Pemeriksaan gagal',
    'Checking failed',
    'Memeriksa {dataset} dari “{fileName}” tanpa menyimpannya, tetapi pemeriksaan gagal.',
    'Checked {dataset} from “{fileName}” without storing it, but the check failed.',
  ),
  load: text(
    'Memuat data program',
    'Data loaded by a program',
    'Memuat {dataset}: {inserted} masuk[, {updated} diperbarui][, {unchanged} tetap].',
    'Loaded {dataset}: {inserted} added[, {updated} updated][, {unchanged} unchanged].',
  ),
  'export-rejected-rows': text(
    'Mengunduh baris ditolak',
    'Rejected rows downloaded',
    'Mengunduh {rows} baris ditolak dari “{fileName}” ({dataset}).',
    'Downloaded {rows} rejected rows of “{fileName}” ({dataset}).',
  ),
  'export-complaints': text(
    'Mengunduh register aduan',
    'Register of complaints downloaded',
    'Mengunduh {rows} aduan {unit}[, diterima mulai {from}][, diterima sampai {to}][, hitungan “{count}”] sebagai {format}, tanpa pelapor.',
    'Downloaded {rows} complaints of {unit}[, received from {from}][, received to {to}][, the count “{count}”] as {format}, without reporters.',
  ),
  'export-innovations': text(
    'Mengunduh katalog inovasi',
    'Innovation catalogue downloaded',
    'Mengunduh {rows} inovasi sebagai {format}.',
    'Downloaded {rows} innovations as {format}.',
  ),
  'export-audit': text(
    'Mengunduh riwayat',
    'Audit trail downloaded',
    'Mengunduh riwayat[, mulai {from}][, sampai {to}][, hanya tindakan “{filter}”].',
    'Downloaded the audit trail[, from {from}][, to {to}][, only the action “{filter}”].',
  ),
  'export-service-cases': text(
    'Mengunduh permohonan',
    'Applications downloaded',
    'Mengunduh {rows} permohonan[ dari {unit}][, mulai {from}][, sampai {to}].',
    'Downloaded {rows} applications[ at {unit}][, from {from}][, to {to}].',
  ),
  'export-report': text(
    'Mengunduh laporan',
    'Report downloaded',
    'Mengunduh {report} {unit}, {from} sampai {to}, sebagai {format}[, kode {code}].',
    'Downloaded {report} of {unit}, {from} to {to}, as {format}[, code {code}].',
  ),
  'export-records': text(
    'Mengunduh rekaman',
    'Records downloaded',
    'Mengunduh {rows} rekaman {dataset}.',
    'Downloaded {rows} records of {dataset}.',
  ),
};

import { type ActionText, text } from './action-text.ts';

/** Uji petik, and lists held against each other. */
export const INSPECTION_ACTIONS: Readonly<Record<string, ActionText>> = {
  'sample-drawn': text(
    'Menarik uji petik',
    'Sample drawn',
    'Menarik {size} dari {population} berkas {dataset} {unit} sebagai uji petik, benih “{seed}”.',
    'Drew {size} of {population} records of {dataset} of {unit} as a sample, seed “{seed}”.',
  ),
  'sample-redrawn': text(
    'Menarik ulang uji petik',
    'Sample drawn again',
    'Menarik ulang uji petik {dataset} {unit}; populasi tetap sama: {samePopulation}, berkas tetap sama: {sameSample}.',
    'Drew the sample of {dataset} of {unit} again; same population: {samePopulation}, same records: {sameSample}.',
  ),
  'sample-checked': text(
    'Mencatat hasil uji petik',
    'Sampled record checked',
    'Mencatat hasil pemeriksaan berkas {number} {unit}: {verdict}.',
    'Recorded the finding for record {number} of {unit}: {verdict}.',
  ),
  'export-sample': text(
    'Mengunduh lembar kerja uji petik',
    'Work sheet downloaded',
    'Mengunduh lembar kerja uji petik {dataset} {unit}[, {rows} berkas].',
    'Downloaded the work sheet of a sample of {dataset} of {unit}[, {rows} records].',
  ),
  'lists-compared': text(
    'Membandingkan laporan',
    'Lists compared',
    'Membandingkan laporan lain tentang {dataset} {unit}, {from} sampai {to}: laporan itu {theirs}, PANDU {ours}[, {onlyTheirs} hanya di sana][, {onlyOurs} hanya di sini][, {differs} berbeda][, {unreadable} tidak terbaca].',
    'Compared another list of {dataset} of {unit}, {from} to {to}: that list {theirs}, PANDU {ours}[, {onlyTheirs} only there][, {onlyOurs} only here][, {differs} differing][, {unreadable} unreadable].',
  ),
  'export-reconciliation': text(
    'Mengunduh daftar selisih',
    'Differences downloaded',
    'Mengunduh daftar selisih {dataset} {unit}[, {rows} berkas].',
    'Downloaded the differences in {dataset} of {unit}[, {rows} records].',
  ),
};

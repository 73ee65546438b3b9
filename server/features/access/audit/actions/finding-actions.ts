import { type ActionText, text } from './action-text.ts';

/** Temuan and rekomendasi (TLHP). */
export const FINDING_ACTIONS: Readonly<Record<string, ActionText>> = {
  'finding-opened': text(
    'Membuka berkas temuan',
    'Finding opened',
    'Membuka berkas temuan {number} tentang {unit} dengan {recommendations} rekomendasi, laporan {letter}.',
    'Opened the file of finding {number} about {unit} with {recommendations} recommendations, report {letter}.',
  ),
  'recommendation-acted-on': text(
    'Melaporkan tindak lanjut',
    'Action on a recommendation reported',
    'Melaporkan tindak lanjut {unit} atas rekomendasi {number}.',
    'Reported what {unit} did about recommendation {number}.',
  ),
  'recommendation-proposed': text(
    'Mengusulkan status rekomendasi',
    'Status of a recommendation proposed',
    'Mengusulkan status {status} untuk rekomendasi {number} pada {unit}, surat {letter} tanggal {letterOn}.',
    'Proposed the status {status} for recommendation {number} to {unit}, letter {letter} of {letterOn}.',
  ),
  'recommendation-verified': text(
    'Memverifikasi tindak lanjut',
    'Action on a recommendation verified',
    'Memverifikasi tindak lanjut {unit} atas rekomendasi {number}: {status}.',
    'Verified what {unit} did about recommendation {number}: {status}.',
  ),
  'recommendation-decided': text(
    'Mencatat status yang diputuskan',
    'Decided status recorded',
    'Mencatat status {status} untuk rekomendasi {number} pada {unit}, surat {letter} tanggal {letterOn}[, tenggat baru {newDueOn}].',
    'Recorded the status {status} for recommendation {number} to {unit}, letter {letter} of {letterOn}[, newly due on {newDueOn}].',
  ),
  'recommendation-blocked': text(
    'Menyatakan rekomendasi tertahan',
    'Recommendation said to wait for another unit',
    'Menyatakan tindak lanjut rekomendasi {number} pada {unit} tertahan di {otherUnit}.',
    'Said that recommendation {number} to {unit} waits for {otherUnit}.',
  ),
  'recommendation-unblocked': text(
    'Menyatakan rekomendasi tidak lagi tertahan',
    'Recommendation no longer waits for another unit',
    'Menyatakan tindak lanjut rekomendasi {number} pada {unit} tidak lagi tertahan.',
    'Said that recommendation {number} to {unit} no longer waits for another unit.',
  ),
};

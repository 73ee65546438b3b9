import { type ActionText, text } from './action-text.ts';

/** Programmes of pilot SKPD: milestones, obstacles, documents, visits. */
export const PILOT_ACTIONS: Readonly<Record<string, ActionText>> = {
  'pilot-opened': text(
    'Membuka program percontohan',
    'Pilot programme opened',
    'Membuka program percontohan “{programme}” di {unit}, mulai {startsOn}.',
    'Opened the pilot programme “{programme}” at {unit}, from {startsOn}.',
  ),
  'pilot-changed': text(
    'Memperbaiki program percontohan',
    'Pilot programme changed',
    'Memperbaiki keterangan program percontohan “{programme}”.',
    'Corrected what is said of the pilot programme “{programme}”.',
  ),
  'pilot-closed': text(
    'Menutup program percontohan',
    'Pilot programme closed',
    'Menutup program percontohan “{programme}”[, karena: {reason}].',
    'Closed the pilot programme “{programme}”[, because: {reason}].',
  ),
  'milestone-planned': text(
    'Menambah tonggak',
    'Milestone added',
    'Menambah tonggak {number} “{milestone}” pada “{programme}”, rencana selesai {finishOn}.',
    'Added milestone {number} “{milestone}” to “{programme}”, planned to finish on {finishOn}.',
  ),
  'milestone-replanned': text(
    'Menjadwal ulang tonggak',
    'Milestone re-planned',
    'Menjadwal ulang tonggak {number} “{milestone}” pada “{programme}”: rencana selesai {before} menjadi {finishOn}[, karena: {reason}].',
    'Re-planned milestone {number} “{milestone}” of “{programme}”: planned finish {before} became {finishOn}[, because: {reason}].',
  ),
  'milestone-removed': text(
    'Mencabut tonggak',
    'Milestone removed',
    'Mencabut tonggak {number} “{milestone}” dari “{programme}”[, karena: {reason}].',
    'Removed milestone {number} “{milestone}” from “{programme}”[, because: {reason}].',
  ),
  'milestone-reported': text(
    'Melaporkan tonggak',
    'Milestone reported on',
    'Melaporkan tonggak {number} “{milestone}” pada “{programme}” {percent} % selesai per {on}[; pengesahan oleh {signOffLost} gugur].',
    'Reported milestone {number} “{milestone}” of “{programme}” as {percent}% done on {on}[; the sign-off by {signOffLost} fell].',
  ),
  'milestone-signed': text(
    'Mengesahkan tonggak',
    'Milestone signed off',
    'Mengesahkan tonggak {number} “{milestone}” pada “{programme}”.',
    'Signed off milestone {number} “{milestone}” of “{programme}”.',
  ),
  'pilot-obstacle-added': text(
    'Mencatat hambatan',
    'Obstacle recorded',
    'Mencatat hambatan {obstacle} pada “{programme}”, ditangani {owner}[, bantuan diminta kepada {recipient}].',
    'Recorded an obstacle ({obstacle}) of “{programme}”, with {owner}[, help asked of {recipient}].',
  ),
  'pilot-obstacle-resolved': text(
    'Menyatakan hambatan teratasi',
    'Obstacle resolved',
    'Menyatakan hambatan {obstacle} pada “{programme}” teratasi per {on}.',
    'Reported an obstacle ({obstacle}) of “{programme}” as resolved on {on}.',
  ),
  'pilot-document-added': text(
    'Mencatat dokumen percontohan',
    'Pilot document recorded',
    'Mencatat dokumen “{document}” pada “{programme}”[, berlaku sampai {validTo}].',
    'Recorded the document “{document}” of “{programme}”[, valid until {validTo}].',
  ),
  'pilot-visited': text(
    'Mencatat pendampingan',
    'Visit recorded',
    'Mencatat pendampingan “{programme}” pada {on}[, kunjungan berikutnya {nextOn}].',
    'Recorded a visit to “{programme}” on {on}[, the next one on {nextOn}].',
  ),
  'pilot-point-saved': text(
    'Mencatat keadaan titik layanan',
    'Service point recorded',
    'Mencatat keadaan titik layanan “{point}” pada “{programme}” per {on}.',
    'Recorded the state of the service point “{point}” of “{programme}” on {on}.',
  ),
  'pilot-training-added': text(
    'Mencatat pelatihan',
    'Training recorded',
    'Mencatat pelatihan “{topic}” pada “{programme}” dengan {participants} peserta.',
    'Recorded the training “{topic}” of “{programme}” with {participants} participants.',
  ),
  'pilot-milestones-loaded': text(
    'Memuat tonggak percontohan',
    'Pilot milestones loaded',
    'Memuat berkas tonggak “{programme}”: {added} tonggak baru, {replanned} dijadwal ulang, {reported} laporan kemajuan[, {signOffsLost} pengesahan gugur].',
    'Loaded milestones of “{programme}”: {added} new, {replanned} re-planned, {reported} reports[, {signOffsLost} sign-offs fell].',
  ),
};

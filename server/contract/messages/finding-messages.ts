/** Temuan and rekomendasi (TLHP), and decisions of evaluation meetings. */
export const FINDING_MESSAGES = {
  'finding-not-found': {
    id: 'Temuan ini tidak ada di lingkup Anda. Muat ulang daftarnya.',
    en: 'There is no such finding in your scope. Reload the list.',
  },
  'finding-known': {
    id: 'Temuan nomor {number} dari sumber ini sudah ada. Buka berkasnya, atau periksa nomornya.',
    en: 'A finding numbered {number} of this source is already there. Open its file, or check the number.',
  },
  'finding-days': {
    id: 'Tanggal laporan diterima harus sama dengan atau sesudah tanggal laporan, dan tidak di masa depan.',
    en: 'The report must be received on or after its own date, and not in the future.',
  },
  'recommendation-not-found': {
    id: 'Rekomendasi ini tidak ada di lingkup Anda. Muat ulang temuannya.',
    en: 'There is no such recommendation in your scope. Reload the finding.',
  },
  'recommendation-number-twice': {
    id: 'Dua rekomendasi memakai nomor yang sama. Beri tiap rekomendasi nomor sendiri.',
    en: 'Two recommendations have the same number. Give each a number of its own.',
  },
  'recommendation-due-early': {
    id: 'Tenggat rekomendasi {number} lebih awal daripada tanggal laporan diterima. Pilih tanggal sesudahnya.',
    en: 'Recommendation {number} would fall due before the report was received. Choose a later date.',
  },
  'recommendation-settled': {
    id: 'Status rekomendasi ini sudah diputuskan (SS atau TD), jadi tidak ada langkah lagi. Muat ulang temuannya.',
    en: 'This recommendation has been decided (SS or TD), so no step is left. Reload the finding.',
  },
  'recommendation-needs-action': {
    id: 'Status SS atau BS memerlukan tindak lanjut yang dilaporkan lebih dahulu sejak keputusan terakhir.',
    en: 'SS or BS needs an action reported since the last decision.',
  },
  'recommendation-needs-reason': {
    id: 'Status TD memerlukan alasan yang sah, paling sedikit 10 huruf. Tuliskan mengapa tidak dapat ditindaklanjuti.',
    en: 'TD needs a valid reason of at least 10 letters. Say why it cannot be acted on.',
  },
  'recommendation-nothing-to-verify': {
    id: 'Belum ada tindak lanjut atau usulan baru yang dapat diverifikasi. Tunggu laporan unitnya.',
    en: 'There is no new action or proposal to verify. Wait for the unit to report.',
  },
  'recommendation-needs-verification': {
    id: 'Inspektorat memutuskan menurut verifikasinya sendiri, dan verifikasi untuk status ini belum ada. Catat dahulu hasil verifikasi, lalu putuskan statusnya.',
    en: 'The Inspectorate decides on its own verification, and there is none for this status yet. Record the verification first, then decide.',
  },
  'recommendation-proposes-nothing': {
    id: 'BT berlaku tanpa diusulkan. Laporkan tindak lanjut, atau usulkan SS, BS, atau TD.',
    en: 'BT holds without being proposed. Report what was done, or propose SS, BS or TD.',
  },
  'recommendation-needs-new-date': {
    id: 'Status BS memerlukan tenggat baru sesudah hari ini. Pilih tanggalnya.',
    en: 'BS needs a new date after today. Choose one.',
  },
  'recommendation-new-date-unasked': {
    id: 'Tenggat baru hanya untuk status BS. Kosongkan tenggat baru, atau pilih status BS.',
    en: 'Only BS has a new date. Leave it empty, or choose BS.',
  },
  'recommendation-letter-day': {
    id: 'Tanggal surat harus antara tanggal laporan diterima dan hari ini.',
    en: 'The letter must be dated between the receipt of the report and today.',
  },
  'recommendation-blocked-by-itself': {
    id: 'Rekomendasi tidak dapat tertahan di unitnya sendiri. Pilih unit lain yang ditunggu.',
    en: 'A recommendation cannot wait for its own unit. Choose the other unit it waits for.',
  },
  'recommendation-not-blocked': {
    id: 'Rekomendasi ini tidak sedang tertahan di unit lain. Muat ulang temuannya.',
    en: 'This recommendation does not wait for another unit. Reload the finding.',
  },
  'meeting-day': {
    id: 'Komitmen rapat memerlukan tanggal rapat, hari ini atau sebelumnya.',
    en: 'A commitment needs the day of its meeting, today or earlier.',
  },
  'meeting-unasked': {
    id: 'Tanggal rapat hanya untuk komitmen rapat. Kosongkan tanggalnya, atau pilih jenis komitmen.',
    en: 'Only a commitment has the day of a meeting. Leave it out, or choose a commitment.',
  },
  'commitment-needs-date': {
    id: 'Komitmen rapat memerlukan batas waktu. Pilih tanggalnya.',
    en: 'A commitment needs a due date. Choose one.',
  },
} as const;

/** Programmes of pilot SKPD. */
export const PILOT_MESSAGES = {
  'pilot-not-found': {
    id: 'Program percontohan ini tidak ada di lingkup Anda. Muat ulang daftarnya.',
    en: 'There is no such pilot programme in your scope. Reload the list.',
  },
  'pilot-closed': {
    id: 'Program percontohan ini sudah ditutup, jadi tidak dapat diubah lagi.',
    en: 'This pilot programme was closed and can no longer be changed.',
  },
  'pilot-code-taken': {
    id: 'Kode “{code}” sudah dipakai program lain. Pilih kode yang lain.',
    en: 'Another programme has the code “{code}”. Choose another one.',
  },
  'pilot-dates-crossed': {
    id: 'Program berakhir lebih awal daripada mulainya. Periksa kedua tanggalnya.',
    en: 'The programme ends before it begins. Check both dates.',
  },
  'pilot-day-ahead': {
    id: 'Tanggal {day} belum tiba. Isi tanggal hari ini atau sebelumnya.',
    en: '{day} has not come yet. Enter today or an earlier day.',
  },
  'milestone-not-found': {
    id: 'Tonggak ini tidak ada atau sudah dicabut dari program. Muat ulang halamannya.',
    en: 'There is no such milestone, or it was removed from the programme. Reload the page.',
  },
  'milestone-number-taken': {
    id: 'Nomor {number} sudah dipakai tonggak lain dalam program ini, mungkin yang sudah dicabut. Pilih nomor lain.',
    en: 'Another milestone of this programme has the number {number}, perhaps one that was removed. Choose another number.',
  },
  'plan-dates-crossed': {
    id: 'Rencana selesai lebih awal daripada rencana mulai. Periksa kedua tanggalnya.',
    en: 'The planned finish lies before the planned start. Check both dates.',
  },
  'milestone-plan-same': {
    id: 'Rencana ini sama dengan yang berlaku; tidak ada yang diubah.',
    en: 'This plan is the one in force; nothing was changed.',
  },
  'milestone-not-done': {
    id: 'Tonggak ini belum dilaporkan selesai 100 %, jadi belum dapat disahkan.',
    en: 'This milestone is not reported as 100 % done, so it cannot be signed off yet.',
  },
  'milestone-already-signed': {
    id: 'Tonggak ini sudah disahkan. Muat ulang halamannya.',
    en: 'This milestone was signed off already. Reload the page.',
  },
  'second-person-needed': {
    id: 'Anda atau jabatan Anda yang melaporkan tonggak ini selesai; pengesahannya harus oleh orang lain dari jabatan lain.',
    en: 'You or your post reported this milestone as done; another person in another post has to sign it off.',
  },
  'obstacle-not-found': {
    id: 'Hambatan ini tidak ada pada program tersebut. Muat ulang halamannya.',
    en: 'There is no such obstacle in this programme. Reload the page.',
  },
  'obstacle-already-resolved': {
    id: 'Hambatan ini sudah dinyatakan teratasi. Muat ulang halamannya.',
    en: 'This obstacle was reported as resolved already. Reload the page.',
  },
  'obstacle-post-not-possible': {
    id: 'Jabatan ini tidak dapat menanggung hambatan atau dimintai bantuan di sini. Pilih jabatan dari daftar.',
    en: 'This post can neither answer for an obstacle nor be asked for help here. Choose one from the list.',
  },
  'resolved-before-start': {
    id: 'Hambatan ini tercatat sejak {day}; isi tanggal teratasi pada hari itu atau sesudahnya.',
    en: 'This obstacle is on record since {day}; enter that day or a later one.',
  },
  'document-dates-crossed': {
    id: 'Masa berlaku dokumen berakhir lebih awal daripada mulainya. Periksa kedua tanggalnya.',
    en: 'The document ends before it begins. Check both dates.',
  },
  'next-visit-too-early': {
    id: 'Kunjungan berikutnya harus sesudah tanggal pendampingan ini.',
    en: 'The next visit must lie after this one.',
  },
  'pilot-point-not-found': {
    id: 'Titik layanan ini tidak ada pada program tersebut. Pilih dari daftar.',
    en: 'There is no such service point in this programme. Choose one from the list.',
  },
} as const;

/** Proposals about staff, their rules, the staff register and what is taken into account in favour. */
export const STAFF_MESSAGES = {
  'staff-flag-not-found': {
    id: 'Usulan ini tidak ada, atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'There is no such proposal, or it is not for you. Reload the list.',
  },
  'staff-flag-moved-on': {
    id: 'Langkah ini belum atau tidak lagi terbuka. Muat ulang halamannya untuk melihat giliran siapa sekarang.',
    en: 'This step is not open yet, or no longer. Reload the page to see whose turn it is.',
  },
  'staff-flag-number-and-date': {
    id: 'Isi nomor dan tanggal keputusan keduanya, atau kosongkan keduanya.',
    en: 'Give both the number and the date of the decision, or neither.',
  },
  'staff-flag-date-future': {
    id: 'Tanggal keputusan {on} belum tiba. Isi tanggal hari ini atau sebelumnya.',
    en: 'The date of the decision, {on}, has not come yet. Give today or an earlier day.',
  },
  'staff-rule-not-found': {
    id: 'Aturan “{rule}” tidak ada di antara aturan yang diumumkan.',
    en: 'There is no rule “{rule}” among those published.',
  },
  'staff-rule-setting-unknown': {
    id: 'Aturan ini tidak mempunyai ambang “{setting}”.',
    en: 'This rule has no setting “{setting}”.',
  },
  'staff-rule-setting-bounds': {
    id: '“{setting}” harus antara {least} dan {most}.',
    en: '“{setting}” must lie between {least} and {most}.',
  },
  'staff-not-found': {
    id: 'Pegawai ini tidak ada dalam daftar pegawai. Muat ulang daftarnya.',
    en: 'There is nobody of this kind on the staff register. Reload the list.',
  },
  'staff-code-taken': {
    id: 'Kode “{code}” sudah dipakai pegawai lain. Periksa daftar pegawai.',
    en: 'The code “{code}” belongs to somebody else already. Look at the staff register.',
  },
  'staff-account-elsewhere': {
    id: 'Akun ini tidak memegang jabatan di kabupaten ini, sehingga tidak dapat dihubungkan dengan pegawai.',
    en: 'This account holds no post in this regency, so it cannot be linked to a member of staff.',
  },
  'remote-post-not-found': {
    id: 'Pos terpencil ini tidak ada dalam daftar. Muat ulang daftarnya.',
    en: 'There is no such remote post on the list. Reload it.',
  },
  'trial-not-found': {
    id: 'Kabupaten ini tidak mempunyai masa uji, sehingga tidak ada yang dapat diperpanjang atau diakhiri.',
    en: 'This regency has no trial period, so there is none to extend or to end.',
  },
  'conduct-date-impossible': {
    id: 'Tanggal pemeriksaan dan surat harus sesudah aduan diterima ({received}) dan tidak sesudah hari ini ({today}).',
    en: 'The examination and its letter must be dated after the complaint came ({received}) and not after today ({today}).',
  },
} as const;

/** Disposisi, follow-up plans, matters that need attention, and nil. */
export const LEADERSHIP_MESSAGES = {
  'disposition-not-found': {
    id: 'Disposisi ini tidak ada di antara yang diberikan atau diterima jabatan Anda.',
    en: 'There is no such disposisi among those your post gave or received.',
  },
  'disposition-moved-on': {
    id: 'Keadaan disposisi ini sudah berubah. Muat ulang daftarnya, lalu lihat langkah yang masih terbuka.',
    en: 'This disposisi has moved on. Reload the list to see which steps are still open.',
  },
  'recipient-not-possible': {
    id: 'Jabatan ini tidak dapat menerima disposisi tentang unit tersebut. Pilih jabatan dari daftar.',
    en: 'This post cannot be given a disposisi about that unit. Choose one from the list.',
  },
  'due-in-past': {
    id: 'Batas waktu {dueOn} sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'The due date {dueOn} has passed. Choose today or later.',
  },
  'plan-not-found': {
    id: 'Rencana tindak lanjut ini tidak ada di lingkup Anda. Muat ulang daftarnya.',
    en: 'There is no such follow-up plan in your scope. Reload the list.',
  },
  'plan-already-done': {
    id: 'Rencana tindak lanjut ini sudah dinyatakan selesai. Muat ulang daftarnya untuk melihat hasilnya.',
    en: 'This follow-up plan has already been reported as done. Reload the list to see its result.',
  },
  'owner-not-possible': {
    id: 'Jabatan ini tidak dapat menjadi penanggung jawab tindak lanjut unit tersebut. Pilih jabatan dari daftar.',
    en: 'This post cannot answer for a follow-up plan of that unit. Choose one from the list.',
  },
  'unsur-not-found': {
    id: 'Unsur {unsur} tidak ada pada {instrument}. Pilih unsur dari daftar.',
    en: 'There is no unsur {unsur} in {instrument}. Choose one from the list.',
  },
  'attention-key-invalid': {
    id: 'Hal yang dirujuk tidak dikenal untuk unit ini. Muat ulang beranda, lalu coba lagi.',
    en: 'The matter referred to is not known for this unit. Reload the home page and try again.',
  },
  'nil-month-future': {
    id: 'Nihil hanya dapat dinyatakan untuk bulan ini atau bulan yang sudah lewat.',
    en: 'Nil can only be filed for this month or an earlier one.',
  },
  'nil-has-records': {
    id: 'Bulan ini sudah ada data dari {unit}, jadi bukan nihil.',
    en: 'There are already records of {unit} for this month, so it is not nil.',
  },
} as const;

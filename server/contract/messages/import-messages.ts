/** Loading files. */
export const IMPORT_MESSAGES = {
  'dataset-not-found': { id: 'Himpunan data “{dataset}” tidak dikenal.', en: 'Unknown dataset “{dataset}”.' },
  'import-not-found': { id: 'Unggahan ini tidak ditemukan.', en: 'There is no such import.' },
  'no-rejected-rows': {
    id: 'Tidak ada baris yang ditolak pada unggahan ini.',
    en: 'This import rejected no rows.',
  },
  'rejected-rows-withheld': {
    id: 'Baris yang ditolak hanya dibuka bagi pengunggahnya, dalam jabatan yang sama seperti saat mengunggah.',
    en: 'Rejected rows are open only to whoever uploaded them, in the post they were uploaded in.',
  },
  'rejected-rows-deleted': {
    id: 'Baris yang ditolak pada unggahan ini sudah dihapus karena memuat data pribadi.',
    en: 'The rejected rows of this import were deleted, because they hold personal data.',
  },
  'import-error-withheld': {
    id: 'Baris ini ditolak; isinya hanya ditampilkan kepada pengunggahnya.',
    en: 'This row was rejected; its content is shown only to whoever uploaded it.',
  },
  'import-failure-withheld': {
    id: 'Pemuatan gagal; sebabnya ditampilkan kepada pengunggahnya.',
    en: 'Loading failed; the reason is shown to whoever uploaded the file.',
  },
  'too-many-imports': {
    id: 'Masih ada {limit} unggahan Anda yang belum selesai. Tunggu salah satunya selesai, lalu unggah lagi.',
    en: 'You have {limit} imports that are not finished. Wait for one of them, then upload again.',
  },
  'imports-full': {
    id: 'Terlalu banyak berkas yang sedang menunggu dimuat. Coba lagi beberapa menit lagi.',
    en: 'Too many files are waiting to be loaded. Try again in a few minutes.',
  },
  'file-missing': {
    id: 'Berkas belum dipilih. Kirim satu berkas pada isian “file”.',
    en: 'Send one file in the field “file”.',
  },
  'file-too-large': {
    id: 'Berkas lebih besar dari {limit} MB. Bagi menjadi beberapa berkas, misalnya per bulan.',
    en: 'The file is larger than {limit} MB. Split it, for example by month.',
  },
  'file-unreadable': { id: '{reason}', en: 'The file cannot be read: {reason}' },
  'mapping-invalid': {
    id: 'Pemetaan kolom belum benar: {reason}',
    en: 'The column mapping is not right: {reason}',
  },
} as const;

/** Subscriptions, deliveries by e-mail and alerts. */
export const DELIVERY_MESSAGES = {
  'mail-not-set': {
    id: 'Server surel PANDU belum diatur, jadi belum ada yang dapat dikirim. Hubungi pengelola PANDU.',
    en: 'No mail server is set for PANDU, so nothing can be sent yet. Ask the operator of PANDU.',
  },
  'mail-address-needed': {
    id: 'Alamat surel Anda belum dikonfirmasi. Masukkan alamat itu dan kode yang dikirim ke sana, lalu coba lagi.',
    en: 'Your mail address is not confirmed. Enter it and the code sent to it, then try again.',
  },
  'mail-address-invalid': {
    id: 'Ini bukan alamat surel. Tulis seperti nama@kantor.go.id.',
    en: 'This is not a mail address. Write it like name@office.go.id.',
  },
  'mail-address-refused': {
    id: 'Server surel menolak alamat ini. Periksa ejaannya.',
    en: 'The mail server refuses this address. Check its spelling.',
  },
  'mail-not-sent': {
    id: 'Surel tidak dapat dikirim saat ini. Coba lagi sebentar lagi; bila tetap gagal, hubungi pengelola PANDU.',
    en: 'The mail cannot be sent right now. Try again in a while; if it keeps failing, tell the operator of PANDU.',
  },
  'mail-code-too-soon': {
    id: 'Kode baru saja dikirim. Tunggu satu menit sebelum meminta kode lagi.',
    en: 'A code was sent just now. Wait a minute before you ask for another.',
  },
  'mail-code-none': {
    id: 'Tidak ada alamat yang menunggu kode. Masukkan alamat surel Anda dahulu.',
    en: 'No address waits for a code. Enter your mail address first.',
  },
  'mail-code-over': {
    id: 'Kode ini tidak berlaku lagi. Minta kode baru.',
    en: 'This code is no longer valid. Ask for a new one.',
  },
  'mail-code-wrong': {
    id: 'Kodenya tidak cocok. Periksa surel yang terbaru.',
    en: 'The code does not match. Look at the newest mail.',
  },
  'subscription-report-missing': {
    id: 'Laporan ini tidak ada untuk unit itu. Pilih laporan atau unit lain.',
    en: 'There is no such report of that unit. Choose another report or unit.',
  },
  'subscription-report-shape': {
    id: '{report} tidak dibuat untuk rentang atau dalam bentuk itu. Pilih yang lain.',
    en: '{report} is not made for that period or in that form. Choose another.',
  },
  'subscriptions-full': {
    id: 'Anda sudah punya {most} langganan. Hentikan salah satunya dahulu.',
    en: 'You have {most} subscriptions already. End one of them first.',
  },
  'unsubscribe-link-unknown': {
    id: 'Tautan ini tidak dikenal. Pakai tautan dari surel yang terbaru, atau masuk ke PANDU untuk mengatur langganan.',
    en: 'This link is not known. Use the one in the newest mail, or sign in to PANDU to set your subscriptions.',
  },
  'made-reports-full': {
    id: 'Sudah ada {most} berkas laporan dalam daftar Anda. Hapus yang tidak dipakai lagi, lalu coba lagi.',
    en: 'There are {most} report files on your list already. Delete those you no longer need and try again.',
  },
  'made-reports-waiting': {
    id: 'Masih ada {most} laporan Anda yang sedang dibuat. Tunggu sampai salah satunya selesai.',
    en: '{most} reports of yours are still being made. Wait until one of them is done.',
  },
  'made-report-not-found': {
    id: 'Berkas laporan ini tidak ada dalam daftar Anda. Muat ulang halamannya, atau buat lagi.',
    en: 'This report file is not on your list. Reload the page, or make it again.',
  },
  'made-report-waiting': { id: 'Menunggu giliran.', en: 'Waiting for its turn.' },
  'made-report-gathering': { id: 'Menghitung angkanya.', en: 'Computing its figures.' },
  'made-report-drawing': { id: 'Menyusun berkasnya.', en: 'Laying out the file.' },
  'made-report-storing': { id: 'Menyimpan berkasnya.', en: 'Storing the file.' },
  'made-report-ready': { id: 'Siap diunduh sampai {until}.', en: 'Ready until {until}.' },
  'made-report-no-post': {
    id: 'Tidak jadi dibuat: jabatan yang memintanya sudah berakhir.',
    en: 'Not made: the post it was ordered in has ended.',
  },
  'made-report-gone': {
    id: 'Tidak jadi dibuat: unit, periode, atau hak baca jabatan Anda berubah. Buka halaman Laporan, lalu pilih lagi.',
    en: 'Not made: the unit, the period or what your post may read has changed. Open the Reports page and choose again.',
  },
  'made-report-broken': {
    id: 'Berkasnya gagal dibuat walau sudah dicoba lagi. Coba buat sekali lagi; bila tetap gagal, hubungi pengelola PANDU.',
    en: 'The file could not be made although it was tried again. Make it once more; if it fails again, tell the operator of PANDU.',
  },
} as const;

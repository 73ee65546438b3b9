/** What is wrong with a call as such: its input, its size, its pace, or our side. */
export const REQUEST_MESSAGES = {
  'title.400': { id: 'Permintaan belum benar', en: 'The request is not right' },
  'title.401': { id: 'Belum masuk', en: 'Not signed in' },
  'title.403': { id: 'Tidak berwenang', en: 'Not allowed' },
  'title.404': { id: 'Tidak ditemukan', en: 'Not found' },
  'title.408': { id: 'Terlalu lama', en: 'Took too long' },
  'title.409': { id: 'Bertabrakan dengan keadaan sekarang', en: 'Conflict' },
  'title.413': { id: 'Terlalu besar', en: 'Too large' },
  'title.414': { id: 'Alamat terlalu panjang', en: 'Address too long' },
  'title.415': { id: 'Jenis isi tidak dikenal', en: 'Unsupported content' },
  'title.429': { id: 'Terlalu sering', en: 'Too many attempts' },
  'title.500': { id: 'Kesalahan di pihak kami', en: 'An error on our side' },
  'title.503': { id: 'Belum siap', en: 'Not ready' },
  'invalid-request': { id: 'Ada isian yang belum benar.', en: 'Some of the input is not right.' },
  'unknown-parameter': { id: 'Parameter “{name}” tidak dikenal.', en: 'Unknown parameter “{name}”.' },
  'field-type': { id: '“{name}” wajib diisi dengan {type}.', en: '“{name}” must be a {type}.' },
  'field-choice': {
    id: '“{name}” harus salah satu dari: {choices}.',
    en: '“{name}” must be one of: {choices}.',
  },
  'field-date': {
    id: '“{name}” bukan tanggal yang ada; tulis seperti 2026-11-20.',
    en: '“{name}” is not a date; write it like 2026-11-20.',
  },
  'field-day-range': {
    id: '“{name}” harus antara 1990-01-01 dan 2100-12-31.',
    en: '“{name}” must lie between 1990-01-01 and 2100-12-31.',
  },
  'field-too-small': { id: '“{name}” terlalu kecil atau kosong.', en: '“{name}” is too small or empty.' },
  'field-too-big': {
    id: '“{name}” terlalu besar atau terlalu panjang.',
    en: '“{name}” is too large or too long.',
  },
  'field-invalid': { id: '“{name}” belum benar.', en: '“{name}” is not right.' },
  'xsrf-missing': {
    id: 'Tanda pengaman formulir tidak cocok. Muat ulang halaman, lalu coba lagi.',
    en: 'The anti-forgery token does not match. Reload the page and try again.',
  },
  forbidden: { id: 'Peran Anda tidak mencakup ini.', en: 'Your role does not cover this.' },
  'not-found': { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  'cursor-invalid': {
    id: 'Tanda lanjutan daftar tidak dikenal. Buka daftar dari awal.',
    en: 'The cursor is not known. Open the list from its beginning.',
  },
  'too-many-calls': {
    id: 'Terlalu banyak permintaan dalam satu menit. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many calls in a minute. Wait a moment and try again.',
  },
  'too-many-streams': {
    id: 'PANDU sudah terbuka di {most} tab atau perangkat dengan akun ini. Tutup beberapa di antaranya.',
    en: 'PANDU is open in {most} tabs or devices with this account. Close some of them.',
  },
  'address-too-long': {
    id: 'Alamat ini terlalu panjang. Kurangi saringan yang dipakai.',
    en: 'This address is too long. Use fewer filters.',
  },
  'body-too-slow': {
    id: 'Isi permintaan tidak kunjung sampai. Periksa sambungan, lalu coba lagi.',
    en: 'The body took too long to arrive. Check the connection and try again.',
  },
  'body-too-large': {
    id: 'Isi permintaan lebih besar dari {limit} MB.',
    en: 'The body is larger than {limit} MB.',
  },
  'https-needed': {
    id: 'PANDU hanya dapat dipakai lewat sambungan aman: buka {url}.',
    en: 'PANDU can only be used over a secure connection: open {url}.',
  },
  'body-not-json': { id: 'Isi permintaan bukan JSON yang sah.', en: 'The body is not valid JSON.' },
  'database-unavailable': {
    id: 'Pangkalan data sedang tidak dapat dihubungi. Coba lagi sebentar lagi.',
    en: 'The database cannot be reached at the moment. Try again shortly.',
  },
  internal: {
    id: 'Terjadi kesalahan di pihak kami. Catat nomor {reference} bila melapor ke pengelola.',
    en: 'Something went wrong on our side. Quote {reference} when you report it.',
  },
} as const;

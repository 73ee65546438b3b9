/**
 * The sentences of the API for people, Indonesian first. `{name}` is filled in. English follows
 * `Accept-Language: en`.
 */
export const MESSAGES = {
  'title.400': { id: 'Permintaan belum benar', en: 'The request is not right' },
  'title.401': { id: 'Belum masuk', en: 'Not signed in' },
  'title.403': { id: 'Tidak berwenang', en: 'Not allowed' },
  'title.404': { id: 'Tidak ditemukan', en: 'Not found' },
  'title.409': { id: 'Bertabrakan dengan keadaan sekarang', en: 'Conflict' },
  'title.413': { id: 'Terlalu besar', en: 'Too large' },
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
  'field-too-small': { id: '“{name}” terlalu kecil atau kosong.', en: '“{name}” is too small or empty.' },
  'field-too-big': {
    id: '“{name}” terlalu besar atau terlalu panjang.',
    en: '“{name}” is too large or too long.',
  },
  'field-invalid': { id: '“{name}” belum benar.', en: '“{name}” is not right.' },
  'not-signed-in': { id: 'Silakan masuk lebih dahulu.', en: 'Please sign in first.' },
  'wrong-credentials': {
    id: 'Nama pengguna atau kata sandi tidak cocok.',
    en: 'Wrong username or password.',
  },
  'too-many-attempts': {
    id: 'Terlalu banyak percobaan masuk. Coba lagi dalam {seconds} detik.',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  'xsrf-missing': {
    id: 'Tanda pengaman formulir tidak cocok. Muat ulang halaman, lalu coba lagi.',
    en: 'The anti-forgery token does not match. Reload the page and try again.',
  },
  forbidden: { id: 'Peran Anda tidak mencakup ini.', en: 'Your role does not cover this.' },
  'second-factor-required': {
    id: 'Masukkan kode dari aplikasi autentikator Anda.',
    en: 'Enter the code from your authenticator.',
  },
  'second-factor-needed': {
    id: 'Jabatan ini mewajibkan faktor kedua. Pasang lebih dahulu di halaman Akun.',
    en: 'This post requires a second factor. Set one up on your account page first.',
  },
  'not-found': { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  'unit-not-found': {
    id: 'Unit “{unit}” tidak ada dalam wilayah kerja Anda.',
    en: 'There is no unit “{unit}” within your scope.',
  },
  'service-not-found': { id: 'Layanan “{service}” tidak dikenal.', en: 'Unknown service “{service}”.' },
  'measure-not-found': { id: 'Ukuran “{measure}” tidak dikenal.', en: 'Unknown measure “{measure}”.' },
  'dataset-not-found': { id: 'Himpunan data “{dataset}” tidak dikenal.', en: 'Unknown dataset “{dataset}”.' },
  'import-not-found': { id: 'Unggahan ini tidak ditemukan.', en: 'There is no such import.' },
  'no-rejected-rows': {
    id: 'Tidak ada baris yang ditolak pada unggahan ini.',
    en: 'This import rejected no rows.',
  },
  'period-reversed': {
    id: 'Tanggal awal ({from}) sesudah tanggal akhir ({to}).',
    en: 'The first day ({from}) is after the last day ({to}).',
  },
  'period-too-long': {
    id: 'Periode paling panjang 50 tahun.',
    en: 'A period may cover at most 50 years.',
  },
  'too-many-points': {
    id: 'Deret ini akan berisi {points} titik; paling banyak 1.500. Perpendek periode atau pilih satuan waktu yang lebih besar.',
    en: 'This series would have {points} points; at most 1,500. Shorten the period or choose a coarser grain.',
  },
  'field-not-applicable': {
    id: '“{field}” bukan angka dari ukuran “{measure}”. Yang ada: {fields}.',
    en: '“{field}” is not a number of the measure “{measure}”. There are: {fields}.',
  },
  'breakdown-not-applicable': {
    id: 'Ukuran “{measure}” tidak dapat dirinci menurut “{by}”. Yang ada: {choices}.',
    en: 'The measure “{measure}” cannot be broken down by “{by}”. There are: {choices}.',
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
  'body-not-json': { id: 'Isi permintaan bukan JSON yang sah.', en: 'The body is not valid JSON.' },
  'database-unavailable': {
    id: 'Pangkalan data sedang tidak dapat dihubungi. Coba lagi sebentar lagi.',
    en: 'The database cannot be reached at the moment. Try again shortly.',
  },
  internal: {
    id: 'Terjadi kesalahan di pihak kami. Catat nomor {reference} bila melapor ke pengelola.',
    en: 'Something went wrong on our side. Quote {reference} when you report it.',
  },
} as const satisfies Record<string, { id: string; en: string }>;

export type MessageKey = keyof typeof MESSAGES;
export type Language = 'id' | 'en';

/** The sentence for `key` with its `{names}` filled in; an unfilled name stays visible. */
export function say(
  key: MessageKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

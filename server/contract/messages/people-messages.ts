/** People, posts, their holders, and tokens of programs. */
export const PEOPLE_MESSAGES = {
  'person-not-found': {
    id: 'Tidak ada pengguna “{username}” di sini.',
    en: 'There is no user “{username}” here.',
  },
  'person-held-elsewhere': {
    id: '“{username}” juga memegang jabatan di luar kabupaten ini. Minta administrator pemasangan mengubah akunnya; di sini ia hanya dapat ditetapkan pada jabatan.',
    en: '“{username}” also holds a post outside this regency. Ask an administrator of the installation to change the account; here it can only be appointed to posts.',
  },
  'person-inactive': {
    id: 'Akun “{username}” sedang dinonaktifkan. Aktifkan lebih dahulu.',
    en: 'The account “{username}” is deactivated. Activate it first.',
  },
  'username-invalid': {
    id: 'Nama pengguna “{username}” tidak dapat dipakai: gunakan huruf kecil, angka, titik, garis bawah, atau tanda hubung (2–64 karakter).',
    en: 'The username “{username}” cannot be used: lower-case letters, digits, dots, underscores and hyphens, 2 to 64 characters.',
  },
  'username-taken': {
    id: 'Nama pengguna “{username}” sudah dipakai. Pilih yang lain, atau tetapkan pengguna itu pada jabatannya.',
    en: 'The username “{username}” is taken. Choose another one, or appoint that user to the post.',
  },
  'not-yourself': {
    id: 'Ini akun Anda sendiri. Untuk kata sandi dan faktor kedua gunakan halaman Akun; untuk yang lain minta administrator kedua.',
    en: 'This is your own account. Use your account page for the password and the second factor; for the rest ask the second administrator.',
  },
  'second-administrator-needed': {
    id: 'Kabupaten ini baru punya satu administrator. Tambahkan atau tetapkan administrator kedua lebih dahulu; sesudah itu pengaturan lain terbuka.',
    en: 'This regency has only one administrator. Add or appoint a second one first; everything else opens after that.',
  },
  'last-administrators': {
    id: 'Sesudah perubahan ini kabupaten tinggal punya kurang dari dua administrator pada {date}. Tetapkan penggantinya lebih dahulu.',
    en: 'After this change the regency would have fewer than two administrators on {date}. Appoint a successor first.',
  },
  'post-not-found': { id: 'Jabatan ini tidak ada di sini.', en: 'There is no such post here.' },
  'post-closed': {
    id: 'Jabatan “{title}” ditutup per {date}. Pilih tanggal sebelumnya, atau buka kembali jabatannya.',
    en: 'The post “{title}” is closed as of {date}. Choose an earlier date, or reopen the post.',
  },
  'role-not-given': {
    id: 'Peran “{role}” tidak dapat diberikan di sini.',
    en: 'The role “{role}” cannot be given here.',
  },
  'unit-required': {
    id: 'Peran “{role}” berlaku untuk satu unit: pilih unitnya.',
    en: 'The role “{role}” is held for a unit: choose one.',
  },
  'unit-not-applicable': {
    id: 'Peran “{role}” berlaku untuk seluruh kabupaten: kosongkan unitnya.',
    en: 'The role “{role}” is held for the whole regency: leave the unit out.',
  },
  'unit-unknown': {
    id: 'Unit “{unit}” tidak ada di kabupaten ini, atau sudah tidak berlaku.',
    en: 'There is no unit “{unit}” in this regency any more.',
  },
  'date-too-early': {
    id: 'Tanggal {date} terlalu lampau: paling jauh {days} hari ke belakang, yaitu {earliest}.',
    en: 'The date {date} is too far back: at most {days} days, which is {earliest}.',
  },
  'tenure-reversed': {
    id: 'Masa jabatan berakhir ({to}) sebelum sempat dimulai ({from}). Hari akhir adalah hari pertama tanpa jabatan.',
    en: 'The post would end ({to}) before it began ({from}). The last date is the first day without the post.',
  },
  'tenure-overlaps': {
    id: 'Sudah ada pemegang tetap mulai {from}. Akhiri atau pilih tanggal lain; dua pemegang tetap tidak boleh bertindih.',
    en: 'There already is a holder from {from}. End that first or choose another date; two holders must not overlap.',
  },
  'post-held-newcomer': {
    id: '“{title}” masih dipegang “{holder}”, dan yang baru diundang belum pernah masuk. Akhiri dahulu masa jabatan pemegang sekarang, lalu tetapkan penggantinya.',
    en: '“{title}” is still held by “{holder}”, and the person invited has never signed in. End the present holder’s time first, then appoint the successor.',
  },
  'tenure-twice': {
    id: '“{username}” sudah memegang jabatan ini sejak {from}. Akhiri dahulu bila kedudukannya berubah.',
    en: '“{username}” has held this post since {from}. End that first if the capacity changes.',
  },
  'tenure-ended': {
    id: 'Masa jabatan ini sudah berakhir pada {to} dan tidak dapat diperpanjang. Tetapkan pemegang baru.',
    en: 'This term ends on {to} and cannot be prolonged. Appoint a new holder.',
  },
  'permission-beyond-post': {
    id: 'Jabatan “{title}” tidak memiliki izin “{permission}”, sehingga tokennya juga tidak.',
    en: 'The post “{title}” does not have the permission “{permission}”, so neither can its token.',
  },
  'token-not-found': { id: 'Token ini tidak ada di sini.', en: 'There is no such token here.' },
} as const;

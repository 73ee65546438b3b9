/**
 * The sentences of the API for people, Indonesian first. `{name}` is filled in. English follows
 * `Accept-Language: en`.
 */
export const MESSAGES = {
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
  'second-factor-wrong': {
    id: 'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi autentikator, lalu coba lagi.',
    en: 'The code does not match or was used already. Wait for the next one and try again.',
  },
  'sign-in-busy': {
    id: 'Sedang banyak percobaan masuk. Coba lagi dalam {seconds} detik.',
    en: 'Many people are signing in. Try again in {seconds} seconds.',
  },
  'password-wrong': {
    id: 'Kata sandi Anda yang sekarang tidak cocok.',
    en: 'Your present password does not match.',
  },
  'password-refused': { id: '{reason}', en: 'The password is not accepted: {reason}' },
  'password-not-set': {
    id: 'Akun ini belum memakai kata sandi. Minta administrator membuat tautan untuk menetapkannya.',
    en: 'This account has no password yet. Ask an administrator for a link to set one.',
  },
  'second-factor-mandatory': {
    id: 'Jabatan Anda mewajibkan faktor kedua, jadi tidak dapat dilepas. Untuk berganti ponsel, pasang yang baru.',
    en: 'Your post requires a second factor, so it cannot be removed. To change the telephone, set up a new one.',
  },
  'second-factor-absent': {
    id: 'Faktor kedua belum dipasang pada akun ini.',
    en: 'No second factor is set up for this account.',
  },
  'second-factor-not-begun': {
    id: 'Pemasangan faktor kedua belum dimulai atau terlalu lama. Mulai lagi dari kode QR.',
    en: 'Setting up the second factor was not begun, or took too long. Begin again with the QR code.',
  },
  'link-not-found': {
    id: 'Tautan ini tidak berlaku: sudah dipakai, habis masanya, atau tidak lengkap. Minta tautan baru kepada administrator.',
    en: 'This link does not open: it was used, has expired or is incomplete. Ask an administrator for a new one.',
  },
  'device-not-found': {
    id: 'Perangkat ini sudah keluar.',
    en: 'This device is signed out already.',
  },
  'reader-not-found': {
    id: 'Ajudan ini tidak membaca atas nama jabatan Anda, atau sudah berakhir.',
    en: 'This person does not read for your post, or no longer does.',
  },
  'reader-by-holder-only': {
    id: 'Hanya pemegang jabatan (tetap, Plt., Plh.) yang dapat menunjuk ajudan.',
    en: 'Only the holder of a post can appoint readers.',
  },
  'reader-twice': {
    id: '“{username}” sudah memegang jabatan ini atau membaca atas namanya.',
    en: '“{username}” already holds this post or reads for it.',
  },
  'reader-administers': {
    id: '“{username}” seorang administrator. Administrator tidak membaca atas nama jabatan lain; pilih orang lain.',
    en: '“{username}” is an administrator. Administrators read for no other post; choose someone else.',
  },
  'readers-full': {
    id: 'Paling banyak {most} orang membaca atas nama satu jabatan. Akhiri salah satunya lebih dahulu.',
    en: 'At most {most} people can read for one post. End one of them first.',
  },
  'reader-in-past': {
    id: 'Tanggal mulai ({from}) sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'The first day ({from}) is past. Choose today or later.',
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
  'channel-not-found': { id: 'Kanal “{channel}” tidak dikenal.', en: 'Unknown channel “{channel}”.' },
  'filter-not-applicable': {
    id: 'Ukuran “{measure}” tidak dipilah menurut “{filter}”. Hapus saringan itu.',
    en: 'The measure “{measure}” does not know the filter “{filter}”. Leave it out.',
  },
  'annotation-day-ahead': {
    id: 'Tanggal catatan ({day}) belum tiba. Catat hal yang sudah terjadi.',
    en: 'The day of the note ({day}) is ahead. Note what has happened.',
  },
  'annotation-not-found': {
    id: 'Catatan ini tidak ada, atau bukan catatan jabatan Anda.',
    en: 'There is no such note, or it is not one of your post.',
  },
  'baseline-not-month': {
    id: 'Dasar batas kendali dimulai pada tanggal 1 suatu bulan yang sudah tiba, bukan {date}.',
    en: 'A baseline begins on the first day of a month that has begun, not on {date}.',
  },
  'baseline-exists': {
    id: 'Deret ini sudah punya dasar mulai {date}. Tarik kembali dahulu, atau pilih bulan lain.',
    en: 'This series already has a baseline from {date}. Take that back first, or choose another month.',
  },
  'baseline-not-found': {
    id: 'Dasar batas kendali ini tidak ada; mungkin sudah ditarik kembali.',
    en: 'There is no such baseline; it may have been taken back.',
  },
  'measure-not-found': { id: 'Ukuran “{measure}” tidak dikenal.', en: 'Unknown measure “{measure}”.' },
  'dataset-not-found': { id: 'Himpunan data “{dataset}” tidak dikenal.', en: 'Unknown dataset “{dataset}”.' },
  'import-not-found': { id: 'Unggahan ini tidak ditemukan.', en: 'There is no such import.' },
  'service-case-not-found': {
    id: 'Permohonan ini tidak ditemukan.',
    en: 'There is no such application.',
  },
  'export-too-long': {
    id: 'Berkas memuat paling banyak {rows} baris. Persempit periode atau unitnya, lalu unduh lagi.',
    en: 'A file holds at most {rows} rows. Narrow the period or the unit and download again.',
  },
  'complaint-not-found': { id: 'Aduan ini tidak ditemukan.', en: 'There is no such complaint.' },
  'reporter-confidential': {
    id: 'Pelapor meminta namanya dirahasiakan dari unit. Hubungi Inspektorat atau Diskominfo bila identitasnya diperlukan.',
    en: 'The reporter asked not to be named to the unit. Ask the Inspektorat or Diskominfo if the identity is needed.',
  },
  'cursor-invalid': {
    id: 'Tanda lanjutan daftar tidak dikenal. Buka daftar dari awal.',
    en: 'The cursor is not known. Open the list from its beginning.',
  },
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
  'period-not-calendar': {
    id: 'Perbandingan dengan unit sejenis hanya untuk satu bulan, triwulan, atau tahun kalender yang utuh.',
    en: 'A comparison with peers covers one whole calendar month, quarter or year.',
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
  'too-many-calls': {
    id: 'Terlalu banyak permintaan dalam satu menit. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many calls in a minute. Wait a moment and try again.',
  },
  'too-many-reveals': {
    id: 'Paling banyak {most} identitas pelapor dibuka seorang dalam satu jam. Coba lagi dalam {minutes} menit.',
    en: 'One person opens at most {most} reporters in an hour. Try again in {minutes} minutes.',
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
  'token-unknown': {
    id: 'Token ini tidak dikenal, sudah dicabut, atau habis masa berlakunya. Minta token baru kepada administrator.',
    en: 'This token is unknown, revoked or expired. Ask an administrator for a new one.',
  },
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
    id: 'Bulan ini sudah ada {received} data dari {unit}, jadi bukan nihil.',
    en: 'There are already {received} records of {unit} for this month, so it is not nil.',
  },
  'structure-moved-on': {
    id: 'Data ini sudah diubah orang lain sejak Anda membukanya. Tutup isian ini, lihat keadaan terbaru, lalu ubah lagi.',
    en: 'Somebody else changed this since you opened it. Close the form, look at it as it is now, and change it again.',
  },
  'code-taken': {
    id: 'Kode “{code}” sudah dipakai. Pilih kode lain.',
    en: 'The code “{code}” is taken. Choose another one.',
  },
  'validity-reversed': {
    id: 'Hari terakhir ({to}) mendahului hari pertama ({from}).',
    en: 'The last day ({to}) is before the first ({from}).',
  },
  'unit-is-root': {
    id: 'Unit kabupaten adalah puncak susunan: induk, jenis, dan masa berlakunya tidak dapat diubah.',
    en: 'The unit of the regency is the top of the tree: its parent, kind and validity cannot be changed.',
  },
  'unit-circle': {
    id: '“{parent}” berada di bawah “{unit}”, jadi tidak dapat menjadi induknya. Pilih induk lain.',
    en: '“{parent}” lies below “{unit}” and so cannot be its parent. Choose another one.',
  },
  'parent-ended': {
    id: 'Induk “{parent}” hanya berlaku sampai {to}. Pilih induk yang masih berlaku, atau akhiri unit ini paling lambat pada hari itu.',
    en: 'The parent “{parent}” is valid until {to} only. Choose one that is still valid, or end this unit by that day.',
  },
  'units-below': {
    id: '“{unit}” belum dapat berakhir, karena masih ada unit di bawahnya: {below}. Akhiri atau pindahkan dahulu unit-unit itu.',
    en: '“{unit}” cannot end yet, because there are units below it: {below}. End or move them first.',
  },
  'unit-ended-before': {
    id: '“{unit}” sudah berakhir pada {to}. Pengganti mulai sehari sesudahnya, atau ubah dahulu tanggal akhirnya.',
    en: '“{unit}” ended on {to}. Its successor begins the day after, or change its last day first.',
  },
  'calendar-not-found': {
    id: 'Kalender “{calendar}” tidak ada.',
    en: 'There is no calendar “{calendar}”.',
  },
  'hours-reversed': {
    id: 'Jam buka {day}: jam tutup harus sesudah jam buka, paling akhir 24.00.',
    en: 'Opening hours of {day}: closing comes after opening, at 24:00 at the latest.',
  },
  'hours-overlap': {
    id: 'Jam buka {day} saling bertindih. Urutkan dan pisahkan, misalnya 08.00–12.00 lalu 13.00–16.00.',
    en: 'The opening hours of {day} overlap. Put them in order and apart, e.g. 08:00–12:00, then 13:00–16:00.',
  },
  'hours-too-many': {
    id: 'Paling banyak empat jam buka dalam sehari ({day}).',
    en: 'At most four intervals a day ({day}).',
  },
  'hours-validity-reversed': {
    id: 'Jam buka {day}: masa berlakunya berakhir sebelum mulai.',
    en: 'Opening hours of {day}: the validity ends before it begins.',
  },
  'hours-same-start': {
    id: 'Jam buka {day} tertulis dua kali dengan tanggal mulai yang sama.',
    en: 'The opening hours of {day} stand twice with the same first day.',
  },
  'closure-twice': {
    id: 'Tanggal {day} tertulis dua kali sebagai hari tutup.',
    en: 'The day {day} stands twice among the closures.',
  },
  'standard-not-found': {
    id: 'Versi standar pelayanan ini tidak ada; mungkin sudah dibatalkan.',
    en: 'There is no such version of the standard; it may have been taken back.',
  },
  'standard-in-force': {
    id: 'Versi ini sudah berlaku sejak {date} dan tidak dapat dibatalkan. Buat versi baru dengan tanggal berlaku berikutnya.',
    en: 'This version has been in force since {date} and cannot be taken back. Make a new version from a later date.',
  },
  'standard-judged': {
    id: 'Sudah ada permohonan selesai yang dinilai dengan janji versi {date}, jadi janji waktunya tidak dapat diubah. Buat versi baru dengan tanggal berlaku lain.',
    en: 'Completed applications were judged by the promise of the version of {date}, so it cannot be changed. Make a new version with another date.',
  },
  'session-reversed': {
    id: 'Jam selesai sesi harus sesudah jam mulainya.',
    en: 'A session ends after it begins.',
  },
  'session-overlaps': {
    id: 'Pada {day} sudah ada sesi {hours} untuk layanan itu. Pilih jam lain, atau hapus dahulu sesi yang ada.',
    en: 'There already is a session {hours} for that service on {day}. Choose other hours, or remove that one first.',
  },
  'session-too-many': {
    id: 'Paling banyak {most} hari sekali tambah. Perpendek rentang tanggalnya.',
    en: 'At most {most} days at once. Shorten the range of days.',
  },
  'target-not-found': {
    id: 'Target ini tidak ada; mungkin sudah dicabut.',
    en: 'There is no such target; it may have been taken away.',
  },
  'target-empty': {
    id: 'Isi batas paling sedikit, paling banyak, atau keduanya.',
    en: 'Give a lower limit, an upper one, or both.',
  },
  'target-reversed': {
    id: 'Batas paling sedikit lebih besar daripada batas paling banyak.',
    en: 'The lower limit is above the upper one.',
  },
  'target-share': {
    id: 'Target persen paling tinggi 100.',
    en: 'A target in percent is at most 100.',
  },
  'target-unit-or-kind': {
    id: 'Pilih satu unit atau satu jenis unit, tidak keduanya.',
    en: 'Choose one unit or one kind of units, not both.',
  },
  'target-exists': {
    id: 'Target untuk ukuran, unit, dan layanan ini yang mulai {from} sudah ada. Ubah target itu, atau pilih tanggal mulai lain.',
    en: 'There already is a target for this number, unit and service from {from}. Change that one, or choose another first day.',
  },
  'token-not-found': { id: 'Token ini tidak ada di sini.', en: 'There is no such token here.' },
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

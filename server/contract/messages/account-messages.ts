/** Signing in, the own account, and who reads for a post. */
export const ACCOUNT_MESSAGES = {
  'not-signed-in': { id: 'Silakan masuk lebih dahulu.', en: 'Please sign in first.' },
  'wrong-credentials': {
    id: 'Nama pengguna atau kata sandi tidak cocok.',
    en: 'Wrong username or password.',
  },
  'too-many-attempts': {
    id: 'Terlalu banyak percobaan masuk. Coba lagi dalam {seconds} detik.',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
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
  'token-unknown': {
    id: 'Token ini tidak dikenal, sudah dicabut, atau habis masa berlakunya. Minta token baru kepada administrator.',
    en: 'This token is unknown, revoked or expired. Ask an administrator for a new one.',
  },
} as const;

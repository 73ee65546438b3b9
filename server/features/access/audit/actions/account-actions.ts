import { type ActionText, text } from './action-text.ts';

/** Signing in and the own account. */
export const ACCOUNT_ACTIONS: Readonly<Record<string, ActionText>> = {
  'signed-in': text('Masuk', 'Signed in', 'Masuk ke PANDU[ lewat {by}].', 'Signed in to PANDU[ by {by}].'),
  'sign-in-failed': text(
    'Gagal masuk',
    'Sign-in failed',
    'Gagal masuk sebagai {subject}: {reason}.',
    'Failed to sign in as {subject}: {reason}.',
  ),
  'sign-in-slowed': text(
    'Percobaan masuk ditahan',
    'Sign-in held back',
    'Percobaan masuk sebagai {subject} ditahan karena terlalu sering.',
    'Attempts to sign in as {subject} were held back, because there were too many.',
  ),
  'account-check-failed': text(
    'Gagal membuktikan diri',
    'Own check failed',
    'Salah memasukkan {reason} sendiri saat hendak mengubah akun.',
    'Gave the own {reason} wrongly when about to change the account.',
  ),
  'signed-out': text('Keluar', 'Signed out', 'Keluar dari PANDU.', 'Signed out of PANDU.'),
  'post-switched': text(
    'Berganti jabatan',
    'Post switched',
    'Berganti ke jabatan {subject}.',
    'Switched to the post {subject}.',
  ),
  'password-changed': text(
    'Mengganti kata sandi',
    'Password changed',
    'Mengganti kata sandi sendiri[; {devicesSignedOut} perangkat lain dikeluarkan].',
    'Changed the own password[; {devicesSignedOut} other devices were signed out].',
  ),
  'device-revoked': text(
    'Mengeluarkan perangkat',
    'Device signed out',
    'Mengeluarkan {devices} perangkat sendiri.',
    'Signed out {devices} own devices.',
  ),
  'second-factor-set': text(
    'Memasang faktor kedua',
    'Second factor set',
    'Memasang faktor kedua.',
    'Set up the second factor.',
  ),
  'second-factor-removed': text(
    'Melepas faktor kedua',
    'Second factor removed',
    'Melepas faktor kedua sendiri.',
    'Removed the own second factor.',
  ),
  'link-used': text(
    'Memakai tautan akun',
    'Account link used',
    'Menetapkan kata sandi lewat tautan {kind}.',
    'Set the password by a link ({kind}).',
  ),
  'reader-added': text(
    'Menambah ajudan',
    'Aide added',
    'Mempersilakan {user} membaca atas nama {title}[ mulai {from}][ sampai {to}].',
    'Let {user} read for {title}[ from {from}][ to {to}].',
  ),
  'reader-ended': text(
    'Mengakhiri ajudan',
    'Aide ended',
    'Mengakhiri pembacaan atas nama {title}[ oleh {user}].',
    'Ended the reading for {title}[ by {user}].',
  ),
};

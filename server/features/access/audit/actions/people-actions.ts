import { type ActionText, text } from './action-text.ts';

/** People, posts, tokens and single sign-on. */
export const PEOPLE_ACTIONS: Readonly<Record<string, ActionText>> = {
  'person-invited': text(
    'Mengundang orang',
    'Person invited',
    'Mengundang {subject}[ untuk jabatan {title}].',
    'Invited {subject}[ for the post {title}].',
  ),
  'person-changed': text(
    'Mengubah data orang',
    'Person changed',
    'Mengubah data {subject}.',
    'Changed the data of {subject}.',
  ),
  'person-activated': text(
    'Mengaktifkan akun',
    'Account activated',
    'Mengaktifkan lagi akun {subject}.',
    'Activated the account of {subject} again.',
  ),
  'person-deactivated': text(
    'Menonaktifkan akun',
    'Account deactivated',
    'Menonaktifkan akun {subject}; semua perangkatnya dikeluarkan.',
    'Deactivated the account of {subject}; all devices were signed out.',
  ),
  'person-erased': text(
    'Menghapus data pribadi',
    'Personal data erased',
    'Menghapus data pribadi {subject}[, karena: {reason}].',
    'Erased the personal data of {subject}[, because: {reason}].',
  ),
  'person-added': text(
    'Menambah orang',
    'Person added',
    'Menambah {subject}[ dengan peran {role}][ di unit {unit}].',
    'Added {subject}[ in the role {role}][ at the unit {unit}].',
  ),
  'link-issued': text(
    'Membuat tautan akun',
    'Account link issued',
    'Membuat tautan {kind} untuk {subject}.',
    'Issued a link ({kind}) for {subject}.',
  ),
  'second-factor-reset': text(
    'Melepas faktor kedua orang lain',
    'Second factor reset',
    'Melepas faktor kedua {subject}, agar dapat dipasang ulang.',
    'Removed the second factor of {subject}, so that it can be set up again.',
  ),
  'post-added': text(
    'Menambah jabatan',
    'Post added',
    'Menambah jabatan {title} dengan peran {role}[ di {unit}].',
    'Added the post {title} in the role {role}[ at {unit}].',
  ),
  'post-changed': text(
    'Mengubah jabatan',
    'Post changed',
    'Mengubah jabatan {title}.',
    'Changed the post {title}.',
  ),
  'post-closed': text(
    'Menutup jabatan',
    'Post closed',
    'Menutup jabatan {title}.',
    'Closed the post {title}.',
  ),
  'post-reopened': text(
    'Membuka lagi jabatan',
    'Post reopened',
    'Membuka lagi jabatan {title}.',
    'Reopened the post {title}.',
  ),
  'holder-appointed': text(
    'Menetapkan pemegang jabatan',
    'Holder appointed',
    'Menetapkan {user} sebagai {title} ({capacity}) mulai {from}[ sampai {to}][, surat {letter}][; berlaku surut: {backdated}].',
    'Appointed {user} as {title} ({capacity}) from {from}[ to {to}][, letter {letter}][; backdated: {backdated}].',
  ),
  'holder-ended': text(
    'Mengakhiri pemegang jabatan',
    'Holder ended',
    'Mengakhiri masa {user} sebagai {title} ({capacity})[; berlaku surut: {backdated}].',
    'Ended the term of {user} as {title} ({capacity})[; backdated: {backdated}].',
  ),
  'handover-read': text(
    'Membuka lembar serah terima',
    'Hand-over sheet read',
    'Membuka lembar serah terima {subject}.',
    'Read the hand-over sheet of {subject}.',
  ),
  'token-created': text(
    'Membuat token',
    'Token created',
    'Membuat token program “{name}”[ untuk jabatan {title}][ dengan hak {permissions}][, berlaku sampai {expiresAt}].',
    'Created the token “{name}”[ for the post {title}][ with the rights {permissions}][, valid until {expiresAt}].',
  ),
  'token-revoked': text(
    'Mencabut token',
    'Token revoked',
    'Mencabut token program “{name}”.',
    'Revoked the token “{name}”.',
  ),
  'pengguna-ditambah-sso': text(
    'Orang baru lewat SSO',
    'Person added by single sign-on',
    'Akun {subject} dibuat saat masuk lewat {issuer}.',
    'The account of {subject} was made at a sign-in by {issuer}.',
  ),
  'sso-ditautkan': text(
    'Menautkan akun SSO',
    'Single sign-on linked',
    'Akun {subject} ditautkan dengan {issuer}.',
    'The account of {subject} was linked with {issuer}.',
  ),
  'jabatan-dipegang-sso': text(
    'Jabatan dari SSO',
    'Post by single sign-on',
    'Memegang jabatan {title} karena kelompok “{group}” di SSO.',
    'Holds the post {title} because of the group “{group}” of single sign-on.',
  ),
  'jabatan-berakhir-sso': text(
    'Jabatan SSO berakhir',
    'Post by single sign-on ended',
    'Jabatan {title} berakhir, karena tidak lagi disebut SSO.',
    'The post {title} ended, because single sign-on no longer names it.',
  ),
};

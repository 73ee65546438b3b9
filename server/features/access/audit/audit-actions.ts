import type { Language } from '#contract/messages';

/**
 * How an action of the audit trail is told. `{name}` stands for a value of the entry's details, `{subject}` for what it
 * was done to. What stands between [ ] is left out when one of its values is missing, null, or 0.
 */
export interface ActionText {
  readonly label: Readonly<Record<Language, string>>;
  readonly sentence: Readonly<Record<Language, string>>;
}

function text(labelId: string, labelEn: string, id: string, en: string): ActionText {
  return { label: { id: labelId, en: labelEn }, sentence: { id, en } };
}

const DATA: Readonly<Record<string, ActionText>> = {
  import: text(
    'Memuat berkas',
    'File loaded',
    'Mengunggah {rowsRead} baris {dataset} dari “{fileName}”: {inserted} masuk[, {updated} diperbarui][, {unchanged} tetap][, {rejected} ditolak][; {created} nama baru dibuat].',
    'Uploaded {rowsRead} rows of {dataset} from “{fileName}”: {inserted} added[, {updated} updated][, {unchanged} unchanged][, {rejected} rejected][; {created} new names created].',
  ),
  'import-failed': text(
    'Pemuatan gagal',
    'Loading failed',
    'Mengunggah {dataset} dari “{fileName}”, tetapi pemuatan gagal; tidak ada baris yang masuk.',
    'Uploaded {dataset} from “{fileName}”, but loading failed; no row was added.',
  ),
  'import-checked': text(
    'Memeriksa berkas',
    'File checked',
    'Memeriksa {rowsRead} baris {dataset} dari “{fileName}” tanpa menyimpannya: {inserted} baru[, {updated} akan diperbarui][, {unchanged} tetap][, {rejected} akan ditolak].',
    'Checked {rowsRead} rows of {dataset} from “{fileName}” without storing them: {inserted} new[, {updated} to be updated][, {unchanged} unchanged][, {rejected} to be rejected].',
  ),
  'import-check-failed': text(
    'Pemeriksaan gagal',
    'Checking failed',
    'Memeriksa {dataset} dari “{fileName}” tanpa menyimpannya, tetapi pemeriksaan gagal.',
    'Checked {dataset} from “{fileName}” without storing it, but the check failed.',
  ),
  load: text(
    'Memuat data program',
    'Data loaded by a program',
    'Memuat {dataset}: {inserted} masuk[, {updated} diperbarui][, {unchanged} tetap].',
    'Loaded {dataset}: {inserted} added[, {updated} updated][, {unchanged} unchanged].',
  ),
  'export-rejected-rows': text(
    'Mengunduh baris ditolak',
    'Rejected rows downloaded',
    'Mengunduh {rows} baris ditolak dari “{fileName}” ({dataset}).',
    'Downloaded {rows} rejected rows of “{fileName}” ({dataset}).',
  ),
  'export-complaints': text(
    'Mengunduh register aduan',
    'Register of complaints downloaded',
    'Mengunduh {rows} aduan {unit}[, diterima mulai {from}][, diterima sampai {to}][, hitungan “{count}”] sebagai {format}, tanpa pelapor.',
    'Downloaded {rows} complaints of {unit}[, received from {from}][, received to {to}][, the count “{count}”] as {format}, without reporters.',
  ),
  'export-audit': text(
    'Mengunduh riwayat',
    'Audit trail downloaded',
    'Mengunduh riwayat[, mulai {from}][, sampai {to}][, hanya tindakan “{filter}”].',
    'Downloaded the audit trail[, from {from}][, to {to}][, only the action “{filter}”].',
  ),
  'export-service-cases': text(
    'Mengunduh permohonan',
    'Applications downloaded',
    'Mengunduh {rows} permohonan[ dari {unit}][, mulai {from}][, sampai {to}].',
    'Downloaded {rows} applications[ at {unit}][, from {from}][, to {to}].',
  ),
  'kabupaten-added': text(
    'Menambah kabupaten',
    'Regency added',
    'Menambah kabupaten {name} dengan zona waktu {timeZone}.',
    'Added the regency {name} with the time zone {timeZone}.',
  ),
  'demo-removed': text(
    'Menghapus data contoh',
    'Demo data removed',
    'Menghapus data contoh[ {kabupaten}][ dan {users} akun contoh].',
    'Removed the demo data[ of {kabupaten}][ and {users} demo accounts].',
  ),
  backup: text(
    'Membuat cadangan',
    'Backup written',
    'Menyimpan cadangan seluruh data ke “{fileName}” ({rows} baris).',
    'Saved a backup of all data to “{fileName}” ({rows} rows).',
  ),
  restore: text(
    'Memulihkan cadangan',
    'Backup restored',
    'Memulihkan cadangan “{fileName}” yang dibuat {createdAt} ({rows} baris).',
    'Restored the backup “{fileName}” made at {createdAt} ({rows} rows).',
  ),
  'chain-begun': text(
    'Rantai riwayat dimulai',
    'Chain begun',
    'Rantai riwayat dimulai; {count} catatan lama dikunci dengan satu sidik.',
    'The chain of the audit trail began; {count} earlier entries are sealed by one digest.',
  ),
  'akses-ditolak': text(
    'Akses ditolak',
    'Access refused',
    'Meminta “{subject}”[ untuk unit {unit}], yang bukan wewenangnya; ditolak ({status}).',
    'Asked for “{subject}”[ of the unit {unit}], which is not theirs; refused ({status}).',
  ),
  'akses-ditolak-lagi': text(
    'Banyak akses ditolak',
    'Many accesses refused',
    'Dalam satu menit masih {count} permintaan lain ditolak, selain yang tercatat satu per satu.',
    'Within a minute {count} more calls were refused, besides those on record one by one.',
  ),
};

const PEOPLE: Readonly<Record<string, ActionText>> = {
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

const ACCOUNTS: Readonly<Record<string, ActionText>> = {
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

const LEADERSHIP: Readonly<Record<string, ActionText>> = {
  'disposition-given': text(
    'Memberi disposisi',
    'Disposisi given',
    'Memberi disposisi kepada {recipient} tentang {unit}[, batas waktu {dueOn}].',
    'Gave {recipient} a disposisi about {unit}[, due on {dueOn}].',
  ),
  'reminder-given': text(
    'Mengingatkan',
    'Reminder sent',
    'Mengingatkan {recipient} tentang {unit}[, batas waktu {dueOn}].',
    'Reminded {recipient} about {unit}[, due on {dueOn}].',
  ),
  'disposition-reported': text(
    'Melaporkan disposisi',
    'Disposisi reported on',
    'Melaporkan kepada {giver} bahwa disposisi tentang {unit} sudah dikerjakan.',
    'Reported to {giver} that the disposisi about {unit} was done.',
  ),
  'disposition-closed': text(
    'Menutup disposisi',
    'Disposisi closed',
    'Menerima laporan {recipient} dan menutup disposisi tentang {unit}.',
    'Accepted the report of {recipient} and closed the disposisi about {unit}.',
  ),
  'disposition-withdrawn': text(
    'Menarik disposisi',
    'Disposisi withdrawn',
    'Menarik kembali disposisi kepada {recipient} tentang {unit}.',
    'Withdrew the disposisi to {recipient} about {unit}.',
  ),
  'disposition-sent-back': text(
    'Mengembalikan disposisi',
    'Disposisi sent back',
    'Mengembalikan disposisi tentang {unit} kepada {recipient}[, batas waktu baru {dueOn}][, karena: {reason}].',
    'Sent the disposisi about {unit} back to {recipient}[, newly due on {dueOn}][, because: {reason}].',
  ),
  'attention-dismissed': text(
    'Menyatakan bukan masalah',
    'Said to be no problem',
    'Menyatakan satu hal tentang {unit} bukan masalah sampai {untilOn}[, karena: {reason}].',
    'Said that a matter of {unit} is no problem until {untilOn}[, because: {reason}].',
  ),
  'follow-up-planned': text(
    'Membuat rencana tindak lanjut',
    'Follow-up plan made',
    'Membuat rencana tindak lanjut unsur “{unsur}” {unit}, penanggung jawab {owner}, batas waktu {dueOn}.',
    'Made a follow-up plan for “{unsur}” of {unit}, owned by {owner}, due on {dueOn}.',
  ),
  'follow-up-done': text(
    'Menyelesaikan tindak lanjut',
    'Follow-up plan done',
    'Menyatakan rencana tindak lanjut unsur “{unsur}” {unit} selesai.',
    'Reported the follow-up plan for “{unsur}” of {unit} as done.',
  ),
  'nil-filed': text(
    'Menyatakan nihil',
    'Nil filed',
    'Menyatakan nihil data {dataset} {unit} untuk bulan yang mulai {month}.',
    'Filed nil for {dataset} of {unit} for the month beginning {month}.',
  ),
};

const COMPLAINTS: Readonly<Record<string, ActionText>> = {
  'reveal-reporter': text(
    'Membuka identitas pelapor',
    'Reporter revealed',
    'Membuka identitas pelapor aduan {subject}[ di {unit}] sampai {expiresAt}[, karena: {reason}].',
    'Revealed who reported the complaint {subject}[ at {unit}] until {expiresAt}[, because: {reason}].',
  ),
  'complaint-class-changed': text(
    'Mengubah klasifikasi aduan',
    'Class of a complaint changed',
    'Mengubah klasifikasi aduan {subject}[ di {unit}] dari “{before}” menjadi “{after}”.',
    'Changed the class of the complaint {subject}[ at {unit}] from “{before}” to “{after}”.',
  ),
  'reporter-secrecy-changed': text(
    'Mengubah kerahasiaan pelapor',
    'Secrecy of a reporter changed',
    'Mengubah “pelapor dirahasiakan” pada aduan {subject}[ di {unit}] dari “{before}” menjadi “{after}”.',
    'Changed “reporter kept secret” of the complaint {subject}[ at {unit}] from “{before}” to “{after}”.',
  ),
  'complaints-reclassified': text(
    'Mengubah banyak klasifikasi aduan',
    'Many complaints reclassified',
    'Mengubah klasifikasi atau kerahasiaan pelapor {count} aduan lagi dalam muatan yang sama.',
    'Changed the class or the secrecy of the reporter of {count} more complaints in the same load.',
  ),
  'export-records': text(
    'Mengunduh rekaman',
    'Records downloaded',
    'Mengunduh {rows} rekaman {dataset}.',
    'Downloaded {rows} records of {dataset}.',
  ),
};

const SIGNALS: Readonly<Record<string, ActionText>> = {
  'annotation-added': text(
    'Menulis catatan grafik',
    'Chart note written',
    'Mencatat pada grafik {unit}[ layanan {service}] tanggal {day}[: “{reason}”].',
    'Wrote a note into the charts of {unit}[, service {service}], at {day}[: “{reason}”].',
  ),
  'annotation-removed': text(
    'Menghapus catatan grafik',
    'Chart note removed',
    'Menghapus catatan sendiri pada grafik {unit}[ layanan {service}] tanggal {day}[: “{reason}”].',
    'Removed their own note from the charts of {unit}[, service {service}], at {day}[: “{reason}”].',
  ),
  'baseline-set': text(
    'Menetapkan dasar batas kendali',
    'Baseline set',
    'Menetapkan dasar batas kendali baru untuk {measure} – {field} di {unit}[ layanan {service}][ kanal {channel}] mulai {from}[, karena: {reason}].',
    'Set a new baseline for {measure} – {field} at {unit}[, service {service}][, channel {channel}] from {from}[, because: {reason}].',
  ),
  'baseline-withdrawn': text(
    'Menarik dasar batas kendali',
    'Baseline taken back',
    'Menarik kembali dasar batas kendali {measure} – {field} di {unit}[ layanan {service}][ kanal {channel}] mulai {from}.',
    'Took back the baseline for {measure} – {field} at {unit}[, service {service}][, channel {channel}] from {from}.',
  ),
};

const STRUCTURE: Readonly<Record<string, ActionText>> = {
  'unit-added': text(
    'Menambah unit',
    'Unit added',
    'Menambah unit {name}[ di bawah {parent}][ mulai {from}].',
    'Added the unit {name}[ below {parent}][ from {from}].',
  ),
  'unit-changed': text(
    'Mengubah unit',
    'Unit changed',
    'Mengubah unit “{name}” ({unit})[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Changed the unit “{name}” ({unit})[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'unit-ended': text(
    'Mengakhiri unit',
    'Unit ended',
    'Mengakhiri unit “{name}”; hari terakhirnya {to}.',
    'Ended the unit “{name}”; its last day is {to}.',
  ),
  'unit-succeeded': text(
    'Mengganti unit',
    'Unit succeeded',
    'Mengakhiri unit “{name}” dan menambah penggantinya {successor} mulai {from}[ di bawah {parent}].',
    'Ended the unit “{name}” and added its successor {successor} from {from}[ below {parent}].',
  ),
  'service-added': text(
    'Menambah layanan',
    'Service added',
    'Menambah layanan {name}.',
    'Added the service {name}.',
  ),
  'service-renamed': text(
    'Mengganti nama layanan',
    'Service renamed',
    'Mengganti nama layanan “{before}” menjadi “{after}”.',
    'Renamed the service “{before}” to “{after}”.',
  ),
  'standard-added': text(
    'Menetapkan standar pelayanan',
    'Service standard set',
    'Menetapkan standar pelayanan {service} yang berlaku mulai {from}: {amount} {promiseUnit}[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Set the standard of {service} in force from {from}: {amount} {promiseUnit}[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'standard-changed': text(
    'Mengubah standar pelayanan',
    'Service standard changed',
    'Mengubah standar pelayanan {service} versi {from}[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Changed the version of {from} of the standard of {service}[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'standard-removed': text(
    'Membatalkan standar pelayanan',
    'Service standard taken back',
    'Membatalkan standar pelayanan {service} yang akan berlaku mulai {from}[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Took back the standard of {service} that was to be in force from {from}[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'calendar-added': text(
    'Menambah kalender',
    'Calendar added',
    'Menambah kalender {name}.',
    'Added the calendar {name}.',
  ),
  'calendar-changed': text(
    'Mengubah kalender',
    'Calendar changed',
    'Mengubah kalender “{name}”[, menjadi versi {number}], karena: {why}[; hari tutup baru: {closed}][; hari tutup dihapus: {reopened}][; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Changed the calendar “{name}”[, now version {number}], because: {why}[; new closures: {closed}][; closures removed: {reopened}][; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'sessions-added': text(
    'Menambah sesi tambahan',
    'Extra sessions added',
    'Menambah sesi tambahan {unit}[ layanan {service}] pukul {hours}: {days} hari, {from} sampai {to}.',
    'Added extra sessions of {unit}[, service {service}], at {hours}: {days} days, {from} to {to}.',
  ),
  'sessions-removed': text(
    'Menghapus sesi tambahan',
    'Extra sessions removed',
    'Menghapus {days} sesi tambahan[ {unit}][, {from} sampai {to}].',
    'Removed {days} extra sessions[ of {unit}][, {from} to {to}].',
  ),
  'target-added': text(
    'Menetapkan target',
    'Target set',
    'Menetapkan target {measure} – {field}[ {unit}][ jenis unit {unitKind}][ layanan {service}][, paling sedikit {atLeast}][, paling banyak {atMost}], mulai {from}[ sampai {to}].',
    'Set the target {measure} – {field}[ {unit}][ kind of unit {unitKind}][ service {service}][, at least {atLeast}][, at most {atMost}], from {from}[ to {to}].',
  ),
  'target-changed': text(
    'Mengubah target',
    'Target changed',
    'Mengubah target {measure} – {field}[ {unit}][ jenis unit {unitKind}][ layanan {service}][, paling sedikit {atLeast}][, paling banyak {atMost}], mulai {from}[ sampai {to}].',
    'Changed the target {measure} – {field}[ {unit}][ kind of unit {unitKind}][ service {service}][, at least {atLeast}][, at most {atMost}], from {from}[ to {to}].',
  ),
  'target-removed': text(
    'Mencabut target',
    'Target removed',
    'Mencabut target {measure} – {field}[ {unit}][ jenis unit {unitKind}][ layanan {service}][, paling sedikit {atLeast}][, paling banyak {atMost}], mulai {from}[ sampai {to}].',
    'Removed the target {measure} – {field}[ {unit}][ kind of unit {unitKind}][ service {service}][, at least {atLeast}][, at most {atMost}], from {from}[ to {to}].',
  ),
};

/** Every action that has a sentence; an action that is missing here is shown by its code. */
export const ACTIONS: ReadonlyMap<string, ActionText> = new Map(
  Object.entries({ ...DATA, ...ACCOUNTS, ...PEOPLE, ...COMPLAINTS, ...SIGNALS, ...LEADERSHIP, ...STRUCTURE }),
);

/** The label of an action; of an unknown one its code in plain letters. */
export function actionLabel(action: string, language: Language): string {
  const known = ACTIONS.get(action)?.label[language];
  if (known !== undefined) return known;
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The actions whose label or sentence has the word, in either language. */
export function actionsSaying(word: string): string[] {
  const wanted = word.toLowerCase();
  return [...ACTIONS].flatMap(([action, { label, sentence }]) => {
    const said = [label.id, label.en, sentence.id, sentence.en].map((each) => each.replace(/\{\w+\}/g, ' '));
    return said.some((each) => each.toLowerCase().includes(wanted)) ? [action] : [];
  });
}

import type { Language } from '#contract/messages';

/** Names of what entries speak of by code or id. */
export interface AuditNames {
  /** Units, services and channels by code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Persons by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Titles of posts by id. */
  readonly posts: ReadonlyMap<string, string>;
  /** Numbers of complaints by id. */
  readonly complaints: ReadonlyMap<string, string>;
}

/** How values are told. */
export interface ValueStyle {
  readonly language: Language;
  /** IANA zone of instants. */
  readonly zone: string;
  readonly names: AuditNames;
}

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const DATASETS: Words = {
  'service-cases': { id: 'layanan', en: 'services' },
  complaints: { id: 'aduan', en: 'complaints' },
  'survey-responses': { id: 'jawaban survei', en: 'survey responses' },
  units: { id: 'unit', en: 'units' },
  services: { id: 'jenis layanan', en: 'kinds of services' },
  'case-steps': { id: 'tahap permohonan', en: 'stages of cases' },
  pauses: { id: 'jeda permohonan', en: 'pauses of cases' },
  'extra-sessions': { id: 'sesi layanan tambahan', en: 'extra sessions' },
  'service-standards': { id: 'standar pelayanan', en: 'service standards' },
  calendar: { id: 'kalender kerja', en: 'working calendar' },
  targets: { id: 'target kinerja', en: 'targets' },
  staff: { id: 'pegawai', en: 'staff' },
  'pilot-milestones': { id: 'tonggak percontohan', en: 'pilot milestones' },
};
const ROLES: Words = {
  bupati: { id: 'Bupati', en: 'Bupati' },
  sekda: { id: 'Sekretaris Daerah', en: 'Regional Secretary' },
  camat: { id: 'Camat', en: 'Camat' },
  'kepala-skpd': { id: 'Kepala SKPD', en: 'Head of SKPD' },
  petugas: { id: 'Petugas layanan', en: 'Service officer' },
  inspektorat: { id: 'Inspektorat', en: 'Inspectorate' },
  diskominfo: { id: 'Diskominfo', en: 'Diskominfo' },
  organisasi: { id: 'Bagian Organisasi', en: 'Organisation section' },
  bkpsdm: { id: 'BKPSDM', en: 'BKPSDM' },
  admin: { id: 'Pengelola sistem', en: 'Administrator' },
  forcasi: { id: 'Anggota FORCASI', en: 'FORCASI member' },
};
const CAPACITIES: Words = {
  tetap: { id: 'tetap', en: 'permanent' },
  plt: { id: 'Plt.', en: 'acting (Plt.)' },
  plh: { id: 'Plh.', en: 'daily acting (Plh.)' },
  ajudan: { id: 'ajudan', en: 'aide' },
};
const KINDS: Words = {
  invitation: { id: 'undangan', en: 'invitation' },
  reset: { id: 'pengaturan ulang sandi', en: 'password reset' },
};
const REASONS: Words = {
  password: { id: 'kata sandi', en: 'password' },
  'second-factor': { id: 'kode faktor kedua', en: 'code of the second factor' },
  'unknown-username': { id: 'nama pengguna tidak dikenal', en: 'unknown username' },
  own: { id: 'dihentikan sendiri', en: 'ended by its owner' },
  unsubscribed: { id: 'tautan berhenti berlangganan dipakai', en: 'the unsubscribe link was used' },
  'post-ended': { id: 'jabatannya berakhir', en: 'the post ended' },
  'account-closed': { id: 'akunnya ditutup', en: 'the account was closed' },
  'rights-lost': { id: 'laporan itu tidak lagi dapat dibuka', en: 'the report can no longer be opened' },
};
const EVIDENCE_OF: Words = {
  milestone: { id: 'tonggak percontohan', en: 'a milestone of a pilot' },
  'pilot-document': { id: 'dokumen percontohan', en: 'a document of a pilot' },
  'pilot-obstacle': { id: 'hambatan percontohan', en: 'an obstacle of a pilot' },
  'pilot-visit': { id: 'pendampingan percontohan', en: 'a visit to a pilot' },
  'staff-flag': { id: 'usulan tentang pegawai', en: 'a proposal about staff' },
  recommendation: { id: 'rekomendasi', en: 'a recommendation' },
  sample: { id: 'uji petik', en: 'a sample' },
  innovation: { id: 'inovasi', en: 'an innovation' },
};
const DOORS: Words = { 'single-sign-on': { id: 'SSO', en: 'single sign-on' } };
/** Fields of changes as people call them. */
const FIELDS: Words = {
  name: { id: 'Nama', en: 'Name' },
  username: { id: 'Nama pengguna', en: 'Username' },
  email: { id: 'Surel', en: 'E-mail' },
  active: { id: 'Aktif', en: 'Active' },
  title: { id: 'Nama jabatan', en: 'Title' },
  role: { id: 'Peran', en: 'Role' },
  unit: { id: 'Unit', en: 'Unit' },
  closedOn: { id: 'Ditutup pada', en: 'Closed on' },
  from: { id: 'Mulai', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  capacity: { id: 'Kedudukan', en: 'Capacity' },
  letter: { id: 'Nomor surat', en: 'Letter' },
  permissions: { id: 'Hak', en: 'Rights' },
  secondFactor: { id: 'Faktor kedua', en: 'Second factor' },
  revokedAt: { id: 'Dicabut pada', en: 'Revoked at' },
  kind: { id: 'Jenis', en: 'Kind' },
  parentCode: { id: 'Induk', en: 'Parent' },
  calendarCode: { id: 'Kalender', en: 'Calendar' },
  validFrom: { id: 'Berlaku mulai', en: 'Valid from' },
  validTo: { id: 'Berlaku sampai', en: 'Valid to' },
  predecessorCode: { id: 'Pendahulu', en: 'Predecessor' },
  promise: { id: 'Janji waktu', en: 'Promised time' },
  fee: { id: 'Biaya', en: 'Fee' },
  legalBasis: { id: 'Dasar hukum', en: 'Legal basis' },
  goal: { id: 'Tujuan', en: 'Goal' },
  startsOn: { id: 'Mulai', en: 'Begins' },
  endsOn: { id: 'Berakhir', en: 'Ends' },
  serviceCode: { id: 'Layanan', en: 'Service' },
  components: { id: 'Komponen standar', en: 'Components' },
  consultation: { id: 'Forum Konsultasi Publik', en: 'Public consultation (FKP)' },
  atLeast: { id: 'Paling sedikit', en: 'At least' },
  atMost: { id: 'Paling banyak', en: 'At most' },
  unitKind: { id: 'Jenis unit', en: 'Kind of unit' },
  service: { id: 'Layanan', en: 'Service' },
};
const HOLDER_END = /^holders\/([0-9a-f-]{36})\/to$/;

const PROMISE_UNITS: Words = {
  minutes: { id: 'menit', en: 'minutes' },
  'working-hours': { id: 'jam kerja', en: 'working hours' },
  'working-days': { id: 'hari kerja', en: 'working days' },
};

const BY_KEY: Readonly<Record<string, Words>> = {
  promiseUnit: PROMISE_UNITS,
  dataset: DATASETS,
  role: ROLES,
  capacity: CAPACITIES,
  kind: KINDS,
  reason: REASONS,
  evidenceOf: EVIDENCE_OF,
  by: DOORS,
};
/** Values that are codes of units, services, channels. */
const CODE_KEYS: readonly string[] = [
  'unit',
  'parent',
  'parentCode',
  'predecessorCode',
  'otherUnit',
  'service',
  'channel',
];
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/;

/** A value of an entry in words: codes by their names, dates and numbers as they are written; null for no value. */
export function showValue(key: string, value: unknown, style: ValueStyle): string | null {
  const { language, names } = style;
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.map((each: unknown) => showValue(key, each, style) ?? '–').join(', ');
  if (typeof value === 'boolean') return value ? say(language, 'ya', 'yes') : say(language, 'tidak', 'no');
  if (typeof value === 'number') return value.toLocaleString(localeOf(language));
  if (typeof value !== 'string') return JSON.stringify(value);
  if (value === 'true' || value === 'false') return showValue(key, value === 'true', style);
  const word = BY_KEY[key]?.[value]?.[language];
  if (word !== undefined) return word;
  if (key === 'user') return names.people.get(value) ?? value;
  if (key === 'post') return names.posts.get(value) ?? value;
  if (CODE_KEYS.includes(key)) return names.codes.get(value) ?? value;
  if (INSTANT.test(value)) return showInstant(value, style);
  if (DATE.test(value)) return showDate(value, language);
  return value;
}

/** What a field of a change is called. */
export function fieldLabel(field: string, { language, names }: ValueStyle): string {
  const holder = HOLDER_END.exec(field)?.[1];
  if (holder !== undefined) {
    const name = names.people.get(holder) ?? holder;
    return say(language, `Akhir masa ${name}`, `End of the term of ${name}`);
  }
  return FIELDS[field]?.[language] ?? field;
}

/** What an entry was done to: a person's name, a post's title, a complaint's number, a dataset; else the path itself. */
export function subjectName(subject: string, style: ValueStyle): string {
  const [kind = '', second = '', third = ''] = subject.split('/');
  const { names, language } = style;
  switch (kind) {
    case 'users':
      return names.people.get(second) ?? say(language, 'seseorang', 'someone');
    case 'posts':
      return names.posts.get(second) ?? subject;
    case 'complaints':
      return names.complaints.get(second) ?? subject;
    case 'imports':
    case 'datasets':
      return third === '' && kind === 'imports' ? subject : (DATASETS[second]?.[language] ?? second);
    case 'session':
      return say(language, 'seseorang yang tidak dikenal', 'someone unknown');
    default:
      return subject;
  }
}

/** An instant on the kabupaten's clock, e.g. `17 Mar 2026 10.05`. */
export function showInstant(
  instant: string,
  { language, zone }: Pick<ValueStyle, 'language' | 'zone'>,
): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(new Date(instant))
    .replace(/,? pukul |, /, ' ');
}

function showDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));
}

function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'id-ID';
}

function say(language: Language, id: string, en: string): string {
  return language === 'en' ? en : id;
}

import { parseArgs } from 'node:util';
import { ROLES, type Capacity, type Role } from '#domain/permissions';
import {
  addAsOperator,
  deactivateAsOperator,
  kabupatenShortOfAdministrators,
  linkAsOperator,
  type OperatorDeps,
} from '../features/access/people/people-operator.repository.ts';
import { hashPassword } from '../platform/auth/sign-in.ts';
import { systemClock } from '../platform/clock.ts';
import { passwordFault, reachOf, usernameFault } from '../platform/kabupaten/account-rules.ts';
import {
  findUnitName,
  listKabupaten,
  type KabupatenRecord,
} from '../platform/kabupaten/kabupaten.queries.ts';
import { listUsers, type UserLine } from '../platform/kabupaten/user-accounts.repository.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { runCommand } from '../platform/startup/command.ts';
import { askPassword } from './ask-password.ts';
import { withPreparedDatabase, type PreparedDatabase } from './prepared-database.ts';

/** The zone of the installation, for what belongs to no kabupaten. */
const ZONE = 'Asia/Jakarta';
const CAPACITY: Readonly<Record<Capacity, string>> = {
  tetap: '',
  plt: 'Plt. ',
  plh: 'Plh. ',
  ajudan: 'membaca untuk ',
};
const GRANTABLE = ROLES.filter((role) => reachOf(role) !== 'nobody');

const USAGE = `Pemakaian:
  npm run user -- add <nama-pengguna> --role <peran> [--kabupaten kode] [--unit kode] [--name "Nama orang"] [--title "Jabatan"]
  npm run user -- link <nama-pengguna>         tautan sekali pakai untuk menetapkan kata sandi
  npm run user -- deactivate <nama-pengguna>   menutup akun seketika
  npm run user -- list
Peran: ${GRANTABLE.join(', ')}.
Sandi diambil dari PANDU_PASSWORD, atau ditanyakan di terminal.`;

await runCommand(async () => {
  console.log(await withPreparedDatabase(readTask()));
  return 0;
});

type Task = (database: PreparedDatabase) => Promise<string>;

interface Wish {
  readonly username: string;
  readonly role: Role;
  readonly kabupaten: string | null;
  readonly unit: string | null;
  readonly name: string | null;
  readonly title: string | null;
}

/** The arguments are judged before any database is opened. */
function readTask(): Task {
  const { values, positionals } = parse();
  const [task, username, ...rest] = positionals;
  const plain = rest.length === 0 && Object.keys(values).length === 0;
  if (task === 'list' && username === undefined && plain) return list;
  if (task === 'link' && username !== undefined && plain) return (database) => link(database, username);
  if (task === 'deactivate' && username !== undefined && plain)
    return (database) => deactivate(database, username);
  const role = GRANTABLE.find((candidate) => candidate === values.role);
  if (task !== 'add' || username === undefined || rest.length > 0 || role === undefined)
    throw new OperatorError(USAGE);
  const fault = usernameFault(username);
  if (fault !== null) throw new OperatorError(fault);
  const wish = {
    username,
    role,
    kabupaten: values.kabupaten ?? null,
    unit: values.unit ?? null,
    name: values.name ?? null,
    title: values.title ?? null,
  };
  return (database) => add(database, wish);
}

function parse() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { role: text, kabupaten: text, unit: text, name: text, title: text },
    });
  } catch {
    throw new OperatorError(USAGE);
  }
}

async function add(prepared: PreparedDatabase, wish: Wish): Promise<string> {
  const { application } = prepared;
  const { username, role } = wish;
  const kabupaten = await chooseKabupaten(application, wish);
  const unitName = await requireUnit(application, wish, kabupaten);
  const given = process.env['PANDU_PASSWORD'] ?? '';
  const password = given === '' ? await askPassword(username) : given;
  const fault = passwordFault(password, username);
  if (fault !== null) throw new OperatorError(fault);
  const place = unitName ?? kabupaten?.name ?? null;
  const title = wish.title ?? postTitle(role, place ?? 'pemasangan');
  await addAsOperator(operatorDeps(prepared), {
    username,
    name: wish.name ?? username,
    passwordHash: await hashPassword(password),
    demo: false,
    grants: [
      {
        role,
        kabupatenCode: kabupaten?.code ?? null,
        unitCode: wish.unit,
        title,
        validFrom: systemClock(kabupaten?.timeZone ?? ZONE).today,
      },
    ],
  });
  return [
    `Pengguna ${username} dibuat: ${role}, ${place ?? 'seluruh pemasangan'} (${title}).`,
    ...(role === 'admin' ? await administratorNotes(prepared) : []),
  ].join('\n');
}

/** What a post is called when the operator does not say: never a person's name, because holders change. */
function postTitle(role: Role, place: string): string {
  const offices: Partial<Record<Role, string>> = {
    bupati: 'Bupati',
    sekda: 'Sekretaris Daerah',
    camat: 'Camat',
    'kepala-skpd': 'Kepala',
    petugas: 'Petugas',
    inspektorat: 'Inspektorat',
    diskominfo: 'Diskominfo',
    organisasi: 'Bagian Organisasi',
    bkpsdm: 'BKPSDM',
    admin: 'Administrator',
    forcasi: 'Anggota FORCASI',
  };
  return `${offices[role] ?? role} ${place}`;
}

/** Reminders for the operator: the kabupaten in which an administrator stands alone. */
async function administratorNotes({ application }: PreparedDatabase): Promise<string[]> {
  const short = await kabupatenShortOfAdministrators(application, systemClock(ZONE).today);
  return short.map(({ code, name, administrators }) =>
    administrators === 0
      ? `${name} (${code}) tidak punya administrator aktif. Tambahkan dua: npm run user -- add <nama-pengguna> --role admin --kabupaten ${code}`
      : `${name} (${code}) baru punya satu administrator. Yang kedua wajib ada: tambahkan di Pengaturan › Pengguna atau dengan perintah ini; sebelum itu pengaturan lain tertutup.`,
  );
}

async function link(prepared: PreparedDatabase, username: string): Promise<string> {
  const { token, expiresAt } = await linkAsOperator(operatorDeps(prepared), username);
  const until = new Date(expiresAt).toLocaleString('id-ID', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ZONE,
  });
  const { publicUrl } = prepared.config;
  return [
    `${publicUrl ?? ''}/tautan/${token}`,
    `Berlaku sekali, sampai ${until} WIB. Serahkan hanya kepada ${username}.`,
    ...(publicUrl === null ? ['Tambahkan alamat PANDU di depannya, atau isi PANDU_PUBLIC_URL.'] : []),
  ].join('\n');
}

async function deactivate(prepared: PreparedDatabase, username: string): Promise<string> {
  await deactivateAsOperator(operatorDeps(prepared), username);
  return [
    `Akun ${username} dinonaktifkan; semua perangkatnya dikeluarkan.`,
    ...(await administratorNotes(prepared)),
  ].join('\n');
}

function operatorDeps({ application, audit }: PreparedDatabase): OperatorDeps {
  const { now, today } = systemClock(ZONE);
  return { database: application, audit, now, today };
}

/** The named kabupaten; without a name the only one there is. An admin without one administers the installation. */
async function chooseKabupaten(
  application: PreparedDatabase['application'],
  wish: Wish,
): Promise<KabupatenRecord | null> {
  if (wish.kabupaten === null && reachOf(wish.role) === 'kabupaten-or-all') return null;
  const known = await listKabupaten(application);
  const names = known.map(({ code, name }) => `${code} (${name})`).join(', ');
  if (known.length === 0) {
    throw new OperatorError(
      'Belum ada kabupaten: tambahkan dengan npm run kabupaten -- add <kode> <nama> --time-zone <zona>.',
    );
  }
  if (wish.kabupaten !== null) {
    const named = known.find(({ code }) => code === wish.kabupaten);
    if (named === undefined)
      throw new OperatorError(`Kabupaten "${wish.kabupaten}" belum ada. Yang ada: ${names}.`);
    return named;
  }
  const [only, ...others] = known;
  if (only === undefined || others.length > 0) {
    throw new OperatorError(`Ada beberapa kabupaten; sebutkan dengan --kabupaten. Yang ada: ${names}.`);
  }
  return only;
}

/** @returns the unit's name; null for roles that are held for more than a unit */
async function requireUnit(
  application: PreparedDatabase['application'],
  { role, unit }: Wish,
  kabupaten: KabupatenRecord | null,
): Promise<string | null> {
  if (reachOf(role) !== 'unit') {
    if (unit === null) return null;
    throw new OperatorError(`Peran ${role} berlaku untuk seluruh kabupaten: hilangkan --unit.`);
  }
  if (unit === null || kabupaten === null)
    throw new OperatorError(`Peran ${role} memerlukan --unit, misalnya --unit 64.02.07.`);
  const name = await findUnitName(application, kabupaten.code, unit);
  if (name === null) throw new OperatorError(`Unit "${unit}" tidak ada di ${kabupaten.name}.`);
  return name;
}

async function list({ application }: PreparedDatabase): Promise<string> {
  const users = await listUsers(application, systemClock(ZONE).today);
  return [...users.map(lineOf), `${new Set(users.map(({ username }) => username)).size} pengguna.`].join(
    '\n',
  );
}

/** Username, role, kabupaten, unit, post, and what is out of the ordinary; separated by tabs. */
function lineOf(user: UserLine): string {
  return [
    user.username,
    user.role ?? 'tanpa jabatan',
    user.kabupatenCode ?? '-',
    user.unitCode ?? '-',
    user.title === null ? '-' : `${CAPACITY[user.capacity ?? 'tetap']}${user.title}`,
    ...(user.active ? [] : ['tidak aktif']),
    ...(user.ready ? [] : ['belum menetapkan sandi']),
    ...(user.demo ? ['akun contoh'] : []),
  ].join('\t');
}

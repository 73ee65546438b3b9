import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#domain/permissions';
import { hashPassword } from '../platform/auth/sign-in.ts';
import { systemClock } from '../platform/clock.ts';
import { passwordFault, reachOf, usernameFault } from '../platform/kabupaten/account-rules.ts';
import {
  findUnitName,
  listKabupaten,
  type KabupatenRecord,
} from '../platform/kabupaten/kabupaten.queries.ts';
import { addUser, listUsers } from '../platform/kabupaten/user-accounts.repository.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { runCommand } from '../platform/startup/command.ts';
import { askPassword } from './ask-password.ts';
import { withPreparedDatabase, type PreparedDatabase } from './prepared-database.ts';

const GRANTABLE = ROLES.filter((role) => reachOf(role) !== 'nobody');

const USAGE = `Pemakaian:
  npm run user -- add <nama-pengguna> --role <peran> [--kabupaten kode] [--unit kode] [--name "Nama atau jabatan"]
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
}

/** The arguments are judged before any database is opened. */
function readTask(): Task {
  const { values, positionals } = parse();
  const [task, username, ...rest] = positionals;
  if (task === 'list' && username === undefined && Object.keys(values).length === 0) return list;
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
  };
  return (database) => add(database, wish);
}

function parse() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { role: text, kabupaten: text, unit: text, name: text },
    });
  } catch {
    throw new OperatorError(USAGE);
  }
}

async function add({ application }: PreparedDatabase, wish: Wish): Promise<string> {
  const { username, role } = wish;
  const kabupaten = await chooseKabupaten(application, wish);
  const unitName = await requireUnit(application, wish, kabupaten);
  const given = process.env['PANDU_PASSWORD'] ?? '';
  const password = given === '' ? await askPassword(username) : given;
  const fault = passwordFault(password, username);
  if (fault !== null) throw new OperatorError(fault);
  await addUser(application, {
    username,
    name: wish.name ?? username,
    passwordHash: await hashPassword(password),
    demo: false,
    grants: [
      {
        role,
        kabupatenCode: kabupaten?.code ?? null,
        unitCode: wish.unit,
        title: wish.name ?? username,
        validFrom: systemClock(kabupaten?.timeZone ?? 'Asia/Jakarta').today,
      },
    ],
  });
  const place = kabupaten === null ? 'seluruh pemasangan' : (unitName ?? kabupaten.name);
  return `Pengguna ${username} dibuat: ${role}, ${place}.`;
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
  const users = await listUsers(application, systemClock('Asia/Jakarta').today);
  const lines = users.map((user) =>
    [
      user.username,
      user.role ?? 'tanpa peran',
      user.kabupatenCode ?? '-',
      user.unitCode ?? '-',
      ...(user.active ? [] : ['tidak aktif']),
      ...(user.demo ? ['akun contoh'] : []),
    ].join('\t'),
  );
  return [...lines, `${new Set(users.map(({ username }) => username)).size} pengguna.`].join('\n');
}

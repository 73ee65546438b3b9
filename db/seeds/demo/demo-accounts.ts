/** The accounts of the demo (contract, "Command line"): one person a post, all with the same password. */
import { verify } from '@node-rs/argon2';
import type { Knex } from 'knex';
import type { Role } from '#domain/permissions';
import { hashPassword } from '../../../server/platform/auth/sign-in.ts';
import { addUser } from '../../../server/platform/kabupaten/user-accounts.repository.ts';

interface DemoAccount {
  readonly username: string;
  /** The post: the demo has no persons. */
  readonly name: string;
  readonly role: Role;
  readonly kabupatenCode: string;
  readonly unitCode: string | null;
}

const KUTAI_KARTANEGARA = '64.02';
const BEKASI = '32.16';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    username: 'bupati',
    name: 'Bupati Kutai Kartanegara',
    role: 'bupati',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  {
    username: 'sekda',
    name: 'Sekretaris Daerah',
    role: 'sekda',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  {
    username: 'camat.sebulu',
    name: 'Camat Sebulu',
    role: 'camat',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: '64.02.07',
  },
  {
    username: 'camat.tenggarong',
    name: 'Camat Tenggarong',
    role: 'camat',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: '64.02.06',
  },
  {
    username: 'inspektorat',
    name: 'Inspektur',
    role: 'inspektorat',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  {
    username: 'diskominfo',
    name: 'Kepala Diskominfo',
    role: 'diskominfo',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  {
    username: 'organisasi',
    name: 'Kepala Bagian Organisasi',
    role: 'organisasi',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  {
    username: 'disdukcapil',
    name: 'Kepala Disdukcapil',
    role: 'kepala-skpd',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: 'disdukcapil',
  },
  {
    username: 'petugas.sebulu',
    name: 'Petugas loket Sebulu',
    role: 'petugas',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: '64.02.07',
  },
  {
    username: 'forcasi',
    name: 'Anggota FORCASI',
    role: 'forcasi',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  {
    username: 'admin',
    name: 'Administrator Kutai Kartanegara',
    role: 'admin',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: null,
  },
  { username: 'bupati.bekasi', name: 'Bupati Bekasi', role: 'bupati', kabupatenCode: BEKASI, unitCode: null },
  {
    username: 'camat.cikarang-utara',
    name: 'Camat Cikarang Utara',
    role: 'camat',
    kabupatenCode: BEKASI,
    unitCode: '32.16.09',
  },
];

const POSTS_SINCE = '2024-01-01';

/**
 * Adds the accounts that are missing, and gives all of them the password when it is another one than before. A
 * username that a real person already has is left to that person.
 *
 * @param kabupatenCodes the kabupaten of the demo that are there
 */
export async function seedDemoAccounts(
  owner: Knex,
  kabupatenCodes: readonly string[],
  password: string,
): Promise<void> {
  const present: { username: string; password_hash: string; demo: boolean }[] = await owner('users').select(
    'username',
    'password_hash',
    'demo',
  );
  const hashes = [...new Set(present.filter(({ demo }) => demo).map((user) => user.password_hash))];
  const matching = await Promise.all(hashes.map((hash) => verify(hash, password)));
  const taken = new Set(present.map(({ username }) => username));
  const missing = DEMO_ACCOUNTS.filter(
    ({ username, kabupatenCode }) => !taken.has(username) && kabupatenCodes.includes(kabupatenCode),
  );
  const changed = matching.includes(false);
  if (missing.length === 0 && !changed) return;

  const passwordHash = await hashPassword(password);
  if (changed) await owner('users').where({ demo: true }).update({ password_hash: passwordHash });
  for (const { username, name, role, kabupatenCode, unitCode } of missing) {
    await addUser(owner, {
      username,
      name,
      passwordHash,
      demo: true,
      grants: [{ role, kabupatenCode, unitCode, title: name, validFrom: POSTS_SINCE }],
    });
  }
}

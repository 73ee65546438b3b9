/** The accounts of the demo (contract, "Command line"): one person a post, all with the same password. */
import { verify } from '@node-rs/argon2';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Capacity, Role } from '#domain/permissions';
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
    username: 'camat.muara-kaman',
    name: 'Camat Muara Kaman',
    role: 'camat',
    kabupatenCode: KUTAI_KARTANEGARA,
    unitCode: '64.02.11',
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
    username: 'bkpsdm',
    name: 'Kepala BKPSDM',
    role: 'bkpsdm',
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
  for (const account of missing) {
    const { username, name, role, kabupatenCode, unitCode } = account;
    const vacant = await vacantPost(owner, account);
    const post = { role, kabupatenCode, unitCode, title: name, validFrom: POSTS_SINCE };
    const user = { username, name, passwordHash, demo: true, grants: vacant === null ? [post] : [] };
    await owner.transaction(async (transaction) => {
      const userId = await addUser(transaction, user);
      if (vacant === null) return;
      await transaction('post_holders').insert({
        id: uuidv7(),
        post_id: vacant,
        user_id: userId,
        capacity: 'tetap' satisfies Capacity,
        valid_from: POSTS_SINCE,
      });
    });
  }
}

/** The post of the account where the demo of an earlier version has it without a holder; null where it has none. */
async function vacantPost(
  owner: Knex,
  { role, kabupatenCode, unitCode }: DemoAccount,
): Promise<string | null> {
  const found: { rows: { id: string }[] } = await owner.raw(
    `select p.id from posts p
      where p.kabupaten_code = ? and p.role = ? and p.unit_code is not distinct from ?::text and p.demo
        and p.closed_on is null and not exists (select 1 from post_holders h where h.post_id = p.id)
      order by p.id limit 1`,
    [kabupatenCode, role, unitCode],
  );
  return found.rows[0]?.id ?? null;
}

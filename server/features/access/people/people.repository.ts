import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { removeSecondFactorOf } from '../../../platform/auth/second-factor.repository.ts';
import { endSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import { errorCode } from '../../../platform/operator-error.ts';
import type { PersonRecord } from './people.queries.ts';

const UNIQUE_VIOLATION = '23505';

export interface NewPerson {
  /** Lower case. */
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  /** The kabupaten whose administrator invites; null for the installation. */
  readonly homeKabupaten: string | null;
}

/** Adds a person without a password. Answers the id; null when the username is taken. */
export async function insertPerson(transaction: Knex.Transaction, person: NewPerson): Promise<string | null> {
  const id = uuidv7();
  try {
    // A savepoint: the failure must not end the administrator's transaction.
    await transaction.transaction((savepoint) =>
      savepoint('users').insert({
        id,
        username: person.username,
        name: person.name,
        email: person.email,
        home_kabupaten: person.homeKabupaten,
      }),
    );
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) return null;
    throw error;
  }
  return id;
}

/** Changes name, e-mail or whether the account is active. */
export async function updatePerson(
  transaction: Knex.Transaction,
  id: string,
  values: { readonly name?: string; readonly email?: string | null; readonly active?: boolean },
): Promise<void> {
  if (Object.keys(values).length > 0) await transaction('users').where({ id }).update(values);
}

/**
 * Takes from a person all that is personal and every way in; what was done stays, under a name that says nothing. Posts
 * end today. Imports carry the username of whoever loaded them, and are renamed kabupaten by kabupaten.
 *
 * @returns the neutral name
 */
export async function erasePersonalData(
  transaction: Knex.Transaction,
  person: PersonRecord,
  today: string,
  now: string,
): Promise<string> {
  const neutral = `pengguna-dihapus-${randomBytes(4).toString('hex')}`;
  await transaction('users').where({ id: person.id }).update({
    username: neutral,
    name: neutral,
    email: null,
    password_hash: null,
    password_set_at: null,
    last_signed_in_at: null,
    active: false,
    erased_at: now,
  });
  await removeSecondFactorOf(transaction, person.id);
  for (const table of ['sso_identities', 'account_links', 'mail_addresses'])
    await transaction(table).where({ user_id: person.id }).delete();
  await endSessionsOf(transaction, person.id);
  await leaveForum(transaction, person.id);
  await renameImports(transaction, person, neutral);
  await transaction.raw(
    `update post_holders set valid_to = greatest(valid_from, ?::date)
      where user_id = ? and (valid_to is null or valid_to > ?::date)`,
    [today, person.id, today],
  );
  return neutral;
}

/** What was said among kabupaten stays with the post it was said in; the name goes, and what the person followed. */
async function leaveForum(transaction: Knex.Transaction, userId: string): Promise<void> {
  for (const table of ['catalogue_posts', 'catalogue_endorsements'])
    await transaction(table).where({ user_id: userId }).update({ author_name: '' });
  await transaction('catalogue_follows').where({ user_id: userId }).delete();
}

async function renameImports(
  transaction: Knex.Transaction,
  person: PersonRecord,
  neutral: string,
): Promise<void> {
  const places: { rows: { code: string }[] } = await transaction.raw(
    `select distinct p.kabupaten_code as code from post_holders h join posts p on p.id = h.post_id
      where h.user_id = ? and p.kabupaten_code is not null`,
    [person.id],
  );
  const before: { rows: { code: string | null }[] } = await transaction.raw(
    `select nullif(current_setting('app.kabupaten_code', true), '') as code`,
  );
  for (const { code } of places.rows) {
    await transaction.raw(setKabupatenSql(code));
    await transaction('imports')
      .where({ kabupaten_code: code, started_by: person.username })
      // The actor is kept only until a running import has put itself on record.
      .update({ started_by: neutral, audit_actor: null });
  }
  const code = before.rows[0]?.code ?? null;
  if (code !== null) await transaction.raw(setKabupatenSql(code));
}

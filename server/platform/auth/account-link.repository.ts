import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

export type LinkKind = 'invitation' | 'reset';

const HOUR = 60 * 60 * 1000;
/** An invitation waits for someone who may be travelling; a reset is asked for now. */
const LASTS: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24 * HOUR, reset: 24 * HOUR };

export interface IssuedLink {
  /** Opens the account once; kept nowhere. */
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A link that opens, and for whom. */
export interface OpenLink {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly kind: LinkKind;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/**
 * Makes a link by which a person sets a password; earlier ones of the person no longer open. An invitation lasts seven
 * days, a reset one.
 *
 * @param now ISO instant
 */
export async function issueAccountLink(
  transaction: Knex.Transaction,
  userId: string,
  kind: LinkKind,
  now: string,
): Promise<IssuedLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + LASTS[kind]).toISOString();
  await transaction('account_links').where({ user_id: userId, used_at: null }).delete();
  await transaction('account_links').insert({
    token_hash: hashOf(token),
    user_id: userId,
    kind,
    created_at: now,
    expires_at: expiresAt,
  });
  return { token, expiresAt };
}

/** The link of a token that has not been used and has not ended; null for any other. */
export async function findOpenLink(database: Knex, token: string, now: string): Promise<OpenLink | null> {
  const row = await database('account_links as l')
    .join('users as u', 'u.id', 'l.user_id')
    .select<LinkRow[]>('u.id', 'u.username', 'u.name', 'l.kind', 'l.expires_at')
    .where({ 'l.token_hash': hashOf(token), 'l.used_at': null, 'u.active': true, 'u.erased_at': null })
    .where('l.expires_at', '>', now)
    .first();
  if (!row) return null;
  return {
    userId: row.id,
    username: row.username,
    name: row.name,
    kind: row.kind,
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}

/** Uses a link up; false when someone else was faster, or it has ended. */
export async function useUpLink(transaction: Knex.Transaction, token: string, now: string): Promise<boolean> {
  const used = await transaction('account_links')
    .where({ token_hash: hashOf(token), used_at: null })
    .where('expires_at', '>', now)
    .update({ used_at: now });
  return used === 1;
}

/** Sets a person's password; `now` is when. Links that were waiting no longer open. */
export async function setPassword(
  transaction: Knex.Transaction,
  userId: string,
  passwordHash: string,
  now: string,
): Promise<void> {
  await transaction('users')
    .where({ id: userId })
    .update({ password_hash: passwordHash, password_set_at: now });
  await transaction('account_links').where({ user_id: userId, used_at: null }).delete();
}

/** Takes a person's password away, and every link that would set one. */
export async function removePasswordOf(transaction: Knex.Transaction, userId: string): Promise<void> {
  await transaction('users').where({ id: userId }).update({ password_hash: null, password_set_at: null });
  await transaction('account_links').where({ user_id: userId }).delete();
}

interface LinkRow {
  id: string;
  username: string;
  name: string;
  kind: LinkKind;
  expires_at: string | Date;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Token } from '#contract/people';
import { tokenHash } from '../../../platform/auth/bearer-token.ts';
import { codeOf, type Desk, type Office } from '../people/people-desk.repository.ts';
import type { PostRecord } from '../posts/posts.queries.ts';

interface TokenRow {
  id: string;
  name: string;
  post_id: string;
  title: string;
  permissions: string[];
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** Tokens of the office's posts, newest first; one alone when `id` is given. */
export async function readTokens(database: Knex, office: Office, id: string | null = null): Promise<Token[]> {
  const result: { rows: TokenRow[] } = await database.raw(
    `select t.id, t.name, t.post_id, p.title, t.permissions, t.created_at, u.username as created_by, t.expires_at,
            t.revoked_at, t.last_used_at
       from api_tokens t
       join posts p on p.id = t.post_id
       left join users u on u.id = t.created_by
      where p.kabupaten_code is not distinct from cast(:code as text)
        and (cast(:id as uuid) is null or t.id = :id)
      order by t.created_at desc, t.id desc`,
    { code: codeOf(office), id },
  );
  return result.rows.map((row) => ({
    id: row.id,
    name: row.name,
    post: { id: row.post_id, title: row.title },
    permissions: row.permissions,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

export interface NewToken {
  readonly name: string;
  readonly permissions: readonly string[];
  /** ISO instant. */
  readonly expiresAt: string;
}

/**
 * Makes a token for a program in a post. Only its hash is kept.
 *
 * @returns its id and its text, `pandu_` and 256 random bits, to be shown this once
 */
export async function insertToken(
  desk: Desk,
  post: PostRecord,
  token: NewToken,
): Promise<{ id: string; text: string }> {
  const id = uuidv7();
  const text = `pandu_${randomBytes(32).toString('base64url')}`;
  await desk.transaction('api_tokens').insert({
    id,
    token_hash: tokenHash(text),
    name: token.name,
    post_id: post.id,
    permissions: [...token.permissions],
    created_by: desk.userId,
    created_at: desk.now,
    expires_at: token.expiresAt,
  });
  await desk.record({
    action: 'token-created',
    subject: `tokens/${id}`,
    details: {
      name: token.name,
      post: post.id,
      title: post.title,
      permissions: token.permissions,
      expiresAt: token.expiresAt,
    },
  });
  return { id, text };
}

/** Ends a token at once. One that was revoked before stays as it is. */
export async function revokeTokenAt(desk: Desk, token: Token): Promise<void> {
  const revoked = await desk
    .transaction('api_tokens')
    .where({ id: token.id })
    .whereNull('revoked_at')
    .update({ revoked_at: desk.now });
  if (revoked === 0) return;
  await desk.record({
    action: 'token-revoked',
    subject: `tokens/${token.id}`,
    details: {
      name: token.name,
      title: token.post.title,
      changes: [{ field: 'revokedAt', before: null, after: desk.now }],
    },
  });
}

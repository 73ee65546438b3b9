import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AuditActor, AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { removePasswordOf } from '../../../platform/auth/account-link.repository.ts';
import type { GroupPost } from '../../../platform/auth/single-sign-on-groups.ts';
import type { ProvenIdentity } from '../../../platform/auth/single-sign-on.ts';
import { endSessionsOf } from '../../../platform/auth/sessions.repository.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';

/** What is known when someone comes back from the provider. */
export interface Admission {
  readonly identity: ProvenIdentity;
  /** The posts the person's groups hold. */
  readonly posts: readonly GroupPost[];
  readonly trustUsernames: boolean;
  /** ISO instant. */
  readonly now: string;
  /** Network address. */
  readonly address: string;
}

/** Marks what single sign-on gave, so that it never ends what was given by hand. */
const LETTER = 'SSO';
/** One admission at a time: two people of one group must not each make the post. */
const LOCK = 7_304_211;
const TODAY = `(?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date`;

/**
 * Finds the PANDU user of a proven identity (known before, else by verified e-mail, else by username where the operator
 * trusts it, each within the kabupaten of the groups), makes one for an unknown person whose groups hold a post, and lets
 * the groups' posts begin and end. Whoever is linked, or comes to a kabupaten by a group for the first time, keeps no
 * password, link or session from before: somebody else may have set it.
 *
 * @returns the user's id; null when nobody is meant
 */
export async function admit(database: Knex, audit: AuditLog, admission: Admission): Promise<string | null> {
  return database.transaction(async (transaction) => {
    await transaction.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    const user = await findOrAddUser(transaction, audit, admission);
    if (!user) return null;
    const actor = actorOf(user, admission.address);
    if (await comesToNewPlace(transaction, user.id, admission.posts))
      await shutOtherDoors(transaction, user.id);
    const kept = await beginPosts(transaction, audit, actor, user.id, admission);
    await endPosts(transaction, audit, actor, user.id, kept, admission.now);
    return user.id;
  });
}

interface UserRow {
  id: string;
  username: string;
  name: string;
}

async function findOrAddUser(
  transaction: Knex.Transaction,
  audit: AuditLog,
  { identity, posts, trustUsernames, address }: Admission,
): Promise<UserRow | null> {
  const { issuer, subject } = identity;
  const found: { rows: (UserRow & { active: boolean })[] } = await transaction.raw(
    `select u.id, u.username, u.name, u.active
       from sso_identities i join users u on u.id = i.user_id
      where i.issuer = ? and i.subject = ?`,
    [issuer, subject],
  );
  const known = found.rows[0];
  if (known) return known.active ? known : null;
  const existing =
    (await findUnlinked(transaction, issuer, 'email', identity.email, posts)) ??
    (trustUsernames ? await findUnlinked(transaction, issuer, 'username', identity.username, posts) : null);
  const user = existing ?? (posts.length > 0 ? await addUser(transaction, identity) : null);
  if (!user) return null;
  if (existing) await shutOtherDoors(transaction, user.id);
  await transaction('sso_identities').insert({ issuer, subject, user_id: user.id });
  await audit.record(transaction, null, actorOf(user, address), {
    action: existing ? 'sso-ditautkan' : 'pengguna-ditambah-sso',
    subject: `users/${user.id}`,
    details: { issuer },
  });
  return user;
}

/** The places of the groups, as `g`. */
const PLACES = `(select nullif(place, '') as code from unnest(?::text[]) as place) as g`;
/** Belongs to the place `g.code`: held or holds a post there, was invited there, or belongs nowhere at all so far. */
const BELONGS = `(
  (u.home_kabupaten is not null and u.home_kabupaten is not distinct from g.code)
  or exists (select 1 from post_holders h join posts p on p.id = h.post_id
              where h.user_id = u.id and h.capacity <> 'ajudan' and p.kabupaten_code is not distinct from g.code)
  or (u.home_kabupaten is null and not exists (select 1 from post_holders h where h.user_id = u.id)))`;

/**
 * The one active user with this e-mail or username who has no other identity at the provider and belongs to a kabupaten
 * of the groups; null when not exactly one. An administrator elsewhere may write any address into an account of theirs.
 * Without a group there is no post to be given, and any place will do.
 */
async function findUnlinked(
  transaction: Knex.Transaction,
  issuer: string,
  column: 'email' | 'username',
  value: string | null,
  posts: readonly GroupPost[],
): Promise<UserRow | null> {
  if (value === null) return null;
  const places = placesOf(posts);
  const result: { rows: UserRow[] } = await transaction.raw(
    `select u.id, u.username, u.name from users u
      where lower(u.??) = ? and u.active and not u.demo and u.erased_at is null
        and not exists (select 1 from sso_identities i where i.user_id = u.id and i.issuer = ?)
        and (?::boolean or exists (select 1 from ${PLACES} where ${BELONGS}))
      limit 2`,
    [column, value, issuer, places.length === 0, places],
  );
  return result.rows.length === 1 ? (result.rows[0] ?? null) : null;
}

/** True when a group leads to a place the person does not belong to yet. */
async function comesToNewPlace(
  transaction: Knex.Transaction,
  userId: string,
  posts: readonly GroupPost[],
): Promise<boolean> {
  const result: { rows: unknown[] } = await transaction.raw(
    `select 1 from users u, ${PLACES} where u.id = ? and not ${BELONGS} limit 1`,
    [placesOf(posts), userId],
  );
  return result.rows.length > 0;
}

/** From here on the person comes in by single sign-on alone, until a new password is asked for. */
async function shutOtherDoors(transaction: Knex.Transaction, userId: string): Promise<void> {
  await removePasswordOf(transaction, userId);
  await endSessionsOf(transaction, userId);
}

/** The kabupaten of the groups; an empty text stands for the installation. */
function placesOf(posts: readonly GroupPost[]): string[] {
  return [...new Set(posts.map(({ kabupaten }) => kabupaten ?? ''))];
}

async function addUser(transaction: Knex.Transaction, identity: ProvenIdentity): Promise<UserRow> {
  const wanted = (identity.username ?? identity.email?.split('@')[0] ?? 'pengguna')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 48)
    .padEnd(2, '0');
  const user = { id: uuidv7(), username: wanted, name: identity.name ?? wanted };
  const taken: unknown = await transaction('users').select('id').where({ username: wanted }).first();
  // Whoever has that name already is somebody else, or is not trusted to be the same.
  if (taken !== undefined) user.username = `${wanted}-${user.id.slice(-8)}`;
  await transaction('users').insert({ ...user, email: identity.email, demo: false });
  return user;
}

/** @returns the ids of all posts the groups hold */
async function beginPosts(
  transaction: Knex.Transaction,
  audit: AuditLog,
  actor: AuditActor,
  userId: string,
  { posts, now }: Admission,
): Promise<string[]> {
  const kept: string[] = [];
  for (const post of posts) {
    if (post.kabupaten !== null && !(await isKnownKabupaten(transaction, post.kabupaten))) continue;
    const postId = (await findPost(transaction, post, now)) ?? (await addPost(transaction, post));
    kept.push(postId);
    const begun: { rows: unknown[] } = await transaction.raw(
      `insert into post_holders (id, post_id, user_id, capacity, valid_from, letter)
       select ?, p.id, ?, 'tetap', ${TODAY}, ?
         from posts p left join kabupaten k on k.code = p.kabupaten_code
        where p.id = ?
          and not exists (select 1 from post_holders h
                           where h.post_id = p.id and h.user_id = ? and h.capacity <> 'ajudan'
                             and h.valid_from <= ${TODAY} and (h.valid_to is null or h.valid_to > ${TODAY}))
       returning id`,
      [uuidv7(), userId, now, LETTER, postId, userId, now, now],
    );
    if (begun.rows.length > 0)
      await recordFor(transaction, audit, actor, post.kabupaten, {
        action: 'jabatan-dipegang-sso',
        subject: `posts/${postId}`,
        details: { title: post.title, role: post.role, group: post.group },
      });
  }
  return kept;
}

/** Ends what single sign-on gave and the groups no longer say; the day of today is the first without it. */
async function endPosts(
  transaction: Knex.Transaction,
  audit: AuditLog,
  actor: AuditActor,
  userId: string,
  kept: readonly string[],
  now: string,
): Promise<void> {
  const ended: { rows: { post_id: string; kabupaten_code: string | null; title: string }[] } =
    await transaction.raw(
      `update post_holders h
          set valid_to = greatest(h.valid_from, ${TODAY})
         from posts p left join kabupaten k on k.code = p.kabupaten_code
        where p.id = h.post_id and h.user_id = ? and h.letter = ? and h.capacity = 'tetap'
          and (h.valid_to is null or h.valid_to > ${TODAY})
          and not (h.post_id = any(?::uuid[]))
       returning h.post_id, p.kabupaten_code, p.title`,
      [now, userId, LETTER, now, [...kept]],
    );
  for (const post of ended.rows)
    await recordFor(transaction, audit, actor, post.kabupaten_code, {
      action: 'jabatan-berakhir-sso',
      subject: `posts/${post.post_id}`,
      details: { title: post.title },
    });
}

async function isKnownKabupaten(transaction: Knex.Transaction, code: string): Promise<boolean> {
  return (await transaction('kabupaten').select('code').where({ code }).first()) !== undefined;
}

async function findPost(transaction: Knex.Transaction, post: GroupPost, now: string): Promise<string | null> {
  const result: { rows: { id: string }[] } = await transaction.raw(
    `select p.id from posts p left join kabupaten k on k.code = p.kabupaten_code
      where p.kabupaten_code is not distinct from ? and p.role = ? and p.unit_code is not distinct from ?
        and p.title = ? and (p.closed_on is null or p.closed_on > ${TODAY})
      order by p.id limit 1`,
    [post.kabupaten, post.role, post.unit, post.title, now],
  );
  return result.rows[0]?.id ?? null;
}

async function addPost(transaction: Knex.Transaction, post: GroupPost): Promise<string> {
  const id = uuidv7();
  await transaction('posts').insert({
    id,
    kabupaten_code: post.kabupaten,
    role: post.role,
    unit_code: post.unit,
    title: post.title,
  });
  return id;
}

async function recordFor(
  transaction: Knex.Transaction,
  audit: AuditLog,
  actor: AuditActor,
  kabupatenCode: string | null,
  event: AuditEvent,
): Promise<void> {
  if (kabupatenCode !== null) await transaction.raw(setKabupatenSql(kabupatenCode));
  await audit.record(transaction, kabupatenCode, actor, event);
}

/** The person comes through the door: not in a post yet. */
function actorOf(user: UserRow, address: string): AuditActor {
  return {
    userId: user.id,
    username: user.username,
    name: user.name,
    postId: null,
    postTitle: null,
    role: null,
    address,
    program: null,
  };
}

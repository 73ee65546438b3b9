import type { Knex } from 'knex';
import type { PersonLine } from '#contract/people';
import type { Capacity, Role } from '#domain/permissions';
import { codeOf, type Office } from './people-desk.repository.ts';

/** A person as an administrator knows it. */
export interface PersonRecord {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly demo: boolean;
  readonly hasPassword: boolean;
  readonly ready: boolean;
  readonly secondFactor: boolean;
  readonly lastSignedInAt: Date | null;
  /** Invited and never signed in: nobody has shown to be that person. */
  readonly newcomer: boolean;
  /** True for those who belong here alone, and for everyone at the office of the installation. */
  readonly managed: boolean;
}

/** Holdings that are not over, with their posts. */
const HELD = `
  select 1 from post_holders h join posts p on p.id = h.post_id
   where h.user_id = u.id
     and (h.valid_to is null or h.valid_to > cast(:today as date))
     and (p.closed_on is null or p.closed_on > cast(:today as date))`;

/** Held or holds a post here, or was invited here. */
const KNOWN = `(
  cast(:code as text) is null
  or u.home_kabupaten = :code
  or exists (select 1 from post_holders h join posts p on p.id = h.post_id
              where h.user_id = u.id and p.kabupaten_code = :code))`;

/**
 * Nothing held elsewhere, and not someone who was invited elsewhere and still waits for a first post there. Reading for a
 * post (ajudan) is not holding one: its holder gives it alone, and must not take a person from the administrator.
 */
const MANAGED = `(
  cast(:code as text) is null
  or (not exists (${HELD} and h.capacity <> 'ajudan' and p.kabupaten_code is distinct from :code)
      and (u.home_kabupaten is null or u.home_kabupaten = :code
           or exists (select 1 from post_holders h join posts p on p.id = h.post_id
                       where h.user_id = u.id and h.capacity <> 'ajudan' and p.kabupaten_code = u.home_kabupaten))))`;

const COLUMNS = `
  u.id, u.username, u.name, u.email, u.active, u.demo,
  u.password_hash is not null as "hasPassword",
  (u.password_hash is not null or exists (select 1 from sso_identities s where s.user_id = u.id)) as ready,
  u.totp_confirmed_at is not null as "secondFactor", u.last_signed_in_at as "lastSignedInAt",
  (u.last_signed_in_at is null and not u.demo
   and (u.home_kabupaten is not null or exists (select 1 from account_links l where l.user_id = u.id))) as newcomer,
  ${MANAGED} as managed`;

/** Words in the username, the name, or the title of a post held here; `:pattern` null finds all. */
const MATCHES = `(
  cast(:pattern as text) is null or u.username ilike :pattern or u.name ilike :pattern
  or exists (${HELD} and p.title ilike :pattern and (cast(:code as text) is null or p.kabupaten_code = :code)))`;

/** A person known at the office, by username in any case; null for all others, erased ones included. */
export async function findKnownPerson(
  database: Knex,
  office: Office,
  username: string,
): Promise<PersonRecord | null> {
  const result: { rows: PersonRecord[] } = await database.raw(
    `select ${COLUMNS} from users u where u.username = :username and u.erased_at is null and ${KNOWN}`,
    { username: username.toLowerCase(), code: codeOf(office), today: office.today },
  );
  return result.rows[0] ?? null;
}

/**
 * Anyone who can be appointed at the office: people of other kabupaten too, because officers are moved. Demo accounts,
 * whose password is on the sign-in page, only in a demo kabupaten.
 */
export async function findAppointable(
  database: Knex,
  office: Office,
  username: string,
): Promise<PersonRecord | null> {
  const result: { rows: PersonRecord[] } = await database.raw(
    `select ${COLUMNS} from users u
      where u.username = :username and u.erased_at is null and (cast(:demo as boolean) or not u.demo)`,
    {
      username: username.toLowerCase(),
      code: codeOf(office),
      today: office.today,
      demo: office.kabupaten?.demo === true,
    },
  );
  return result.rows[0] ?? null;
}

/** A page of the people known at the office in the order of their usernames, and how many match. */
export async function listKnownPeople(
  database: Knex,
  office: Office,
  page: { readonly search: string | null; readonly after: string | null; readonly limit: number },
): Promise<{ people: PersonRecord[]; total: number }> {
  const bindings = {
    code: codeOf(office),
    today: office.today,
    pattern: page.search === null ? null : likePattern(page.search),
    after: page.after,
    limit: page.limit,
  };
  const where = `u.erased_at is null and ${KNOWN} and ${MATCHES}`;
  const found: { rows: PersonRecord[] } = await database.raw(
    `select ${COLUMNS} from users u
      where ${where} and (cast(:after as text) is null or u.username > :after)
      order by u.username limit :limit`,
    bindings,
  );
  const counted: { rows: { total: number }[] } = await database.raw(
    `select count(*) as total from users u where ${where}`,
    bindings,
  );
  return { people: found.rows, total: counted.rows[0]?.total ?? 0 };
}

/** Text for ILIKE that finds the words as they stand: `%` and `_` mean themselves. */
function likePattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

interface HeldRow {
  user_id: string;
  id: string;
  title: string;
  role: Role;
  capacity: Capacity;
}

/** Posts of the office that the people hold today, by the person's id; those of other kabupaten are not told. */
export async function readHeldPosts(
  database: Knex,
  office: Office,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, PersonLine['posts']>> {
  const result: { rows: HeldRow[] } = await database.raw(
    `select h.user_id, p.id, p.title, p.role, h.capacity
       from post_holders h join posts p on p.id = h.post_id
      where h.user_id = any(:users) and h.valid_from <= cast(:today as date)
        and (h.valid_to is null or h.valid_to > cast(:today as date))
        and (p.closed_on is null or p.closed_on > cast(:today as date))
        and (cast(:code as text) is null or p.kabupaten_code = :code)
      order by h.capacity = 'ajudan', h.valid_from, p.title, p.id`,
    { users: [...userIds], code: codeOf(office), today: office.today },
  );
  const posts = new Map<string, PersonLine['posts']>();
  for (const { user_id: userId, ...post } of result.rows)
    posts.set(userId, [...(posts.get(userId) ?? []), post]);
  return posts;
}

/** The line of a person; of someone who belongs elsewhere too, only what the office needs to appoint. */
export function toPersonLine(person: PersonRecord, posts: PersonLine['posts']): PersonLine {
  const { username, name, active, ready, secondFactor, managed } = person;
  return {
    username,
    name,
    active,
    ready,
    secondFactor,
    managed,
    email: managed ? person.email : null,
    lastSignedInAt: managed ? (person.lastSignedInAt?.toISOString() ?? null) : null,
    posts,
  };
}

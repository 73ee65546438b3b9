import type { Knex } from 'knex';
import { needsSecondFactor, type Capacity, type Role } from '#domain/permissions';

/** What an account is, beyond who asks. */
export interface AccountFacts {
  readonly hasPassword: boolean;
  /** ISO 8601. */
  readonly passwordSetAt: string | null;
  readonly singleSignOn: boolean;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly demo: boolean;
}

/** A post held today, with from when to when. */
export interface AccountPost {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly capacity: Capacity;
  readonly kabupatenCode: string | null;
  readonly kabupaten: string | null;
  readonly unitCode: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** The account of a user who exists. @throws Error when there is none */
export async function getAccountFacts(database: Knex, userId: string): Promise<AccountFacts> {
  const result: { rows: (Omit<AccountFacts, 'passwordSetAt'> & { passwordSetAt: Date | string | null })[] } =
    await database.raw(
      `select u.password_hash is not null as "hasPassword", u.password_set_at as "passwordSetAt", u.demo,
              exists (select 1 from sso_identities s where s.user_id = u.id) as "singleSignOn",
              u.totp_confirmed_at is not null as "secondFactor",
              (select count(*)::int from recovery_codes r where r.user_id = u.id and r.used_at is null)
                as "recoveryCodesLeft"
         from users u where u.id = ?`,
      [userId],
    );
  const row = result.rows[0];
  if (!row) throw new Error('the account of the session is gone');
  return {
    ...row,
    passwordSetAt: row.passwordSetAt === null ? null : new Date(row.passwordSetAt).toISOString(),
  };
}

/** The terms in which a user holds or reads for the given posts today, in their order. */
export async function listAccountPosts(database: Knex, userId: string, now: string): Promise<AccountPost[]> {
  const today = `(?::timestamptz at time zone coalesce(k.time_zone, 'Asia/Jakarta'))::date`;
  const result: { rows: AccountPost[] } = await database.raw(
    `select p.id, p.title, p.role, h.capacity, p.kabupaten_code as "kabupatenCode", k.name as kabupaten,
            p.unit_code as "unitCode", h.valid_from as "from", h.valid_to as "to"
       from post_holders h
       join posts p on p.id = h.post_id
       left join kabupaten k on k.code = p.kabupaten_code
      where h.user_id = ? and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today})
        and (p.closed_on is null or p.closed_on > ${today})
      order by h.capacity = 'ajudan', h.valid_from, p.role, p.id`,
    [userId, now, now, now],
  );
  return result.rows;
}

/** True when one of the posts held now asks for a second factor. */
export function isSecondFactorRequired(
  facts: Pick<AccountFacts, 'demo'>,
  posts: readonly { readonly role: Role }[],
): boolean {
  return !facts.demo && posts.some(({ role }) => needsSecondFactor(role));
}

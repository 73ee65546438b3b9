import type { Role } from '#domain/permissions';
import type { ReadTransaction } from '../database/scoped.ts';

/** A post of the kabupaten as it is held today. */
export interface PostOfUnit {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly unit_code: string | null;
  /** Name of who holds it, or stands in; null when it is vacant. */
  readonly holder: string | null;
}

/** Open posts of the roles, with who holds them today; whoever only reads for the holder is not told. */
export async function readPostsOfRoles(
  transaction: ReadTransaction,
  roles: readonly Role[],
  today: string,
): Promise<PostOfUnit[]> {
  return transaction.rows<PostOfUnit & Record<string, unknown>>(
    'posts-of-roles',
    `select p.id, p.title, p.role, p.unit_code, held.name as holder
       from posts p
       left join lateral (
         select u.name
           from post_holders h join users u on u.id = h.user_id
          where h.post_id = p.id and h.capacity <> 'ajudan' and u.active
            and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to > $3::date)
          order by case h.capacity when 'tetap' then 1 when 'plt' then 2 else 3 end, h.valid_from desc
          limit 1
       ) held on true
      where p.kabupaten_code = $1 and p.role = any($2::text[]) and (p.closed_on is null or p.closed_on > $3::date)
      order by p.title, p.id`,
    [transaction.kabupatenCode, [...roles], today],
  );
}

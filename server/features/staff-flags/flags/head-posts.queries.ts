import type { Role } from '#domain/permissions';
import { HEAD_ROLES, type HeadPost } from '#domain/staff-flags/visibility';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Open posts that head a unit, with the accounts of who holds them today or stands in; who only reads does not count. */
export async function readHeadPosts(transaction: ReadTransaction, today: string): Promise<HeadPost[]> {
  const rows = await transaction.rows<{
    id: string;
    title: string;
    role: Role;
    unit_code: string | null;
    holders: string[];
  }>(
    'staff-head-posts',
    `select p.id, p.title, p.role, p.unit_code,
            array(select h.user_id::text
                    from post_holders h join users u on u.id = h.user_id
                   where h.post_id = p.id and h.capacity <> 'ajudan' and u.active
                     and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to > $3::date)
                   order by h.user_id) as holders
       from posts p
      where p.kabupaten_code = $1 and p.role = any($2::text[]) and (p.closed_on is null or p.closed_on > $3::date)
      order by p.title, p.id`,
    [transaction.kabupatenCode, [...HEAD_ROLES], today],
  );
  // The Sekda stands above all units, also where the post was entered with one.
  return rows.map(({ unit_code: unit, ...post }) => ({
    ...post,
    unitCode: post.role === 'sekda' ? null : unit,
  }));
}

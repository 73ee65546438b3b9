/** Posts of the demo that nobody holds: who answers for a unit without an account, so that a disposisi can go there. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/permissions';
import { headTitle } from '#domain/posts/head-title';

/** A unit of a demo kabupaten without a camat or head. */
interface HeadlessUnit {
  readonly kabupatenCode: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/**
 * Adds a vacant post for every unit directly below the kabupaten or in its Setda that has none. The Setda itself is headed by
 * the Sekretaris Daerah, who has one.
 */
export async function seedDemoPosts(owner: Knex, kabupatenCodes: readonly string[]): Promise<void> {
  const found: { rows: HeadlessUnit[] } = await owner.raw(
    `select u.kabupaten_code as "kabupatenCode", u.code, u.name, u.kind
       from units u
      where u.kabupaten_code = any(?) and u.kind in ('kecamatan', 'skpd', 'bagian') and u.valid_to is null
        and not exists (select 1 from posts p
                         where p.kabupaten_code = u.kabupaten_code and p.unit_code = u.code
                           and p.role in ('camat', 'kepala-skpd'))
      order by u.kabupaten_code, u.code`,
    [[...kabupatenCodes]],
  );
  const standing: { kabupaten_code: string; title: string }[] = await owner('posts')
    .whereIn('kabupaten_code', [...kabupatenCodes])
    .select('kabupaten_code', 'title');
  const vacant = found.rows.flatMap((unit) => {
    const title = headTitle(unit);
    const stands = standing.some(
      (post) => post.kabupaten_code === unit.kabupatenCode && post.title === title,
    );
    return title === null || stands ? [] : [{ ...unit, title }];
  });
  if (vacant.length === 0) return;
  await owner('posts').insert(
    vacant.map((unit) => ({
      id: uuidv7(),
      kabupaten_code: unit.kabupatenCode,
      role: (unit.kind === 'kecamatan' ? 'camat' : 'kepala-skpd') satisfies Role,
      unit_code: unit.code,
      title: unit.title,
      demo: true,
    })),
  );
}

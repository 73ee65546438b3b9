import type { Role } from '#domain/permissions';
import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';

/** Posts that answer for a unit. */
export const UNIT_HEADS: readonly Role[] = ['camat', 'kepala-skpd'];

/** The posts that can be told: who answers for a unit, and the Inspektorat. */
export interface ToldPosts {
  readonly headsOf: (unit: string) => readonly string[];
  readonly inspectorate: readonly string[];
}

/**
 * Who is told: the posts that answer for a unit, else for the nearest unit above it that has any, else the Sekda; and the
 * Inspektorat.
 */
export async function readToldPosts(
  transaction: ReadTransaction,
  units: UnitTree,
  today: string,
): Promise<ToldPosts> {
  const posts = await readPostsOfRoles(transaction, [...UNIT_HEADS, 'sekda', 'inspektorat'], today);
  const idsOf = (role: 'sekda' | 'inspektorat') =>
    posts.filter((post) => post.role === role).map(({ id }) => id);
  return {
    inspectorate: idsOf('inspektorat'),
    headsOf: (unit) => {
      for (const code of [unit, ...units.ancestorsOf(unit).map((each) => each.code)]) {
        const heads = posts.filter(({ role, unit_code }) => UNIT_HEADS.includes(role) && unit_code === code);
        if (heads.length > 0) return heads.map(({ id }) => id);
      }
      return idsOf('sekda');
    },
  };
}

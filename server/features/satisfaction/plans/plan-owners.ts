import type { Role } from '#domain/permissions';
import type { TenantScope } from '#domain/scope';
import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A post of the kabupaten as it is held today. */
export interface OwnerPost {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly unit_code: string | null;
  /** Name of who holds it, or stands in; null when it is vacant. */
  readonly holder: string | null;
}

/** Open posts of roles: handed in by who puts the server together. */
export type ReadPosts = (
  transaction: ReadTransaction,
  roles: readonly Role[],
  today: string,
) => Promise<readonly OwnerPost[]>;

const HEADS: readonly Role[] = ['camat', 'kepala-skpd'];
/** Those who see to the surveys of the whole kabupaten. */
const COORDINATORS: readonly Role[] = ['organisasi', 'sekda'];

export const OWNER_ROLES: readonly Role[] = [...HEADS, 'petugas', ...COORDINATORS];

/**
 * Who can answer for a plan of a unit: who heads it first, then who heads what it belongs to (the nearest first), then who
 * heads or works at what is below it. The coordinators of the kabupaten answer for plans made there. Nobody makes a plan
 * for a post outside the own scope.
 *
 * @param posts open posts of {@link OWNER_ROLES}
 */
export function ownersOf(
  posts: readonly OwnerPost[],
  unit: string,
  scope: TenantScope,
  units: UnitTree,
): OwnerPost[] {
  const path = [unit, ...units.ancestorsOf(unit).map(({ code }) => code)];
  const whole = scope.kind === 'kabupaten';
  const placeOf = ({ role, unit_code }: OwnerPost): number | null => {
    if (COORDINATORS.includes(role)) return whole ? path.length : null;
    if (unit_code === null || !units.isWithin(unit_code, scope.rootUnit)) return null;
    const at = path.indexOf(unit_code);
    if (HEADS.includes(role) && at >= 0) return at;
    const within = units.isWithin(unit_code, unit);
    return within ? path.length + (HEADS.includes(role) ? 1 : 2) : null;
  };
  return posts
    .flatMap((post) => {
      const place = placeOf(post);
      return place === null ? [] : [{ post, place }];
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ post }) => post);
}

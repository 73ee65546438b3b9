import type { Role } from '#domain/permissions';
import { headTitle } from '#domain/posts/head-title';
import type { TenantScope } from '#domain/scope';
import type { UnitTree } from '#domain/unit-tree';
import type { PostOfUnit } from '../../../platform/kabupaten/posts-of-roles.queries.ts';

/** Posts that answer for a unit. */
export const HEADS: readonly Role[] = ['camat', 'kepala-skpd'];

/** Posts a disposisi can go to, whoever gives it: it goes down, or to who coordinates for the whole kabupaten. */
export const RECIPIENT_ROLES: readonly Role[] = [
  ...HEADS,
  'petugas',
  'sekda',
  'inspektorat',
  'diskominfo',
  'organisasi',
];

export interface Recipient extends PostOfUnit {
  /** Whether the post answers for this very unit. */
  readonly responsible: boolean;
}

/**
 * Who can be given a disposisi about a unit: who answers for it first, then who stands above it (nearest first), then
 * the posts below; of equal ones those that somebody holds. Nobody gives one to the own post, nor to a post outside the own scope.
 *
 * @param posts open posts of {@link RECIPIENT_ROLES}
 */
export function recipientsOf(
  posts: readonly PostOfUnit[],
  unit: string,
  giver: { readonly postId: string; readonly scope: TenantScope },
  units: UnitTree,
): Recipient[] {
  const { scope } = giver;
  const path = [unit, ...units.ancestorsOf(unit).map(({ code }) => code)];
  const below = new Set(units.subtreeCodes(unit).slice(1));
  const whole = scope.kind === 'kabupaten';
  const placeOf = (post: PostOfUnit): number | null => {
    const at = post.unit_code === null ? null : path.indexOf(post.unit_code);
    if (HEADS.includes(post.role)) {
      if (at === null) return null;
      if (at >= 0) return at;
      return post.unit_code !== null && below.has(post.unit_code) ? path.length + 1 : null;
    }
    if (post.role === 'petugas') {
      const within = at === 0 || (post.unit_code !== null && below.has(post.unit_code));
      return within ? path.length + 2 : null;
    }
    return whole ? path.length : null;
  };
  return posts
    .filter(
      ({ id, role, unit_code }) =>
        id !== giver.postId &&
        // Those who coordinate for the whole kabupaten may have a unit of their own, but answer for all.
        (whole || (unit_code !== null && units.isWithin(unit_code, scope.rootUnit))) &&
        RECIPIENT_ROLES.includes(role),
    )
    .flatMap((post) => {
      const place = placeOf(post);
      return place === null ? [] : [{ post, place }];
    })
    .toSorted((a, b) => a.place - b.place || vacancy(a.post) - vacancy(b.post))
    .map(({ post, place }) => ({ ...post, responsible: place === 0 }));
}

const vacancy = ({ holder }: PostOfUnit): number => (holder === null ? 1 : 0);

/** The post that answers for a unit; where none was set up yet, it is named by its unit and has no id. */
export function ownerOf(
  posts: readonly PostOfUnit[],
  unit: { readonly code: string; readonly name: string; readonly kind: string },
): { post: string; postId: string | null } | null {
  const own = posts.filter(({ role, unit_code }) => HEADS.includes(role) && unit_code === unit.code);
  const post = own.find(({ holder }) => holder !== null) ?? own[0];
  if (post) return { post: post.title, postId: post.id };
  const title = headTitle(unit);
  return title === null ? null : { post: title, postId: null };
}

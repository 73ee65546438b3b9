import {
  can,
  needsSecondFactor,
  READING,
  seesWholeKabupaten,
  type Capacity,
  type Permission,
  type Role,
} from '#domain/permissions';
import type { Scope } from '#domain/scope';

/** A post (jabatan) as someone holds it today: rights belong to the post, not to the person. */
export interface HeldPost {
  readonly id: string;
  /** For instance "Camat Sebulu". */
  readonly title: string;
  readonly role: Role;
  readonly capacity: Capacity;
  readonly unitCode: string | null;
  readonly kabupaten: {
    readonly code: string;
    readonly name: string;
    readonly timeZone: string;
    readonly demo: boolean;
  } | null;
}

/** Who asks, in the post that is active. A stranger is a person with the role `publik` and no scope. */
export interface Person {
  readonly userId: string | null;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly post: HeldPost | null;
  readonly posts: readonly HeldPost[];
  readonly scope: Scope;
  readonly unitCode: string | null;
  readonly kabupaten: HeldPost['kabupaten'];
  /** True while the post asks for a second factor and the person has none: only the own account is open. */
  readonly lacksSecondFactor: boolean;
  /** The token's permissions when a program asks; null for people. */
  readonly tokenPermissions: readonly Permission[] | null;
}

export const STRANGER: Person = {
  userId: null,
  username: '',
  name: '',
  role: 'publik',
  roles: [],
  post: null,
  posts: [],
  scope: { kind: 'none' },
  unitCode: null,
  kabupaten: null,
  lacksSecondFactor: false,
  tokenPermissions: null,
};

/** The person a user is in one of the posts held. */
export function personInPost(
  user: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly demo: boolean;
    readonly hasSecondFactor: boolean;
    readonly posts: readonly HeldPost[];
  },
  post: HeldPost,
): Person {
  return {
    userId: user.id,
    username: user.username,
    name: user.name,
    role: post.role,
    roles: [...new Set(user.posts.map((each) => each.role))],
    post,
    posts: user.posts,
    scope: scopeOf(post),
    unitCode: post.unitCode,
    kabupaten: post.kabupaten,
    lacksSecondFactor: needsSecondFactor(post.role) && !user.demo && !user.hasSecondFactor,
    tokenPermissions: null,
  };
}

/**
 * True when the person may do this now: the role has the permission; an ajudan only reads; a program does what its
 * token names; and who lacks a second factor may look after the own account only.
 */
export function may(person: Person, permission: Permission): boolean {
  if (!can(person.role, permission)) return false;
  if (person.tokenPermissions !== null) return person.tokenPermissions.includes(permission);
  if (person.post?.capacity === 'ajudan' && !READING.includes(permission)) return false;
  return !person.lacksSecondFactor || permission === 'session:own' || permission === 'account:own';
}

/** The scope a post gives; a role with a unit sees that unit's subtree, and without any unit sees nothing. */
export function scopeOf(post: Pick<HeldPost, 'role' | 'unitCode' | 'kabupaten'>): Scope {
  if (post.kabupaten === null) return post.role === 'admin' ? { kind: 'platform' } : { kind: 'none' };
  if (post.role === 'forcasi') return { kind: 'none' };
  const { code: kabupatenCode, timeZone } = post.kabupaten;
  if (seesWholeKabupaten(post.role))
    return { kind: 'kabupaten', kabupatenCode, timeZone, rootUnit: kabupatenCode };
  if (post.unitCode === null) return { kind: 'none' };
  return { kind: 'unit', kabupatenCode, timeZone, rootUnit: post.unitCode };
}

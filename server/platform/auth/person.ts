import { seesWholeKabupaten, type Role } from '#domain/permissions';
import type { Scope } from '#domain/scope';

/** Who asks, in the role that is active. A stranger is a person with the role `publik` and no scope. */
export interface Person {
  readonly userId: string | null;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly scope: Scope;
  readonly unitCode: string | null;
  readonly kabupaten: {
    readonly code: string;
    readonly name: string;
    readonly timeZone: string;
    readonly demo: boolean;
  } | null;
}

export const STRANGER: Person = {
  userId: null,
  username: '',
  name: '',
  role: 'publik',
  roles: [],
  scope: { kind: 'none' },
  unitCode: null,
  kabupaten: null,
};

/** A grant as it stands in the database, joined with its kabupaten. */
export interface Grant {
  readonly role: Role;
  readonly unitCode: string | null;
  readonly kabupaten: Person['kabupaten'];
}

/** The scope a grant gives; a role with a unit sees that unit's subtree, and without any unit sees nothing. */
export function scopeOf(grant: Grant): Scope {
  if (grant.kabupaten === null) return grant.role === 'admin' ? { kind: 'platform' } : { kind: 'none' };
  if (grant.role === 'forcasi') return { kind: 'none' };
  const { code: kabupatenCode, timeZone } = grant.kabupaten;
  if (seesWholeKabupaten(grant.role))
    return { kind: 'kabupaten', kabupatenCode, timeZone, rootUnit: kabupatenCode };
  if (grant.unitCode === null) return { kind: 'none' };
  return { kind: 'unit', kabupatenCode, timeZone, rootUnit: grant.unitCode };
}

/**
 * One table of who may do what, read by the server (every route names a permission) and by the client
 * (which screens to offer). A role that is not in a permission's list does not have it.
 */
export const ROLES = [
  'bupati',
  'sekda',
  'camat',
  'kepala-skpd',
  'petugas',
  'inspektorat',
  'diskominfo',
  'organisasi',
  'bkpsdm',
  'admin',
  'forcasi',
  'publik',
] as const;

export type Role = (typeof ROLES)[number];

/** The roles that see the figures of their scope. */
const FIGURES: readonly Role[] = [
  'bupati',
  'sekda',
  'camat',
  'kepala-skpd',
  'petugas',
  'inspektorat',
  'diskominfo',
  'organisasi',
];

/** The roles that bring data in: their own unit's, or the kabupaten's. */
const DATA_ENTRY: readonly Role[] = [
  'bupati',
  'sekda',
  'camat',
  'kepala-skpd',
  'petugas',
  'diskominfo',
  'organisasi',
];

const EVERYONE: readonly Role[] = ROLES;

export const PERMISSIONS = {
  /** Own session: sign in, read, switch role, sign out. */
  'session:own': EVERYONE,
  /** The tree of units, services, channels and the kamus indikator of the own scope. */
  'reference:read': ROLES.filter((role) => role !== 'publik' && role !== 'forcasi'),
  /** Measures of the own scope. */
  'measures:read': FIGURES,
  /** Load files into the own scope and read the results of own imports. */
  'imports:write': DATA_ENTRY,
  /** Be told when data of the own kabupaten changed. */
  'events:read': ROLES.filter((role) => role !== 'publik' && role !== 'forcasi'),
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** True when the role has the permission. */
export function can(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}

/** Roles whose scope is the whole kabupaten; all others with figures see the subtree of their unit. */
const WHOLE_KABUPATEN: readonly Role[] = [
  'bupati',
  'sekda',
  'inspektorat',
  'diskominfo',
  'organisasi',
  'bkpsdm',
  'admin',
];

/** True when the role's scope is the whole kabupaten. */
export function seesWholeKabupaten(role: Role): boolean {
  return WHOLE_KABUPATEN.includes(role);
}

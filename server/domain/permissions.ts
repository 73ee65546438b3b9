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

/** The roles that see single records of their scope, whatever they are about. */
const DETAILS: readonly Role[] = ['bupati', 'sekda', 'camat', 'kepala-skpd', 'petugas', 'inspektorat'];

const EVERYONE: readonly Role[] = ROLES;
const MEMBERS: readonly Role[] = ROLES.filter((role) => role !== 'publik');
const IN_KABUPATEN: readonly Role[] = MEMBERS.filter((role) => role !== 'forcasi');

const PERMISSIONS = {
  /** Own session: sign in, read, switch post, sign out. */
  'session:own': EVERYONE,
  /** Own account: password, second factor, devices, who reads for me. */
  'account:own': MEMBERS,
  /** The tree of units, services, channels and the kamus indikator of the own scope. */
  'reference:read': IN_KABUPATEN,
  /** Measures of the own scope. */
  'measures:read': FIGURES,
  /** Small cells and single records of service cases; without it, cells with n < 5 are suppressed. */
  'details:services': DETAILS,
  /** The same for complaints. */
  'details:complaints': [...DETAILS, 'diskominfo'],
  /** The same for survey responses. */
  'details:surveys': [...DETAILS, 'organisasi'],
  /** Single service cases: the records behind a number. */
  'cases:read': DETAILS,
  /** Single survey responses, which name nobody. */
  'surveys:read': [...DETAILS, 'organisasi'],
  /** The ranked exceptions of the own scope, and who has reported. */
  'attention:read': FIGURES,
  /** Say of an exception that it is no problem, and why. */
  'attention:dismiss': ['bupati', 'sekda', 'camat', 'kepala-skpd', 'organisasi'],
  /** Give a disposisi or a reminder to a post. */
  'dispositions:give': ['bupati', 'sekda', 'camat', 'kepala-skpd', 'inspektorat', 'diskominfo', 'organisasi'],
  /** Read the disposisi given and received, and report on those received. */
  'dispositions:own': FIGURES,
  /** Say that a unit had nothing to report in a month. */
  'reporting:file': ['camat', 'kepala-skpd', 'petugas', 'organisasi'],
  /** Note at a day of a chart what happened. */
  'annotations:write': ['bupati', 'sekda', 'camat', 'kepala-skpd', 'inspektorat', 'diskominfo', 'organisasi'],
  /** Set a new baseline for a series, with a reason. */
  'signals:rebase': ['sekda', 'organisasi'],
  /** Plan what follows from the lowest unsur of a survey (RTL), and report on it. */
  'plans:write': ['camat', 'kepala-skpd', 'organisasi'],
  /** Units, services, standards, calendars, sessions, targets. */
  'structure:manage': ['admin', 'organisasi'],
  /** How the own unit stands among its peers, without learning any peer's figure. */
  'peers:read': ['camat', 'kepala-skpd'],
  /** Load files into the own scope and read the results of own imports. */
  'imports:write': DATA_ENTRY,
  /** Be told when data of the own kabupaten changed. */
  'events:read': IN_KABUPATEN,
  /** Single complaints, their reporters masked. */
  'complaints:read': [...DETAILS, 'diskominfo'],
  /** Learn who reported a complaint, with a reason, for a while. */
  'complaints:reveal': ['camat', 'kepala-skpd', 'inspektorat', 'diskominfo'],
  /** Who revealed what, and why. */
  'reveals:read': ['inspektorat'],
  /** Everything that was done: changes, sign-ins, exports, reveals. */
  'audit:read': ['inspektorat', 'admin'],
  /** Persons, posts and who holds them, links to set a password, tokens for programs. */
  'users:manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Permissions that do not change anything: all that someone who reads for another has, and all a reading token may have. */
export const READING: readonly Permission[] = [
  'session:own',
  'account:own',
  'reference:read',
  'measures:read',
  'details:services',
  'details:complaints',
  'details:surveys',
  'cases:read',
  'surveys:read',
  'attention:read',
  'dispositions:own',
  'peers:read',
  'events:read',
  'complaints:read',
];

/** Permissions a program's token can be given; the others need a person. */
export const FOR_PROGRAMS: readonly Permission[] = [
  'reference:read',
  'measures:read',
  'events:read',
  'imports:write',
];

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

/** Roles that may not work without a second factor (outside the demo): they see or change what concerns many people. */
const SECOND_FACTOR: readonly Role[] = ['admin', 'diskominfo', 'inspektorat'];

/** True when the role needs a second factor. */
export function needsSecondFactor(role: Role): boolean {
  return SECOND_FACTOR.includes(role);
}

/** How a post is held: by its holder, by a stand-in (Plt., Plh.), or read for its holder by an ajudan. */
export const CAPACITIES = ['tetap', 'plt', 'plh', 'ajudan'] as const;
export type Capacity = (typeof CAPACITIES)[number];

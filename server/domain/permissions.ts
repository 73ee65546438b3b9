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
  /** Programmes of pilot SKPD and how far they are. */
  'pilots:read': FIGURES,
  /** Plan a programme: its milestones, weights and dates, documents and visits of the kabupaten's team. */
  'pilots:manage': ['sekda', 'organisasi'],
  /** Report from the pilot itself: progress, obstacles, service points, training. */
  'pilots:report': ['camat', 'kepala-skpd', 'petugas', 'organisasi'],
  /** Sign a milestone off that somebody else reported. */
  'pilots:sign': ['bupati', 'sekda', 'camat', 'kepala-skpd', 'organisasi'],
  /** Proposals about staff: each person sees exactly those that `domain/staff-flags/visibility` gives. */
  'staff-flags:read': IN_KABUPATEN,
  /** Explain a proposal about oneself. */
  'staff-flags:explain': ['petugas', 'camat', 'kepala-skpd'],
  /** Say as the direct superior what one thinks of a proposal. */
  'staff-flags:review': ['camat', 'kepala-skpd', 'sekda'],
  /** Decide on a proposal, as the official in charge of staff. */
  'staff-flags:decide': ['bkpsdm'],
  /** How many proposals there are, without any name. */
  'staff-flags:count': ['bupati', 'sekda', 'camat', 'kepala-skpd', 'inspektorat', 'organisasi', 'bkpsdm'],
  /** The rules: which run, with which thresholds; what they would have done in the past. */
  'staff-rules:manage': ['bkpsdm', 'sekda'],
  /** The list of staff, the regent's list of remote posts, outages of systems, the trial period. */
  'staff:manage': ['bkpsdm', 'admin'],
  /** Record whether a complaint about conduct was upheld. */
  'conduct:decide': ['inspektorat'],
  /** Units under watch, and why. */
  'watch-list:read': ['bupati', 'sekda', 'inspektorat', 'camat', 'kepala-skpd'],
  /** Temuan and rekomendasi of the own scope, and what was done about them. */
  'findings:read': ['bupati', 'sekda', 'inspektorat', 'camat', 'kepala-skpd'],
  /** Open files, verify, record decisions with their letters. */
  'findings:manage': ['inspektorat'],
  /** Report a tindak lanjut and propose a status. */
  'findings:respond': ['camat', 'kepala-skpd', 'sekda'],
  /** Draw samples and record what was found in them. */
  'samples:draw': ['inspektorat'],
  /** Indications worth an examination, with the records behind them. */
  'indications:read': ['inspektorat'],
  /** Hold another list against ours: each differing record is named, so only for those who read single records. */
  'reconciliations:write': ['inspektorat', 'diskominfo'],
  /** Files given as evidence: who may see or add one is decided by what it is evidence of. */
  'evidence:read': IN_KABUPATEN,
  'evidence:write': IN_KABUPATEN,
  /** Own notices. */
  'notices:own': IN_KABUPATEN,
  /** The innovation catalogue: own kabupaten's entries and what others share through FORCASI. */
  'innovations:read': MEMBERS,
  /** Write an entry of the own unit, and submit it. */
  'innovations:write': ['camat', 'kepala-skpd', 'petugas', 'organisasi'],
  /** Publish or return what somebody else submitted. */
  'innovations:review': ['sekda', 'organisasi'],
  /** Choose who may see an entry and which of its fields leave the kabupaten; confirm that it still runs. */
  'innovations:share': ['camat', 'kepala-skpd', 'organisasi'],
  /** Take an innovation home: a plan of the own unit. */
  'innovations:adopt': ['camat', 'kepala-skpd', 'organisasi'],
  /** Ask, answer, endorse and follow, under one's own name. */
  'innovations:discuss': MEMBERS.filter((role) => role !== 'admin'),
  /** Hide a post of the forum that breaks its rules, with a reason. */
  'innovations:moderate': ['organisasi', 'admin'],
  /** Ideas of the own kabupaten on their road: gagasan, uji coba, penerapan. */
  'ideas:read': FIGURES,
  'ideas:write': FIGURES,
  /** Let an idea be tried, applied or ended. */
  'ideas:decide': ['sekda', 'organisasi'],
  /** Frozen figures and reports of the own scope, as screen, PDF and workbook. */
  'reports:read': FIGURES,
  /** Freeze the figures of a month or quarter, and freeze them again after corrections. */
  'reports:freeze': ['sekda', 'organisasi'],
  /** Letterhead of what is printed: lines, address, crest. */
  'reports:letterhead': ['admin', 'organisasi'],
  /** Meetings of the own scope: agenda, decisions, minutes. */
  'meetings:read': FIGURES,
  'meetings:run': ['bupati', 'sekda', 'camat', 'kepala-skpd', 'organisasi'],
  /** Own reports and briefs by e-mail, and whether they arrived. */
  'subscriptions:own': FIGURES,
  /** Whether mail leaves the house: the delivery log of the kabupaten, without what was in the mails. */
  'deliveries:read': ['admin'],
  /** Units, services, standards, calendars, sessions, targets. */
  'structure:manage': ['admin', 'organisasi'],
  /** How the own unit stands among its peers, without learning any peer's figure. */
  'peers:read': ['camat', 'kepala-skpd'],
  /** Load files into the own scope and read the results of own imports; BKPSDM the register of staff alone. */
  'imports:write': [...DATA_ENTRY, 'bkpsdm'],
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
  'pilots:read',
  'watch-list:read',
  'findings:read',
  'evidence:read',
  'notices:own',
  'innovations:read',
  'ideas:read',
  'reports:read',
  'meetings:read',
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

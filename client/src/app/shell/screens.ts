import type { Permission } from '#domain/permissions';

/** A screen of the bar at the top or at the foot. */
export interface ScreenEntry {
  readonly path: string;
  /** Translation key of its name. */
  readonly label: string;
  /** Any of these opens it; the first is the one that it is told by to those who have none. */
  readonly permissions: readonly [Permission, ...Permission[]];
}

/** The screens in the order of the bar. */
export const SCREENS: readonly ScreenEntry[] = [
  { path: '/beranda', label: 'nav.overview', permissions: ['measures:read'] },
  { path: '/layanan', label: 'nav.services', permissions: ['measures:read'] },
  { path: '/aduan', label: 'nav.complaints', permissions: ['measures:read'] },
  { path: '/kepuasan', label: 'nav.satisfaction', permissions: ['measures:read'] },
  { path: '/inovasi', label: 'nav.innovations', permissions: ['innovations:read'] },
  { path: '/percontohan', label: 'nav.pilots', permissions: ['pilots:read'] },
  { path: '/pegawai', label: 'nav.staff', permissions: ['staff-flags:count', 'staff-flags:explain'] },
  {
    path: '/pengawasan',
    label: 'nav.oversight',
    permissions: ['watch-list:read', 'reconciliations:write'],
  },
  { path: '/rapat', label: 'nav.meetings', permissions: ['meetings:read'] },
  { path: '/laporan', label: 'nav.reports', permissions: ['reports:read'] },
  { path: '/peta', label: 'nav.map', permissions: ['measures:read'] },
  { path: '/data', label: 'nav.imports', permissions: ['imports:write', 'attention:read'] },
  {
    path: '/pengaturan',
    label: 'nav.settings',
    permissions: ['users:manage', 'structure:manage', 'audit:read', 'staff:manage'],
  },
];

/** How many of them a phone has room for, with a word for the others beside them. */
export const ON_PHONE = 4;

/** The screens that are open to who holds what `can` says. */
export function openScreens(can: (permission: Permission) => boolean): readonly ScreenEntry[] {
  return SCREENS.filter(({ permissions }) => permissions.some(can));
}

/** The screen at an address, whatever follows its path; null for an address without one. */
export function findScreen(url: string): ScreenEntry | null {
  const path = url.split(/[?#]/)[0] ?? '';
  return SCREENS.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`)) ?? null;
}

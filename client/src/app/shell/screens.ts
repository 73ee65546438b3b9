import type { Permission } from '#domain/permissions';

/** A screen of the bar at the top or at the foot. */
export interface ScreenEntry {
  readonly path: string;
  /** Translation key of its name. */
  readonly label: string;
  readonly permission: Permission;
}

/** The screens in the order of the bar. */
export const SCREENS: readonly ScreenEntry[] = [
  { path: '/beranda', label: 'nav.overview', permission: 'measures:read' },
  { path: '/layanan', label: 'nav.services', permission: 'measures:read' },
  { path: '/aduan', label: 'nav.complaints', permission: 'measures:read' },
  { path: '/kepuasan', label: 'nav.satisfaction', permission: 'measures:read' },
  { path: '/data', label: 'nav.imports', permission: 'imports:write' },
  { path: '/pengaturan', label: 'nav.settings', permission: 'users:manage' },
];

/** The screen at an address, whatever follows its path; null for an address without one. */
export function findScreen(url: string): ScreenEntry | null {
  const path = url.split(/[?#]/)[0] ?? '';
  return SCREENS.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`)) ?? null;
}

/**
 * Figures are computed as somebody sees them: two people with the same right to details, the same view of complaints of
 * suspected abuse and the same top of their scope see the same digits. This is all of a person that figures depend on.
 */
import { readsOversightComplaints } from '../complaints/visibility.ts';
import { can, ROLES, seesWholeKabupaten, type Role } from '../permissions.ts';
import { DETAIL_PERMISSIONS, FAMILIES, type DetailRights } from '../suppression/field-groups.ts';
import type { UnitTree } from '../unit-tree.ts';

export interface FigureReader {
  /** Code of the unit at the top of the reader's scope. */
  readonly root: string;
  /** Whose small cells the reader may see. */
  readonly rights: DetailRights;
  /** Figures count complaints of suspected abuse. */
  readonly withOversight: boolean;
  /** Is shown how the own unit stands among its peers. */
  readonly comparesPeers: boolean;
  /** The ladder of complaints asks of Diskominfo one rung earlier. */
  readonly onLadder: boolean;
}

/** What the role sees when `root` is the top of its scope. */
export function readerOfRole(role: Role, root: string): FigureReader {
  return {
    root,
    rights: {
      services: can(role, DETAIL_PERMISSIONS.services),
      complaints: can(role, DETAIL_PERMISSIONS.complaints),
      surveys: can(role, DETAIL_PERMISSIONS.surveys),
    },
    withOversight: can(role, 'complaints:read') && readsOversightComplaints(role),
    comparesPeers: can(role, 'peers:read'),
    onLadder: role === 'diskominfo',
  };
}

/** The key that content is kept under: the same for all readers who see the same, e.g. `64.02 services+surveys oversight`. */
export function rightsKey({ root, rights, withOversight, comparesPeers, onLadder }: FigureReader): string {
  const details = FAMILIES.filter((family) => rights[family]).join('+');
  return [
    root,
    details === '' ? 'aggregates' : details,
    ...(withOversight ? ['oversight'] : []),
    ...(comparesPeers ? ['peers'] : []),
    ...(onLadder ? ['ladder'] : []),
  ].join(' ');
}

/**
 * Everybody who may ever read the frozen figures of a unit: every role that reads reports, of the kabupaten or with one
 * of the units from the unit itself upwards as the top of its scope. Each kind of reader once.
 */
export function readersOfUnit(units: UnitTree, unit: string, kabupaten: string): FigureReader[] {
  const tops = [unit, ...units.ancestorsOf(unit).map(({ code }) => code)];
  const readers = ROLES.filter((role) => can(role, 'reports:read')).flatMap((role) =>
    seesWholeKabupaten(role)
      ? [readerOfRole(role, kabupaten)]
      : tops.filter((top) => top !== kabupaten).map((top) => readerOfRole(role, top)),
  );
  return [...new Map(readers.map((reader) => [rightsKey(reader), reader])).values()];
}

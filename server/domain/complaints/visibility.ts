import type { Role } from '../permissions.ts';

/**
 * Complaints of suspected abuse or pungli (berkadar pengawasan) go to the Inspektorat only: they may be about the very
 * people who keep the register (PermenPANRB 62/2018; PP 12/2017).
 */
export const OVERSIGHT_CLASS = 'berkadar-pengawasan';

/** Roles that read complaints of suspected abuse; to all others these do not exist. */
const OVERSIGHT_READERS: readonly Role[] = ['inspektorat'];

/** True when the role may read complaints of {@link OVERSIGHT_CLASS}. */
export function readsOversightComplaints(role: Role): boolean {
  return OVERSIGHT_READERS.includes(role);
}

/**
 * Roles whose files may change a complaint of {@link OVERSIGHT_CLASS}: who reads them, and who brings the national register
 * in. Others may report a suspicion, but neither take one back nor touch what was reported.
 */
const OVERSIGHT_KEEPERS: readonly Role[] = [...OVERSIGHT_READERS, 'diskominfo'];

/** True when a file of the role may change a stored complaint of {@link OVERSIGHT_CLASS}. */
export function changesOversightComplaints(role: Role): boolean {
  return OVERSIGHT_KEEPERS.includes(role);
}

/**
 * Roles that may learn of a reporter who asked that the unit concerned does not: they stand outside every unit that is
 * complained about.
 */
const CONFIDENTIAL_READERS: readonly Role[] = ['inspektorat', 'diskominfo'];

/** True when the role may open a confidential reporter, and see one masked. */
export function readsConfidentialReporters(role: Role): boolean {
  return CONFIDENTIAL_READERS.includes(role);
}

/** Roles for which the register of the whole kabupaten is their daily work: who forwards complaints, and who examines. */
const COMPLAINT_WORKERS: readonly Role[] = ['diskominfo', 'inspektorat'];

/** True when the role works on the complaints of the whole kabupaten, and does not only look at them. */
export function worksOnComplaints(role: Role): boolean {
  return COMPLAINT_WORKERS.includes(role);
}

/** How long a reporter stays open to the person who gave a reason: 15 minutes. */
export const REVEAL_MINUTES = 15;

/**
 * Who sees a proposal about a member of staff (UU 27/2022, article 16: no more people than the purpose needs): the person
 * it is about, the direct superior, the Inspektorat and the official in charge of staff. Nobody else sees one, whatever
 * figures they may see: they get counts. An ajudan and a program never do.
 *
 * The person sees it first. The others see it from the day that the person has explained it, or the time for it is over:
 * praise too, because what is praised may also be corrected by the one who knows the work.
 */
import type { Capacity, Role } from '../permissions.ts';

/** Roles that head a unit; above the units directly below the kabupaten stands the Sekda. */
export const HEAD_ROLES: readonly Role[] = ['camat', 'kepala-skpd', 'sekda'];

/** A post that heads a unit, and the people who hold it today or stand in. */
export interface HeadPost {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  /** The Sekda's post belongs to the kabupaten as a whole. */
  readonly unitCode: string | null;
  readonly holders: readonly string[];
}

export interface FlagAsker {
  readonly userId: string | null;
  readonly role: Role;
  /** Null for a program. */
  readonly capacity: Capacity | null;
  readonly postId: string | null;
}

/** What visibility needs to know of a proposal. */
export interface FlagPlace {
  /** Account of the person it is about; null without one. */
  readonly subject: string | null;
  /** The unit at the time. */
  readonly unitCode: string;
  readonly explained: boolean;
  /** Last day for the explanation. */
  readonly explainUntil: string;
  /** Day it was withdrawn; null while it stands. */
  readonly withdrawnOn: string | null;
}

/** The person asks about themselves, stands above them, or has the office: null when it is not for them to see. */
export type FlagRelation = 'subject' | 'superior' | 'inspektorat' | 'decider';

/**
 * The posts that head a unit from the unit upwards, the nearest first; the Sekda last.
 * @param path codes of the unit and of all above it, nearest first
 */
export function headsAbove(path: readonly string[], heads: readonly HeadPost[]): readonly HeadPost[] {
  return [
    ...path.flatMap((code) => heads.filter((head) => head.unitCode === code && head.role !== 'sekda')),
    ...heads.filter((head) => head.role === 'sekda'),
  ];
}

/**
 * The posts of the direct superior: those that head the unit, or the next one above where the person holds such a post
 * or it has no head. Empty when nobody stands above.
 */
export function superiorPosts(
  subject: string | null,
  path: readonly string[],
  heads: readonly HeadPost[],
): readonly HeadPost[] {
  const above = headsAbove(path, heads);
  const own = above.findLastIndex((head) => subject !== null && head.holders.includes(subject));
  const nearest = above.slice(own + 1).find((head) => head.unitCode !== above[own]?.unitCode || own === -1);
  return nearest === undefined
    ? []
    : above.slice(own + 1).filter((head) => head.unitCode === nearest.unitCode);
}

/** The day from which others than the person may see a proposal has come. */
export function isOpenToOthers(flag: FlagPlace, today: string): boolean {
  const until = flag.withdrawnOn !== null && flag.withdrawnOn < today ? flag.withdrawnOn : today;
  return flag.explained || flag.explainUntil < until;
}

/**
 * True for who sees every proposal that is open to others than the person: the Inspektorat and the official in charge of
 * staff, not their ajudan and no program.
 */
export function seesEveryFlag({ userId, role, capacity }: FlagAsker): boolean {
  const isNobody = userId === null || capacity === null || capacity === 'ajudan';
  return !isNobody && (role === 'inspektorat' || role === 'bkpsdm');
}

/**
 * How the one who asks stands to a proposal; null when it does not exist for them.
 * @param superiors posts of the direct superior, see {@link superiorPosts}
 */
export function flagRelation(
  asker: FlagAsker,
  flag: FlagPlace,
  superiors: readonly HeadPost[],
  today: string,
): FlagRelation | null {
  if (asker.userId === null || asker.capacity === null || asker.capacity === 'ajudan') return null;
  if (flag.subject === asker.userId) return 'subject';
  if (!isOpenToOthers(flag, today)) return null;
  if (superiors.some((post) => post.id === asker.postId)) return 'superior';
  if (asker.role === 'inspektorat') return 'inspektorat';
  return asker.role === 'bkpsdm' ? 'decider' : null;
}

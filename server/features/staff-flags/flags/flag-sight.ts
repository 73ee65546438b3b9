import { superiorPosts, type FlagAsker, type HeadPost } from '#domain/staff-flags/visibility';
import type { UnitTree } from '#domain/unit-tree';
import type { Person } from '../../../platform/auth/person.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { readHeadPosts } from './head-posts.queries.ts';

/**
 * What one person may see of the proposals, in the form of a condition: `domain/staff-flags/visibility` worked out for
 * every unit, so that the database never hands over a line that is not theirs.
 */
export interface FlagSight {
  readonly asker: FlagAsker;
  readonly units: UnitTree;
  readonly heads: readonly HeadPost[];
  /** Units whose staff have the asker as direct superior. */
  readonly below: readonly string[];
  /** `unit|account` of people there who head a unit themselves, and have another superior. */
  readonly exceptions: readonly string[];
  /** `unit|account` of heads elsewhere who have the asker as direct superior. */
  readonly headsBelow: readonly string[];
  /** Units above which nobody stands: there is no review to wait for. */
  readonly headless: readonly string[];
  readonly today: string;
}

/** Who asks, as visibility knows them; a program is nobody. */
export function askerOf(person: Person): FlagAsker {
  const isProgram = person.tokenPermissions !== null;
  return {
    userId: isProgram ? null : person.userId,
    role: person.role,
    capacity: isProgram ? null : (person.post?.capacity ?? null),
    postId: person.post?.id ?? null,
  };
}

/** The person's sight of all proposals of the kabupaten. */
export async function sightOf(
  transaction: ReadTransaction,
  person: Person,
  today: string,
): Promise<FlagSight> {
  const { units } = (await readStructure(transaction)).structure;
  return makeSight(askerOf(person), units, await readHeadPosts(transaction, today), today);
}

/** The sight of an asker, worked out for every unit and for everyone who heads one. */
export function makeSight(
  asker: FlagAsker,
  units: UnitTree,
  heads: readonly HeadPost[],
  today: string,
): FlagSight {
  const codes = units.all().map(({ code }) => code);
  const holders = [...new Set(heads.flatMap((head) => head.holders))];
  const isAbove = (subject: string | null, code: string): boolean =>
    superiorPosts(subject, pathOf(units, code), heads).some(({ id }) => id === asker.postId);
  const below = codes.filter((code) => isAbove(null, code));
  const pairs = codes.flatMap((code) =>
    holders.map((holder) => ({ code, holder, key: `${code}|${holder}` })),
  );
  return {
    asker,
    units,
    heads,
    below,
    exceptions: pairs
      .filter(({ code, holder }) => below.includes(code) && !isAbove(holder, code))
      .map(({ key }) => key),
    headsBelow: pairs
      .filter(({ code, holder }) => !below.includes(code) && isAbove(holder, code))
      .map(({ key }) => key),
    headless: codes.filter((code) => superiorPosts(null, pathOf(units, code), heads).length === 0),
    today,
  };
}

/**
 * True for the direct superior of everyone in these units but themselves, who sees each of their proposals that is open
 * to others: nobody else heads one of them.
 */
export function seesAllOf({ asker, below, heads }: FlagSight, unitCodes: readonly string[]): boolean {
  if (asker.userId === null || asker.capacity === null || asker.capacity === 'ajudan') return false;
  const isAlone = heads
    .filter(({ unitCode }) => unitCode !== null && unitCodes.includes(unitCode))
    .every(({ holders }) => holders.every((holder) => holder === asker.userId));
  return isAlone && unitCodes.every((code) => below.includes(code));
}

/** The posts of the direct superior of a person of a unit; empty when nobody stands above. */
export function superiorsOf(
  sight: Pick<FlagSight, 'units' | 'heads'>,
  subject: string | null,
  unitCode: string,
): readonly HeadPost[] {
  return superiorPosts(subject, pathOf(sight.units, unitCode), sight.heads);
}

function pathOf(units: UnitTree, code: string): string[] {
  return [code, ...units.ancestorsOf(code).map((unit) => unit.code)];
}

import type { WritingEntry } from '#contract/innovations/writing';
import type { UnitTree } from '#domain/unit-tree';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readEntryPosts, type EntryDeps, type EntryPosts } from '../entry-desk.ts';
import type { EntryRow } from '../entry-record.ts';
import { mayReadDraft, mayShareFor, mayWriteFor } from '../entry-rights.ts';
import { findEntry } from './entries.queries.ts';
import { writingEntry } from './entry-answers.ts';

/** Which right over an entry a call needs; reviewing is the kabupaten's, and asked for by the route alone. */
export type EntrySide = 'read' | 'write' | 'share' | 'review';

/** An entry that the person may know, with what is needed to write about it. */
export interface KnownEntry {
  readonly row: EntryRow;
  readonly units: UnitTree;
  readonly told: EntryPosts;
  readonly today: string;
}

/**
 * The entry by id or slug, for who has the right over it.
 * @throws ProblemException 404 for an entry that the person may not know, 403 where the right over it is another's
 */
export async function requireEntry(
  deps: EntryDeps,
  person: Person,
  key: string,
  side: EntrySide,
): Promise<KnownEntry> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const row = await findEntry(transaction, key);
    if (row === null || !mayReadDraft(person, row.unit_code, units))
      throw new ProblemException(404, 'innovation-not-found');
    if (side === 'write' && !mayWriteFor(person, row.unit_code, units))
      throw new ProblemException(403, 'forbidden');
    if (side === 'share' && !mayShareFor(person, row.unit_code, units))
      throw new ProblemException(403, 'forbidden');
    return { row, units, told: await readEntryPosts(transaction, units, today), today };
  });
}

/** The entry as its writers and reviewers see it. @throws ProblemException 404 for all others */
export async function answerEntry(deps: EntryDeps, person: Person, key: string): Promise<WritingEntry> {
  const { row, units, today } = await requireEntry(deps, person, key, 'read');
  return writingEntry(row, { person, units, today });
}

/** Units and posts of the person's kabupaten. */
export async function readSurroundings(
  deps: EntryDeps,
  person: Person,
): Promise<{ readonly units: UnitTree; readonly told: EntryPosts; readonly today: string }> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction: ReadTransaction) => {
    const { units } = (await readStructure(transaction)).structure;
    return { units, told: await readEntryPosts(transaction, units, today), today };
  });
}

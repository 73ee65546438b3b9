import type { IRouter } from 'express';
import { addReader, endReader, listReaders } from '#contract/account';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordedChange } from '../../../platform/auth/own-change.repository.ts';
import type { HeldPost, Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import {
  addReaderTo,
  endReading,
  findPossibleReader,
  isAdministrator,
  isAtPost,
  listReadersOf,
  lockPost,
  type Reader,
} from './account-readers.repository.ts';

export interface AccountReaderDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

/** People who may read for one post at the same time. */
const MOST_READERS = 5;

/** Who reads for the own post (ajudan): appointed and ended by its holder, never by another reader. */
export function accountReaderRoutes(router: IRouter, deps: AccountReaderDeps): void {
  const todayAt = (post: HeldPost): string => deps.clock(post.kabupaten?.timeZone ?? 'Asia/Jakarta').today;

  bindRoute(router, listReaders, async ({ person }) => ({ items: (await readersOf(person)).map(shown) }));

  bindRoute(router, addReader, async ({ body, person, request }) => {
    const post = ownPostOf(person);
    const today = todayAt(post);
    const term = { from: body.from ?? today, to: body.to ?? null };
    const { username } = body;
    if (term.from < today) throw new ProblemException(400, 'reader-in-past', { from: term.from });
    if (term.to !== null && term.to <= term.from)
      throw new ProblemException(400, 'tenure-reversed', { from: term.from, to: term.to });
    return recordedChange(deps, person, request, async (transaction) => {
      await lockPost(transaction, post.id);
      const reader = await findPossibleReader(transaction, username, post.kabupaten?.code ?? null);
      if (!reader) throw new ProblemException(404, 'person-not-found', { username });
      if (await isAtPost(transaction, post.id, reader.id, today))
        throw new ProblemException(409, 'reader-twice', { username });
      if (await isAdministrator(transaction, reader.id, today))
        throw new ProblemException(409, 'reader-administers', { username });
      const present = await listReadersOf(transaction, [post.id], today);
      if (present.length >= MOST_READERS)
        throw new ProblemException(409, 'readers-full', { most: MOST_READERS });
      const id = await addReaderTo(transaction, post.id, reader.id, term);
      const added = (await listReadersOf(transaction, [post.id], today)).find((each) => each.id === id);
      if (!added) throw new Error('a reader was written and is not there');
      return {
        result: shown(added),
        event: {
          action: 'reader-added',
          subject: `posts/${post.id}`,
          details: { user: reader.id, title: post.title, ...term },
        },
      };
    });
  });

  bindRoute(router, endReader, async ({ params, person, request }) => {
    const reader = (await readersOf(person)).find(({ id }) => id === params.id);
    const post = person.posts.find(({ id }) => id === reader?.post.id);
    if (!reader || !post) throw new ProblemException(404, 'reader-not-found');
    await recordedChange(deps, person, request, async (transaction) => {
      if (!(await endReading(transaction, reader.id, todayAt(post))))
        throw new ProblemException(404, 'reader-not-found');
      return {
        result: undefined,
        event: {
          action: 'reader-ended',
          subject: `posts/${post.id}`,
          details: { user: reader.userId, title: post.title, reading: reader.id },
        },
      };
    });
    return undefined;
  });

  /** The readers of all posts the person holds, each by the day of its kabupaten. */
  async function readersOf(person: Person): Promise<Reader[]> {
    const lists = await Promise.all(
      person.posts
        .filter(({ capacity }) => capacity !== 'ajudan')
        .map((post) => listReadersOf(deps.database, [post.id], todayAt(post))),
    );
    return lists.flat();
  }
}

/** A reader as the contract has it: without the person's id. */
function shown({ id, post, username, name, from, to }: Reader) {
  return { id, post, username, name, from, to };
}

/** The active post, when the person holds it and is all the way in. */
function ownPostOf(person: Person): HeldPost {
  // Reading is not handed on by someone who may not read yet.
  if (person.lacksSecondFactor) throw new ProblemException(403, 'second-factor-needed');
  if (person.post === null || person.post.capacity === 'ajudan')
    throw new ProblemException(403, 'reader-by-holder-only');
  return person.post;
}

import type { IRouter } from 'express';
import { listFollows, setFollow } from '#contract/innovations/forum';
import { TOPICS } from '#domain/innovations/entry-facets';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readCatalogue } from '../catalogue/catalogue-reader.ts';
import { findEntryRecord } from '../catalogue/entry-records.queries.ts';
import type { ForumDeps } from './forum-desk.ts';
import { isTopic, listFollowRecords, listNewsRecords, type NewsRecord } from './follows.queries.ts';
import { follow, unfollow } from './follows.repository.ts';
import { authorOf } from './post-answer.ts';

const NEWS = 50;

/** Following entries and topics, and what is new in them. */
export function followRoutes(router: IRouter, deps: Pick<ForumDeps, 'database' | 'clock'>): void {
  bindRoute(router, setFollow, async ({ body, person }) => {
    const { userId } = person;
    if (userId === null) throw new ProblemException(403, 'forbidden');
    const { kind, key } = body;
    if (!body.follow) {
      await unfollow(deps.database, { userId, kind, key });
      return { followed: false };
    }
    const { now } = deps.clock('UTC');
    if (kind === 'topic') {
      if (!isTopic(key, TOPICS)) throw new ProblemException(404, 'follow-unknown');
      await follow(deps.database, { userId, kind, key }, now);
      return { followed: true };
    }
    const record = await readCatalogue(deps, person, (reader) => findEntryRecord(reader, key));
    // A topic's name may be an entry's address; what is followed is the entry by its id.
    if (record?.id !== key) throw new ProblemException(404, 'follow-unknown');
    const { version, stopped_on: stoppedOn } = record;
    await follow(deps.database, { userId, kind, key, version, stopped: stoppedOn !== null }, now);
    return { followed: true };
  });

  bindRoute(router, listFollows, ({ person }) =>
    readCatalogue(deps, person, async (reader) => {
      const followed = await listFollowRecords(reader);
      const { now } = deps.clock('UTC');
      return {
        topics: followed.flatMap(({ kind, key, created_at: since }) =>
          kind === 'topic' && isTopic(key, TOPICS) ? [{ topic: key, since: since.toISOString() }] : [],
        ),
        entries: followed
          .filter(({ kind }) => kind === 'entry')
          .map(({ key, slug, name, home, created_at: since, stopped_on: stoppedOn }) => ({
            id: key,
            name: slug === null ? null : (name ?? slug),
            slug,
            kabupaten: slug === null ? null : home,
            since: since.toISOString(),
            stoppedOn,
          })),
        news: (await listNewsRecords(reader, now, NEWS)).map(newsAnswer),
      };
    }),
  );
}

function newsAnswer(record: NewsRecord) {
  const { author_name, author_title, author_home } = record;
  return {
    kind: record.kind,
    entry: {
      id: record.entry_id,
      slug: record.slug,
      name: record.name ?? record.slug,
      kabupaten: record.home,
    },
    at: record.at.toISOString(),
    by:
      author_title === null ? null : authorOf({ author_name: author_name ?? '', author_title, author_home }),
    excerpt: record.excerpt ?? '',
  };
}

import type { IRouter } from 'express';
import { listModeration, moderatePost } from '#contract/innovations/forum';
import type { Person } from '../../../platform/auth/person.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readCatalogue } from '../catalogue/catalogue-reader.ts';
import { forumDeskOf, type ForumDeps } from './forum-desk.ts';
import { findPost, isHere } from './forum.queries.ts';
import { moderatesHere } from './forum.routes.ts';
import {
  countModerated,
  findEntryName,
  listModerated,
  type ModeratedHome,
  type ModeratedRecord,
} from './moderation.queries.ts';
import { decidePost } from './moderation.repository.ts';
import { postAnswer } from './post-answer.ts';
import { spreadNews } from './spread-news.ts';

const PAGE = 30;

/** What waits for a moderator: posts that were reported, and those that are hidden. */
export function moderationRoutes(router: IRouter, deps: ForumDeps): void {
  bindRoute(router, listModeration, ({ query, person }) =>
    readCatalogue(deps, person, async (reader) => {
      const home = homeOf(person);
      const show = query.show ?? 'waiting';
      const limit = query.limit ?? PAGE;
      const found = await listModerated(reader, home, show, limit + 1, placeAt('forum', query.cursor));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const counts = await countModerated(reader, home);
      return {
        items: page.map((record) => ({
          ...postAnswer(record, { userId: person.userId, speaks: false, moderates: true }),
          entry: { id: record.entry_id, name: nameOf(record), kabupaten: record.home_name ?? '' },
          kind: record.answers === null ? ('question' as const) : ('answer' as const),
          reports: record.reports.map(({ reason, at }) => ({ reason, at: new Date(at).toISOString() })),
        })),
        nextCursor: found.length > limit && last ? cursorAt('forum', { at: last.place, id: last.id }) : null,
        total: counts[show],
        ...counts,
      };
    }),
  );

  bindRoute(router, moderatePost, async (call) => {
    const { params, body, person } = call;
    const desk = forumDeskOf(deps, call);
    const { post, name } = await readCatalogue(deps, person, async (reader) => {
      const found = await findPost(reader, params.id);
      if (found === null || !moderatesHere(person, found.home_code, await isHere(reader, found.home_code)))
        throw new ProblemException(404, 'forum-post-not-found');
      return { post: found, name: await findEntryName(reader, found.entry_id) };
    });
    // Nobody decides alone that the own words may stand.
    if (post.user_id === person.userId && body.decision === 'kept')
      throw new ProblemException(403, 'forum-own-post');
    await decidePost(
      desk,
      {
        id: post.id,
        entryId: post.entry_id,
        innovation: name ?? '',
        authorTitle: post.author_title,
      },
      body,
    );
    await spreadNews(deps, post.entry_id);
    return undefined;
  });
}

/** Bagian Organisasi looks after the own kabupaten's entries, an administrator after those of kabupaten that are not here. */
function homeOf(person: Person): ModeratedHome {
  return person.role === 'organisasi' && person.kabupaten !== null
    ? { code: person.kabupaten.code }
    : 'not-here';
}

function nameOf({ entry_name: name, entry_id: id }: ModeratedRecord): string {
  return name ?? id;
}

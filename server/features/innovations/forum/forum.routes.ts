import type { IRouter } from 'express';
import {
  endorseInnovation,
  readForum,
  reportPost,
  withdrawEndorsement,
  writePost,
} from '#contract/innovations/forum';
import { mayEndorse, moderates } from '#domain/innovations/forum/forum-rules';
import { may, type Person } from '../../../platform/auth/person.ts';
import { isTenantScope } from '#domain/scope';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readCatalogue } from '../catalogue/catalogue-reader.ts';
import { findEntryRecord, type WholeEntryRecord } from '../catalogue/entry-records.queries.ts';
import { atEntry, forumDeskOf, isOpen, requireOpen, type ForumDeps } from './forum-desk.ts';
import {
  countQuestions,
  findPost,
  isHere,
  listAnswers,
  listEndorsements,
  listQuestions,
} from './forum.queries.ts';
import { endorse, insertPost, report, withdraw, type SpokenEntry } from './forum-posts.repository.ts';
import { endorsementAnswer, postAnswer, type ForumReader } from './post-answer.ts';
import { spreadNews } from './spread-news.ts';

const PAGE = 20;
const ENDORSEMENTS = 50;

/** Questions, answers, endorsements and reports at an entry, under one's own name. */
export function forumRoutes(router: IRouter, deps: ForumDeps): void {
  bindRoute(router, readForum, ({ params, query, person }) =>
    atEntry(deps, person, params.id, async (reader, record) => {
      const after = placeAt('forum', query.cursor);
      const limit = query.limit ?? PAGE;
      const found = await listQuestions(reader, record.id, limit + 1, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const answers = await listAnswers(
        reader,
        page.map(({ id }) => id),
      );
      const endorsements = await listEndorsements(reader, record.id, ENDORSEMENTS);
      const open = isOpen(record);
      const speaks = may(person, 'innovations:discuss');
      const eyes: ForumReader = {
        userId: person.userId,
        speaks,
        moderates: moderatesHere(person, record.home_code, await isHere(reader, record.home_code)),
      };
      return {
        open,
        items: page.map((question) => ({
          ...postAnswer(question, eyes),
          answers: answers
            .filter((answer) => answer.answers === question.id)
            .map((answer) => postAnswer(answer, eyes)),
        })),
        nextCursor: found.length > limit && last ? cursorAt('forum', { at: last.place, id: last.id }) : null,
        total: await countQuestions(reader, record.id),
        endorsements: endorsements.map((each) => endorsementAnswer(each, person.userId)),
        endorsementsTotal: endorsements[0]?.total ?? 0,
        followed: record.followed,
        may: [
          ...(speaks && open ? (['speak'] as const) : []),
          ...(speaks && open && maySupport(person, record) ? (['endorse'] as const) : []),
          ...(speaks ? (['follow'] as const) : []),
        ],
      };
    }),
  );

  bindRoute(router, writePost, async (call) => {
    const { params, body, person } = call;
    const desk = forumDeskOf(deps, call);
    const record = await requireOpen(deps, person, params.id);
    const id = await insertPost(desk, spokenEntry(record), {
      body: body.body,
      answers: body.answers ?? null,
    });
    await spreadNews(deps, record.id);
    return { id };
  });

  bindRoute(router, endorseInnovation, async (call) => {
    const { params, body, person } = call;
    const desk = forumDeskOf(deps, call);
    const record = await requireOpen(deps, person, params.id);
    if (!maySupport(person, record)) throw new ProblemException(403, 'forum-own-innovation');
    await endorse(desk, spokenEntry(record), body.reason);
    return undefined;
  });

  bindRoute(router, withdrawEndorsement, async (call) => {
    const { params, person } = call;
    const desk = forumDeskOf(deps, call);
    // Whoever no longer sees the entry may still take the own word back.
    const record = await readCatalogue(deps, person, (reader) => findEntryRecord(reader, params.id));
    await withdraw(desk, { id: params.id, name: record?.name ?? '' });
    return undefined;
  });

  bindRoute(router, reportPost, async (call) => {
    const { params, body, person } = call;
    const desk = forumDeskOf(deps, call);
    const { post, name } = await readCatalogue(deps, person, async (reader) => {
      const found = await findPost(reader, params.id);
      // A post is seen with its entry, or not at all.
      const record = found === null ? null : await findEntryRecord(reader, found.entry_id);
      if (found === null || record === null) throw new ProblemException(404, 'forum-post-not-found');
      return { post: found, name: record.name ?? record.slug };
    });
    if (post.user_id === person.userId || post.hidden_at !== null)
      throw new ProblemException(409, 'forum-not-reportable');
    await report(desk, { id: post.id, entryId: post.entry_id, innovation: name }, body.reason);
    await spreadNews(deps, post.entry_id);
    return undefined;
  });
}

/** True for who may decide about the posts at entries of a home. */
export function moderatesHere(person: Person, homeCode: string, homeIsHere: boolean): boolean {
  return (
    may(person, 'innovations:moderate') &&
    moderates(
      { role: person.role, kabupatenCode: person.kabupaten?.code ?? null },
      { code: homeCode, isHere: homeIsHere },
    )
  );
}

function maySupport(person: Person, record: WholeEntryRecord): boolean {
  const kabupatenCode = isTenantScope(person.scope)
    ? person.scope.kabupatenCode
    : (person.kabupaten?.code ?? null);
  return mayEndorse(
    { kabupatenCode, unitCode: person.unitCode },
    { homeCode: record.home_code, unitCode: record.unit_code },
  );
}

function spokenEntry(record: WholeEntryRecord): SpokenEntry {
  return {
    id: record.id,
    name: record.name ?? record.slug,
    homeCode: record.home_code,
    version: record.version,
    stopped: record.stopped_on !== null,
  };
}

import type { IRouter } from 'express';
import { listNotices, readNotices, type Notice } from '#contract/notices';
import { LOCALES, type Language } from '#domain/language';
import { noticeSentence } from '#domain/notices/notice-kinds';
import type { Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../platform/http/list-cursor.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { countNotices, listNoticeRecords, type NoticeReader, type NoticeRecord } from './notices.queries.ts';
import { markNoticesRead } from './notices.repository.ts';

export interface NoticeDeps {
  readonly database: Database;
  readonly clock: ClockSource;
}

const PAGE = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Own notices: what waits for the post in use and for the person, and what has happened. */
export function noticeRoutes(router: IRouter, deps: NoticeDeps): void {
  bindRoute(router, listNotices, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const after = placeAt('notices', query.cursor);
    const reader = readerOf(person);
    return readInScope(deps.database, scope, async (transaction) => {
      const limit = query.limit ?? PAGE;
      const asked = { show: query.show ?? 'all', today, limit: limit + 1 };
      const found = await listNoticeRecords(transaction, reader, asked, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((record) => answerOf(record, language)),
        nextCursor:
          found.length > limit && last ? cursorAt('notices', { at: last.place, id: last.id }) : null,
        ...(await countNotices(transaction, reader, asked.show)),
      };
    });
  });

  bindRoute(router, readNotices, async ({ body, person }) => {
    const scope = tenantScopeOf(person);
    // Who reads for the holder would take the news away from them.
    if (person.post?.capacity === 'ajudan') throw new ProblemException(403, 'forbidden');
    const reader = readerOf(person);
    const { now } = deps.clock(scope.timeZone);
    const { kabupatenCode } = scope;
    await markNoticesRead(
      deps.database,
      { ...reader, kabupatenCode, username: person.username, now },
      body.ids,
    );
    return readInScope(deps.database, scope, async (transaction) => ({
      unread: (await countNotices(transaction, reader)).unread,
    }));
  });
}

/** What is sent to a person is for that person alone, in whatever post; an ajudan sees the holder's post, never the holder. */
function readerOf({ post, userId }: Person): NoticeReader {
  return { post: post?.id ?? null, user: userId };
}

function answerOf(record: NoticeRecord, language: Language): Notice {
  return {
    id: record.id,
    kind: record.kind,
    sentence: noticeSentence(record.kind, record.params, language, (value) => written(value, language)),
    link: record.link,
    waiting: record.waiting,
    done: record.done,
    dueOn: record.due_on,
    workingDaysLeft: record.working_days_left,
    at: record.created_at.toISOString(),
    read: record.read,
  };
}

/** `20 Nov 2026` for a day, `1.250` for a number; words as they are. */
function written(value: string | number, language: Language): string {
  if (typeof value === 'number') return value.toLocaleString(LOCALES[language]);
  if (!DAY.test(value)) return value;
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(`${value}T00:00:00Z`));
}

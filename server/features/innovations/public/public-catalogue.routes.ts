import type { IRouter } from 'express';
import {
  listPublicInnovations,
  readInnovationFeed,
  readPublicInnovation,
} from '#contract/innovations/public-catalogue';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { etagOf, isKnown } from '../../../platform/http/answer-cache.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readPublicCatalogue } from '../catalogue/catalogue-reader.ts';
import { wholeEntry } from '../catalogue/entry-card.ts';
import { findEntryRecord, findParent, listEntryRecords } from '../catalogue/entry-records.queries.ts';
import { findEntries } from '../catalogue/found-entries.queries.ts';
import { listCatalogue } from '../catalogue/list-catalogue.ts';
import { atomFeed } from './atom-feed.ts';
import { innovationFeed } from './innovation-feed.ts';

export interface PublicCatalogueDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  /** Origin at which people open PANDU; null when it is not set, and links go without it. */
  readonly publicUrl: string | null;
}

/** Entries of a feed: readers ask often, and keep what they have seen. */
const FEED_LENGTH = 50;

/** What is open to everyone: the list, an entry, and the feed of the newest; nobody signs in for them. */
export function publicCatalogueRoutes(router: IRouter, deps: PublicCatalogueDeps): void {
  bindRoute(router, readInnovationFeed, async ({ request, response }) => {
    const records = await readPublicCatalogue(deps, async (reader) => {
      const { places } = await findEntries(reader, {
        terms: [],
        chosen: {},
        show: 'all',
        sort: 'newest',
        limit: FEED_LENGTH,
        after: null,
      });
      return listEntryRecords(
        reader,
        places.map(({ id }) => id),
      );
    });
    const { now } = deps.clock('UTC');
    const document = atomFeed(innovationFeed(records, { publicUrl: deps.publicUrl, now }));
    const etag = etagOf([records.length === 0 ? '' : document]);
    response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
    if (isKnown(request.get('If-None-Match'), etag)) response.status(304).end();
    else response.type('application/atom+xml').send(document);
    return undefined;
  });

  bindRoute(router, listPublicInnovations, ({ query, language }) =>
    readPublicCatalogue(deps, (reader) => listCatalogue(reader, query, language)),
  );

  bindRoute(router, readPublicInnovation, ({ params, language }) =>
    readPublicCatalogue(deps, async (reader) => {
      const record = await findEntryRecord(reader, params.slug);
      if (record === null) throw new ProblemException(404, 'innovation-not-found');
      return { ...wholeEntry(record, await findParent(reader, record), language), actions: [] };
    }),
  );
}

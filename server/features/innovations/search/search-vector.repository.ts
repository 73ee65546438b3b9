import type { Knex } from 'knex';
import type { SearchTexts } from '#domain/innovations/entry-index';
import { indexedText } from '#domain/innovations/search/words';

/** PostgreSQL's own Indonesian stemmer (snowball), without what a server's administrator may have changed. */
export const STEMMING = 'pg_catalog.indonesian';

/**
 * The value of the column `search` for an entry's texts by weight (`entryIndex(content).texts`), to be put into an
 * insert or update: stemmed Indonesian, with everyday words under their token and without stop words.
 *
 * @param knex the connection or transaction that the statement runs in
 */
export function searchVector(knex: Knex, texts: SearchTexts): Knex.Raw {
  return knex.raw(
    `setweight(to_tsvector(?::regconfig, ?), 'A') || setweight(to_tsvector(?::regconfig, ?), 'B')
       || setweight(to_tsvector(?::regconfig, ?), 'C') || setweight(to_tsvector(?::regconfig, ?), 'D')`,
    [indexedText(texts.a, true), indexedText(texts.b), indexedText(texts.c), indexedText(texts.d)].flatMap(
      (words) => [STEMMING, words],
    ),
  );
}

import type { Topic } from '#domain/innovations/entry-facets';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import { stemQuestion } from '../search/asked-terms.queries.ts';
import type { CatalogueReader } from './catalogue-reader.ts';
import { readerShape, visibleSql } from './visible-entries.queries.ts';

/** What related entries are looked for by. */
export interface RelatedTo {
  readonly id: string;
  readonly name: string | null;
  readonly summary: string | null;
  readonly topics: readonly Topic[];
  readonly services: readonly string[];
}

/** Entries with the most problems and services in common, of which the nearest by their words are chosen. */
const CANDIDATES = 40;

/**
 * Ids of entries for like problems and services, the nearest first: a problem or service in common says the more the
 * fewer entries have it; among those the words of the name and the summary decide. Archived ones are left out.
 */
export async function listRelatedIds(
  reader: CatalogueReader,
  entry: RelatedTo,
  most: number,
): Promise<string[]> {
  const terms = await stemQuestion(
    reader,
    `${entry.services.join(' ')} ${entry.name ?? ''} ${entry.summary ?? ''}`,
  );
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const self = values.add(entry.id, 'uuid');
  const topics = values.add(entry.topics, 'text[]');
  const services = values.add(entry.services, 'text[]');
  const words = values.add(terms.map(({ query }) => `(${query})`).join(' | '), 'tsquery');
  const rows = await reader.transaction.rows<{ id: string }>(
    `innovations-related ${readerShape(reader)}`,
    `with alike as materialized (
       select id, topics, services, published_at from ${visible} as v
        where not archived and id <> ${self} and (topics && ${topics} or services && ${services})),
     shared as (
       select 'topic' as kind, key, 1 / ln(2 + count(*)) as weight
         from alike, unnest(topics) as key where key = any(${topics}) group by key
       union all
       select 'service', key, 2 / ln(2 + count(*))
         from alike, unnest(services) as key where key = any(${services}) group by key),
     nearest as (
       select id, published_at,
              (select sum(weight) from shared
                where key = any(case kind when 'topic' then alike.topics else alike.services end)) as common
         from alike order by common desc, published_at desc, id desc limit ${CANDIDATES})
     select v.id from nearest join ${visible} as v on v.id = nearest.id
      order by common + ts_rank(v.search, ${words}) desc, v.published_at desc, v.id desc
      limit ${values.add(most, 'integer')}`,
    values.list,
  );
  return rows.map(({ id }) => id);
}

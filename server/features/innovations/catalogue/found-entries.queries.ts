import { FACETS, type Facet } from '#contract/innovations/catalogue';
import type { Proof } from '#domain/innovations/entry-facets';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { SearchTerm } from '../search/asked-terms.queries.ts';
import type { CatalogueReader } from './catalogue-reader.ts';
import type { CataloguePlace, CatalogueSort } from './catalogue-cursor.ts';
import { readerShape, visibleSql } from './visible-entries.queries.ts';

/** What is looked for in the catalogue. */
export interface CatalogueSearch {
  /** Terms of the question; empty browses. */
  readonly terms: readonly SearchTerm[];
  readonly chosen: Readonly<Partial<Record<Facet, string>>>;
  readonly show: 'all' | 'own' | 'followed' | 'archived';
  readonly sort: CatalogueSort;
  readonly limit: number;
  readonly after: CataloguePlace | null;
}

export interface FacetValue {
  readonly key: string;
  readonly count: number;
}

/** Where the found entries stand, and what they have in common. */
export interface FoundEntries {
  readonly places: readonly CataloguePlace[];
  readonly total: number;
  /** Entries that the reader can see at all, archived ones aside. */
  readonly known: number;
  readonly facets: Record<Facet, FacetValue[]>;
  /** In how many entries each term stands, in the order of the terms. */
  readonly entriesOfTerm: readonly number[];
}

/** What a facet is read from; of some an entry has several values. */
const FACET_SQL: Readonly<Record<Facet, { readonly sql: string; readonly many: boolean }>> = {
  topic: { sql: 'v.topics', many: true },
  service: { sql: 'v.services', many: true },
  form: { sql: 'v.form', many: false },
  digital: { sql: "case when v.digital then 'ya' when not v.digital then 'tidak' end", many: false },
  stage: { sql: 'v.stage', many: false },
  cost: { sql: 'v.cost_band', many: false },
  people: { sql: 'v.people_band', many: false },
  connectivity: { sql: 'v.connectivity', many: false },
  region: { sql: 'v.region_types', many: true },
  proof: { sql: 'v.proof', many: false },
  alive: { sql: 'v.alive', many: false },
};
const ONE = FACETS.filter((facet) => !FACET_SQL[facet].many);
const MANY = FACETS.filter((facet) => FACET_SQL[facet].many);

const PROOF_RANK: Readonly<Record<Proof, number>> = {
  terukur: 2,
  'dilaporkan-sendiri': 1,
  'belum-ada-data': 0,
};

const SHOWN: Readonly<
  Record<CatalogueSearch['show'], (values: SqlValues, reader: CatalogueReader) => string>
> = {
  all: () => 'not v.archived',
  own: () => 'v.own and not v.archived',
  archived: () => 'v.archived',
  followed: (values, { userId }) => `not v.archived and exists (
      select from catalogue_follows f
       where f.user_id = ${values.add(userId, 'uuid')}
         and ((f.kind = 'entry' and f.key = v.id::text) or (f.kind = 'topic' and f.key = any(v.topics))))`,
};

/** Of the terms that an entry could have, by weight, it needs half as many as the entry that has most. */
const ENOUGH = 0.5;

interface FoundRow extends Record<string, unknown> {
  readonly kind: 'place' | 'facet' | 'known' | 'term';
  /** Of a count what it is for: see `countsSql`; less than 0 for a chosen facet. Else a place in an order. */
  readonly mask: number | null;
  readonly key: string | null;
  readonly keys: string[] | null;
  readonly count: number | null;
  readonly id: string | null;
  readonly rank: number | null;
  readonly at: string | null;
}

/**
 * Looks for entries: one page of places, the number of all found, and for every facet how many have which value. A
 * chosen facet is counted as if nothing were chosen in it, so that its other values can be judged.
 *
 * Rare words say more than common ones: every term weighs by the logarithm of how few entries have it (inverse document
 * frequency, as in BM25), times where it stands in the entry (`ts_rank`).
 */
export async function findEntries(reader: CatalogueReader, search: CatalogueSearch): Promise<FoundEntries> {
  const { terms, chosen, show, sort, after } = search;
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const picked = FACETS.filter((facet) => chosen[facet] !== undefined);
  // Only what is asked most is kept prepared: there are too many ways of choosing facets to keep a plan for each.
  const isUsual = picked.length === 0 && show === 'all' && sort === 'relevance' && after === null;
  const rows = await reader.transaction.rows<FoundRow>(
    isUsual ? `catalogue ${readerShape(reader)}${terms.length}` : '',
    `with met as materialized (${metSql(visible, reader, search, picked, values)}),
      known as (${
        // Browsing meets everything that is known.
        terms.length === 0 && show === 'all'
          ? 'select count(*)::float8 as entries from met'
          : `select count(*)::float8 as entries from ${visible} as v where not v.archived`
      }),
      ${foundSql(terms)},
      ranked as (select id, published_at, ${rankSql(sort, terms)} as rank from found where ${allOf(picked)}),
      page as (
        select * from ranked${after === null ? '' : ` where ${beyondSql(after, values)}`}
         order by rank desc, published_at desc, id desc limit ${values.add(search.limit, 'integer')})
     select 'place' as kind, row_number() over (order by rank desc, published_at desc, id desc)::int as mask, null as key, null::text[] as keys, null::int as count,
            id, rank, published_at::text as at from page
     union all ${countsSql(picked)}
     union all select 'known', null, null, null, entries::int, null, null, null from known
     ${terms.map((_, i) => `union all select 'term', ${i}, null, null, d${i}::int, null, null, null from frequency`).join('\n')}`,
    values.list,
  );
  return readFound(rows, picked, terms.length);
}

/** Entries that have a term, with their facets, whether each chosen facet fits, and the rank of each term. */
function metSql(
  visible: string,
  reader: CatalogueReader,
  { terms, chosen, show }: CatalogueSearch,
  picked: readonly Facet[],
  values: SqlValues,
): string {
  const queries = terms.map(({ query }) => values.add(query, 'tsquery'));
  const fits = picked.map((facet) => {
    const { sql, many } = FACET_SQL[facet];
    const value = values.add(chosen[facet], 'text');
    return `coalesce(${many ? `${value} = any(${sql})` : `${sql} = ${value}`}, false) as fits_${facet}`;
  });
  const columns = [
    'v.id',
    'v.published_at',
    'v.replications',
    ...FACETS.map((facet) => `${FACET_SQL[facet].sql} as of_${facet}`),
    ...fits,
    ...queries.map((query, i) => {
      const literal = values.add(terms[i]?.literal ?? null, 'tsquery');
      return `ts_rank(v.search, ${query}) + coalesce(ts_rank(v.search, ${literal}), 0) as r${i}`;
    }),
  ];
  const meets = queries.length === 0 ? '' : `v.search @@ (${queries.join(' || ')}) and `;
  return `select ${columns.join(', ')} from ${visible} as v where ${meets}${SHOWN[show](values, reader)}`;
}

/** `found`: those of the met that have enough of the terms, with their score. */
function foundSql(terms: readonly SearchTerm[]): string {
  if (terms.length === 0) return 'found as not materialized (select *, 0::float8 as score from met)';
  const each = (write: (i: number) => string, between: string): string =>
    terms.map((_, i) => write(i)).join(between);
  return `frequency as (select ${each((i) => `count(*) filter (where r${i} > 0) as d${i}`, ', ')} from met),
    telling as (
      select ${each((i) => `ln(1 + greatest(entries - d${i} + 0.5, 0.5) / (d${i} + 0.5)) as t${i}`, ', ')}
        from frequency, known),
    weighed as (
      select met.*, ${each((i) => `case when r${i} > 0 then t${i} else 0 end`, ' + ')} as covered,
             ${each((i) => `r${i} * t${i}`, ' + ')} as weight
        from met, telling),
    found as materialized (
      select *, covered * weight as score from weighed
       where covered >= ${ENOUGH} * (select max(covered) from weighed))`;
}

/** What the order goes by first; newer ones come first among equals. Browsing, the proven ones are the relevant ones. */
function rankSql(sort: CatalogueSort, terms: readonly SearchTerm[]): string {
  if (sort === 'newest') return '0::float8';
  if (sort === 'replications') return 'replications::float8';
  if (sort === 'relevance' && terms.length > 0) return 'score';
  const cases = Object.entries(PROOF_RANK).map(([proof, rank]) => `when '${proof}' then ${rank}`);
  return `(case of_proof ${cases.join(' ')} end)::float8`;
}

function beyondSql({ rank, at, id }: CataloguePlace, values: SqlValues): string {
  return `(rank, published_at, id) < (${values.add(rank, 'float8')}, ${values.add(at, 'timestamptz')}, ${values.add(id, 'uuid')})`;
}

/** True where all of these facets fit. */
function allOf(facets: readonly Facet[]): string {
  return facets.length === 0 ? 'true' : facets.map((facet) => `fits_${facet}`).join(' and ');
}

/**
 * How many have which value, in one pass: of facets with one value their combinations are counted, of each facet with
 * several its sets. There are few of either, and they are taken apart afterwards.
 */
function countsSql(picked: readonly Facet[]): string {
  const of = (facets: readonly Facet[]): string => facets.map((facet) => `of_${facet}`).join(', ');
  const counted = `select 'facet', grouping(${of(MANY)}), null, coalesce(${of(MANY)}, array[${of(ONE)}]),
      count(*)::int, null::uuid, null::float8, null::text
    from found where ${allOf(picked)}
    group by grouping sets ((${of(ONE)}), ${MANY.map((facet) => `(of_${facet})`).join(', ')})`;
  const alone = picked.map((facet) => {
    const [key, keys] = FACET_SQL[facet].many ? ['null', `of_${facet}`] : [`of_${facet}`, 'null::text[]'];
    return `select 'facet', ${-1 - FACETS.indexOf(facet)}, ${key}, ${keys}, count(*)::int, null, null, null
      from found where ${allOf(picked.filter((other) => other !== facet))} group by of_${facet}`;
  });
  return [counted, ...alone].join('\nunion all ');
}

/** What `grouping` says of the combinations: none of the facets with several values is in them. */
const COMBINED = 2 ** MANY.length - 1;

function readFound(rows: readonly FoundRow[], picked: readonly Facet[], terms: number): FoundEntries {
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  const entriesOfTerm = new Array<number>(terms).fill(0);
  const places: CataloguePlace[] = [];
  let [total, known] = [0, 0];
  // A chosen facet has a count of its own; within the choice it knows only what was chosen.
  const addWithin = (facet: Facet | undefined, keys: readonly (string | null)[], count: number): void => {
    if (facet !== undefined && !picked.includes(facet)) addTo(counts.get(facet), keys, count);
  };
  for (const { kind, mask: place, key, keys, count: found, id, rank, at } of rows) {
    const [mask, count] = [place ?? 0, found ?? 0];
    if (kind === 'place') places[mask - 1] = { rank: rank ?? 0, at: at ?? '', id: id ?? '' };
    else if (kind === 'known') known = count;
    else if (kind === 'term') entriesOfTerm[mask] = count;
    else if (mask < 0) addTo(counts.get(FACETS[-1 - mask] ?? 'form'), keys ?? [key], count);
    else if (mask === COMBINED) {
      total += count;
      for (const [i, facet] of ONE.entries()) addWithin(facet, [keys?.[i] ?? null], count);
    } else {
      const facet = MANY.find((_, i) => mask === COMBINED - 2 ** (MANY.length - 1 - i));
      addWithin(facet, keys ?? [], count);
    }
  }
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, sorted(counts.get(facet) ?? new Map<string, number>())]),
  ) as Record<Facet, FacetValue[]>;
  return { places, total, known, facets, entriesOfTerm };
}

function addTo(
  counts: Map<string, number> | undefined,
  keys: readonly (string | null)[],
  count: number,
): void {
  for (const key of keys) if (key !== null) counts?.set(key, (counts.get(key) ?? 0) + count);
}

function sorted(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count || compare(one.key, other.key));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

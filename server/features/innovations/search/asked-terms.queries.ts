import { nearestWords, type KnownWord } from '#domain/innovations/search/nearest-words';
import { COMMON_WORDS } from '#domain/innovations/search/stop-words';
import { askedWords, tellingWords, type SearchWord } from '#domain/innovations/search/words';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import { readerShape, visibleSql } from '../catalogue/visible-entries.queries.ts';
import { readKnownWords } from './known-words.queries.ts';
import { STEMMING } from './search-vector.repository.ts';

/** A word of the question, ready to be looked for. */
export interface SearchTerm {
  readonly word: SearchWord;
  /** The tsquery that an entry must meet to have it. */
  readonly query: string;
  /** The tsquery of the very words, where they differ: who writes "hari libur" and not "Sabtu" is nearer to it. */
  readonly literal: string | null;
}

/** What stands for a question. */
export interface AskedTerms {
  readonly terms: readonly SearchTerm[];
  /** The question as it was understood, where a word was not known; null where it was taken as it is. */
  readonly corrected: string | null;
}

/** Beyond these a question grows slow and not clearer. */
const MOST_TERMS = 8;
/** Words that are tried for one that is not known. */
const MOST_CANDIDATES = 6;

/** The words of a question by their stems. Empty where it has no word. */
export async function stemQuestion(reader: CatalogueReader, question: string): Promise<SearchTerm[]> {
  return stemTerms(reader, askedWords(question).slice(0, MOST_TERMS));
}

/**
 * The terms of a question of which some were found nowhere: each of those is taken for the beginning of a word, else for
 * the nearest word that the reader can find; what is neither is left out.
 *
 * @param unknown the terms that no entry of the reader has
 */
export async function correctTerms(
  reader: CatalogueReader,
  terms: readonly SearchTerm[],
  unknown: readonly SearchTerm[],
): Promise<AskedTerms> {
  const known = await readKnownWords(reader);
  const found = new Map<SearchTerm, Correction | null>();
  for (const term of unknown) found.set(term, await correctTerm(reader, term, known));
  const kept = terms.flatMap((term) => {
    const correction = found.get(term);
    return correction === undefined ? [term] : correction === null ? [] : [correction.term];
  });
  const wasCorrected = [...found.values()].some((correction) => correction?.meant === true);
  // A word that was meant may be one that nearly every entry has.
  const special = kept.filter(({ word }) => !COMMON_WORDS.has(word.token));
  return {
    terms: special.length > 0 ? special : kept,
    corrected: wasCorrected
      ? terms.map((term) => found.get(term)?.written ?? term.word.written).join(' ')
      : null,
  };
}

interface Correction {
  readonly term: SearchTerm;
  readonly written: string;
  /** Another word was meant; false for a beginning. */
  readonly meant: boolean;
}

async function correctTerm(
  reader: CatalogueReader,
  term: SearchTerm,
  known: readonly KnownWord[],
): Promise<Correction | null> {
  const { word } = term;
  const beginning =
    word.token.length < 3
      ? []
      : [{ term: { word, query: `'${word.token}':*`, literal: null }, meant: false }];
  // Several words that mean one thing, of which no entry speaks: perhaps one speaks of them singly.
  const singly =
    term.literal === null ? [] : [{ term: { ...term, query: anyOf(term.literal) }, meant: false }];
  const nearest = nearestWords(word.token, known, MOST_CANDIDATES).flatMap((each) => askedWords(each));
  const candidates = [
    ...beginning,
    ...singly,
    ...(await stemTerms(reader, nearest)).map((meant) => ({ term: meant, meant: true })),
  ];
  if (candidates.length === 0) return null;
  const isThere = await findWhichAreThere(
    reader,
    candidates.map((candidate) => candidate.term.query),
  );
  const chosen = candidates.find((_, i) => isThere[i] === true);
  return chosen === undefined ? null : { ...chosen, written: chosen.term.word.written };
}

const anyOf = (query: string): string => query.replaceAll(' & ', ' | ');

/** Words as terms, by the stems that texts are kept with; without those that have none. */
async function stemTerms(
  { transaction }: CatalogueReader,
  words: readonly SearchWord[],
): Promise<SearchTerm[]> {
  if (words.length === 0) return [];
  const rows = await transaction.rows<{ query: string | null }>(
    'search-stems',
    `select (select string_agg(quote_literal(lexeme), ' & ')
               from unnest(tsvector_to_array(to_tsvector($1::regconfig, words))) as lexeme) as query
       from unnest($2::text[]) with ordinality as asked (words, place)
      order by place`,
    [STEMMING, words.flatMap(({ token, written }) => [token, tellingWords(written)])],
  );
  return words.flatMap((word, i) => {
    const [query = null, literal = null] = [rows[2 * i]?.query, rows[2 * i + 1]?.query];
    return query === null ? [] : [{ word, query, literal: literal === query ? null : literal }];
  });
}

/** Which of the tsqueries find an entry that the reader may see. */
async function findWhichAreThere(reader: CatalogueReader, queries: readonly string[]): Promise<boolean[]> {
  const values = new SqlValues();
  const visible = visibleSql(reader, values);
  const each = queries.map((query) => values.add(query, 'tsquery'));
  const rows = await reader.transaction.rows<{ there: (boolean | null)[] }>(
    `search-words-there ${readerShape(reader)}${queries.length}`,
    `select array[${each.map((query) => `bool_or(search @@ ${query})`).join(', ')}] as there
       from ${visible} as v where search @@ (${each.join(' || ')})`,
    values.list,
  );
  return (rows[0]?.there ?? []).map((there) => there === true);
}

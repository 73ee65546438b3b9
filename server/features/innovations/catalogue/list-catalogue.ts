import { FACETS, type EntryCard, type Facet } from '#contract/innovations/catalogue';
import type { Language } from '#contract/messages';
import { correctTerms, stemQuestion, type AskedTerms } from '../search/asked-terms.queries.ts';
import type { CatalogueReader } from './catalogue-reader.ts';
import {
  catalogueCursor,
  cataloguePlace,
  type CataloguePlace,
  type CatalogueSort,
} from './catalogue-cursor.ts';
import { entryCard } from './entry-card.ts';
import { listEntryRecords } from './entry-records.queries.ts';
import { findEntries, type CatalogueSearch, type FoundEntries } from './found-entries.queries.ts';

/** What a person asks of the catalogue. */
export type CatalogueQuestion = Readonly<Partial<Record<Facet, string | undefined>>> & {
  readonly q?: string | undefined;
  readonly show?: CatalogueSearch['show'] | undefined;
  readonly sort?: CatalogueSort | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

/** A page of the catalogue with what all that was found has in common. */
export interface CatalogueAnswer {
  readonly items: EntryCard[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly known: number;
  readonly facets: FoundEntries['facets'];
  readonly corrected: string | null;
}

const PAGE = 20;

/**
 * A page of the catalogue as the reader may see it.
 * @throws ProblemException 400 when the cursor is none of ours, or of another order
 */
export async function listCatalogue(
  reader: CatalogueReader,
  question: CatalogueQuestion,
  language: Language,
): Promise<CatalogueAnswer> {
  const sort = question.sort ?? 'relevance';
  const limit = question.limit ?? PAGE;
  const { found, corrected } = await findAsked(reader, question, {
    sort,
    limit: limit + 1,
    after: cataloguePlace(sort, question.cursor),
  });
  const page = found.places.slice(0, limit);
  const records = await listEntryRecords(
    reader,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    items: records.map((record) => entryCard(record, language)),
    nextCursor: found.places.length > limit && last !== undefined ? catalogueCursor(sort, last) : null,
    total: found.total,
    known: found.known,
    facets: found.facets,
    corrected,
  };
}

/** Looks for what was asked; where a word is found nowhere, for what was most likely meant. */
async function findAsked(
  reader: CatalogueReader,
  question: CatalogueQuestion,
  page: { readonly sort: CatalogueSort; readonly limit: number; readonly after: CataloguePlace | null },
): Promise<{ readonly found: FoundEntries; readonly corrected: string | null }> {
  const terms = question.q === undefined ? [] : await stemQuestion(reader, question.q);
  const search: CatalogueSearch = {
    ...page,
    terms,
    chosen: chosenIn(question),
    show: question.show ?? 'all',
  };
  const found = await findEntries(reader, search);
  const unknown = terms.filter((_, i) => found.entriesOfTerm[i] === 0);
  if (unknown.length === 0) return { found, corrected: null };
  const meant: AskedTerms = await correctTerms(reader, terms, unknown);
  // Nothing of the question is known: nothing was found, which is not the same as nothing asked.
  if (meant.terms.length === 0) return { found, corrected: null };
  return { found: await findEntries(reader, { ...search, terms: meant.terms }), corrected: meant.corrected };
}

function chosenIn(question: CatalogueQuestion): Partial<Record<Facet, string>> {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const value = question[facet];
      return value === undefined || value === '' ? [] : [[facet, value]];
    }),
  );
}

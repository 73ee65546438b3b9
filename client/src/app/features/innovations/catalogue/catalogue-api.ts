import {
  type Entry,
  type EntryCard,
  listInnovations,
  listRelatedInnovations,
  readInnovation,
} from '#contract/innovations/catalogue';
import { type Live, type LoadPlace, liveResource } from '../../../core/live-resource.ts';
import { type PagedList, pagedList } from '../../../core/paged-list.ts';
import type { CatalogueQuestion } from './catalogue-address.ts';

export type { Entry, EntryCard };
export type CatalogueAnswer = ReturnType<typeof listInnovations.answer.parse>;
export type FacetCounts = CatalogueAnswer['facets'];

/** What the catalogue answers to a question, page by page. */
export function liveCatalogue(question: () => CatalogueQuestion): PagedList<EntryCard, CatalogueAnswer> {
  return pagedList(() => ({ path: '/innovations', query: { ...question() } }), listInnovations.answer);
}

/** One entry by its id or slug, as far as one may read it; null asks nothing. */
export function liveEntry(key: () => string | null, place: LoadPlace = 'top'): Live<Entry> {
  return liveResource(
    () => {
      const asked = key();
      return asked === null ? null : { path: `/innovations/${encodeURIComponent(asked)}` };
    },
    readInnovation.answer,
    place,
  );
}

/** Other entries for the same problems and services. */
export function liveRelated(key: () => string): Live<{ readonly items: readonly EntryCard[] }> {
  return liveResource(
    () => ({ path: `/innovations/${encodeURIComponent(key())}/related` }),
    listRelatedInnovations.answer,
    'below',
  );
}

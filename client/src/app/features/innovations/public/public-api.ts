import { httpResource } from '@angular/common/http';
import { type Signal, computed, inject } from '@angular/core';
import { listPublicInnovations, readPublicInnovation } from '#contract/innovations/public-catalogue';
import { API } from '../../../core/api.ts';
import { Language } from '../../../core/language.ts';
import type { LiveRequest } from '../../../core/live-resource.ts';
import { type PagedList, pagesAfter } from '../../../core/paged-list.ts';
import { type ProblemText, problemOf } from '../../../core/problem.ts';
import type { CatalogueQuestion } from '../catalogue/catalogue-address.ts';
import type { CatalogueAnswer, Entry, EntryCard } from '../catalogue/catalogue-api.ts';

const LIST = '/public/innovations';

/** An answer that nobody signs in for. */
export interface PublicAnswer<T> {
  readonly value: Signal<T | undefined>;
  readonly problem: Signal<ProblemText | null>;
  reload(): void;
}

/** The list of what is open to everyone, page by page. */
export type PublicList = PagedList<EntryCard, CatalogueAnswer, PublicAnswer<CatalogueAnswer>>;

/** What the public catalogue answers to a question. Call it in an injection context. */
export function publicCatalogue(question: () => CatalogueQuestion): PublicList {
  const request = (): LiveRequest => ({ path: LIST, query: { ...question() } });
  const { answer } = listPublicInnovations;
  return pagesAfter<EntryCard, CatalogueAnswer, PublicAnswer<CatalogueAnswer>>(
    publicAnswer(request, answer),
    request,
    answer,
  );
}

/** One entry that is open to everyone. Call it in an injection context. */
export function publicEntry(slug: () => string): PublicAnswer<Entry> {
  return publicAnswer(() => ({ path: `${LIST}/${encodeURIComponent(slug())}` }), readPublicInnovation.answer);
}

function publicAnswer<T>(request: () => LiveRequest, schema: { parse(body: unknown): T }): PublicAnswer<T> {
  const language = inject(Language);
  const resource = httpResource<T>(
    () => {
      language.active();
      const { path, query } = request();
      return { url: `${API}${path}`, params: { ...query } };
    },
    { parse: (body) => schema.parse(body) },
  );
  return {
    value: computed(() => (resource.hasValue() ? resource.value() : undefined)),
    problem: computed(() => {
      const error = resource.error();
      return error === undefined ? null : problemOf(error);
    }),
    reload: () => void resource.reload(),
  };
}

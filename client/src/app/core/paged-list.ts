import { HttpClient } from '@angular/common/http';
import { type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { API } from './api.ts';
import { type Live, type LiveRequest, liveResource } from './live-resource.ts';
import { type ProblemText, problemOf } from './problem.ts';

/** The shape of every list of the API. */
interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** An answer that a list begins with. */
interface FirstPage<A> {
  readonly value: Signal<A | undefined>;
}

/** A list of the API of which more is fetched on demand. */
export interface PagedList<T, A extends Page<T>, F extends FirstPage<A> = Live<A>> {
  /** The first page, with whatever the answer tells beside its items. */
  readonly first: F;
  /** What has been fetched so far, in the order of the API; undefined while the first page is on its way. */
  readonly items: Signal<readonly T[] | undefined>;
  /** True when the API has more than is shown. */
  readonly hasMore: Signal<boolean>;
  readonly fetching: Signal<boolean>;
  /** Why the last `more` failed. */
  readonly moreProblem: Signal<ProblemText | null>;
  /** Fetches the next page and puts it below the others. */
  more(): Promise<void>;
}

/**
 * Reads a list page by page for as long as the component lives; the pages after the first are dropped when the request
 * changes or the first page ends elsewhere than before. Call it in an injection context.
 */
export function pagedList<T, A extends Page<T>>(
  request: () => LiveRequest,
  schema: { parse(body: unknown): A },
): PagedList<T, A> {
  return pagesAfter<T, A, Live<A>>(liveResource(request, schema), request, schema);
}

/** As `pagedList`, for a first page that is read in another way: without a session. */
export function pagesAfter<T, A extends Page<T>, F extends FirstPage<A>>(
  first: F,
  request: () => LiveRequest,
  schema: { parse(body: unknown): A },
): PagedList<T, A, F> {
  const http = inject(HttpClient);
  const later = signal<readonly A[]>([]);
  const fetching = signal(false);
  const moreProblem = signal<ProblemText | null>(null);
  const begin = computed(() => JSON.stringify([request(), first.value()?.nextCursor]));
  effect(() => {
    begin();
    untracked(() => {
      later.set([]);
      moreProblem.set(null);
    });
  });
  const cursor = computed(() => (later().at(-1) ?? first.value())?.nextCursor ?? null);

  async function more(): Promise<void> {
    const next = cursor();
    if (next === null || fetching()) return;
    const asked = begin();
    const { path, query } = request();
    fetching.set(true);
    moreProblem.set(null);
    try {
      const page = schema.parse(
        await firstValueFrom(http.get(`${API}${path}`, { params: { ...query, cursor: next } })),
      );
      // Another request has begun meanwhile: its list must not get the rows of this one.
      if (begin() === asked) later.update((pages) => [...pages, page]);
    } catch (error) {
      if (begin() === asked) moreProblem.set(problemOf(error));
    } finally {
      fetching.set(false);
    }
  }

  return {
    first,
    items: computed(() => {
      const page = first.value();
      return page === undefined ? undefined : [page, ...later()].flatMap(({ items }) => items);
    }),
    hasMore: computed(() => cursor() !== null),
    fetching,
    moreProblem,
    more,
  };
}

import { httpResource } from '@angular/common/http';
import { type Signal, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { API } from './api.ts';
import { EventStream } from './event-stream.ts';
import { Freshness } from './freshness.ts';
import { Language } from './language.ts';
import { LoadOrder } from './load-order.ts';
import { type ProblemText, problemOf } from './problem.ts';
import { Session } from './session.ts';

export interface LiveRequest {
  /** Path below the API's root, e.g. `/measures/summary`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** An answer of the API that follows the selection and the data. */
export interface Live<T> {
  /**
   * The newest answer to the request as it is now. While it is asked anew (data changed, another language) the one
   * before stays; the answer to another selection never does: a number must not stand under the name of another unit.
   */
  readonly value: Signal<T | undefined>;
  /** True while there is nothing to show yet. */
  readonly loading: Signal<boolean>;
  /** True while an older answer is shown and a newer one is on its way. */
  readonly refreshing: Signal<boolean>;
  readonly problem: Signal<ProblemText | null>;
  /** What is asked now, for taking the same answer along as a file; null while nothing is. */
  readonly asked: Signal<LiveRequest | null>;
  reload(): void;
}

/** Whether an answer stands at the top of its screen, or further down, and is asked for when the top has its numbers. */
export type LoadPlace = 'top' | 'below';

/**
 * Reads the API for as long as the component lives: again when `request` changes, when the language or the post in use
 * changes, and when the server says that data have changed (unchanged answers cost a 304). `schema` checks every
 * answer against the contract. Call it in an injection context. `request` returns null while there is nothing to ask;
 * nothing is asked while nobody is signed in.
 */
export function liveResource<T>(
  request: () => LiveRequest | null,
  schema: { parse(body: unknown): T },
  place: LoadPlace = 'top',
): Live<T> {
  const events = inject(EventStream);
  const freshness = inject(Freshness);
  const language = inject(Language);
  const session = inject(Session);
  const order = inject(LoadOrder);

  const wanting = computed(() => (session.holder() === null ? null : request()));
  // Held back once for every question: what is under way is not broken off when the top asks again.
  const held = linkedSignal<LiveRequest | null, boolean>({
    source: wanting,
    computation: () => place === 'below' && untracked(order.held),
  });
  if (place === 'below')
    effect(() => {
      if (held() && !order.held()) held.set(false);
    });

  const resource = httpResource<T>(
    () => {
      const wanted = wanting();
      language.active();
      return wanted === null || held()
        ? undefined
        : { url: `${API}${wanted.path}`, params: { ...wanted.query } };
    },
    { parse: (body) => schema.parse(body) },
  );
  const answer = computed(() => (resource.hasValue() ? resource.value() : undefined));
  // An answer for one person in one post is never shown to the next.
  const asked = computed(() => JSON.stringify([session.holder(), request()]));
  const kept = linkedSignal<{ answer: T | undefined; failed: boolean; asked: string }, T | undefined>({
    source: () => ({ answer: answer(), failed: resource.status() === 'error', asked: asked() }),
    computation: ({ answer: newest, failed, asked: now }, previous) => {
      if (failed) return undefined;
      return newest ?? (previous?.source.asked === now ? previous.value : undefined);
    },
  });

  const underway = computed(() => resource.isLoading() || (held() && wanting() !== null));
  if (place === 'top') order.add(resource.isLoading);

  let seen = untracked(events.dataVersion);
  effect(() => {
    const version = events.dataVersion();
    if (version === seen) return;
    seen = version;
    untracked(() => resource.reload());
  });
  effect(() => freshness.note(answer()));

  return {
    value: kept,
    loading: computed(() => kept() === undefined && underway()),
    refreshing: computed(() => kept() !== undefined && underway()),
    problem: computed(() => {
      const error = resource.error();
      return error === undefined ? null : problemOf(error);
    }),
    asked: computed(request),
    reload: () => void resource.reload(),
  };
}

import { inject } from '@angular/core';
import { Session } from './session.ts';

/** What was typed into a form and not sent yet, one for each place that the form is about. */
export interface FormDraft<T> {
  /** What this person left there; null where nothing waits, or nothing that this version can read. */
  kept(place: string): T | null;
  keep(place: string, typed: T): void;
  /** It was sent, or is not wanted any more. */
  drop(place: string): void;
}

/**
 * Keeps what is typed in this tab until it was sent, so that a session that ends, an answer that is read anew or a reload
 * take nothing away. It is given back to the same person alone. `read` makes sure of the shape of what was kept. Call it
 * in an injection context.
 */
export function formDraft<T>(form: string, read: (kept: unknown) => T | null): FormDraft<T> {
  const session = inject(Session);
  const key = (place: string): string | null => {
    const holder = session.holder();
    return holder === null ? null : `pandu.draft.${form}.${holder}.${place}`;
  };
  const withStorage = <R>(place: string, use: (storage: Storage, at: string) => R): R | null => {
    const at = key(place);
    try {
      return at === null ? null : use(sessionStorage, at);
    } catch {
      // Without storage the form itself holds it.
      return null;
    }
  };
  return {
    kept: (place) =>
      withStorage(place, (storage, at) => {
        const kept = storage.getItem(at);
        return kept === null ? null : read(JSON.parse(kept));
      }),
    keep: (place, typed) =>
      void withStorage(place, (storage, at) => storage.setItem(at, JSON.stringify(typed))),
    drop: (place) => void withStorage(place, (storage, at) => storage.removeItem(at)),
  };
}

import { type Signal, inject, signal } from '@angular/core';
import { focusKeeper } from './focus-keeper.ts';
import { Language } from './language.ts';
import { problemOf, problemSentence } from './problem.ts';

/** Something that a person asked for and that may be refused. */
export interface Task {
  readonly busy: Signal<boolean>;
  /** Why it did not work, as a sentence to be shown; empty otherwise. */
  readonly trouble: Signal<string>;
  /**
   * Does the work and gives its result, or undefined when it failed; `trouble` then says why. While the one before is on
   * its way nothing is begun.
   */
  run<T>(work: () => Promise<T>): Promise<{ readonly result: T } | undefined>;
  /** Says what is missing before the work is even begun. */
  refuse(sentence: string): void;
  /** Forgets the last refusal. */
  clear(): void;
}

/** A task of a screen: says that it is under way, and in a sentence why it failed. Call it in an injection context. */
export function task(): Task {
  const { t } = inject(Language);
  const busy = signal(false);
  const trouble = signal('');
  const keepFocus = focusKeeper();
  return {
    busy,
    trouble,
    async run(work) {
      if (busy()) return undefined;
      const giveBack = keepFocus();
      busy.set(true);
      trouble.set('');
      try {
        return { result: await work() };
      } catch (error) {
        trouble.set(problemSentence(problemOf(error), t));
        return undefined;
      } finally {
        busy.set(false);
        giveBack();
      }
    },
    refuse: (sentence) => trouble.set(sentence),
    clear: () => trouble.set(''),
  };
}

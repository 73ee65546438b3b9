import { inject, signal } from '@angular/core';
import { Language } from '../../core/language.ts';
import { problemOf, problemSentence } from '../../core/problem.ts';

/** One thing a person tries: on its way or not, and the sentence when it was refused. Make it in an injection context. */
export class Attempt {
  private readonly t = inject(Language).t;
  private readonly running = signal(false);
  private readonly sentence = signal('');

  readonly busy = this.running.asReadonly();
  readonly trouble = this.sentence.asReadonly();

  /** Does `work` unless the one before is still on its way; true when it succeeded. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.running()) return false;
    this.running.set(true);
    this.sentence.set('');
    try {
      await work();
      return true;
    } catch (error) {
      this.sentence.set(problemSentence(problemOf(error), this.t));
      return false;
    } finally {
      this.running.set(false);
    }
  }

  /** Says what is wrong before anything is sent. */
  refuse(sentence: string): void {
    this.sentence.set(sentence);
  }
}

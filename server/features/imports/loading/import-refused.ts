import type { ProblemError } from '#contract/problem';

/** A file that cannot be loaded at all, with a sentence for the person who sent it. */
export class ImportRefused extends Error {
  readonly errors: readonly ProblemError[];

  constructor(message: string, errors: readonly ProblemError[] = []) {
    super(message);
    this.errors = errors;
  }
}

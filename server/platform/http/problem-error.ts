import { say, type Language, type MessageKey } from '#contract/messages';
import type { Problem, ProblemError } from '#contract/problem';

/** A refusal with a sentence for the caller; thrown anywhere below a route. */
export class ProblemException extends Error {
  readonly status: number;
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly errors: readonly ProblemError[];

  constructor(
    status: number,
    key: MessageKey,
    values: Readonly<Record<string, string | number>> = {},
    errors: readonly ProblemError[] = [],
  ) {
    super(key);
    this.status = status;
    this.key = key;
    this.values = values;
    this.errors = errors;
  }

  /** The RFC 9457 answer in the caller's language. */
  toProblem(language: Language): Problem {
    return {
      type: 'about:blank',
      title: say(titleKey(this.status), language),
      status: this.status,
      detail: say(this.key, language, this.values),
      code: this.key,
      errors: [...this.errors],
    };
  }
}

function titleKey(status: number): MessageKey {
  switch (status) {
    case 401:
      return 'title.401';
    case 403:
      return 'title.403';
    case 404:
      return 'title.404';
    case 408:
      return 'title.408';
    case 409:
      return 'title.409';
    case 413:
      return 'title.413';
    case 414:
      return 'title.414';
    case 415:
      return 'title.415';
    case 429:
      return 'title.429';
    case 503:
      return 'title.503';
    default:
      return status >= 500 ? 'title.500' : 'title.400';
  }
}

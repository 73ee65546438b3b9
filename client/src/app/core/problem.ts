import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemError } from '#contract/problem';

/** What went wrong, ready to be read by a person. */
export interface ProblemText {
  readonly status: number;
  /** A sentence of the server in the language of the screen, or null when there was no answer to read. */
  readonly detail: string | null;
  readonly code: string;
  readonly errors: readonly ProblemError[];
}

/** Reads an RFC 9457 answer out of a failed request; an answer of another shape keeps its status alone. */
export function problemOf(error: unknown): ProblemText {
  const response = error instanceof HttpErrorResponse ? error : causeOf(error);
  if (response === null) return { status: -1, detail: null, code: 'unreadable-answer', errors: [] };
  const body: unknown = response.error;
  const problem = isProblemLike(body) ? body : null;
  return {
    status: response.status,
    detail: problem?.detail ?? null,
    code: problem?.code ?? (response.status === 0 ? 'offline' : 'unknown'),
    errors: problem?.errors ?? [],
  };
}

function causeOf(error: unknown): HttpErrorResponse | null {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof HttpErrorResponse ? cause : null;
}

function isProblemLike(body: unknown): body is { detail: string; code: string; errors?: ProblemError[] } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'detail' in body &&
    typeof body.detail === 'string' &&
    'code' in body &&
    typeof body.code === 'string'
  );
}

/** What the person reads: the sentence of the server with what is wrong in particular, else one of ours for `t`. */
export function problemSentence(problem: ProblemText, t: (key: string) => string): string {
  const first = problem.errors[0]?.message;
  if (problem.detail === null) return t(problemKey(problem));
  return first === undefined || first === problem.detail ? problem.detail : `${problem.detail} ${first}`;
}

/** Seconds until it is worth trying again, as the server said in `Retry-After`; null when it did not. */
export function retryAfterSeconds(error: unknown): number | null {
  const response = error instanceof HttpErrorResponse ? error : causeOf(error);
  const seconds = Number(response?.headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

/** The translation key of the sentence to show when the server gave none. */
export function problemKey(problem: ProblemText): string {
  if (problem.status === 0) return 'problem.offline';
  if (problem.status === 403) return 'problem.forbidden';
  if (problem.status === -1) return 'problem.unreadable';
  return 'problem.server';
}

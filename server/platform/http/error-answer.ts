import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { ProblemException } from './problem-error.ts';
import { languageOf } from './language.ts';

/** Sends a refusal as `application/problem+json`. */
export function answerProblem(request: Request, response: Response, problem: ProblemException): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem.toProblem(languageOf(request))));
}

/** Turns whatever was thrown into a problem; what was not expected is logged under a reference and not shown. */
export function errorAnswer(log: Logger): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    answerProblem(request, response, asProblem(error, log));
  };
}

function asProblem(error: unknown, log: Logger): ProblemException {
  if (error instanceof ProblemException) return error;
  const kind = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  if (kind === 'entity.parse.failed') return new ProblemException(400, 'body-not-json');
  if (kind === 'entity.too.large') return new ProblemException(413, 'body-too-large', { limit: 1 });
  if (error instanceof URIError) return new ProblemException(400, 'invalid-request');
  const status = refusedStatus(error);
  if (status !== null) return new ProblemException(status, status === 404 ? 'not-found' : 'invalid-request');
  if (isUnstorableText(error)) return new ProblemException(400, 'invalid-request');
  if (isConnectionLoss(error)) {
    log.error({ error }, 'database unavailable');
    return new ProblemException(503, 'database-unavailable');
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ error, reference }, 'unexpected error');
  return new ProblemException(500, 'internal', { reference });
}

/** The status of a refusal by Express and its middleware (an unknown encoding, a path that cannot be read): 4xx. */
function refusedStatus(error: unknown): number | null {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** A NUL character in a parameter or a JSON value: PostgreSQL has no place for it. */
function isUnstorableText(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === '22021' || error.code === '22P05')
  );
}

/** Connection refused, cut or exhausted: the database is away, the request was not at fault. */
function isConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? `${error.name} ${error.message}` : '';
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08001', '53300'].includes(
      code,
    ) || /Connection terminated|KnexTimeoutError|TimeoutError/.test(name)
  );
}

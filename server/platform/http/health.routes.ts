import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express } from 'express';
import { tokenOf } from '../auth/bearer-token.ts';
import type { ClockSource } from '../clock.ts';
import type { Database } from '../database/pool.ts';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { answerProblem } from './error-answer.ts';
import { ProblemException } from './problem-error.ts';

export interface HealthDeps {
  readonly database: Database;
  readonly version: string;
  readonly clock: ClockSource;
}

/**
 * `/health/live` (the process answers), `/health/ready` (the database answers too) and `/metrics` (Prometheus; with
 * the token of `PANDU_METRICS_TOKEN`, or a token for programs that acts in an administrator's post). The metrics are
 * of the installation: counts and durations, no data of a kabupaten.
 */
export function healthRoutes(app: Express, deps: HealthDeps): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'pandu_http_request_seconds',
    help: 'Duration of requests in seconds',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.use((request, response, next) => {
    const end = durations.startTimer();
    response.on('finish', () => end({ method: request.method, status: String(response.statusCode) }));
    next();
  });
  app.get(
    '/health/live',
    (_request, response) => void response.json({ status: 'ok', version: deps.version }),
  );
  app.get('/health/ready', async (_request, response) => {
    try {
      await deps.database.raw('select 1').timeout(2_000);
      response.json({ status: 'ok', version: deps.version });
    } catch {
      response.status(503).json({ status: 'database-unavailable', version: deps.version });
    }
  });
  app.get('/metrics', async (request, response) => {
    if (!(await mayReadMetrics(request.get('Authorization') ?? '', deps))) {
      answerProblem(request, response, new ProblemException(401, 'token-unknown'));
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
}

async function mayReadMetrics(header: string, { database, clock }: HealthDeps): Promise<boolean> {
  const own = process.env['PANDU_METRICS_TOKEN'] ?? '';
  if (own !== '' && sameToken(header, `Bearer ${own}`)) return true;
  return (await tokenOf(header, database, clock))?.post.role === 'admin';
}

function sameToken(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

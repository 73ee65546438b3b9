import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Database, SessionPool } from './platform/database/pool.ts';
import type { Logger } from 'pino';
import { readEvents } from '#contract/events';
import { openApiDocument } from '#contract/openapi';
import { accessRoutes } from './features/access/access.routes.ts';
import { referenceRoutes } from './features/access/reference.routes.ts';
import { readComplaintTallies } from './features/complaints/complaint-figures.queries.ts';
import { importRoutes } from './features/imports/import.routes.ts';
import type { ImportQueue } from './features/imports/import-queue.ts';
import { overviewRoutes } from './features/overview/overview.routes.ts';
import { readSurveyTallies } from './features/satisfaction/survey-figures.queries.ts';
import { readServiceSlots, readServiceTallies } from './features/services/service-figures.queries.ts';
import { personMiddleware, sessionMiddleware, xsrfMiddleware } from './platform/auth/session.ts';
import type { ClockSource } from './platform/clock.ts';
import type { EventHub } from './platform/database/event-hub.ts';
import { AnswerCache } from './platform/http/answer-cache.ts';
import { bindRoute, tenantScopeOf } from './platform/http/bind-route.ts';
import { docsPage } from './platform/http/docs-page.ts';
import { answerProblem, errorAnswer } from './platform/http/error-answer.ts';
import { healthRoutes } from './platform/http/health.routes.ts';
import { ProblemException } from './platform/http/problem-error.ts';
import { serveClient } from './platform/http/static-client.ts';

export interface AppDeps {
  readonly database: Database;
  /** Connections of the session store. */
  readonly sessionPool: SessionPool;
  readonly sessionSecret: string;
  readonly events: EventHub;
  readonly imports: ImportQueue;
  readonly clock: ClockSource;
  readonly log: Logger;
  readonly version: string;
  /** Folder of the built client; without it only the API is served. */
  readonly clientDir: string | null;
  readonly demo: boolean;
  readonly secureCookie: boolean;
  /** Answers kept in memory; 0 switches the cache off. */
  readonly answerCacheSize: number;
  readonly extraRoutes?: (router: express.Router, database: Database) => void;
}

/** The Express app without a port. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(securityHeaders());
  app.use(compression({ filter: compressible }));
  healthRoutes(app, deps);

  app.get('/api/openapi.json', (_request, response) => void response.json(openApiDocument(deps.version)));
  app.get('/api/docs', (_request, response) => void response.type('html').send(docsPage()));
  app.use('/api/v1', api(deps));
  app.use('/api', (request, response) =>
    answerProblem(request, response, new ProblemException(404, 'not-found')),
  );
  if (deps.clientDir !== null) serveClient(app, deps.clientDir);
  app.use(errorAnswer(deps.log));
  return app;
}

function api(deps: AppDeps): express.Router {
  const { database, clock } = deps;
  const router = express.Router();
  router.use(express.json({ limit: '1mb' }));
  router.use(
    sessionMiddleware({
      pool: deps.sessionPool,
      secret: deps.sessionSecret,
      secureCookie: deps.secureCookie,
    }),
  );
  router.use(xsrfMiddleware());
  router.use(personMiddleware(database, clock));
  accessRoutes(router, { database, clock, secureCookie: deps.secureCookie, demo: deps.demo });
  referenceRoutes(router, { database });
  overviewRoutes(router, {
    database,
    clock,
    cache: new AnswerCache(deps.answerCacheSize),
    sources: {
      services: readServiceTallies,
      serviceSlots: readServiceSlots,
      complaints: readComplaintTallies,
      surveys: readSurveyTallies,
    },
  });
  importRoutes(router, { database, queue: deps.imports });
  bindRoute(router, readEvents, ({ person, response }) => {
    deps.events.attach(tenantScopeOf(person).kabupatenCode, response);
    return Promise.resolve(undefined);
  });
  deps.extraRoutes?.(router, database);
  router.use(errorAnswer(deps.log));
  return router;
}

/** No HSTS and no upgrade to https: a district may serve plain http in its own network, behind its own proxy. */
function securityHeaders(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Compression would hold back the event stream. */
function compressible(request: Request, response: Response): boolean {
  return (
    !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') &&
    compression.filter(request, response)
  );
}

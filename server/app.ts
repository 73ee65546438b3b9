import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import type { Database, SessionPool } from './platform/database/pool.ts';
import type { Logger } from 'pino';
import { readEvents } from '#contract/events';
import { openApiDocument } from '#contract/openapi';
import { accessRoutes } from './features/access/sign-in/access.routes.ts';
import {
  singleSignOnRoutes,
  type SingleSignOnDoor,
} from './features/access/sign-in/single-sign-on.routes.ts';
import { handoverRoutes } from './features/access/posts/handover.routes.ts';
import { peopleRoutes } from './features/access/people/people.routes.ts';
import { postRoutes } from './features/access/posts/posts.routes.ts';
import { auditRoutes } from './features/access/audit/audit.routes.ts';
import { referenceRoutes } from './features/access/reference/reference.routes.ts';
import { tokenRoutes } from './features/access/tokens/tokens.routes.ts';
import { complaintRoutes } from './features/complaints/complaint.routes.ts';
import { readPostsOfRoles } from './platform/kabupaten/posts-of-roles.queries.ts';
import { ownerOf } from './features/attention/dispositions/recipients.ts';
import { attentionRoutes } from './features/attention/attention-feature.routes.ts';
import { selectComplaints } from './features/complaints/select-complaints.ts';
import { evidenceRoutes } from './features/evidence/evidence.routes.ts';
import { previewOtherReport, readOtherReport } from './features/imports/loading/read-other-report.ts';
import { importRoutes } from './features/imports/import.routes.ts';
import type { ImportQueue } from './features/imports/import-queue.ts';
import { innovationEvidence } from './features/innovations/innovation-evidence.ts';
import { readComplaintTallies } from './features/complaints/complaint-figures.queries.ts';
import { COMPLAINT_ROLLUPS } from './features/complaints/complaint-rollups.ts';
import { homeInnovations } from './features/innovations/home/home-innovations.ts';
import { indicationRoutes } from './features/oversight/indications/indication.routes.ts';
import { reconciliationRoutes } from './features/oversight/reconciliation/reconciliation.routes.ts';
import { sampleEvidence } from './features/oversight/samples/sample-evidence.ts';
import { sampleRoutes } from './features/oversight/samples/sample.routes.ts';
import { serviceVeil } from './features/overview/hidden-cells.ts';
import type { KeptJudgements } from './features/overview/signals/kept-judgements.ts';
import { judgeKabupaten } from './features/overview/signals/judge-kabupaten.ts';
import { recommendationEvidence } from './features/oversight/findings/finding-sight.ts';
import { findingRoutes } from './features/oversight/findings/findings.routes.ts';
import { watchListRoutes } from './features/oversight/watch-list/watch-list.routes.ts';
import { answerSelection, overviewRoutes } from './features/overview/overview.routes.ts';
import { compareBeforeAndAfter } from './features/overview/before-and-after.ts';
import { contextOfPerson } from './features/overview/context-of-person.ts';
import { PILOT_EVIDENCE } from './features/pilots/pilot-evidence.ts';
import { pilotRoutes } from './features/pilots/pilot.routes.ts';
import { selectCases } from './features/service-records/select-cases.ts';
import { serviceCaseRoutes } from './features/service-records/service-case.routes.ts';
import { noticeRoutes } from './features/notices/notices.routes.ts';
import { placeRoutes } from './features/places/places.routes.ts';
import { followUpPlanRoutes } from './features/satisfaction/plans/follow-up-plans.routes.ts';
import { selectForms } from './features/satisfaction/select-forms.ts';
import { surveyRecordRoutes } from './features/satisfaction/survey-records.routes.ts';
import { chartNotesRoutes } from './features/overview/signals/chart-notes.routes.ts';
import { moveOpenComplaintDeadlines } from './features/complaints/move-open-deadlines.repository.ts';
import { moveOpenDeadlines, rederiveCases } from './features/services/derive-cases.repository.ts';
import { PAUSE_ROLLUPS } from './features/services/pause-rollups.ts';
import { serviceFigureRoutes } from './features/services/figures/service-figure.routes.ts';
import { staffFlagEvidence } from './features/staff-flags/flags/flag-evidence.ts';
import { staffFlagRoutes } from './features/staff-flags/staff-flags.routes.ts';
import { readSurveyTallies } from './features/satisfaction/survey-figures.queries.ts';
import { SURVEY_ROLLUPS } from './features/satisfaction/survey-rollups.ts';
import { readServiceTallies } from './features/services/service-figures.queries.ts';
import { SERVICE_ROLLUPS } from './features/services/service-rollups.ts';
import { readArrivalDays } from './platform/database/rollups/record-days.queries.ts';
import { structureRoutes } from './features/structure/structure.routes.ts';
import { STEP_ROLLUPS } from './features/services/step-rollups.ts';
import type { AuditLog } from './platform/audit/audit-log.repository.ts';
import { bearerToken, forBrowsers } from './platform/auth/bearer-token.ts';
import {
  personMiddleware,
  SESSION_LIMITS,
  sessionMiddleware,
  xsrfMiddleware,
  type SessionLimits,
} from './platform/auth/session.ts';
import { stillSignedIn } from './platform/auth/still-signed-in.ts';
import type { ClockSource } from './platform/clock.ts';
import type { EventHub } from './platform/database/event-hub.ts';
import type { EvidenceOwners } from './platform/evidence/evidence-owner.ts';
import { AnswerCache } from './platform/http/answer-cache.ts';
import { bindRoute, tenantScopeOf } from './platform/http/bind-route.ts';
import { refuseOtherSites } from './platform/http/cross-site.ts';
import { docsPage } from './platform/http/docs-page.ts';
import { answerProblem, errorAnswer } from './platform/http/error-answer.ts';
import { healthRoutes } from './platform/http/health.routes.ts';
import { ProblemException } from './platform/http/problem-error.ts';
import { limitByAccount, limitByAddress, type RateLimits } from './platform/http/rate-limits.ts';
import { recordRefusals } from './platform/http/refusal-record.ts';
import { warnOfUntrustedProxy, type TrustedProxies } from './platform/http/request-address.ts';
import {
  limitAddressLength,
  limitBodyTime,
  limitStreamTime,
  requireHttps,
} from './platform/http/request-limits.ts';
import { sendMadeOnce } from './platform/http/made-once.ts';
import { keepOutOfCaches, securityHeaders } from './platform/http/security-headers.ts';
import { serveClient } from './platform/http/static-client.ts';
import type { JobQueue } from './platform/jobs/job-queue.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import { innovationRoutes } from './innovation-routes.ts';
import { ARRIVALS, MEASURE_SOURCES } from './measure-sources.ts';
import { reportRoutes } from './report-routes.ts';

export interface AppDeps {
  readonly database: Database;
  /** Connections of the session store. */
  readonly sessionPool: SessionPool;
  readonly sessionSecret: string;
  /** The installation's secret: seals second factors and the keys of persons. */
  readonly secret: string;
  readonly audit: AuditLog;
  readonly events: EventHub;
  readonly imports: ImportQueue;
  /** Background jobs: who does them is said while the routes are bound. */
  readonly jobs: JobQueue;
  /** Null while the operator has not set a mail server. */
  readonly mailer: Mailer | null;
  readonly clock: ClockSource;
  readonly log: Logger;
  readonly version: string;
  /** Folder of the built client; without it only the API is served. */
  readonly clientDir: string | null;
  readonly demo: boolean;
  /** True when people open PANDU by https: cookies travel by it alone, and browsers are told to stay with it. */
  readonly secureCookie: boolean;
  /** When sessions end; the usual limits when left out. */
  readonly sessionLimits?: SessionLimits;
  /** Origin at which people open PANDU; null when it is not set. Links are made from it, never from request headers. */
  readonly publicUrl: string | null;
  readonly trustProxy: TrustedProxies;
  /** Null lifts the limits, for measurements. */
  readonly rateLimits: RateLimits | null;
  readonly singleSignOn: SingleSignOnDoor | null;
  /** Answers kept in memory; 0 switches the cache off. */
  readonly answerCacheSize: number;
  /** Judged months of this database. */
  readonly judgements: KeptJudgements;
  readonly extraRoutes?: (router: express.Router, database: Database) => void;
}

/** What files may be evidence of, and who says of each whether a person may know it. */
const EVIDENCE_OWNERS: EvidenceOwners = {
  ...PILOT_EVIDENCE,
  recommendation: recommendationEvidence,
  sample: sampleEvidence,
  innovation: innovationEvidence,
};

/** The Express app without a port. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustProxy === null ? false : deps.trustProxy);
  if (deps.trustProxy === null) app.use(warnOfUntrustedProxy(deps.log));
  app.use(securityHeaders({ https: deps.secureCookie }));
  app.use(limitAddressLength());
  app.use(limitBodyTime());
  app.use(compression({ filter: compressible }));
  healthRoutes(app, deps);

  app.get(
    '/api/openapi.json',
    sendMadeOnce(() => openApiDocument(deps.version)),
  );
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
  const limits = deps.sessionLimits ?? SESSION_LIMITS;
  const router = express.Router();
  if (deps.publicUrl !== null && deps.secureCookie) router.use(requireHttps(deps.publicUrl));
  if (deps.rateLimits) router.use(limitByAddress(deps.rateLimits));
  router.use(refuseOtherSites());
  router.use(keepOutOfCaches());
  router.use(bearerToken(database, clock));
  router.use(
    forBrowsers(
      sessionMiddleware({
        pool: deps.sessionPool,
        secret: deps.sessionSecret,
        secureCookie: deps.secureCookie,
        limits,
      }),
    ),
  );
  router.use(forBrowsers(personMiddleware(database, clock)));
  // Before the token is asked for: calls without it cost too, and are put on record.
  if (deps.rateLimits) router.use(limitByAccount(deps.rateLimits));
  router.use(forBrowsers(xsrfMiddleware()));
  // Only now: what a refused caller sends is not read.
  router.use(express.json({ limit: '1mb' }));
  accessRoutes(router, {
    database,
    clock,
    secureCookie: deps.secureCookie,
    demo: deps.demo,
    singleSignOn: deps.singleSignOn?.name ?? null,
    audit: deps.audit,
    secret: deps.secret,
    log: deps.log,
    sessionLimits: limits,
  });
  singleSignOnRoutes(router, {
    database,
    audit: deps.audit,
    clock,
    log: deps.log,
    secureCookie: deps.secureCookie,
    door: deps.singleSignOn,
  });
  const people = { database, clock, audit: deps.audit, publicUrl: deps.publicUrl };
  peopleRoutes(router, people);
  postRoutes(router, people);
  tokenRoutes(router, people);
  handoverRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    sources: { services: readServiceTallies, complaints: readComplaintTallies },
  });
  referenceRoutes(router, { database });
  placeRoutes(router, { database });
  const overview = {
    database,
    clock,
    cache: new AnswerCache(deps.answerCacheSize),
    sources: MEASURE_SOURCES,
    judgements: deps.judgements,
  };
  overviewRoutes(router, overview);
  chartNotesRoutes(router, { database, clock, audit: deps.audit });
  serviceFigureRoutes(router, {
    answer: (call, query, extra, compute) =>
      answerSelection(overview, call, query, extra, (context) =>
        compute({ ...context, veil: () => serviceVeil(context) }),
      ),
  });
  attentionRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    sources: overview.sources,
    innovations: homeInnovations,
    answer: (call, query, extra, compute) =>
      answerSelection(overview, call, query, extra, (context) =>
        compute({
          ...context,
          judgeUnits: () => deps.judgements.units(context),
          judgeServices: (unit, measures) =>
            deps.judgements.services({ ...context, selection: { ...context.selection, unit } }, measures),
        }),
      ),
  });
  findingRoutes(router, { database, clock, audit: deps.audit });
  watchListRoutes(router, {
    database,
    clock,
    cache: overview.cache,
    sources: {
      judge: (transaction, at) => judgeKabupaten(transaction, overview, at, 'id'),
      services: readServiceTallies,
      surveys: readSurveyTallies,
      arrivalDays: (transaction, unitKeys, period) =>
        readArrivalDays(transaction, ARRIVALS, unitKeys, period),
      ownerOf,
    },
  });
  pilotRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    compare: async (transaction, asker, { unit, service, before, after, startsOn, inPilots }) => {
      const selection = { unit, ...(service === null ? {} : { service }), from: before.from };
      const context = await contextOfPerson(transaction, overview, asker, selection);
      return compareBeforeAndAfter(context, { before, after, startsOn, apart: inPilots });
    },
  });
  complaintRoutes(router, { database, clock, audit: deps.audit });
  serviceCaseRoutes(router, { database, clock, audit: deps.audit });
  surveyRecordRoutes(router, { database, clock });
  followUpPlanRoutes(router, { database, clock, audit: deps.audit, readPosts: readPostsOfRoles });
  importRoutes(router, { database, queue: deps.imports, audit: deps.audit });
  evidenceRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    owners: { ...EVIDENCE_OWNERS, 'staff-flag': staffFlagEvidence(clock) },
  });
  noticeRoutes(router, { database, clock });
  staffFlagRoutes(router, { database, clock, audit: deps.audit });
  innovationRoutes(router, deps, overview);
  reportRoutes(router, deps, overview);
  sampleRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    select: {
      'service-cases': selectCases,
      complaints: selectComplaints,
      'survey-responses': selectForms,
    },
  });
  indicationRoutes(router, { database, clock });
  reconciliationRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    readReport: (request, call) => readOtherReport(request, { ...call, uploadDir: deps.imports.uploadDir }),
    previewReport: (request, dataset) =>
      previewOtherReport(request, { dataset, uploadDir: deps.imports.uploadDir }),
  });
  structureRoutes(router, {
    database,
    clock,
    audit: deps.audit,
    sources: {
      families: [SERVICE_ROLLUPS, STEP_ROLLUPS, PAUSE_ROLLUPS, COMPLAINT_ROLLUPS, SURVEY_ROLLUPS],
      moveCases: moveOpenDeadlines,
      moveComplaints: moveOpenComplaintDeadlines,
      rederiveCases,
    },
  });
  auditRoutes(router, { database, audit: deps.audit });
  bindRoute(router, readEvents, ({ person, request, response }) => {
    deps.events.attach({
      kabupatenCode: tenantScopeOf(person).kabupatenCode,
      username: person.username,
      response,
      stillThere: stillSignedIn(request, 'events:read', {
        database,
        clock,
        limits,
      }),
    });
    limitStreamTime(response);
    return Promise.resolve(undefined);
  });
  deps.extraRoutes?.(router, database);
  router.use(recordRefusals({ database, audit: deps.audit, clock, log: deps.log }));
  router.use(errorAnswer(deps.log));
  return router;
}

/** Compression would hold back the event stream. */
function compressible(request: Request, response: Response): boolean {
  return (
    !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') &&
    compression.filter(request, response)
  );
}

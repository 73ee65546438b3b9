import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Express, Router } from 'express';
import type { Logger } from 'pino';
import { alertTasks } from './alert-sources.ts';
import { createApp } from './app.ts';
import { measureProof, MEASURE_SOURCES } from './measure-sources.ts';
import type { ImportWorkerData } from './features/imports/import-worker.ts';
import type { SingleSignOnDoor } from './features/access/sign-in/single-sign-on.routes.ts';
import { ImportQueue } from './features/imports/import-queue.ts';
import { newsRound } from './features/innovations/forum/news-round.ts';
import { adoptionRound } from './features/innovations/adoption/tell-source.ts';
import { proofRound } from './features/innovations/proof/measure-proofs.ts';
import { heartbeatRound } from './features/innovations/sharing/heartbeat-round.ts';
import { deliveryRetention } from './features/deliveries/delivery-retention.repository.ts';
import { DeliveryRound } from './features/deliveries/delivery-round.ts';
import { noticeRetention } from './features/notices/notices.repository.ts';
import { findingRound } from './features/oversight/findings/finding-round.ts';
import { KeptJudgements } from './features/overview/signals/kept-judgements.ts';
import { warmJudgements, type WarmingDeps } from './features/overview/signals/warm-judgements.ts';
import { endingDocuments } from './features/pilots/ending-documents.repository.ts';
import { madeReportRetention } from './features/reports/made/made-reports.repository.ts';
import { freezeAgain } from './features/reports/snapshots/freeze-job.ts';
import { RejectionRetention } from './features/imports/rejections/rejection-retention.ts';
import { staffFlagsTask } from './features/staff-flags/raising/raise-flags.ts';
import { AuditLog } from './platform/audit/audit-log.repository.ts';
import { installationSecret } from './platform/audit/installation-secret.ts';
import { SignInFlowCookie } from './platform/auth/single-sign-on-flow.ts';
import { readGroupPosts } from './platform/auth/single-sign-on-groups.ts';
import type { SingleSignOnSettings } from './platform/auth/single-sign-on-settings.ts';
import { SingleSignOn } from './platform/auth/single-sign-on.ts';
import type { SessionLimits } from './platform/auth/session.ts';
import { systemClock, type ClockSource } from './platform/clock.ts';
import { EventHub } from './platform/database/event-hub.ts';
import { openDatabase, openSessionPool, type Database } from './platform/database/pool.ts';
import { DailyRound, type RoundTask } from './platform/startup/daily-round.ts';
import { AnswerCache } from './platform/http/answer-cache.ts';
import { RATE_LIMITS, type RateLimits } from './platform/http/rate-limits.ts';
import type { TrustedProxies } from './platform/http/request-address.ts';
import { listKabupaten } from './platform/kabupaten/kabupaten.queries.ts';
import { createLogger } from './platform/logging/logger.ts';
import { JobQueue, type JobQueueOptions } from './platform/jobs/job-queue.ts';
import type { MailSettings } from './platform/mail/mail-settings.ts';
import { smtpMailer } from './platform/mail/mailer.ts';

export interface CompositionOptions {
  /** Address of the application's role. */
  readonly url: string;
  readonly dataDir: string;
  readonly clientDir: string | null;
  readonly sessionSecret: string;
  /** Seals personal values at rest; from PANDU_SECRET or the data folder when left out. */
  readonly secret?: string;
  readonly demo: boolean;
  /** Origin at which people open PANDU; https makes cookies secure. */
  readonly publicUrl?: string | null;
  /** Proxies whose headers are believed; none when left out. */
  readonly trustProxy?: TrustedProxies;
  /** Calls a minute; null lifts the limits, for measurements. */
  readonly rateLimits?: RateLimits | null;
  readonly singleSignOn?: SingleSignOnSettings | null;
  readonly mail?: MailSettings | null;
  /** How often is looked what fell due by mail; a minute when left out. */
  readonly deliveryRoundMs?: number;
  /** How often is looked for background jobs; the usual when left out. */
  readonly jobs?: Pick<
    JobQueueOptions,
    'pollSeconds' | 'superviseSeconds' | 'heartbeatSeconds' | 'pauseSeconds' | 'takes'
  >;
  /** False: nothing is looked at unasked, so that a spec can do so when it wants to. */
  readonly rounds?: boolean;
  /** When sessions end; an hour without use and twelve hours when left out. */
  readonly sessionLimits?: SessionLimits;
  readonly clock?: ClockSource;
  readonly answerCacheSize?: number;
  /** How often event streams are kept alive and their listeners checked; 25 seconds when left out. */
  readonly heartbeatMs?: number;
  readonly log?: Logger;
  /** Further routes behind sign-in, for measurements of this very app. */
  readonly extraRoutes?: (router: Router, database: Database) => void;
}

/** The product, put together but not listening yet. */
export interface Composition {
  readonly app: Express;
  readonly database: Database;
  readonly audit: AuditLog;
  /** Begins to listen for events and takes up unfinished imports. */
  readonly start: () => Promise<void>;
  /** Computes what the first looks of the day will ask for; never fails. */
  readonly warm: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const MANIFEST = join(import.meta.dirname, '..', 'package.json');
/**
 * Memory for the objects of an import. The file itself is never held; a generous limit would only let the garbage wait
 * longer to be collected. The "young" part is small, because a worker keeps three of them.
 */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 80, maxYoungGenerationSizeMb: 8 };

/** Wires database, sessions, events, imports and routes; used by `npm start` and by the tests of the API. */
export async function compose(options: CompositionOptions): Promise<Composition> {
  const log = options.log ?? createLogger(process.env['PANDU_LOG'] ?? 'warn');
  const database = openDatabase(options.url, { max: 12 });
  const sessionPool = openSessionPool(options.url);
  const events = new EventHub(options.url, log, options.heartbeatMs);
  const secret = options.secret ?? (await installationSecret(options.dataDir));
  const audit = new AuditLog(secret);
  const imports = new ImportQueue({
    database,
    log,
    audit,
    uploadDir: join(options.dataDir, 'uploads'),
    spawnWorker: () =>
      new Worker(new URL('./commands/import-worker.ts', import.meta.url), {
        workerData: { url: options.url, secret } satisfies ImportWorkerData,
        resourceLimits: WORKER_MEMORY,
      }),
  });
  const retention = new RejectionRetention(database, log);
  const clock = options.clock ?? systemClock;
  const jobs = new JobQueue({ database, log, ...options.jobs });
  const mailer = options.mail ? smtpMailer(options.mail) : null;
  const deliveries = new DeliveryRound({
    database,
    clock,
    log,
    jobs,
    ...(options.deliveryRoundMs === undefined ? {} : { everyMs: options.deliveryRoundMs }),
  });
  const { version } = JSON.parse(await readFile(MANIFEST, 'utf8')) as { version: string };
  const answerCacheSize = options.answerCacheSize ?? Number(process.env['PANDU_ANSWER_CACHE'] ?? 2_000);
  const judgements = new KeptJudgements(answerCacheSize > 0);
  const alerts = alertTasks({
    database,
    clock,
    jobs,
    mailer,
    judgements,
    sources: MEASURE_SOURCES,
    cache: new AnswerCache(0),
    publicUrl: options.publicUrl ?? null,
  });
  const tasks = [...roundTasks(audit), ...alerts, madeReportRetention, deliveryRetention, freezeAgain(jobs)];
  const round = new DailyRound({ database, events, log, clock, tasks });
  const app = createApp({
    database,
    sessionPool,
    events,
    imports,
    jobs,
    mailer,
    log,
    version,
    sessionSecret: options.sessionSecret,
    secret,
    audit,
    clock,
    clientDir: options.clientDir,
    demo: options.demo,
    ...(options.sessionLimits ? { sessionLimits: options.sessionLimits } : {}),
    secureCookie: options.publicUrl?.startsWith('https:') === true,
    publicUrl: options.publicUrl ?? null,
    trustProxy: options.trustProxy ?? null,
    rateLimits: options.rateLimits === undefined ? RATE_LIMITS : options.rateLimits,
    singleSignOn: await openDoor(options, secret),
    ...(options.extraRoutes ? { extraRoutes: options.extraRoutes } : {}),
    answerCacheSize,
    judgements,
  });
  return {
    app,
    database,
    audit,
    start: async () => {
      await events.start();
      await imports.recover();
      await retention.start();
      await jobs.start();
      if (mailer !== null) deliveries.start();
      if (options.rounds !== false) round.start();
    },
    warm: () => warm({ database, sources: MEASURE_SOURCES, clock, judgements }, log),
    stop: async () => {
      retention.stop();
      await deliveries.stop();
      await round.stop();
      await jobs.stop();
      mailer?.close();
      await imports.stop();
      await events.stop();
      await sessionPool.end();
      await database.destroy();
    },
  };
}

/** So many kabupaten are looked at ahead of the first call: more would only push each other out of memory. */
const MOST_WARMED = 8;

/** What fails here fails again, and is told, when somebody asks for it. */
async function warm(deps: WarmingDeps, log: Logger): Promise<void> {
  try {
    for (const kabupaten of (await listKabupaten(deps.database)).slice(0, MOST_WARMED))
      await warmJudgements(deps, kabupaten);
  } catch (error) {
    log.debug({ error }, 'warming ended early');
  }
}

/** What is looked at for every kabupaten once a day, and again after its records changed. */
function roundTasks(audit: AuditLog): RoundTask[] {
  return [
    findingRound,
    endingDocuments,
    heartbeatRound,
    proofRound(measureProof),
    adoptionRound,
    newsRound,
    noticeRetention,
    staffFlagsTask(audit),
  ];
}

/** Single sign-on, when a provider is set. */
async function openDoor(options: CompositionOptions, secret: string): Promise<SingleSignOnDoor | null> {
  const { singleSignOn: settings, publicUrl } = options;
  if (!settings || !publicUrl) return null;
  return {
    name: settings.name,
    provider: new SingleSignOn(settings, publicUrl),
    flows: new SignInFlowCookie(secret, publicUrl.startsWith('https:')),
    groupPosts: settings.groupsFile === null ? [] : await readGroupPosts(settings.groupsFile),
    trustUsernames: settings.trustUsernames,
  };
}

import type express from 'express';
import type { Logger } from 'pino';
import { alertMailRoad, alertSources } from './alert-sources.ts';
import { alertRoutes } from './features/alerts/alerts.routes.ts';
import { endMails, listMailedPersons } from './features/alerts/mailed-alerts.repository.ts';
import { madeReportRoutes } from './features/reports/made/made-reports.routes.ts';
import { deliverySource } from './delivery-sources.ts';
import { deliveryRoutes } from './features/deliveries/delivery.routes.ts';
import { figureSources, freezingSources } from './figure-sources.ts';
import { meetingRoutes } from './features/meetings/meeting.routes.ts';
import type { OverviewDeps } from './features/overview/overview.routes.ts';
import { documentRoutes } from './features/reports/documents/document.routes.ts';
import type { FiguresDeps } from './features/reports/snapshots/read-figures.ts';
import { letterheadRoutes } from './features/reports/letterheads/letterhead.routes.ts';
import { sheetRoutes } from './features/reports/sheets/sheet.routes.ts';
import { snapshotRoutes } from './features/reports/snapshots/snapshot.routes.ts';
import { meetingSources } from './meeting-sources.ts';
import type { AuditLog } from './platform/audit/audit-log.repository.ts';
import type { ClockSource } from './platform/clock.ts';
import type { Database } from './platform/database/pool.ts';
import type { JobQueue } from './platform/jobs/job-queue.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import { sheetSources } from './sheet-sources.ts';

export interface ReportDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly log: Logger;
  /** Origin of the links on paper and in mails; null when it is not set. */
  readonly publicUrl: string | null;
  /** The installation's secret. */
  readonly secret: string;
  /** Background jobs: their handlers are said here, before they start. */
  readonly jobs: JobQueue;
  /** Null while the operator has not set a mail server. */
  readonly mailer: Mailer | null;
}

/** Snapshots, reports, meetings and subscriptions with what they need of the figures. */
export function reportRoutes(router: express.Router, deps: ReportDeps, overview: OverviewDeps): void {
  const figures: FiguresDeps = { sources: figureSources(overview), clock: deps.clock };
  snapshotRoutes(router, { ...deps, figures, freezing: () => freezingSources(overview) });
  documentRoutes(router, { ...deps, figures });
  letterheadRoutes(router, deps);
  sheetRoutes(router, { ...deps, sources: sheetSources(overview) });
  deliveryRoutes(router, {
    ...deps,
    reports: deliverySource({ ...deps, figures }),
    news: { list: listMailedPersons, end: endMails },
  });
  madeReportRoutes(router, { ...deps, figures });
  alertRoutes(router, { ...deps, sources: alertSources(overview), mail: alertMailRoad(deps) });
  meetingRoutes(router, {
    ...deps,
    sources: meetingSources({ clock: deps.clock, figures: figures.sources }),
  });
}

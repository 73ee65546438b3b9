import type { RouteDescriptor } from '../route.ts';
import { ALERT_ROUTES } from './alerts.ts';
import { MADE_REPORT_ROUTES } from './made-reports.ts';
import { MEETING_ROUTES } from './meetings.ts';
import { DOCUMENT_ROUTES } from './documents.ts';
import { LETTERHEAD_ROUTES } from './letterheads.ts';
import { SHEET_ROUTES } from './sheets.ts';
import { SUBSCRIPTION_ROUTES } from './subscriptions.ts';
import {
  freezeFigures,
  listSnapshots,
  readFreezeRun,
  readSnapshot,
  readSnapshotComparison,
  readSnapshotReproduction,
} from './snapshots.ts';

/** The routes of reports: snapshots, documents and files, meetings, subscriptions and alerts. */
export const REPORT_ROUTES: readonly RouteDescriptor[] = [
  ...MEETING_ROUTES,
  listSnapshots,
  freezeFigures,
  readFreezeRun,
  readSnapshot,
  readSnapshotComparison,
  readSnapshotReproduction,
  ...DOCUMENT_ROUTES,
  ...MADE_REPORT_ROUTES,
  ...ALERT_ROUTES,
  ...SUBSCRIPTION_ROUTES,
  ...LETTERHEAD_ROUTES,
  ...SHEET_ROUTES,
];

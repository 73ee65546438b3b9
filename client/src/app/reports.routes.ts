import type { CanMatchFn, Routes } from '@angular/router';
import { REPORT_IDS } from '#contract/reports/documents';
import { requires } from './core/session-guard.ts';
import { notFound } from './shell/not-found.route.ts';

/** Any other name below `/laporan` is a screen of its own, or none. */
const isReport: CanMatchFn = (_route, segments) => REPORT_IDS.some((id) => id === segments[0]?.path);

/** The screens below `/laporan`: reports, frozen figures, subscriptions. */
export const reportRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'snapshots.title',
    canMatch: [requires('reports:read')],
    loadComponent: () =>
      import('./features/reports/snapshots/reports-page.ts').then((file) => file.ReportsPage),
  },
  {
    path: 'angka/:code',
    title: 'snapshots.one',
    canMatch: [requires('reports:read')],
    loadComponent: () =>
      import('./features/reports/snapshots/snapshot-page.ts').then((file) => file.SnapshotPage),
  },
  {
    path: 'peringatan',
    title: 'alerts.title',
    canMatch: [requires('reports:read')],
    loadComponent: () => import('./features/reports/alerts/alerts-page.ts').then((file) => file.AlertsPage),
  },
  {
    path: 'langganan',
    title: 'subscriptions.title',
    canMatch: [requires('subscriptions:own')],
    loadComponent: () =>
      import('./features/reports/subscriptions/subscriptions-page.ts').then((file) => file.SubscriptionsPage),
  },
  {
    path: ':report',
    title: 'reportDocument.title',
    canMatch: [isReport, requires('reports:read')],
    loadComponent: () =>
      import('./features/reports/document/document-page.ts').then((file) => file.DocumentPage),
  },
  notFound,
];

/** The screens below `/rapat`: meetings on the big screen, and their minutes. */
export const meetingRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'nav.meetings',
    canMatch: [requires('meetings:read')],
    loadComponent: () => import('./features/meetings/meetings-page.ts').then((file) => file.MeetingListPage),
  },
  {
    path: 'komitmen',
    title: 'oversight.page.meetings',
    canMatch: [requires('dispositions:own')],
    loadComponent: () =>
      import('./features/oversight/meetings/meetings-page.ts').then((file) => file.MeetingsPage),
  },
  {
    path: ':id',
    title: 'meetings.one',
    canMatch: [requires('meetings:read')],
    loadComponent: () => import('./features/meetings/meeting-page.ts').then((file) => file.MeetingPage),
  },
  notFound,
];

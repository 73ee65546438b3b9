import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { requires } from './core/session-guard.ts';
import { notFound } from './shell/not-found.route.ts';

/** The screens below `/pengawasan`, fetched with the first of them. */
export const oversightRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'nav.oversight',
    canMatch: [requires('watch-list:read')],
    loadComponent: () =>
      import('./features/oversight/watch-list/watch-page.ts').then((file) => file.WatchPage),
  },
  // A redirect is followed before rights are asked: the page it leads to asks for them itself.
  { path: '', pathMatch: 'full', redirectTo: 'selisih' },
  {
    path: 'temuan',
    title: 'oversight.page.findings',
    canMatch: [requires('findings:read')],
    loadComponent: () =>
      import('./features/oversight/findings/findings-page.ts').then((file) => file.FindingsPage),
  },
  {
    path: 'temuan/baru',
    title: 'oversight.newFinding.title',
    canMatch: [requires('findings:manage')],
    loadComponent: () =>
      import('./features/oversight/findings/new-finding-page.ts').then((file) => file.NewFindingPage),
  },
  {
    path: 'temuan/:id',
    title: 'oversight.finding.title',
    canMatch: [requires('findings:read')],
    loadComponent: () =>
      import('./features/oversight/findings/finding-page.ts').then((file) => file.FindingPage),
  },
  {
    path: 'uji-petik',
    title: 'oversight.page.samples',
    canMatch: [requires('samples:draw')],
    loadComponent: () =>
      import('./features/oversight/samples/samples-page.ts').then((file) => file.SamplesPage),
  },
  {
    path: 'uji-petik/:id',
    title: 'oversight.samples.one',
    canMatch: [requires('samples:draw')],
    loadComponent: () =>
      import('./features/oversight/samples/sample-page.ts').then((file) => file.SamplePage),
  },
  {
    path: 'indikasi',
    title: 'oversight.page.indications',
    canMatch: [requires('indications:read')],
    loadComponent: () =>
      import('./features/oversight/indications/indications-page.ts').then((file) => file.IndicationsPage),
  },
  {
    path: 'selisih',
    title: 'oversight.page.differences',
    canMatch: [requires('reconciliations:write')],
    loadComponent: () =>
      import('./features/oversight/reconciliations/reconciliations-page.ts').then(
        (file) => file.ReconciliationsPage,
      ),
  },
  {
    path: 'selisih/:id',
    title: 'oversight.differences.one',
    canMatch: [requires('reconciliations:write')],
    loadComponent: () =>
      import('./features/oversight/reconciliations/reconciliation-page.ts').then(
        (file) => file.ReconciliationPage,
      ),
  },
  {
    // Where commitments stood before meetings had screens of their own: links in mails and notes still lead here.
    path: 'rapat',
    redirectTo: ({ queryParams }) => inject(Router).createUrlTree(['/rapat/komitmen'], { queryParams }),
  },
  notFound,
];

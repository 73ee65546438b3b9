import type { Routes } from '@angular/router';
import { requires, signedIn } from './core/session-guard.ts';
import { OverviewPage } from './features/overview/overview-page.ts';
import { Shell } from './shell/shell.ts';

/**
 * The screens. Titles are keys of the translation files. Home travels with the application, because nearly everybody
 * begins there; the others are fetched when they are opened.
 */
export const routes: Routes = [
  {
    path: 'masuk',
    title: 'title.signIn',
    loadComponent: () => import('./features/access/sign-in.ts').then((file) => file.SignIn),
  },
  {
    path: '',
    canActivate: [signedIn],
    component: Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'beranda' },
      {
        path: 'beranda',
        title: 'title.overview',
        canMatch: [requires('measures:read')],
        component: OverviewPage,
      },
      {
        path: 'layanan',
        title: 'title.services',
        canMatch: [requires('measures:read')],
        loadComponent: () => import('./features/services/services-page.ts').then((file) => file.ServicesPage),
      },
      {
        path: 'aduan',
        title: 'title.complaints',
        canMatch: [requires('measures:read')],
        loadComponent: () =>
          import('./features/complaints/complaints-page.ts').then((file) => file.ComplaintsPage),
      },
      {
        path: 'kepuasan',
        title: 'title.satisfaction',
        canMatch: [requires('measures:read')],
        loadComponent: () =>
          import('./features/satisfaction/satisfaction-page.ts').then((file) => file.SatisfactionPage),
      },
      {
        path: 'data',
        title: 'title.imports',
        canMatch: [requires('imports:write')],
        loadComponent: () => import('./features/imports/imports-page.ts').then((file) => file.ImportsPage),
      },
      {
        path: '**',
        title: 'title.notFound',
        loadComponent: () => import('./shell/not-found.ts').then((file) => file.NotFound),
      },
    ],
  },
];

import type { Routes } from '@angular/router';
import { requires } from './core/session-guard.ts';
import { notFound } from './shell/not-found.route.ts';

/** The screens below `/pengaturan`, fetched with the first of them. */
export const settingsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'title.settings',
    canMatch: [requires('users:manage', 'audit:read', 'structure:manage', 'staff:manage')],
    loadComponent: () =>
      import('./features/access/settings/settings-page.ts').then((file) => file.SettingsPage),
  },
  {
    path: 'pengguna',
    title: 'title.people',
    canMatch: [requires('users:manage')],
    loadComponent: () => import('./features/access/people/people-page.ts').then((file) => file.PeoplePage),
  },
  {
    path: 'pengguna/:username',
    title: 'title.people',
    canMatch: [requires('users:manage')],
    loadComponent: () =>
      import('./features/access/people/people-person.ts').then((file) => file.PeoplePerson),
  },
  {
    path: 'jabatan',
    title: 'title.posts',
    canMatch: [requires('users:manage')],
    loadComponent: () => import('./features/access/posts/posts-page.ts').then((file) => file.PostsPage),
  },
  {
    path: 'jabatan/:id',
    title: 'title.posts',
    canMatch: [requires('users:manage')],
    loadComponent: () => import('./features/access/posts/posts-post.ts').then((file) => file.PostsPost),
  },
  {
    path: 'token',
    title: 'title.tokens',
    canMatch: [requires('users:manage')],
    loadComponent: () => import('./features/access/settings/tokens-page.ts').then((file) => file.TokensPage),
  },
  {
    path: 'pegawai',
    title: 'staffFlags.register.title',
    canMatch: [requires('staff:manage')],
    loadComponent: () =>
      import('./features/staff-flags/settings/staff-settings-page.ts').then((file) => file.StaffSettingsPage),
  },
  {
    path: 'surel',
    title: 'deliveryLog.title',
    canMatch: [requires('deliveries:read')],
    loadComponent: () =>
      import('./features/reports/subscriptions/delivery-log-page.ts').then((file) => file.DeliveryLogPage),
  },
  {
    path: 'riwayat',
    title: 'title.history',
    canMatch: [requires('audit:read')],
    loadComponent: () =>
      import('./features/access/settings/history-page.ts').then((file) => file.HistoryPage),
  },
  {
    path: 'pembukaan',
    title: 'title.reveals',
    canMatch: [requires('reveals:read')],
    loadComponent: () =>
      import('./features/access/settings/reveals-page.ts').then((file) => file.RevealsPage),
  },
  {
    path: 'unit',
    title: 'structure.title.units',
    canMatch: [requires('structure:manage')],
    loadComponent: () => import('./features/structure/units/units-page.ts').then((file) => file.UnitsPage),
  },
  {
    path: 'unit/:code',
    title: 'structure.title.units',
    canMatch: [requires('structure:manage')],
    loadComponent: () => import('./features/structure/units/unit-page.ts').then((file) => file.UnitPage),
  },
  {
    path: 'layanan',
    title: 'structure.title.serviceSettings',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/standards/services-page.ts').then((file) => file.ServicesSettings),
  },
  {
    path: 'layanan/:code',
    title: 'structure.title.serviceSettings',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/standards/service-page.ts').then((file) => file.ServiceSettings),
  },
  {
    path: 'layanan/:code/standar',
    title: 'structure.title.standard',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/standards/standard-page.ts').then((file) => file.StandardPage),
  },
  {
    path: 'kalender',
    title: 'structure.title.calendars',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/calendars/calendars-page.ts').then((file) => file.CalendarsPage),
  },
  {
    path: 'kalender/:code',
    title: 'structure.title.calendars',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/calendars/calendar-page.ts').then((file) => file.CalendarPage),
  },
  {
    path: 'sesi',
    title: 'structure.title.sessions',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/sessions/sessions-page.ts').then((file) => file.SessionsPage),
  },
  {
    path: 'target',
    title: 'structure.title.targets',
    canMatch: [requires('structure:manage')],
    loadComponent: () =>
      import('./features/structure/targets/targets-page.ts').then((file) => file.TargetsPage),
  },
  {
    path: 'kop-surat',
    title: 'letterhead.title',
    canMatch: [requires('reports:letterhead')],
    loadComponent: () =>
      import('./features/reports/letterhead/letterhead-page.ts').then((file) => file.LetterheadPage),
  },
  notFound,
];

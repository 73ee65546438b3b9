import type { Routes } from '@angular/router';
import { screenWords } from './core/language.ts';
import { headsUnit, requires, signedIn, toOwnHome } from './core/session-guard.ts';
import { OverviewPage } from './features/overview/overview-page.ts';
import { sameUnit } from './features/units/unit-address.ts';
import { Shell } from './shell/shell.ts';

/**
 * The screens. Titles are keys of the translation files. Home travels with the application, because nearly everybody
 * begins there; the others are fetched when they are opened.
 */
const screens: Routes = [
  {
    path: 'masuk',
    title: 'title.signIn',
    loadComponent: () => import('./features/access/sign-in/sign-in.ts').then((file) => file.SignIn),
  },
  {
    path: 'tautan/:token',
    title: 'title.link',
    loadComponent: () => import('./features/access/sign-in/link-page.ts').then((file) => file.LinkPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    canActivateChild: [signedIn],
    component: Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: toOwnHome },
      {
        path: 'akun',
        title: 'title.account',
        loadComponent: () =>
          import('./features/access/account/account-page.ts').then((file) => file.AccountPage),
      },
      {
        path: 'beranda',
        title: 'title.overview',
        canMatch: [requires('measures:read'), headsUnit],
        loadComponent: () => import('./features/overview/today/today-page.ts').then((file) => file.TodayPage),
      },
      {
        path: 'beranda',
        title: 'title.overview',
        canMatch: [requires('measures:read')],
        component: OverviewPage,
      },
      {
        path: 'beranda/apel',
        title: 'title.muster',
        canMatch: [requires('cases:read')],
        loadComponent: () =>
          import('./features/overview/today/muster-page.ts').then((file) => file.MusterPage),
      },
      {
        path: 'disposisi',
        title: 'title.dispositions',
        canMatch: [requires('dispositions:own')],
        loadComponent: () =>
          import('./features/dispositions/dispositions-page.ts').then((file) => file.DispositionsPage),
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
        path: 'aduan/:id',
        title: 'title.complaint',
        canMatch: [requires('complaints:read')],
        loadComponent: () =>
          import('./features/complaints/complaint-page.ts').then((file) => file.ComplaintPage),
      },
      {
        path: 'kepuasan',
        title: 'title.satisfaction',
        canMatch: [requires('measures:read')],
        loadComponent: () =>
          import('./features/satisfaction/satisfaction-page.ts').then((file) => file.SatisfactionPage),
      },
      {
        path: 'kepuasan/formulir',
        title: 'records.forms.title',
        canMatch: [requires('surveys:read')],
        loadComponent: () =>
          import('./features/records/survey-list-page.ts').then((file) => file.SurveyListPage),
      },
      {
        path: 'permohonan',
        title: 'records.title',
        canMatch: [requires('cases:read')],
        loadComponent: () => import('./features/records/case-list-page.ts').then((file) => file.CaseListPage),
      },
      {
        path: 'permohonan/:id',
        title: 'records.one',
        canMatch: [requires('cases:read')],
        loadComponent: () => import('./features/records/case-page.ts').then((file) => file.CasePage),
      },
      {
        path: 'unit/:code',
        title: 'unitPage.title',
        canMatch: [requires('measures:read')],
        canActivate: [sameUnit],
        runGuardsAndResolvers: 'paramsOrQueryParamsChange',
        loadComponent: () => import('./features/units/unit-page.ts').then((file) => file.UnitPage),
      },
      {
        path: 'unit/:code/kunjungan',
        title: 'visit.title',
        canMatch: [requires('measures:read')],
        canActivate: [sameUnit],
        runGuardsAndResolvers: 'paramsOrQueryParamsChange',
        loadComponent: () => import('./features/units/visit/visit-page.ts').then((file) => file.VisitPage),
      },
      {
        path: 'peta',
        title: 'map.title',
        canMatch: [requires('measures:read')],
        loadComponent: () => import('./features/units/map/map-page.ts').then((file) => file.MapPage),
      },
      {
        path: 'data',
        title: 'title.imports',
        canMatch: [requires('imports:write', 'attention:read')],
        loadComponent: () => import('./features/imports/imports-page.ts').then((file) => file.ImportsPage),
      },
      {
        path: 'pengaturan',
        title: 'title.settings',
        canMatch: [requires('users:manage', 'audit:read', 'structure:manage')],
        loadComponent: () =>
          import('./features/access/settings/settings-page.ts').then((file) => file.SettingsPage),
      },
      {
        path: 'pengaturan/pengguna',
        title: 'title.people',
        canMatch: [requires('users:manage')],
        loadComponent: () =>
          import('./features/access/people/people-page.ts').then((file) => file.PeoplePage),
      },
      {
        path: 'pengaturan/pengguna/:username',
        title: 'title.people',
        canMatch: [requires('users:manage')],
        loadComponent: () =>
          import('./features/access/people/people-person.ts').then((file) => file.PeoplePerson),
      },
      {
        path: 'pengaturan/jabatan',
        title: 'title.posts',
        canMatch: [requires('users:manage')],
        loadComponent: () => import('./features/access/posts/posts-page.ts').then((file) => file.PostsPage),
      },
      {
        path: 'pengaturan/jabatan/:id',
        title: 'title.posts',
        canMatch: [requires('users:manage')],
        loadComponent: () => import('./features/access/posts/posts-post.ts').then((file) => file.PostsPost),
      },
      {
        path: 'pengaturan/token',
        title: 'title.tokens',
        canMatch: [requires('users:manage')],
        loadComponent: () =>
          import('./features/access/settings/tokens-page.ts').then((file) => file.TokensPage),
      },
      {
        path: 'pengaturan/riwayat',
        title: 'title.history',
        canMatch: [requires('audit:read')],
        loadComponent: () =>
          import('./features/access/settings/history-page.ts').then((file) => file.HistoryPage),
      },
      {
        path: 'pengaturan/pembukaan',
        title: 'title.reveals',
        canMatch: [requires('reveals:read')],
        loadComponent: () =>
          import('./features/access/settings/reveals-page.ts').then((file) => file.RevealsPage),
      },
      {
        path: 'pengaturan/unit',
        title: 'structure.title.units',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/units/units-page.ts').then((file) => file.UnitsPage),
      },
      {
        path: 'pengaturan/unit/:code',
        title: 'structure.title.units',
        canMatch: [requires('structure:manage')],
        loadComponent: () => import('./features/structure/units/unit-page.ts').then((file) => file.UnitPage),
      },
      {
        path: 'pengaturan/layanan',
        title: 'structure.title.serviceSettings',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/standards/services-page.ts').then((file) => file.ServicesSettings),
      },
      {
        path: 'pengaturan/layanan/:code',
        title: 'structure.title.serviceSettings',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/standards/service-page.ts').then((file) => file.ServiceSettings),
      },
      {
        path: 'pengaturan/layanan/:code/standar',
        title: 'structure.title.standard',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/standards/standard-page.ts').then((file) => file.StandardPage),
      },
      {
        path: 'pengaturan/kalender',
        title: 'structure.title.calendars',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/calendars/calendars-page.ts').then((file) => file.CalendarsPage),
      },
      {
        path: 'pengaturan/kalender/:code',
        title: 'structure.title.calendars',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/calendars/calendar-page.ts').then((file) => file.CalendarPage),
      },
      {
        path: 'pengaturan/sesi',
        title: 'structure.title.sessions',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/sessions/sessions-page.ts').then((file) => file.SessionsPage),
      },
      {
        path: 'pengaturan/target',
        title: 'structure.title.targets',
        canMatch: [requires('structure:manage')],
        loadComponent: () =>
          import('./features/structure/targets/targets-page.ts').then((file) => file.TargetsPage),
      },
      {
        path: 'serah-terima/:post',
        title: 'title.handover',
        canMatch: [requires('account:own')],
        loadComponent: () =>
          import('./features/access/posts/handover-page.ts').then((file) => file.HandoverPage),
      },
      {
        path: '**',
        title: 'title.notFound',
        loadComponent: () => import('./shell/not-found.ts').then((file) => file.NotFound),
      },
    ],
  },
];

/** A screen that is fetched when it is opened has its words fetched along with it. */
function withWords(routes: Routes): Routes {
  return routes.map((route) => ({
    ...route,
    ...(route.loadComponent && { canActivate: [...(route.canActivate ?? []), screenWords] }),
    ...(route.children && { children: withWords(route.children) }),
  }));
}

export const routes: Routes = withWords(screens);

import type { Routes } from '@angular/router';
import { screenWords } from './core/language.ts';
import { headsUnit, requires, signedIn, toOwnHome } from './core/session-guard.ts';
import { OverviewPage } from './features/overview/overview-page.ts';
import { sameUnit } from './features/units/unit-address.ts';
import { notFound } from './shell/not-found.route.ts';
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
    path: 'berhenti-langganan/:token',
    title: 'unsubscribe.title',
    loadComponent: () =>
      import('./features/reports/subscriptions/unsubscribe-page.ts').then((file) => file.UnsubscribePage),
  },
  {
    path: 'publik/inovasi',
    loadChildren: () => import('./innovations.routes.ts').then((file) => file.publicInnovationRoutes),
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
        path: 'pemberitahuan',
        title: 'notices.title',
        canMatch: [requires('notices:own')],
        loadComponent: () => import('./features/notices/notices-page.ts').then((file) => file.NoticesPage),
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
        path: 'percontohan',
        title: 'pilots.title',
        canMatch: [requires('pilots:read')],
        loadComponent: () => import('./features/pilots/pilots-page.ts').then((file) => file.PilotsPage),
      },
      {
        path: 'percontohan/:id',
        title: 'pilots.one',
        canMatch: [requires('pilots:read')],
        loadComponent: () => import('./features/pilots/pilot-page.ts').then((file) => file.PilotPage),
      },
      {
        path: 'pegawai',
        title: 'staffFlags.title',
        canMatch: [requires('staff-flags:read')],
        loadComponent: () =>
          import('./features/staff-flags/flags/flag-list-page.ts').then((file) => file.FlagListPage),
      },
      {
        path: 'pegawai/aturan',
        title: 'staffFlags.rules.title',
        canMatch: [requires('staff-flags:read')],
        loadComponent: () =>
          import('./features/staff-flags/rules/rules-page.ts').then((file) => file.StaffRulesPage),
      },
      {
        path: 'pegawai/:id',
        title: 'staffFlags.one',
        canMatch: [requires('staff-flags:read')],
        loadComponent: () =>
          import('./features/staff-flags/flags/flag-page.ts').then((file) => file.FlagPage),
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
        path: 'inovasi',
        loadChildren: () => import('./innovations.routes.ts').then((file) => file.innovationRoutes),
      },
      {
        path: 'pengawasan',
        loadChildren: () => import('./oversight.routes.ts').then((file) => file.oversightRoutes),
      },
      {
        path: 'laporan',
        loadChildren: () => import('./reports.routes.ts').then((file) => file.reportRoutes),
      },
      {
        path: 'rapat',
        loadChildren: () => import('./reports.routes.ts').then((file) => file.meetingRoutes),
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
        loadChildren: () => import('./settings.routes.ts').then((file) => file.settingsRoutes),
      },
      {
        path: 'serah-terima/:post',
        title: 'title.handover',
        canMatch: [requires('account:own')],
        loadComponent: () =>
          import('./features/access/posts/handover-page.ts').then((file) => file.HandoverPage),
      },
      notFound,
    ],
  },
];

/** A screen that is fetched when it is opened has its words fetched along with it. */
function withWords(routes: Routes): Routes {
  return routes.map((route) => ({
    ...route,
    ...((route.loadComponent ?? route.loadChildren) && {
      canActivate: [...(route.canActivate ?? []), screenWords],
    }),
    ...(route.children && { children: withWords(route.children) }),
  }));
}

export const routes: Routes = withWords(screens);

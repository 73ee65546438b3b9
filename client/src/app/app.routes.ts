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
        path: 'pengawasan',
        title: 'nav.oversight',
        canMatch: [requires('watch-list:read')],
        loadComponent: () =>
          import('./features/oversight/watch-list/watch-page.ts').then((file) => file.WatchPage),
      },
      {
        path: 'pengawasan',
        pathMatch: 'full',
        canMatch: [requires('reconciliations:write')],
        redirectTo: 'pengawasan/selisih',
      },
      {
        path: 'pengawasan/temuan',
        title: 'oversight.page.findings',
        canMatch: [requires('findings:read')],
        loadComponent: () =>
          import('./features/oversight/findings/findings-page.ts').then((file) => file.FindingsPage),
      },
      {
        path: 'pengawasan/temuan/baru',
        title: 'oversight.newFinding.title',
        canMatch: [requires('findings:manage')],
        loadComponent: () =>
          import('./features/oversight/findings/new-finding-page.ts').then((file) => file.NewFindingPage),
      },
      {
        path: 'pengawasan/temuan/:id',
        title: 'oversight.finding.title',
        canMatch: [requires('findings:read')],
        loadComponent: () =>
          import('./features/oversight/findings/finding-page.ts').then((file) => file.FindingPage),
      },
      {
        path: 'pengawasan/uji-petik',
        title: 'oversight.page.samples',
        canMatch: [requires('samples:draw')],
        loadComponent: () =>
          import('./features/oversight/samples/samples-page.ts').then((file) => file.SamplesPage),
      },
      {
        path: 'pengawasan/uji-petik/:id',
        title: 'oversight.samples.one',
        canMatch: [requires('samples:draw')],
        loadComponent: () =>
          import('./features/oversight/samples/sample-page.ts').then((file) => file.SamplePage),
      },
      {
        path: 'pengawasan/indikasi',
        title: 'oversight.page.indications',
        canMatch: [requires('indications:read')],
        loadComponent: () =>
          import('./features/oversight/indications/indications-page.ts').then((file) => file.IndicationsPage),
      },
      {
        path: 'pengawasan/selisih',
        title: 'oversight.page.differences',
        canMatch: [requires('reconciliations:write')],
        loadComponent: () =>
          import('./features/oversight/reconciliations/reconciliations-page.ts').then(
            (file) => file.ReconciliationsPage,
          ),
      },
      {
        path: 'pengawasan/selisih/:id',
        title: 'oversight.differences.one',
        canMatch: [requires('reconciliations:write')],
        loadComponent: () =>
          import('./features/oversight/reconciliations/reconciliation-page.ts').then(
            (file) => file.ReconciliationPage,
          ),
      },
      {
        path: 'pengawasan/rapat',
        title: 'oversight.page.meetings',
        canMatch: [requires('dispositions:own')],
        loadComponent: () =>
          import('./features/oversight/meetings/meetings-page.ts').then((file) => file.MeetingsPage),
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
        canMatch: [requires('users:manage', 'audit:read', 'structure:manage', 'staff:manage')],
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
        path: 'pengaturan/pegawai',
        title: 'staffFlags.register.title',
        canMatch: [requires('staff:manage')],
        loadComponent: () =>
          import('./features/staff-flags/settings/staff-settings-page.ts').then(
            (file) => file.StaffSettingsPage,
          ),
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

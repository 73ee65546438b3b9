import type { Routes } from '@angular/router';
import { requires } from './core/session-guard.ts';
import { notFound } from './shell/not-found.route.ts';

/** Below `/publik/inovasi`: the catalogue as everyone may read it, outside of what surrounds the screens of those who signed in. */
export const publicInnovationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'innovationCatalogue.public.title',
    loadComponent: () =>
      import('./features/innovations/public/public-list-page.ts').then((file) => file.PublicListPage),
  },
  {
    path: ':slug',
    title: 'innovationCatalogue.public.title',
    loadComponent: () =>
      import('./features/innovations/public/public-entry-page.ts').then((file) => file.PublicEntryPage),
  },
];

/**
 * The screens below `/inovasi`, fetched with the first of them; the entry by its name stands last, after all screens that
 * have a name of their own.
 */
export const innovationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'innovation.title',
    canMatch: [requires('innovations:read')],
    loadComponent: () =>
      import('./features/innovations/catalogue/catalogue-page.ts').then((file) => file.CataloguePage),
  },
  {
    path: 'bandingkan',
    title: 'innovationCatalogue.compare.heading',
    canMatch: [requires('innovations:read')],
    loadComponent: () =>
      import('./features/innovations/compare/compare-page.ts').then((file) => file.ComparePage),
  },
  {
    path: 'tulis',
    title: 'innovationWriting.title',
    canMatch: [requires('innovations:write', 'innovations:review')],
    loadComponent: () =>
      import('./features/innovations/writing/writing-page.ts').then((file) => file.WritingPage),
  },
  {
    path: 'diikuti',
    title: 'innovationForum.follows.title',
    canMatch: [requires('innovations:discuss')],
    loadComponent: () =>
      import('./features/innovations/forum/follows-page.ts').then((file) => file.FollowsPage),
  },
  {
    path: 'moderasi',
    title: 'innovationForum.moderation.title',
    canMatch: [requires('innovations:moderate')],
    loadComponent: () =>
      import('./features/innovations/forum/moderation-page.ts').then((file) => file.ModerationPage),
  },
  {
    path: 'adopsi',
    title: 'adoption.title',
    canMatch: [requires('innovations:read')],
    loadComponent: () =>
      import('./features/innovations/adoption/adoptions-page.ts').then((file) => file.AdoptionsPage),
  },
  {
    path: 'adopsi/:id',
    title: 'adoption.one',
    canMatch: [requires('innovations:read')],
    loadComponent: () =>
      import('./features/innovations/adoption/adoption-page.ts').then((file) => file.AdoptionPage),
  },
  {
    path: 'gagasan',
    title: 'ideas.title',
    canMatch: [requires('ideas:read')],
    loadComponent: () => import('./features/innovations/ideas/ideas-page.ts').then((file) => file.IdeasPage),
  },
  {
    path: 'gagasan/:id',
    title: 'ideas.one',
    canMatch: [requires('ideas:read')],
    loadComponent: () => import('./features/innovations/ideas/idea-page.ts').then((file) => file.IdeaPage),
  },
  {
    path: ':key/lomba',
    title: 'awards.title',
    canMatch: [requires('innovations:write')],
    loadComponent: () =>
      import('./features/innovations/award-drafts/award-drafts-page.ts').then((file) => file.AwardDraftsPage),
  },
  {
    path: ':key/sunting',
    title: 'innovationWriting.edit',
    canMatch: [requires('innovations:write')],
    loadComponent: () =>
      import('./features/innovations/writing/editor/editor-page.ts').then((file) => file.EditorPage),
  },
  {
    path: ':key/telaah',
    title: 'innovationWriting.review.title',
    canMatch: [requires('innovations:review')],
    loadComponent: () =>
      import('./features/innovations/writing/review/review-page.ts').then((file) => file.ReviewPage),
  },
  {
    path: ':key/bagikan',
    title: 'innovationWriting.sharing.title',
    canMatch: [requires('innovations:share')],
    loadComponent: () =>
      import('./features/innovations/writing/sharing/sharing-page.ts').then((file) => file.SharingPage),
  },
  {
    path: ':key/bukti',
    title: 'innovationProof.title',
    canMatch: [requires('innovations:write')],
    loadComponent: () => import('./features/innovations/proof/proof-page.ts').then((file) => file.ProofPage),
  },
  {
    path: ':key/adopsi',
    title: 'adoption.plan.new',
    canMatch: [requires('innovations:adopt')],
    loadComponent: () =>
      import('./features/innovations/adoption/adopt-page.ts').then((file) => file.AdoptPage),
  },
  {
    path: ':key/versi',
    title: 'innovationWriting.versions.title',
    canMatch: [requires('innovations:read')],
    loadComponent: () =>
      import('./features/innovations/writing/review/versions-page.ts').then((file) => file.VersionsPage),
  },
  {
    path: ':key/lembar',
    title: 'innovationCatalogue.sheet.title',
    canMatch: [requires('innovations:read')],
    loadComponent: () =>
      import('./features/innovations/sheet/sheet-page.ts').then((file) => file.EntrySheetPage),
  },
  {
    path: ':key',
    title: 'innovation.title',
    canMatch: [requires('innovations:read')],
    loadComponent: () => import('./features/innovations/entry/entry-page.ts').then((file) => file.EntryPage),
  },
  notFound,
];

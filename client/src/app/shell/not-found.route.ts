import type { Route } from '@angular/router';

/**
 * Where no screen is, or none that the post covers. The last of every list of screens: the parent of a list that is
 * fetched would otherwise open empty where none of its screens may be seen.
 */
export const notFound: Route = {
  path: '**',
  title: 'title.notFound',
  loadComponent: () => import('./not-found.ts').then((file) => file.NotFound),
};

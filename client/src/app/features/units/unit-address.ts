import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

/** Where the screen of a unit shall go for an address: nowhere else, to a unit, or up to home. */
export type UnitWay = 'here' | 'home' | { readonly unit: string };

/**
 * The unit of the screen stands in the path and, as everywhere, in the selection; the two must name the same one. Who
 * comes from elsewhere wants the unit in the path. Who is there already and changes the selection wants the unit chosen;
 * without a unit that is the whole of the own scope, which is shown on home.
 *
 * @param code the unit in the path wanted
 * @param asked the unit in the query wanted
 * @param before path and query of the screen of a unit that is shown now; null on other screens
 */
export function unitWay(
  code: string,
  asked: string | null,
  before: { readonly code: string; readonly asked: string | null } | null,
): UnitWay {
  if (asked === code) return 'here';
  const changedHere = before !== null && before.code === code && before.asked === code;
  if (!changedHere) return { unit: code };
  return asked === null ? 'home' : { unit: asked };
}

/** Keeps path and selection of the screens of a unit together. */
export const sameUnit: CanActivateFn = (route) => {
  const router = inject(Router);
  const way = unitWay(
    route.paramMap.get('code') ?? '',
    route.queryParamMap.get('unit'),
    shownUnit(router.url, router),
  );
  if (way === 'here') return true;
  if (way === 'home')
    return router.createUrlTree(['/beranda'], { queryParams: { ...route.queryParams, unit: null } });
  const below = route.url.slice(2).map(({ path }) => path);
  return router.createUrlTree(['/unit', way.unit, ...below], {
    queryParams: { ...route.queryParams, unit: way.unit },
  });
};

function shownUnit(url: string, router: Router): { code: string; asked: string | null } | null {
  const tree = router.parseUrl(url);
  const [screen, code] = tree.root.children['primary']?.segments ?? [];
  return screen?.path === 'unit' && code !== undefined
    ? { code: code.path, asked: tree.queryParamMap.get('unit') }
    : null;
}

import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, type RedirectFunction, Router } from '@angular/router';
import { type Permission, seesWholeKabupaten } from '#domain/permissions';
import { Session } from './session.ts';

/** Where everybody who is signed in may go, whatever the post. */
export const OWN_ACCOUNT = '/akun';

/**
 * Lets signed-in people through; others see the sign-in page first and come back to where they wanted to go. Who still
 * lacks the second factor that the post asks for is led to the own account, whatever the address.
 */
export const signedIn: CanActivateFn = (_route, state) => {
  const session = inject(Session);
  const tree = (path: string) =>
    inject(Router).createUrlTree([path], { queryParams: state.url === '/' ? {} : { tujuan: state.url } });
  if (session.user() === null) return tree('/masuk');
  if (session.locked() && !isOwnAccount(state.url)) return tree(OWN_ACCOUNT);
  return true;
};

/** Offers a screen only to posts that hold the permission. */
export function requires(...permissions: readonly Permission[]): CanMatchFn {
  return () => {
    const session = inject(Session);
    return session.user() === null || permissions.some((permission) => session.can(permission));
  };
}

/** Offers a screen only to posts that look after one unit and its records; others look over the whole kabupaten. */
export const headsUnit: CanMatchFn = () => {
  const session = inject(Session);
  const user = session.user();
  return user !== null && !seesWholeKabupaten(user.role) && session.can('cases:read');
};

/** The first screen of a post: figures, else settings, else the catalogue; strangers sign in first. The query goes along. */
export const toOwnHome: RedirectFunction = ({ queryParams }) => {
  const [session, router] = [inject(Session), inject(Router)];
  const home = (): string => {
    if (session.user() === null) return '/masuk';
    if (session.locked()) return OWN_ACCOUNT;
    const settings = session.can('users:manage') || session.can('audit:read');
    if (session.can('measures:read')) return '/beranda';
    // Who decides on staff has no figures of their own.
    if (session.can('staff-flags:decide')) return '/pegawai';
    if (settings) return '/pengaturan';
    // A member of FORCASI reads the shared catalogue.
    return session.can('innovations:read') ? '/inovasi' : '/beranda';
  };
  return router.createUrlTree([home()], { queryParams });
};

function isOwnAccount(url: string): boolean {
  return url === OWN_ACCOUNT || url.startsWith(`${OWN_ACCOUNT}?`);
}

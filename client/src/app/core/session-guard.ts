import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Permission } from '#domain/permissions';
import { Session } from './session.ts';

/** Lets signed-in people through; others see the sign-in page first and come back to where they wanted to go. */
export const signedIn: CanActivateFn = (_route, state) => {
  if (inject(Session).user() !== null) return true;
  return inject(Router).createUrlTree(['/masuk'], {
    queryParams: state.url === '/' ? {} : { tujuan: state.url },
  });
};

/** Offers a screen only to roles that hold the permission. */
export function requires(permission: Permission): CanMatchFn {
  return () => {
    const session = inject(Session);
    return session.user() === null || session.can(permission);
  };
}

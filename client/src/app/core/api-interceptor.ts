import { type HttpInterceptorFn, HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { API } from './api.ts';
import { Language } from './language.ts';
import { problemOf } from './problem.ts';
import { OWN_ACCOUNT } from './session-guard.ts';
import { Session } from './session.ts';

/** Says on the sign-in page why the person is there again. */
export const SESSION_ENDED = 'sesi-berakhir';

/**
 * Tells the server the language of the screen; leads to the sign-in page when a session has ended, and to the own
 * account when the post asks for a second factor that is missing.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(API)) return next(request);
  const session = inject(Session);
  const router = inject(Router);
  const localized = request.clone({ setHeaders: { 'Accept-Language': inject(Language).active() } });
  return next(localized).pipe(
    catchError((error: unknown) => {
      if (error instanceof HttpErrorResponse && session.user() !== null) {
        const { code } = problemOf(error);
        const here = { tujuan: router.url };
        if (error.status === 401 && endsSession(code)) {
          session.forget();
          void router.navigate(['/masuk'], { queryParams: { ...here, galat: SESSION_ENDED } });
        } else if (code === 'second-factor-needed' && !session.locked()) {
          void session.restore().then(() => router.navigate([OWN_ACCOUNT], { queryParams: here }));
        }
      }
      return throwError(() => error);
    }),
  );
};

/** True when a 401 says that nobody is signed in; one about a password or code just typed leaves the session alone. */
export function endsSession(code: string): boolean {
  return code === 'not-signed-in' || code === 'unknown';
}

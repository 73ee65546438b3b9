import { type HttpInterceptorFn, HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { API } from './api.ts';
import { Language } from './language.ts';
import { Session } from './session.ts';

/** Tells the server the language of the screen, and leads to the sign-in page when a session has ended. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(API)) return next(request);
  const session = inject(Session);
  const router = inject(Router);
  const localized = request.clone({ setHeaders: { 'Accept-Language': inject(Language).active() } });
  return next(localized).pipe(
    catchError((error: unknown) => {
      const ended = error instanceof HttpErrorResponse && error.status === 401 && session.user() !== null;
      if (ended) {
        session.forget();
        void router.navigate(['/masuk'], { queryParams: { tujuan: router.url } });
      }
      return throwError(() => error);
    }),
  );
};

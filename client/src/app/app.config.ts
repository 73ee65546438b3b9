import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { routes } from './app.routes.ts';
import { apiInterceptor } from './core/api-interceptor.ts';
import { Language, TranslationLoader } from './core/language.ts';
import { LostScreen } from './core/lost-screen.ts';
import { PageTitle } from './core/page-title.ts';
import { Session } from './core/session.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([apiInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler((error) => inject(LostScreen).report(error)),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: {
        availableLangs: ['id', 'en'],
        defaultLang: 'id',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: TranslationLoader,
    }),
    provideAppInitializer(() => start(inject(Language), inject(Session))),
  ],
};

/** Words and session arrive together before the first screen; without a server the sign-in page says so itself. */
async function start(language: Language, session: Session): Promise<void> {
  await Promise.all([language.restore(), session.restore().catch((error: unknown) => console.error(error))]);
}

import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../core/language.ts';
import { Session } from '../core/session.ts';

/** An address without a screen, or with one that the active role does not cover. */
@Component({
  selector: 'pandu-not-found',
  imports: [RouterLink],
  template: `
    @if (session.can('measures:read')) {
      <h1>{{ t('notFound.title') }}</h1>
      <p class="muted">{{ t('notFound.text') }}</p>
      <p>
        <a class="action" routerLink="/beranda">{{ t('notFound.home') }}</a>
      </p>
    } @else {
      <h1>{{ t('notFound.noScreens') }}</h1>
      <p class="muted">{{ t('notFound.noScreensText') }}</p>
    }
  `,
  styles: `
    h1 {
      margin: 32px 0 8px;
    }
    p {
      max-width: 34em;
      margin-bottom: 8px;
    }
  `,
})
export class NotFound {
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
}

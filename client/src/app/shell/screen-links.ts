import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Language } from '../core/language.ts';
import { Selection } from '../core/selection.ts';
import { Session } from '../core/session.ts';
import { SCREENS } from './screens.ts';

/** The screens that this person may open; the selection goes along. At the top of a wide screen, at the foot of a phone. */
@Component({
  selector: 'pandu-screen-links',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('nav.screens')">
      @for (screen of screens(); track screen.path) {
        <a
          [routerLink]="screen.path"
          [queryParams]="selection.carried()"
          routerLinkActive="on"
          ariaCurrentWhenActive="page"
          >{{ t(screen.label) }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 20px;
    }
    a {
      font: var(--table);
      color: var(--muted);
      text-decoration: none;
      padding: 18px 0 13px;
      border-bottom: 3px solid transparent;
    }
    a:hover {
      color: var(--ink);
    }
    a.on {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--primary);
    }
    @media (max-width: 760px) {
      nav {
        justify-content: space-around;
        gap: 0;
      }
      a {
        flex: 1;
        font: var(--note);
        text-align: center;
        padding: 14px 2px;
        border: 0;
      }
      a.on {
        color: var(--primary);
      }
    }
  `,
})
export class ScreenLinks {
  private readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly screens = computed(() =>
    SCREENS.filter((screen) => this.session.can(screen.permission)),
  );
}

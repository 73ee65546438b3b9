import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Language } from '../core/language.ts';
import { LostScreen } from '../core/lost-screen.ts';
import { OtherTabs } from '../core/other-tabs.ts';
import { Session } from '../core/session.ts';
import { ScreenLinks } from './screen-links.ts';
import { openScreens } from './screens.ts';
import { StatusLine } from './status-line.ts';
import { TopBar } from './top-bar.ts';

/** What surrounds every screen: who, where, how fresh, and the way to the other screens. */
@Component({
  selector: 'pandu-shell',
  imports: [RouterOutlet, ScreenLinks, StatusLine, TopBar],
  template: `
    <a class="skip" href="#isi" (click)="skip($event, content)">{{ t('nav.skip') }}</a>
    <div class="page">
      <pandu-top-bar />
      <pandu-status-line />
      <main #content id="isi" tabindex="-1">
        @if (lost.url() !== null) {
          <div class="lost">
            <p role="alert">{{ t('problem.screen') }}</p>
            <button type="button" class="action" (click)="lost.retry()">
              {{ t('state.retry') }}
            </button>
          </div>
        }
        <router-outlet />
      </main>
    </div>
    @if (anyScreen()) {
      <pandu-screen-links class="bottom" [narrow]="true" />
    }
  `,
  styles: `
    .skip {
      position: absolute;
      left: 16px;
      top: -48px;
      background: var(--paper);
      border: 1px solid var(--control);
      padding: 8px 16px;
      z-index: 10;
    }
    .skip:focus {
      top: 8px;
    }
    main {
      outline: none;
    }
    .lost {
      padding: 16px 0;
      border-bottom: 1px solid var(--hair);
    }
    .bottom {
      display: none;
    }
    @media (max-width: 760px) {
      .bottom {
        display: block;
        position: fixed;
        inset: auto 0 0;
        background: var(--paper);
        border-top: 1px solid var(--ink);
        padding-bottom: env(safe-area-inset-bottom);
        z-index: 5;
      }
    }
    @media print {
      .bottom {
        display: none;
      }
    }
  `,
})
export class Shell {
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly lost = inject(LostScreen);
  /** Without screens of the bar (settings only, or a second factor missing) a phone has no bar at its foot. */
  protected readonly anyScreen = computed(
    () => openScreens((permission) => this.session.can(permission)).length > 0,
  );

  constructor() {
    // From now on this tab hears when the person signs out in another one.
    inject(OtherTabs);
  }

  protected skip(event: Event, content: HTMLElement): void {
    // The address holds the selection; a fragment in it would be one more state.
    event.preventDefault();
    content.focus();
  }
}

import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { Language } from '../core/language.ts';
import { Selection } from '../core/selection.ts';
import { Session } from '../core/session.ts';
import { ChoicePanel } from '../ui/filter-sentence/choice-panel.ts';
import { ON_PHONE, findScreen, openScreens } from './screens.ts';

/** Below this width of the window the bar at the top has no room for all screens either. */
const TIGHT = '(max-width: 1280px)';

/**
 * The screens that this person may open; the selection goes along. At the top of a wide screen all of them, on a narrower
 * one and at the foot of a phone the first ones and a word that opens the others.
 */
@Component({
  selector: 'pandu-screen-links',
  imports: [ChoicePanel, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('nav.screens')">
      @for (screen of first(); track screen.path) {
        <a
          [routerLink]="screen.path"
          [queryParams]="selection.carried()"
          routerLinkActive="on"
          ariaCurrentWhenActive="page"
          >{{ t(screen.label) }}</a
        >
      }
      @if (others().length > 0) {
        <button
          #word
          type="button"
          aria-haspopup="dialog"
          [class.on]="amongOthers()"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          {{ t('nav.more') }}
        </button>
        @defer (when open()) {
          @if (open()) {
            <pandu-choice-panel
              [origin]="word"
              [label]="t('nav.more')"
              [content]="list"
              (closed)="open.set(false)"
            />
          }
        }
      }
    </nav>
    <ng-template #list>
      <ul>
        @for (screen of others(); track screen.path) {
          <li>
            <a
              class="other"
              [routerLink]="screen.path"
              [queryParams]="selection.carried()"
              routerLinkActive="on"
              ariaCurrentWhenActive="page"
              (click)="open.set(false)"
              >{{ t(screen.label) }}</a
            >
          </li>
        }
      </ul>
    </ng-template>
  `,
  styles: `
    nav {
      display: flex;
      gap: 20px;
    }
    a,
    button {
      font: var(--table);
      color: var(--muted);
      text-decoration: none;
      padding: 18px 0 13px;
      border-bottom: 3px solid transparent;
    }
    .other {
      display: block;
      padding: 12px 0;
      font: var(--body);
      border: 0;
      border-bottom: 1px solid var(--hair);
    }
    li:last-child .other {
      border: 0;
    }
    a:hover {
      color: var(--ink);
    }
    .on {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--primary);
    }
    @media (max-width: 760px) {
      nav {
        justify-content: space-around;
        gap: 0;
      }
      nav > a,
      nav > button {
        flex: 1;
        font: var(--note);
        text-align: center;
        padding: 14px 2px;
        border: 0;
      }
      .on,
      nav > .on {
        color: var(--primary);
      }
    }
  `,
})
export class ScreenLinks {
  /** True at the foot of a phone. */
  readonly narrow = input(false);

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly open = signal(false);
  private readonly tight = signal(matchMedia(TIGHT).matches);

  private readonly screens = computed(() => openScreens((permission) => this.session.can(permission)));
  /** One more than fits would be a list of one: it stands in the bar itself. */
  protected readonly first = computed(() =>
    (this.narrow() || this.tight()) && this.screens().length > ON_PHONE + 1
      ? this.screens().slice(0, ON_PHONE)
      : this.screens(),
  );
  protected readonly others = computed(() => this.screens().slice(this.first().length));
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => this.router.url),
    ),
    { requireSync: true },
  );
  protected readonly amongOthers = computed(() => {
    const here = findScreen(this.address());
    return here !== null && this.others().includes(here);
  });

  constructor() {
    const window = matchMedia(TIGHT);
    const look = (): void => this.tight.set(window.matches);
    window.addEventListener('change', look);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('change', look));
  }
}

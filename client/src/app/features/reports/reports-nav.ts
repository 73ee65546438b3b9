import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Permission } from '#domain/permissions';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';

const PAGES: readonly { readonly path: string; readonly name: string; readonly permission: Permission }[] = [
  { path: '/laporan', name: 'reports', permission: 'reports:read' },
  { path: '/laporan/peringatan', name: 'alerts', permission: 'reports:read' },
  { path: '/laporan/langganan', name: 'subscriptions', permission: 'subscriptions:own' },
];

/** The pages of reports that the post in use may open. */
@Component({
  selector: 'pandu-reports-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('alerts.pages')">
      @for (page of pages(); track page.path) {
        <a
          [routerLink]="page.path"
          [queryParams]="selection.carried()"
          routerLinkActive="on"
          [routerLinkActiveOptions]="{
            paths: page.path === '/laporan' ? 'exact' : 'subset',
            queryParams: 'ignored',
            fragment: 'ignored',
            matrixParams: 'ignored',
          }"
          ariaCurrentWhenActive="page"
          >{{ t('alerts.page.' + page.name) }}</a
        >
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
      margin: 20px 0 14px;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      font: var(--table);
    }
    a {
      padding: 4px 0;
      color: var(--muted);
      text-decoration: none;
      border-bottom: 2px solid transparent;
    }
    a:hover {
      color: var(--ink);
    }
    .on {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--primary);
    }
    @media (pointer: coarse) {
      a {
        padding: 10px 0;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ReportsNav {
  private readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly pages = computed(() => PAGES.filter(({ permission }) => this.session.can(permission)));
}

import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Permission } from '#domain/permissions';
import { Language } from '../core/language.ts';
import { Selection } from '../core/selection.ts';
import { Session } from '../core/session.ts';

/** A page among several that belong together. */
export interface PageTab {
  readonly path: string;
  /** Translation key of its name. */
  readonly label: string;
  readonly permission: Permission;
}

/** Pages that belong together, those that the post in use may open; the first is the one whose path all others begin with. */
@Component({
  selector: 'pandu-page-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="label()">
      @for (page of open(); track page.path) {
        <a
          [routerLink]="page.path"
          [queryParams]="selection.carried()"
          routerLinkActive="on"
          [routerLinkActiveOptions]="{
            paths: page.path === pages()[0]?.path ? 'exact' : 'subset',
            queryParams: 'ignored',
            fragment: 'ignored',
            matrixParams: 'ignored',
          }"
          ariaCurrentWhenActive="page"
          >{{ t(page.label) }}</a
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
        padding: 11px 0;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class PageTabs {
  readonly pages = input.required<readonly PageTab[]>();
  readonly label = input.required<string>();

  private readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly open = computed(() =>
    this.pages().filter(({ permission }) => this.session.can(permission)),
  );
}

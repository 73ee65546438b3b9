import { Component, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Language } from '../core/language.ts';

/** A step of the way to what is looked at. */
export interface PathStep {
  readonly label: string;
  /** Where it leads, an empty path staying on the page; null for where one is. */
  readonly link: { readonly path: string | readonly string[]; readonly query?: Params } | null;
}

/** The way back up, above the heading of a page. */
@Component({
  selector: 'pandu-page-path',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('nav.path')">
      @for (step of steps(); track $index; let last = $last) {
        @if (step.link; as link) {
          <a [routerLink]="link.path" [queryParams]="link.query">{{ step.label }}</a>
        } @else {
          <span [attr.aria-current]="last ? 'page' : null">{{ step.label }}</span>
        }
        @if (!last) {
          <span aria-hidden="true"> › </span>
        }
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
      min-height: 20px;
      margin: 20px 0 12px;
      font: var(--table);
      color: var(--muted);
    }
    a {
      text-decoration: underline;
      text-decoration-color: var(--hair);
      text-underline-offset: 4px;
    }
    a:hover {
      text-decoration-color: var(--primary);
    }
    @media (pointer: coarse) {
      a {
        display: inline-block;
        padding: 12px 0;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class PagePath {
  readonly steps = input.required<readonly PathStep[]>();
  protected readonly t = inject(Language).t;
}

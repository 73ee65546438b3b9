import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** A unit with what is to be said of it: its name leads to its screen, under it who answers for it. */
@Component({
  selector: 'pandu-unit-matters',
  imports: [RouterLink],
  template: `
    <article>
      <h2>
        <a [routerLink]="['/unit', unit().code]">{{ unit().name }}</a>
      </h2>
      @if (owner(); as post) {
        <p class="note">{{ post }}</p>
      }
      <ng-content />
    </article>
  `,
  styles: `
    article {
      padding: 14px 0;
      border-bottom: 1px solid var(--hair);
    }
    h2 {
      font: var(--lead);
      font-weight: 600;
    }
    a {
      color: inherit;
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
  `,
})
export class UnitMatters {
  readonly unit = input.required<{ readonly code: string; readonly name: string }>();
  /** The post that answers for it; null where nobody does. */
  readonly owner = input.required<string | null>();
}

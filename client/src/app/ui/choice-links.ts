import { Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

/** One way to look at a list. */
export interface Choice {
  readonly label: string;
  /** What of the address changes; null takes a parameter out. */
  readonly change: Params;
  readonly on: boolean;
}

/** Ways to look at a list, side by side above it; the chosen one stands in the address. Content comes after them. */
@Component({
  selector: 'pandu-choice-links',
  imports: [RouterLink],
  template: `
    <nav class="actions" [class.ruled]="ruled()" [attr.aria-label]="label()">
      @for (choice of choices(); track choice.label) {
        <a
          class="action"
          [class.quiet]="!choice.on"
          [attr.aria-current]="choice.on ? 'true' : null"
          [routerLink]="[]"
          [queryParams]="choice.change"
          queryParamsHandling="merge"
          >{{ choice.label }}</a
        >
      }
      <ng-content />
    </nav>
  `,
  styles: `
    .ruled {
      padding: 6px 0 10px;
      border-bottom: 1px solid var(--ink);
    }
    .action[aria-current] {
      color: var(--ink);
      font-weight: 600;
    }
  `,
})
export class ChoiceLinks {
  /** What is chosen here, for those who hear the page. */
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  /** With a line below: the list follows. */
  readonly ruled = input(false);
}

import { Component, input } from '@angular/core';
import { SettingsPath } from '../../ui/settings-path.ts';

/** Where in the settings a page is, its heading, and what it is for. */
@Component({
  selector: 'pandu-structure-head',
  imports: [SettingsPath],
  template: `
    <pandu-settings-path [here]="heading()" [above]="above()" />
    <h1>{{ heading() }}</h1>
    @if (lead(); as text) {
      <p class="muted">{{ text }}</p>
    }
    <p class="done note" role="status">{{ done() }}</p>
  `,
  styles: `
    h1 {
      margin: 8px 0;
    }
    p {
      max-width: 40em;
    }
    .done:not(:empty) {
      padding: 8px 0 0;
      color: var(--ink);
    }
  `,
})
export class StructureHead {
  readonly heading = input.required<string>();
  readonly lead = input('');
  /** What was just done; empty otherwise. */
  readonly done = input('');
  readonly above = input<{ readonly path: string; readonly label: string } | null>(null);
}

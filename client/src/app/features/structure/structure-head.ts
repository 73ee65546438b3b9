import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../core/language.ts';

/** Where in the settings a page is, its heading, and what it is for. */
@Component({
  selector: 'pandu-structure-head',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('nav.path')">
      @for (step of steps(); track step.path) {
        <a [routerLink]="step.path">{{ step.label }}</a><span aria-hidden="true"> › </span>
      }
      <span aria-current="page">{{ heading() }}</span>
    </nav>
    <h1>{{ heading() }}</h1>
    @if (lead(); as text) {
      <p class="muted">{{ text }}</p>
    }
    <p class="done note" role="status">{{ done() }}</p>
  `,
  styles: `
    nav {
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

  protected readonly t = inject(Language).t;
  protected readonly steps = computed(() => {
    const above = this.above();
    return [{ path: '/pengaturan', label: this.t('title.settings') }, ...(above === null ? [] : [above])];
  });
}

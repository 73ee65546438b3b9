import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';

/** The way back up from a page of the settings. */
@Component({
  selector: 'pandu-settings-path',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('nav.path')">
      @for (step of steps(); track step.path) {
        <a [routerLink]="step.path">{{ step.label }}</a><span aria-hidden="true"> › </span>
      }
      <span aria-current="page">{{ here() }}</span>
    </nav>
  `,
  styles: `
    :host {
      display: block;
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
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class SettingsPath {
  /** Name of the page that is open. */
  readonly here = input.required<string>();
  /** A page of the settings between their index and this one. */
  readonly above = input<{ readonly path: string; readonly label: string } | null>(null);

  protected readonly t = inject(Language).t;
  protected readonly steps = computed(() => {
    const above = this.above();
    return [{ path: '/pengaturan', label: this.t('title.settings') }, ...(above === null ? [] : [above])];
  });
}

import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Directory } from '../core/directory.ts';
import { Language } from '../core/language.ts';
import { Selection } from '../core/selection.ts';

/** The way down to what is looked at: kabupaten, unit, service. Every step leads back up without losing the rest. */
@Component({
  selector: 'pandu-breadcrumb',
  imports: [RouterLink],
  template: `
    @if (steps().length > 1) {
      <nav [attr.aria-label]="t('nav.path')">
        @for (step of steps(); track $index; let last = $last) {
          @if (last) {
            <span aria-current="page">{{ step.label }}</span>
          } @else {
            <a [routerLink]="[]" [queryParams]="step.parameters">{{ step.label }}</a><span aria-hidden="true">
              ›
            </span>
          }
        }
      </nav>
    }
  `,
  host: { '[class.deep]': 'deep()' },
  styles: `
    :host {
      display: block;
      margin-top: 20px;
      font: var(--table);
      color: var(--muted);
    }
    :host(.deep) {
      min-height: 20px;
    }
    a {
      text-decoration: underline;
      text-decoration-color: var(--hair);
      text-underline-offset: 4px;
    }
    a:hover {
      text-decoration-color: var(--primary);
    }
  `,
})
export class Breadcrumb {
  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;

  protected readonly steps = computed(() => {
    const unit = this.selection.unit();
    const service = this.selection.service();
    const path = unit === null ? [] : (this.directory.findUnit(unit)?.path ?? []);
    const top = path.length > 0 ? path : this.topOnly();
    const units = top.map((step, index) => ({
      label: step.name,
      parameters: this.selection.with({ unit: index === 0 ? null : step.code, service: null }),
    }));
    const services =
      service === null
        ? []
        : [{ label: this.directory.serviceName(service), parameters: this.selection.with({}) }];
    return [...units, ...services];
  });

  /** Below the top: the place of the path is kept while its names are on their way. */
  protected readonly deep = computed(
    () => this.selection.unit() !== null || this.selection.service() !== null,
  );

  constructor() {
    effect(() => {
      if (this.selection.unit() !== null || this.selection.service() !== null) this.directory.need('units');
      if (this.selection.service() !== null) this.directory.need('services');
      if (this.selection.channel() !== null) this.directory.need('channels');
    });
  }

  private topOnly(): readonly { code: string; name: string }[] {
    const root = this.directory.units()?.[0];
    return root === undefined ? [] : [root];
  }
}

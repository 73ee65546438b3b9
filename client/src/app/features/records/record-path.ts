import { Component, computed, effect, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Directory } from '../../core/directory.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';

/** A step of the way below the units and the service. */
export interface PathStep {
  readonly label: string;
  /** Null for where one is. */
  readonly link: { readonly path: string; readonly query: Params } | null;
}

/** The way down to records: kabupaten, unit, service, the number that was clicked, the record. Every step keeps the rest. */
@Component({
  selector: 'pandu-record-path',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('nav.path')">
      @for (step of all(); track $index; let last = $last) {
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
      margin: 20px 0 14px;
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
export class RecordPath {
  /** The measure page that the number stands on. */
  readonly measurePage = input.required<string>();
  readonly steps = input.required<readonly PathStep[]>();

  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;

  /** Units and service lead to the measure page, where their numbers stand. */
  protected readonly all = computed<readonly PathStep[]>(() => {
    const { unit, service } = this.selection.values();
    const found = unit === null ? [] : (this.directory.findUnit(unit)?.path ?? []);
    const own = this.session.user()?.unit?.name ?? this.session.kabupaten()?.name ?? '';
    const top = this.directory.units()?.[0];
    const units = found.length > 0 ? found : [{ code: top?.code ?? '', name: top?.name ?? own }];
    const carried = this.selection.carried();
    const path = this.measurePage();
    const without = (left: Params, ...names: string[]): Params =>
      Object.fromEntries(Object.entries(left).filter(([name]) => !names.includes(name)));
    return [
      ...units.map((step, index) => ({
        label: step.name,
        link: {
          path,
          query: {
            ...without(carried, 'service', 'unit'),
            ...(index === 0 ? {} : { unit: step.code }),
          },
        },
      })),
      ...(service === null
        ? []
        : [{ label: this.directory.serviceName(service), link: { path, query: carried } }]),
      ...this.steps(),
    ];
  });

  constructor() {
    effect(() => {
      const { unit, service, channel } = this.selection.values();
      if (unit !== null) this.directory.need('units');
      if (service !== null) this.directory.need('services');
      if (channel !== null) this.directory.need('channels');
    });
  }
}

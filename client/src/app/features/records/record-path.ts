import { Component, computed, effect, inject, input } from '@angular/core';
import type { Params } from '@angular/router';
import { Directory } from '../../core/directory.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { PagePath, type PathStep } from '../../ui/page-path.ts';

/** The way down to records: kabupaten, unit, service, the number that was clicked, the record. Every step keeps the rest. */
@Component({
  selector: 'pandu-record-path',
  imports: [PagePath],
  template: `<pandu-page-path [steps]="all()" />`,
})
export class RecordPath {
  /** The measure page that the number stands on. */
  readonly measurePage = input.required<string>();
  readonly steps = input.required<readonly PathStep[]>();
  /** The unit that the way leads through; by default the selected one. */
  readonly through = input<string | null>(null);

  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);

  private readonly unit = computed(() => this.through() ?? this.selection.unit());

  /** Units and service lead to the measure page, where their numbers stand. */
  protected readonly all = computed<readonly PathStep[]>(() => {
    const { service } = this.selection.values();
    const unit = this.unit();
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
      const { service, channel } = this.selection.values();
      if (this.unit() !== null) this.directory.need('units');
      if (service !== null) this.directory.need('services');
      if (channel !== null) this.directory.need('channels');
    });
  }
}

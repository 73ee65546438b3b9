import { Component, computed, effect, inject } from '@angular/core';
import { Directory } from '../core/directory.ts';
import { Selection } from '../core/selection.ts';
import { PagePath, type PathStep } from './page-path.ts';

/** The way down to what is looked at: kabupaten, unit, service. Every step leads back up without losing the rest. */
@Component({
  selector: 'pandu-breadcrumb',
  imports: [PagePath],
  template: `
    @if (deep()) {
      <pandu-page-path [steps]="steps()" />
    }
  `,
  styles: `
    /* What follows keeps its distance from the top where there is no way up. */
    :host {
      display: block;
      margin-top: 20px;
    }
    pandu-page-path {
      margin: 0;
    }
  `,
})
export class Breadcrumb {
  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);

  protected readonly steps = computed<readonly PathStep[]>(() => {
    const unit = this.selection.unit();
    const service = this.selection.service();
    const path = unit === null ? [] : (this.directory.findUnit(unit)?.path ?? []);
    const top = path.length > 0 ? path : this.topOnly();
    const steps = top.map((step, index) => ({
      label: step.name,
      link: { path: [], query: this.selection.with({ unit: index === 0 ? null : step.code, service: null }) },
    }));
    const all =
      service === null ? steps : [...steps, { label: this.directory.serviceName(service), link: null }];
    // The last is where one is.
    return all.map((step, index) => (index === all.length - 1 ? { ...step, link: null } : step));
  });

  /** Only below the top; the place of the path is kept while its names are on their way. */
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

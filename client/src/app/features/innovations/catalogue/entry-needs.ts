import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { EntryCard } from './catalogue-api.ts';

/** What an entry needs, in a word each; what its owner does not tell is said to be untold. */
@Component({
  selector: 'pandu-entry-needs',
  template: `
    <dl>
      @for (need of needs(); track need.label) {
        <dt>{{ need.label }}</dt>
        <dd [class.muted]="!need.told">{{ need.text }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      column-gap: 12px;
      font: var(--table);
    }
    dt {
      color: var(--muted);
    }
    dd {
      text-align: right;
    }
  `,
})
export class EntryNeeds {
  readonly entry = input.required<EntryCard>();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly needs = computed(() => {
    const { people, connectivity, costBand, weeksToStart } = this.entry();
    const formats = this.formats.now;
    const needed = [
      ...(connectivity === null ? [] : [this.t(`innovationCatalogue.needs.${connectivity}`)]),
      ...(people === null
        ? []
        : [this.t('innovationCatalogue.needs.people', { count: formats.number(people) })]),
    ].join(', ');
    const line = (id: string, text: string) => ({
      label: this.t(`innovationCatalogue.needs.${id}`),
      text: text === '' ? this.t('innovationCatalogue.needs.untold') : text,
      told: text !== '',
    });
    return [
      line('needs', needed),
      line('cost', costBand === null ? '' : this.t(`innovationCatalogue.cost.${costBand}`)),
      ...(weeksToStart === null
        ? []
        : [
            line('start', this.t('innovationCatalogue.needs.weeks', { count: formats.number(weeksToStart) })),
          ]),
    ];
  });
}

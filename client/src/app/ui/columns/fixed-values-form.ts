import { Component, computed, effect, inject, input, model } from '@angular/core';
import { IKM_INSTRUMENTS } from '#domain/ikm/instruments';
import { Directory } from '../../core/directory.ts';
import { Language } from '../../core/language.ts';
import type { FixedValues, MatchedDataset } from './column-mapping.ts';

/** One value for all rows, for required fields that the file has no column for: "everything here is of Sebulu". */
@Component({
  selector: 'pandu-fixed-values-form',
  template: `
    @if (columns().length > 0) {
      <fieldset>
        <legend>{{ t('imports.fixed') }}</legend>
        @for (column of columns(); track column.english) {
          <label class="field">
            <span>{{ languageNow() === 'en' ? column.english : column.name }}</span>
            <input
              class="input"
              [attr.list]="'pandu-fixed-' + column.english"
              [value]="values()[column.english] ?? ''"
              (change)="set(column.english, $event)"
            />
          </label>
          <datalist [id]="'pandu-fixed-' + column.english">
            @for (choice of choices(column.english); track choice.code) {
              <option [value]="choice.code">{{ choice.name }}</option>
            }
          </datalist>
        }
      </fieldset>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      gap: 12px 18px;
      border: 0;
      padding: 0;
      margin-top: 18px;
    }
    legend {
      font: var(--table);
      font-weight: 600;
      padding: 0;
      margin-bottom: 8px;
    }
  `,
})
export class FixedValuesForm {
  readonly dataset = input.required<MatchedDataset>();
  /** The required fields that no column of the file fills. */
  readonly fields = input.required<readonly string[]>();
  readonly values = model.required<FixedValues>();

  private readonly language = inject(Language);
  private readonly directory = inject(Directory);
  protected readonly t = this.language.t;
  protected readonly languageNow = this.language.active;
  protected readonly columns = computed(() =>
    this.dataset().columns.filter((column) => this.fields().includes(column.english)),
  );

  constructor() {
    effect(() => {
      if (this.fields().includes('unit')) this.directory.need('units');
      if (this.fields().includes('service')) this.directory.need('services');
    });
  }

  protected choices(field: string): readonly { readonly code: string; readonly name: string }[] {
    if (field === 'unit') return this.directory.units() ?? [];
    if (field === 'service') return this.directory.services() ?? [];
    return field === 'instrument' ? IKM_INSTRUMENTS.map(({ id, name }) => ({ code: id, name })) : [];
  }

  protected set(field: string, event: Event): void {
    if (event.target instanceof HTMLInputElement)
      this.values.set({ ...this.values(), [field]: event.target.value });
  }
}

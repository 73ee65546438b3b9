import { Component, computed, inject, input, model } from '@angular/core';
import type { ImportPreview } from '#contract/imports';
import { Language } from '../../core/language.ts';
import {
  type FixedValues,
  type MatchedDataset,
  type Matching,
  asksForU8U9,
  match,
  missingFields,
  swapU8U9,
} from './column-mapping.ts';
import { FixedValuesForm } from './fixed-values-form.ts';

/** The columns of the file beside the fields they fill: what was recognised can be corrected, what was not can be told. */
@Component({
  selector: 'pandu-column-matching',
  imports: [FixedValuesForm],
  template: `
    @if (asks()) {
      <fieldset>
        <legend>{{ t('imports.u8Question') }}</legend>
        <p class="note">{{ t('imports.u8Why') }}</p>
        <label
          ><input type="radio" name="u8" [checked]="!swapped()" (change)="swap(false)" />
          {{ t('imports.u8Regulation') }}</label
        >
        <label
          ><input type="radio" name="u8" [checked]="swapped()" (change)="swap(true)" />
          {{ t('imports.u8Swapped') }}</label
        >
      </fieldset>
    }
    @if (missing().length > 0) {
      <p class="trouble" role="alert">{{ t('imports.missing', { fields: missingNames() }) }}</p>
    }
    <div class="scroll" role="region" tabindex="0" [attr.aria-label]="t('imports.columns')">
      <table>
        <caption class="visually-hidden">
          {{
            t('imports.columns')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('imports.columnOfFile') }}</th>
            <th scope="col">{{ t('imports.columnExamples') }}</th>
            <th scope="col">{{ t('imports.columnFills') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (column of preview().columns; track $index; let place = $index) {
            <tr>
              <th scope="row">{{ column.header }}</th>
              <td class="muted">{{ column.examples.slice(0, 3).join(' · ') }}</td>
              <td>
                <select
                  class="input"
                  [attr.aria-label]="t('imports.fillsFor', { header: column.header })"
                  [value]="matching()[place] ?? ''"
                  (change)="choose(place, $event)"
                >
                  <option value="" [selected]="matching()[place] === null">{{ t('imports.notUsed') }}</option>
                  @for (field of dataset().columns; track field.english) {
                    <option [value]="field.english" [selected]="matching()[place] === field.english">
                      {{ languageNow() === 'en' ? field.english : field.name
                      }}{{ field.required ? ' *' : '' }}
                    </option>
                  }
                </select>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="note">{{ t('imports.required') }}</p>
    @if (mayFix()) {
      <pandu-fixed-values-form [dataset]="dataset()" [fields]="withoutColumn()" [(values)]="fixed" />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 18px;
    }
    fieldset {
      border: 0;
      border-top: 1px solid var(--ink);
      padding: 10px 0 16px;
    }
    legend {
      padding: 0;
      font: var(--body);
      font-weight: 600;
      float: left;
      width: 100%;
    }
    fieldset label {
      display: flex;
      gap: 10px;
      align-items: baseline;
      padding: 6px 0;
    }
    fieldset .note {
      clear: both;
      max-width: 34em;
    }
    input[type='radio'] {
      accent-color: var(--primary);
    }
    .scroll {
      overflow-x: auto;
    }
    table {
      border-collapse: collapse;
      width: 100%;
      font: var(--table);
    }
    th,
    td {
      text-align: left;
      font-weight: 400;
      padding: 4px 14px 4px 0;
      border-bottom: 1px solid var(--hair);
    }
    thead th {
      font-weight: 600;
      border-bottom-color: var(--ink);
    }
    td.muted {
      max-width: 260px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    select.input {
      min-height: 36px;
      min-width: 160px;
      padding: 4px 8px;
      font: var(--table);
    }
    @media (max-width: 620px) {
      th,
      td {
        padding-right: 8px;
      }
      td.muted {
        max-width: 84px;
      }
      select.input {
        min-width: 0;
        width: 136px;
      }
    }
    .trouble {
      color: var(--memburuk);
      margin-bottom: 10px;
    }
    .note {
      margin-top: 6px;
    }
  `,
})
export class ColumnMatching {
  readonly dataset = input.required<MatchedDataset>();
  readonly preview = input.required<ImportPreview>();
  readonly matching = model.required<Matching>();
  /** Values typed for fields without a column; asked for unless `mayFix` says otherwise. */
  readonly fixed = model<FixedValues>({});
  readonly mayFix = input(true);
  /** Fields that have a value without a column. */
  readonly constants = input<readonly string[]>([]);

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly languageNow = this.language.active;
  protected readonly asks = computed(
    () => this.dataset().name === 'survey-responses' && asksForU8U9(this.preview()),
  );
  protected readonly swapped = computed(() => {
    const place = this.preview().columns.findIndex((column) => column.field === 'u8');
    return this.matching()[place] === 'u9';
  });
  protected readonly withoutColumn = computed(() =>
    missingFields(
      this.matching(),
      this.dataset()
        .columns.filter((column) => column.required)
        .map((column) => column.english),
    ),
  );
  protected readonly missing = computed(() => {
    const required = this.dataset().columns.filter(
      (column) => column.required && !this.constants().includes(column.english),
    );
    return missingFields(
      this.matching(),
      required.map((column) => column.english),
    );
  });
  protected readonly missingNames = computed(() =>
    this.missing()
      .map((field) => this.dataset().columns.find((column) => column.english === field)?.name ?? field)
      .join(', '),
  );

  protected choose(place: number, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const field = event.target.value;
    this.matching.set(match(this.matching(), place, field === '' ? null : field));
  }

  protected swap(wanted: boolean): void {
    if (wanted !== this.swapped()) this.matching.set(swapU8U9(this.matching()));
  }
}

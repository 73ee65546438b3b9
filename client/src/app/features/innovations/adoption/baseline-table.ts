import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { AdoptionBaseline } from './adoption-api.ts';
import { AdoptionWords } from './adoption-words.ts';

/** The source before it began beside the own unit when the plan was made. */
@Component({
  selector: 'pandu-adoption-baseline',
  template: `
    <table>
      <caption class="visually-hidden">
        {{
          t('adoption.baseline.title')
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{{ t('filter.field') }}</span>
          </th>
          @if (hasSource()) {
            <th scope="col">{{ t('adoption.baseline.source', { unit: source() }) }}</th>
          }
          <th scope="col">{{ unit() }}</th>
        </tr>
      </thead>
      <tbody>
        @for (line of baseline(); track line.measure + line.field) {
          <tr>
            <th scope="row">{{ line.label }}</th>
            @if (hasSource()) {
              <td>
                @if (line.source; as of) {
                  {{ words.figure(line, of) }} <span class="n">{{ words.count(of.n) }}</span>
                } @else {
                  <span class="muted">{{ t('adoption.baseline.untold') }}</span>
                }
              </td>
            }
            <td>
              <b>{{ words.figure(line, line) }}</b> <span class="n">{{ words.count(line.n) }}</span>
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (period(); as told) {
      <p class="note">{{ t('adoption.baseline.period', { unit: unit(), period: told }) }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font: var(--table);
    }
    th,
    td {
      padding: 7px 0 7px 12px;
      font-weight: 400;
      text-align: right;
      vertical-align: top;
      border-bottom: 1px solid var(--hair);
    }
    thead th {
      font-weight: 600;
      border-bottom-color: var(--ink);
    }
    th:first-child {
      padding-left: 0;
      text-align: left;
    }
    .n {
      display: block;
      font: var(--note);
      color: var(--muted);
    }
    .note {
      margin-top: 8px;
    }
  `,
})
export class AdoptionBaselineTable {
  readonly baseline = input.required<readonly AdoptionBaseline[]>();
  /** Name of the own unit, and of the source's. */
  readonly unit = input.required<string>();
  readonly source = input.required<string>();

  private readonly formats = inject(Formats);
  protected readonly words = inject(AdoptionWords);
  protected readonly t = inject(Language).t;
  protected readonly hasSource = computed(() => this.baseline().some((line) => line.source !== null));
  protected readonly period = computed(() => {
    const first = this.baseline()[0];
    return first === undefined ? '' : this.formats.now.period(first, first.to);
  });
}

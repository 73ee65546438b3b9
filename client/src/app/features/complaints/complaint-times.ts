import { Component, computed, inject, input } from '@angular/core';
import { ValueWords } from '../../core/absence.ts';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';

const ROWS = [
  {
    key: 'complaints.toAnswer',
    median: 'medianResponseWorkingMinutes',
    p90: 'p90ResponseWorkingMinutes',
    note: 'complaints.official',
  },
  {
    key: 'complaints.toResolution',
    median: 'medianResolutionWorkingMinutes',
    p90: 'p90ResolutionWorkingMinutes',
    note: 'complaints.official',
  },
  {
    key: 'complaints.toResolution',
    median: 'medianResolutionMinutes',
    p90: 'p90ResolutionMinutes',
    note: 'complaints.citizen',
  },
] as const;

/** How long people waited for an answer and for a resolution, on both clocks; nine in ten beside the middle. */
@Component({
  selector: 'pandu-complaint-times',
  template: `
    <h2>{{ t('complaints.times') }}</h2>
    <table>
      <caption class="visually-hidden">
        {{
          t('complaints.times')
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t('complaints.way') }}</th>
          <th scope="col" class="number">{{ t('complaints.median') }}</th>
          <th scope="col" class="number">{{ t('complaints.p90') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track $index) {
          <tr>
            <th scope="row">
              {{ t(row.key) }}
              <small>{{ t(row.note) }}</small>
            </th>
            <td class="number">{{ row.median }}</td>
            <td class="number">{{ row.p90 }}</td>
          </tr>
        }
      </tbody>
    </table>
    <p class="note">{{ t('complaints.timesNote') }}</p>
  `,
  styleUrl: '../../ui/margin-table.css',
})
export class ComplaintTimes {
  /** The block `complaints` of a summary. */
  readonly block = input.required<object>();

  protected readonly t = inject(Language).t;
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  protected readonly rows = computed(() =>
    ROWS.map(({ key, note, median, p90 }) => ({ key, note, median: this.text(median), p90: this.text(p90) })),
  );

  private text(field: string): string {
    return this.words.text(this.kamus.field('complaints', field), this.block());
  }
}

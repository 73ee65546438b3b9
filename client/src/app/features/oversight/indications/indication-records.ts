import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type IndicationRecords as Records, liveIndicationRecords } from '../oversight-api.ts';

const SCREENS = {
  'service-cases': '/permohonan',
  complaints: '/aduan',
} as const;

/** The records behind one indication, exactly as many as it says, and what is remarkable about each. */
@Component({
  selector: 'pandu-indication-records',
  imports: [MoreButton, ProblemNote, RouterLink, ScrollHint, Skeleton],
  template: `
    @if (records.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="records.first.reload()" />
    } @else if (records.items(); as items) {
      <pandu-scroll-hint [label]="t('oversight.indications.behind')">
        <table>
          <caption class="visually-hidden">
            {{
              t('oversight.indications.behind')
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t('oversight.samples.record') }}</th>
              <th scope="col">{{ t('oversight.samples.day') }}</th>
              <th scope="col">{{ t('oversight.indications.note') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (record of items; track $index) {
              <tr>
                <th scope="row" class="whole">
                  @if (path(record); as to) {
                    <a [routerLink]="to">{{ record.number }}</a>
                  } @else {
                    {{ record.number }}
                  }
                </th>
                <td class="whole">
                  {{ record.day === null ? t('oversight.noDay') : formats.now.date(record.day) }}
                </td>
                <td>{{ record.note }}</td>
              </tr>
            }
          </tbody>
        </table>
      </pandu-scroll-hint>
      <pandu-more-button [list]="records" />
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="24" />
    }
  `,
  styleUrl: '../oversight.css',
})
export class IndicationRecords {
  readonly key = input.required<string>();
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly records = liveIndicationRecords(() => this.key());

  /** Where the record itself can be read; a survey form and a rejected row have no page of their own. */
  protected path({ dataset, id }: Records['items'][number]): readonly string[] | null {
    return id !== null && (dataset === 'service-cases' || dataset === 'complaints')
      ? [SCREENS[dataset], id]
      : null;
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { LiveRequest } from '../../../core/live-resource.ts';
import type { ProblemText } from '../../../core/problem.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { type RecordLink, caseLink } from '../../../ui/record-link.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { TableFiles } from '../../../ui/table-files.ts';
import type { Ageing } from '../services-api.ts';

/** What is open, by its age in working days, with what is past its deadline in bold; both lead to the records. */
@Component({
  selector: 'pandu-open-ageing',
  imports: [ProblemNote, RouterLink, Skeleton, TableFiles],
  template: `
    <h2>{{ t('ageing.title') }}</h2>
    @if (problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="retry.emit()" />
    } @else if (ageing() === undefined) {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%', '100%']" [height]="20" />
    } @else if (hidden()) {
      <p class="muted">{{ t('absence.suppressedLong') }}</p>
    } @else if (open() === 0) {
      <p class="muted">{{ t('ageing.none') }}</p>
    } @else {
      <table>
        <caption class="visually-hidden">
          {{
            t('ageing.title')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('ageing.age') }}</th>
            <th scope="col" class="number">{{ t('ageing.count') }}</th>
            <th scope="col" class="number">{{ t('ageing.overdue') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.age) {
            <tr>
              <th scope="row">{{ row.age }}</th>
              <td class="number">{{ row.count }}</td>
              <td class="number">{{ row.overdue }}</td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr class="most">
            <th scope="row">{{ t('ageing.all') }}</th>
            @for (sum of sums(); track $index) {
              <td class="number">
                @if (sum.link; as link) {
                  <a [routerLink]="link.screen" [queryParams]="link.query" [attr.aria-label]="sum.name">{{
                    sum.text
                  }}</a>
                } @else {
                  {{ sum.text }}
                }
              </td>
            }
          </tr>
        </tfoot>
      </table>
      @if (ageing()?.oldestDays; as days) {
        <p class="muted">{{ t('ageing.oldest', { days }) }}</p>
      }
      @if (asked(); as file) {
        <pandu-table-files [of]="file" fileName="pandu-umur-permohonan" [about]="t('ageing.title')" />
      }
    }
  `,
  styleUrl: '../../../ui/margin-table.css',
  host: { class: 'margin' },
})
export class OpenAgeing {
  readonly ageing = input.required<Ageing | undefined>();
  /** What the ages were asked with, for taking them along as a file. */
  readonly asked = input<LiveRequest | null>(null);
  readonly problem = input<ProblemText | null>(null);
  readonly retry = output();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  protected readonly hidden = computed(() => isSuppressed(this.ageing()));
  protected readonly open = computed(() => this.ageing()?.open ?? 0);
  protected readonly rows = computed(() =>
    (this.ageing()?.items ?? []).map((item) => ({
      age: this.age(item),
      count: this.formats.now.number(item.count),
      overdue: this.formats.now.number(item.overdue),
    })),
  );
  protected readonly sums = computed(() => {
    const overdue = (this.ageing()?.items ?? []).reduce((sum, item) => sum + item.overdue, 0);
    return [
      {
        text: this.formats.now.number(this.open()),
        name: this.t('ageing.openList', { count: this.formats.now.number(this.open()) }),
        link: this.link('volume', 'open', this.open()),
      },
      {
        text: this.formats.now.number(overdue),
        name: this.t('ageing.overdueList', { count: this.formats.now.number(overdue) }),
        link: this.link('turnaround', 'overdue', overdue),
      },
    ];
  });

  private link(measure: 'volume' | 'turnaround', field: string, count: number): RecordLink | null {
    return count > 0 && this.session.can('cases:read')
      ? caseLink(measure, field, this.selection.carried())
      : null;
  }

  private age({ fromDays, toDays }: Ageing['items'][number]): string {
    if (toDays === null) return this.t('ageing.from', { days: fromDays });
    return fromDays === toDays
      ? this.t('ageing.exactly', { days: fromDays })
      : this.t('ageing.between', { from: fromDays, to: toDays });
  }
}

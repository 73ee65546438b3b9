import { Component, computed, inject, input } from '@angular/core';
import type { Params } from '@angular/router';
import { isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { Live } from '../../core/live-resource.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { TableFiles } from '../../ui/table-files.ts';
import type { Backlog } from './complaints-api.ts';
import { type PartCell, type PartRow, PartTable } from './part-table.ts';

/** What is open at the end of the period, whenever it was received, by age; every number leads to its complaints. */
@Component({
  selector: 'pandu-complaint-backlog',
  imports: [PartTable, ProblemNote, Skeleton, TableFiles],
  template: `
    <h2>{{ t('complaints.backlog') }}</h2>
    @if (backlog().problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="backlog().reload()" />
    } @else if (backlog().value(); as answer) {
      @if (hidden()) {
        <p class="muted">{{ t('complaints.backlogHidden') }}</p>
      } @else if (answer.open === 0) {
        <p class="muted">{{ t('complaints.backlogNone') }}</p>
      } @else {
        <pandu-part-table [caption]="t('complaints.backlog')" [head]="head()" [rows]="rows()" />
        @if (oldest(); as days) {
          <p class="muted">{{ t('complaints.oldest', { days }) }}</p>
        }
        <p class="muted">{{ t('complaints.backlogNote') }}</p>
        @if (backlog().asked(); as asked) {
          <pandu-table-files [of]="asked" fileName="pandu-umur-aduan" [about]="t('complaints.backlog')" />
        }
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%', '100%']" [height]="20" />
    }
  `,
  styleUrl: './part-heading.css',
  host: { class: 'margin' },
})
export class ComplaintBacklog {
  /** What the page asked for; the ladder of the same answer stands elsewhere on it. */
  readonly backlog = input.required<Live<Backlog>>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);

  protected readonly hidden = computed(() => isSuppressed(this.backlog().value()));
  protected readonly oldest = computed(() => {
    const days = this.backlog().value()?.oldestDays ?? null;
    return days === null ? null : this.formats.now.number(days);
  });
  protected readonly head = computed(() => [
    this.t('complaints.age'),
    this.t('complaints.count'),
    this.t('complaints.overdue'),
  ]);
  protected readonly rows = computed<readonly PartRow[]>(() => {
    const items = this.backlog().value()?.items ?? [];
    const sum = (of: (item: Backlog['items'][number]) => number): number =>
      items.reduce((before, item) => before + of(item), 0);
    return [
      ...items.map((item) => this.row(this.age(item), item.count, item.overdue, { age: item.age })),
      {
        ...this.row(
          this.t('table.total'),
          sum(({ count }) => count),
          sum(({ overdue }) => overdue),
          {},
        ),
        sum: true,
      },
    ];
  });

  private row(label: string, count: number, overdue: number, more: Params): PartRow {
    return {
      label,
      cells: [
        this.cell(count, 'backlog', more, `${label}: ${this.t('complaints.count')}`),
        this.cell(overdue, 'backlogOverdue', more, `${label}: ${this.t('complaints.overdue')}`),
      ],
    };
  }

  private cell(value: number, number: 'backlog' | 'backlogOverdue', more: Params, name: string): PartCell {
    const text = this.formats.now.number(value);
    const leads = value > 0 && this.session.can('complaints:read');
    return {
      text,
      name: `${name}, ${text}`,
      query: leads ? { ...this.selection.carried(), count: `complaints.${number}`, ...more } : null,
    };
  }

  private age({ fromDays, toDays }: Backlog['items'][number]): string {
    if (toDays === null) return this.t('complaints.ageFrom', { days: fromDays - 1 });
    if (fromDays === 0) return this.t('complaints.ageTo', { days: toDays });
    return this.t('complaints.ageBetween', { from: fromDays, to: toDays });
  }
}

import { Component, computed, inject } from '@angular/core';
import { isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { TableFiles } from '../../ui/table-files.ts';
import { liveCategories } from './complaints-api.ts';
import { type PartCell, type PartRow, PartTable } from './part-table.ts';

/** What people complain about most, and how much of it is still open. */
@Component({
  selector: 'pandu-complaint-categories',
  imports: [PartTable, ProblemNote, Skeleton, TableFiles],
  template: `
    <h2>{{ t('complaints.categories') }}</h2>
    @if (categories.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="categories.reload()" />
    } @else if (categories.value(); as answer) {
      @if (hidden()) {
        <p class="muted">{{ t('complaints.categoriesHidden') }}</p>
      } @else if (answer.items.length === 0) {
        <p class="muted">{{ t('complaints.categoriesNone') }}</p>
      } @else {
        <pandu-part-table [caption]="t('complaints.categories')" [head]="head()" [rows]="rows()" />
        @if (others(); as text) {
          <p class="muted">{{ text }}</p>
        }
        @if (categories.asked(); as asked) {
          <pandu-table-files
            [of]="asked"
            fileName="pandu-kategori-aduan"
            [about]="t('complaints.categories')"
          />
        }
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%', '100%', '100%']" [height]="20" />
    }
  `,
  styleUrl: './part-heading.css',
  host: { class: 'margin' },
})
export class ComplaintCategories {
  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  protected readonly categories = liveCategories();

  protected readonly hidden = computed(() => isSuppressed(this.categories.value()));
  protected readonly head = computed(() => [
    this.t('complaint.category'),
    this.t('complaints.received'),
    this.t('complaints.open'),
  ]);
  protected readonly rows = computed<readonly PartRow[]>(() =>
    (this.categories.value()?.items ?? []).map(({ category, received, open }) => {
      const label = category ?? this.t('complaints.noCategory');
      return {
        label,
        cells: [
          this.cell(received, 'received', category, `${label}, ${this.t('complaints.received')}`),
          this.cell(open, 'open', category, `${label}, ${this.t('complaints.open')}`),
        ],
      };
    }),
  );
  protected readonly others = computed(() => {
    const others = this.categories.value()?.others ?? null;
    return others === null
      ? null
      : this.t('complaints.otherCategories', {
          categories: this.formats.now.number(others.categories),
          received: this.formats.now.number(others.received),
        });
  });

  /** What is shown masked (•) cannot be asked for, and leads nowhere. */
  private cell(value: number, field: 'received' | 'open', category: string | null, name: string): PartCell {
    const text = this.formats.now.number(value);
    const leads =
      value > 0 && category !== null && !category.includes('•') && this.session.can('complaints:read');
    return {
      text,
      name: `${name}: ${text}`,
      query: leads ? { ...this.selection.carried(), count: `complaints.${field}`, category } : null,
    };
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DIFFERENCE_KINDS } from '#contract/oversight/reconciliations';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type ReconciliationPart, differencesAddress, liveReconciliation } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';

type Row = ReconciliationPart['rows'][number];

/** One comparison: how many agree, and every record that does not, by name. Kind and page are in the address. */
@Component({
  selector: 'pandu-reconciliation-page',
  imports: [OversightNav, ProblemNote, RouterLink, ScrollHint, Skeleton],
  templateUrl: './reconciliation-page.html',
  styleUrl: '../oversight.css',
})
export class ReconciliationPage {
  /** From the address. */
  readonly id = input.required<string>();
  readonly kind = input<string>();
  readonly cursor = input<string>();

  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly chosen = computed(() => DIFFERENCE_KINDS.find((known) => known === this.kind()) ?? null);
  protected readonly live = liveReconciliation(() => ({
    id: this.id(),
    kind: this.chosen(),
    cursor: this.cursor() ?? null,
  }));
  protected readonly file = computed(() => differencesAddress(this.id()));
  protected readonly kinds = computed(() => {
    const counts = this.live.value()?.counts;
    if (counts === undefined) return [];
    const { now } = this.formats;
    return [
      { id: null, label: this.t('oversight.differences.all'), count: '' },
      {
        id: 'only-theirs',
        label: this.t('oversight.kind.only-theirs'),
        count: now.number(counts.onlyTheirs),
      },
      { id: 'only-ours', label: this.t('oversight.kind.only-ours'), count: now.number(counts.onlyOurs) },
      { id: 'differs', label: this.t('oversight.kind.differs'), count: now.number(counts.differs) },
      { id: 'unreadable', label: this.t('oversight.kind.unreadable'), count: now.number(counts.unreadable) },
    ];
  });

  /** Only a path of the product is followed. */
  protected address(link: string | null): ReturnType<Router['parseUrl']> | null {
    return link === null || !/^\/(?!\/)/.test(link) ? null : this.router.parseUrl(link);
  }

  protected place({ row }: Row): string {
    return row === null
      ? this.t('oversight.differences.noRow')
      : this.t('oversight.differences.row', { row: this.formats.now.number(row) });
  }

  protected value(text: string | null): string {
    return text ?? this.t('oversight.differences.empty');
  }
}

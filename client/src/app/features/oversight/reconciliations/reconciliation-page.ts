import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DIFFERENCE_KINDS } from '#contract/oversight/reconciliations';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type ReconciliationPart, differencesAddress, liveReconciliation } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';

type Row = ReconciliationPart['rows'][number];

/** One comparison: how many agree, and every record that does not, by name. Kind and page are in the address. */
@Component({
  selector: 'pandu-reconciliation-page',
  imports: [ChoiceLinks, OversightNav, ProblemNote, RouterLink, ScrollHint, Skeleton],
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
  protected readonly kinds = computed<readonly Choice[]>(() => {
    const counts = this.live.value()?.counts;
    if (counts === undefined) return [];
    const choice = (kind: (typeof DIFFERENCE_KINDS)[number], count: number): Choice => ({
      label: `${this.t(`oversight.kind.${kind}`)} ${this.formats.now.number(count)}`,
      change: { kind, cursor: null },
      on: kind === this.chosen(),
    });
    return [
      {
        label: this.t('oversight.differences.all'),
        change: { kind: null, cursor: null },
        on: this.chosen() === null,
      },
      choice('only-theirs', counts.onlyTheirs),
      choice('only-ours', counts.onlyOurs),
      choice('differs', counts.differs),
      choice('unreadable', counts.unreadable),
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

  /** What both say of a field; why a row cannot be read is said by itself. */
  protected difference({ field, label, theirs, ours }: Row['differences'][number]): string {
    if (field === 'reason') return `${(theirs ?? '').charAt(0).toUpperCase()}${(theirs ?? '').slice(1)}`;
    const empty = this.t('oversight.differences.empty');
    return this.t('oversight.differences.pair', { label, theirs: theirs ?? empty, ours: ours ?? empty });
  }
}

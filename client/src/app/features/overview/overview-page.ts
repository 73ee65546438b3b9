import { Component, computed, inject } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { liveAttention } from './attention-api.ts';
import { AttentionList } from './attention-list.ts';
import { AttentionMargin } from './attention-margin.ts';
import { attentionHeadline } from './attention-message.ts';
import { UnitMatrix } from './unit-matrix.ts';

/** Home of those who look after the whole kabupaten: what needs a decision, and all units below. */
@Component({
  selector: 'pandu-overview-page',
  imports: [AttentionList, AttentionMargin, Breadcrumb, ProblemNote, Skeleton, UnitMatrix],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
})
export class OverviewPage {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);

  protected readonly attention = liveAttention();
  protected readonly headline = computed(() => {
    const answer = this.attention.value();
    if (answer === undefined) return '';
    if (answer.items.length === 0 && answer.asOf === null)
      return this.t('attention.noData', { unit: answer.unitName });
    return attentionHeadline(answer, this.t);
  });
}

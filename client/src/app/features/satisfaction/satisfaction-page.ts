import { Component, computed, inject, viewChild } from '@angular/core';
import { presenceOf } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { type BreakdownItem, liveSummary } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import type { Option } from '../../ui/filter-sentence/option-list.ts';
import { MeasureBreakdown } from '../../ui/measure-breakdown.ts';
import { MeasureTrend } from '../../ui/measure-trend.ts';
import { MeasureMultiples } from '../../ui/multiples/measure-multiples.ts';
import { PeerNote } from '../../ui/peer-note.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import type { RecordLink } from '../../ui/record-link.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { Column } from '../../ui/table-column.ts';
import { ServiceAlignmentTable } from './alignment/service-alignment.ts';
import { InstrumentHistory } from './history/instrument-history.ts';
import { FollowUpPlans } from './plans/follow-up-plans.ts';
import { SatisfactionMargin } from './satisfaction-margin.ts';
import { SuggestionList } from './suggestion-list.ts';
import { UnsurProfile } from './unsur/unsur-profile.ts';

const SHOWN = ['score', 'scoreWithoutCost', 'respondents', 'participationShare'] as const;

/**
 * Satisfaction, from the score to its cause: trend and grade with instrument and sample, the unsur and what is done about
 * the lowest, whether deadlines and complaints tell the same, what people wrote, and the same of every unit and service.
 */
@Component({
  selector: 'pandu-satisfaction-page',
  imports: [
    Breadcrumb,
    FilterSentence,
    FollowUpPlans,
    InstrumentHistory,
    MeasureBreakdown,
    MeasureMultiples,
    MeasureTrend,
    PeerNote,
    ProblemNote,
    SatisfactionMargin,
    ServiceAlignmentTable,
    Skeleton,
    SuggestionList,
    UnsurProfile,
  ],
  templateUrl: './satisfaction-page.html',
  styleUrl: './satisfaction-page.css',
})
export class SatisfactionPage {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  protected readonly summary = liveSummary();
  protected readonly trend = viewChild(MeasureTrend);
  protected readonly columns = SHOWN;

  protected readonly fields = computed<readonly Option[]>(() =>
    SHOWN.map((id) => ({ value: id, label: this.kamus.label(this.kamus.field('ikm', id)), depth: 0 })),
  );
  protected readonly field = computed(() =>
    this.kamus.field('ikm', SHOWN.find((id) => id === this.selection.field()) ?? null),
  );
  /** Where the counts lead; nowhere for those who may not see forms. */
  protected readonly records = computed(() => {
    const [carried, may] = [this.selection.carried(), this.session.can('surveys:read')];
    return (field: string): RecordLink | null =>
      may && field === 'respondents'
        ? { screen: ['/kepuasan/formulir'], query: { ...carried, count: 'ikm.respondents' } }
        : null;
  });
  /** Whether a score of a row may be read as more than a hint. */
  protected readonly sampleColumn = computed<readonly Column<BreakdownItem>[]>(() => [
    {
      id: 'sample',
      header: this.t('satisfaction.sample'),
      numeric: false,
      text: (item) => this.sample(item),
      raw: (item) => this.sample(item),
    },
  ]);

  private sample(item: BreakdownItem): string {
    if (!('sufficient' in item)) return '';
    const { sufficient, requiredRespondents, respondents } = item;
    if (presenceOf(this.kamus.field('ikm', 'score'), item, false) === 'suppressed')
      return this.t('absence.suppressed');
    if (sufficient === null || requiredRespondents === null || respondents === 0) return '';
    return this.t(sufficient ? 'satisfaction.rowEnough' : 'satisfaction.rowSmall', {
      required: this.formats.now.number(requiredRespondents),
    });
  }
}

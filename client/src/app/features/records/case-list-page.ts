import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { MOST_EXPORTED_CASES } from '#contract/service-cases';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { DrawSample } from '../../ui/samples/draw-sample.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { PathStep } from '../../ui/page-path.ts';
import { CaseTable } from './case-table.ts';
import { RecordPath } from './record-path.ts';
import {
  type CaseFilter,
  type CaseSort,
  caseCountOf,
  caseExportAddress,
  caseSortOf,
  liveCases,
} from './records-api.ts';

const ORDERS: readonly CaseSort[] = ['newest', 'oldest', 'due'];

/** Counts of a state at the end of the period, whenever received; `dueSoon` looks at no period at all. */
const AT_THE_END: readonly (string | null)[] = ['volume.open', 'turnaround.overdue'];

/** The records behind a number: exactly as many as it says. What is listed stands in the address. */
@Component({
  selector: 'pandu-case-list-page',
  imports: [CaseTable, DrawSample, FilterSentence, MoreButton, ProblemNote, RecordPath, Skeleton],
  templateUrl: './case-list-page.html',
  styleUrl: './records.css',
})
export class CaseListPage {
  readonly count = input<string>();
  readonly self = input<string>();
  readonly search = input<string>();
  readonly sort = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly orders = ORDERS;

  protected readonly ownOnly = computed(() => this.self() === 'true');
  protected readonly filter = computed<CaseFilter>(() => ({
    selection: this.selection.query(),
    count: caseCountOf(this.count()),
    self: this.ownOnly(),
    search: this.search() ?? '',
    sort: caseSortOf(this.sort()),
  }));
  protected readonly cases = liveCases(this.filter);
  protected readonly total = computed(() => this.cases.first.value()?.total);
  /** Key of the words of what is listed. */
  private readonly kind = computed(() => (this.filter().count ?? 'volume.received').replace('.', '-'));
  protected readonly heading = computed(() => {
    const total = this.total();
    if (total === undefined) return this.t('records.title');
    const values = { what: this.t(`records.what.${this.kind()}`), number: this.formats.now.number(total) };
    return this.t(total === 0 ? 'records.headingNone' : 'records.heading', values);
  });
  protected readonly path = computed<readonly PathStep[]>(() => {
    const total = this.total();
    const label = this.t(`records.count.${this.kind()}`);
    return [
      {
        label: total === undefined ? label : `${label} (${this.formats.now.number(total)})`,
        link: null,
      },
    ];
  });
  protected readonly ignored = computed(() =>
    this.filter().count === 'turnaround.dueSoon' ? ['period'] : [],
  );
  protected readonly note = computed(() => {
    const count = this.filter().count;
    if (count === 'turnaround.dueSoon') return this.t('records.noteSoon');
    if (!AT_THE_END.includes(count)) return null;
    const { to } = this.selection.period();
    if (to >= this.selection.today()) return this.t('records.noteNow');
    return this.t('records.noteThen', { day: this.formats.now.date(to) });
  });
  protected readonly nothing = computed(() =>
    this.t(this.filter().search === '' ? 'records.nothing' : 'records.nothingFound', {
      search: this.filter().search,
    }),
  );
  protected readonly tooLong = computed(() => (this.total() ?? 0) > MOST_EXPORTED_CASES);
  protected readonly mostRows = computed(() => this.formats.now.number(MOST_EXPORTED_CASES));

  /** The query of this list, as a sample is drawn from it. */
  protected readonly sampled = computed(() => {
    const { selection, count, self, search } = this.filter();
    return {
      ...selection,
      ...(count === null ? {} : { count }),
      ...(self ? { self: 'true' } : {}),
      ...(search === '' ? {} : { search }),
    };
  });

  protected fileAddress(format: 'csv' | 'xlsx'): string {
    return caseExportAddress(this.filter(), format);
  }

  /** Changes what is listed; the step back undoes it. */
  protected async narrow(
    change: Readonly<Partial<Record<'search' | 'sort' | 'self', string | null>>>,
  ): Promise<void> {
    await this.router.navigate([], {
      queryParams: { ...change, ...(change.sort === 'newest' ? { sort: null } : {}) },
      queryParamsHandling: 'merge',
    });
  }
}

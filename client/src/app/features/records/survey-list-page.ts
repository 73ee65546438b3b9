import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { findInstrument } from '#domain/ikm/instruments';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { DrawSample } from '../../ui/samples/draw-sample.ts';
import { ScrollHint } from '../../ui/scroll-hint.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { PathStep } from '../../ui/page-path.ts';
import { RecordPath } from './record-path.ts';
import { type SurveyForm, liveForms } from './records-api.ts';

/** Lowest answer that says nothing is wrong; what lies below stands out in the line. */
const GOOD = 3;

/** The survey forms behind a score, answer by answer. They name nobody. */
@Component({
  selector: 'pandu-survey-list-page',
  imports: [DrawSample, FilterSentence, MoreButton, ProblemNote, RecordPath, ScrollHint, Skeleton],
  templateUrl: './survey-list-page.html',
  styleUrls: ['./records.css', './survey-list-page.css'],
})
export class SurveyListPage {
  readonly count = input<string>();
  readonly self = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly ownOnly = computed(() => this.self() === 'true');
  protected readonly scored = computed(() => this.count() === 'ikm.respondents');
  protected readonly forms = liveForms(() => ({
    selection: this.selection.query(),
    scored: this.scored(),
    self: this.ownOnly(),
  }));
  protected readonly total = computed(() => this.forms.first.value()?.total);
  protected readonly heading = computed(() => {
    const total = this.total();
    if (total === undefined) return this.t('records.forms.title');
    const key = total === 0 ? 'none' : this.scored() ? 'headingScored' : 'heading';
    return this.t(`records.forms.${key}`, { number: this.formats.now.number(total) });
  });
  protected readonly path = computed<readonly PathStep[]>(() => {
    const total = this.total();
    const label = this.t('records.forms.title');
    return [
      { label: total === undefined ? label : `${label} (${this.formats.now.number(total)})`, link: null },
    ];
  });
  /** One table for each instrument: their questions are not the same. */
  protected readonly groups = computed(() => {
    const forms = this.forms.items() ?? [];
    return [...new Set(forms.map(({ instrument }) => instrument))].map((id) => {
      const instrument = findInstrument(id);
      return {
        id,
        name: instrument?.name ?? id,
        unsur: instrument?.unsur ?? [],
        forms: forms.filter((form) => form.instrument === id),
        withSuggestions: forms.some((form) => form.instrument === id && form.suggestion !== null),
      };
    });
  });

  /** The query of this list, as a sample is drawn from it; surveys know no channel. */
  protected readonly sampled = computed(() => ({
    ...Object.fromEntries(Object.entries(this.selection.query()).filter(([name]) => name !== 'channel')),
    ...(this.scored() ? { count: 'ikm.respondents' } : {}),
    ...(this.ownOnly() ? { self: 'true' } : {}),
  }));

  protected date(form: SurveyForm): string {
    return this.formats.now.date(form.date);
  }

  protected low(answer: number): boolean {
    return answer < GOOD;
  }

  protected async withUnitsBelow(): Promise<void> {
    await this.router.navigate([], { queryParams: { self: null }, queryParamsHandling: 'merge' });
  }
}

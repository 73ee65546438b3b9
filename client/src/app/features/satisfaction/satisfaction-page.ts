import { Component, computed, inject } from '@angular/core';
import { ValueWords, isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { type Summary, liveSummary } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { BigNumber } from '../../ui/big-number.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import type { Option } from '../../ui/filter-sentence/option-list.ts';
import { Mark } from '../../ui/mark.ts';
import { MeasureBreakdown } from '../../ui/measure-breakdown.ts';
import { MeasureTrend } from '../../ui/measure-trend.ts';
import { PeerNote } from '../../ui/peer-note.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { instrumentName } from './instrument-name.ts';
import { UnsurProfile } from './unsur-profile.ts';

const SHOWN = ['score', 'respondents', 'participationShare'] as const;

/** Satisfaction: the IKM with its grade, its instrument and its sample, the profile of the unsur, and by unit and service. */
@Component({
  selector: 'pandu-satisfaction-page',
  imports: [
    BigNumber,
    Breadcrumb,
    FilterSentence,
    Mark,
    MeasureBreakdown,
    MeasureTrend,
    PeerNote,
    ProblemNote,
    Skeleton,
    UnsurProfile,
  ],
  templateUrl: './satisfaction-page.html',
  styleUrl: './satisfaction-page.css',
})
export class SatisfactionPage {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  protected readonly summary = liveSummary();

  protected readonly fields = computed<readonly Option[]>(() =>
    SHOWN.map((id) => ({ value: id, label: this.kamus.label(this.kamus.field('ikm', id)), depth: 0 })),
  );
  protected readonly field = computed(() =>
    this.kamus.field('ikm', SHOWN.find((id) => id === this.selection.field()) ?? null),
  );
  protected readonly period = computed(() =>
    this.formats.now.period(this.selection.period(), this.selection.today()),
  );

  /** True when the figures are withheld, which is not the same as no answers. */
  protected readonly withheld = computed(() => isSuppressed(this.summary.value()?.ikm));
  protected readonly heading = computed(() =>
    this.formats.now.periodSoFar(this.selection.period(), this.selection.today()),
  );

  /** What may be read from the sample, in words; three cases, none of them "valid". */
  protected sample(ikm: Summary['ikm']): {
    readonly mark: 'small-sample' | 'no-data' | null;
    readonly text: string;
  } {
    if (ikm.sufficient === null || ikm.requiredRespondents === null)
      return { mark: 'no-data', text: this.t('satisfaction.sampleUnknown') };
    const required = this.formats.now.number(ikm.requiredRespondents);
    return ikm.sufficient
      ? { mark: null, text: this.t('satisfaction.sampleEnough', { required }) }
      : { mark: 'small-sample', text: this.t('satisfaction.sampleSmall', { required }) };
  }

  protected instrument(id: string | null): string {
    return instrumentName(id) ?? this.t('absence.noData');
  }

  protected participation(share: number): string {
    return this.formats.now.value(this.kamus.field('ikm', 'participationShare'), share);
  }

  protected score(value: number | null, block?: object): string {
    return value === null ? this.words.absent(block) : this.formats.now.number(value, 2);
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { MEASURE_IDS, WATCHED_FIELDS, type MeasureId } from '#domain/measures';
import { Directory } from '../../core/directory.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { type Series, liveSeries, liveSummary, liveTrends } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { DispositionLine } from '../../ui/disposition/disposition-line.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import { Mark } from '../../ui/mark.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { UnitBelow } from './unit-below.ts';
import { UnitCounts } from './unit-counts.ts';
import { UnitTrend } from './unit-trend.ts';
import { UnitWaiting } from './unit-waiting.ts';
import {
  type AttentionItem,
  liveUnitAttention,
  liveUnitDispositions,
  liveUnitPosts,
  liveUnitToday,
} from './units-api.ts';

/** Watched numbers that are not the headline of their measure: each is asked for by itself. */
const OTHERS = [
  { measure: 'turnaround', field: 'medianWorkingMinutes', grain: 'month' },
  { measure: 'turnaround', field: 'sameVisitShare', grain: 'month' },
  { measure: 'complaints', field: 'resolvedShare', grain: 'month' },
  { measure: 'complaints', field: 'withinDeadlineShare', grain: 'month' },
  { measure: 'complaints', field: 'received', grain: 'month' },
] as const;

/** In this order: what was promised, how long it took, what people say of it, and how many came. */
const ORDER: readonly MeasureId[] = ['turnaround', 'complaints', 'ikm', 'volume'];

/** One unit's whole picture: what needs attention in it first, its watched numbers, what waits, and whose task it is. */
@Component({
  selector: 'pandu-unit-page',
  imports: [
    Breadcrumb,
    DispositionLine,
    FilterSentence,
    Mark,
    ProblemNote,
    RouterLink,
    Skeleton,
    UnitBelow,
    UnitCounts,
    UnitTrend,
    UnitWaiting,
  ],
  templateUrl: './unit-page.html',
  styleUrl: './unit-page.css',
})
export class UnitPage {
  /** The unit, from the address; the selection names the same one. */
  readonly code = input.required<string>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  private readonly directory = inject(Directory);

  protected readonly attention = liveUnitAttention(() => this.code());
  protected readonly today = liveUnitToday(() => this.code());
  protected readonly dispositions = liveUnitDispositions(() => this.code());
  protected readonly posts = liveUnitPosts(() => this.code());
  protected readonly summary = liveSummary();
  protected readonly trends = liveTrends();
  private readonly others = OTHERS.map((wanted) => liveSeries(() => wanted));

  protected readonly name = computed(
    () => this.directory.findUnit(this.code())?.name ?? this.attention.value()?.unitName ?? this.code(),
  );
  /** What needs attention, then what deserves thanks: neither is a calm unit. */
  private readonly matters = computed(() => {
    const answer = this.attention.value();
    return answer === undefined ? [] : [...answer.items, ...answer.praise];
  });
  protected readonly first = computed(() => this.matters()[0] ?? null);
  protected readonly rest = computed(() => this.matters().slice(1));
  protected readonly asksDecision = computed(() => (this.attention.value()?.items.length ?? 0) > 0);
  /** The title: what needs attention first, else what got better, else that nothing has changed. */
  protected readonly heading = computed(() => {
    const first = this.first();
    return first === null
      ? this.t('unitPage.calm', { unit: this.name() })
      : `${first.unit.name}: ${first.sentence}`;
  });
  /** Watched series that are there already, those of one measure together. */
  protected readonly courses = computed<readonly Series[]>(() => {
    const all = [...(this.trends.value()?.items ?? []), ...this.others.flatMap((live) => live.value() ?? [])];
    const watched = all.filter((series) =>
      WATCHED_FIELDS.some(({ measure, field }) => measure === series.measure && field.id === series.field),
    );
    return ORDER.filter((id) => MEASURE_IDS.includes(id)).flatMap((id) =>
      watched.filter(({ measure }) => measure === id),
    );
  });
  /** What happened here, the newest first; a note about all measures stands in every series. */
  protected readonly notes = computed(() => {
    const all = this.courses().flatMap(({ annotations }) => annotations);
    return [...new Map(all.map((note) => [note.id, note])).values()].toSorted((a, b) =>
      b.day.localeCompare(a.day),
    );
  });
  protected readonly openDispositions = computed(() =>
    (this.dispositions.value()?.items ?? []).filter(({ state }) => state !== 'closed'),
  );
  /** Who answers for the unit: as the posts say, else as the exceptions do. */
  protected readonly owners = computed(() => {
    const responsible = (this.posts.value()?.items ?? []).filter((post) => post.responsible);
    if (responsible.length > 0)
      return responsible.map(({ title, holder }) => ({
        title,
        holder: holder === title ? '' : (holder ?? this.t('unitPage.vacant')),
      }));
    const own = this.attention.value()?.items.find(({ unit }) => unit.code === this.code())?.owner;
    return own === undefined || own === null ? [] : [{ title: own.post, holder: '' }];
  });
  /** A kecamatan that is seen beside the others: only then the map tells something. */
  protected readonly kecamatan = computed(() => {
    const unit = this.directory.findUnit(this.code());
    return unit !== null && unit.kind === 'kecamatan' && unit.depth > 0;
  });
  /** The selection without the unit: the map shows all of them. */
  protected readonly besides = computed<Params>(() => ({ ...this.selection.carried(), unit: null }));
  protected readonly narrowed = computed(
    () => this.selection.service() !== null || this.selection.channel() !== null,
  );

  protected factsOf({ owner, facts }: AttentionItem): string {
    return [...(owner === null ? [] : [owner.post]), ...facts].join(' · ');
  }

  /** Where the proof of a sentence is; null when that is this very page. */
  protected proofOf({ proof }: AttentionItem): { readonly screen: string; readonly query: Params } | null {
    return proof.screen === '/unit' ? null : { screen: proof.screen, query: proof.query };
  }
}

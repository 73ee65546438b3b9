import { Component, computed, inject } from '@angular/core';
import { MEASURES, type MeasureId } from '#domain/measures';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { liveSummary } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import type { Option } from '../../ui/filter-sentence/option-list.ts';
import { MeasureBreakdown } from '../../ui/measure-breakdown.ts';
import { MeasureNote } from '../../ui/measure-note.ts';
import { MeasureTrend } from '../../ui/measure-trend.ts';
import { PeerNote } from '../../ui/peer-note.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { WeekdayHourMap } from './weekday-hour-map.ts';

/** What the screen can show, as `measure.field` in the address. Counts that explain others are in the margin. */
const SHOWN: readonly { readonly measure: MeasureId; readonly fields: readonly string[] }[] = [
  {
    measure: 'turnaround',
    fields: [
      'dueMetShare',
      'medianWorkingMinutes',
      'p90WorkingMinutes',
      'medianMinutes',
      'p90Minutes',
      'sameVisitShare',
      'withinStandardShare',
    ],
  },
  { measure: 'volume', fields: ['received', 'completed', 'open', 'rejected', 'cancelled'] },
];

const BESIDE: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  turnaround: [
    'due',
    'dueMet',
    'medianWorkingMinutes',
    'p90WorkingMinutes',
    'sameVisitShare',
    'withinStandardShare',
  ],
  volume: ['received', 'completed', 'open', 'rejected', 'cancelled'],
};

const COLUMNS: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  turnaround: [
    'dueMetShare',
    'due',
    'medianWorkingMinutes',
    'p90WorkingMinutes',
    'sameVisitShare',
    'completed',
  ],
  volume: ['received', 'completed', 'open', 'rejected', 'cancelled'],
};

/** Volume and turnaround of the services: trend, the number of the period, when people come, and by whom and what. */
@Component({
  selector: 'pandu-services-page',
  imports: [
    Breadcrumb,
    FilterSentence,
    MeasureBreakdown,
    MeasureNote,
    MeasureTrend,
    PeerNote,
    ProblemNote,
    Skeleton,
    WeekdayHourMap,
  ],
  templateUrl: './services-page.html',
})
export class ServicesPage {
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  private readonly kamus = inject(Kamus);
  protected readonly summary = liveSummary();

  protected readonly fields = computed<readonly Option[]>(() =>
    SHOWN.flatMap(({ measure, fields }) =>
      fields.map((id) => ({
        value: `${measure}.${id}`,
        label: this.name(measure, id),
        depth: 0,
        hint: this.kamus.measureLabel(measure),
      })),
    ),
  );
  protected readonly chosen = computed(
    () =>
      this.fields().find((option) => option.value === this.selection.field())?.value ??
      'turnaround.dueMetShare',
  );
  protected readonly measure = computed<MeasureId>(() =>
    this.chosen().startsWith('volume.') ? 'volume' : 'turnaround',
  );
  protected readonly field = computed(() =>
    this.kamus.field(this.measure(), this.chosen().split('.')[1] ?? null),
  );
  protected readonly beside = computed(() => BESIDE[this.measure()] ?? []);
  protected readonly columns = computed(() => COLUMNS[this.measure()] ?? []);
  protected readonly block = computed(() => {
    const summary = this.summary.value();
    return summary === undefined
      ? null
      : { ...(this.measure() === 'volume' ? summary.volume : summary.turnaround) };
  });

  private name(measure: MeasureId, id: string): string {
    const label = this.kamus.label(this.kamus.field(measure, id));
    return measure === 'volume' && MEASURES.volume.headline === id
      ? `${this.kamus.measureLabel(measure)} ${label.toLocaleLowerCase()}`
      : label;
  }
}

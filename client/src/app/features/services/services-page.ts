import { Component, computed, inject, viewChild } from '@angular/core';
import { MEASURES, type MeasureId, findField } from '#domain/measures';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { liveSummary } from '../../core/measures-api.ts';
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
import { type RecordLink, caseLink } from '../../ui/record-link.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { PauseReasons } from './desks/pause-reasons.ts';
import { StageTimes } from './desks/stage-times.ts';
import { DurationShares } from './durations/duration-shares.ts';
import { OpenAgeing } from './durations/open-ageing.ts';
import { WeekdayHourMap } from './hours/weekday-hour-map.ts';
import { OnSiteWait } from './margin/on-site-wait.ts';
import { ServicesMargin } from './margin/services-margin.ts';
import { liveAgeing } from './services-api.ts';

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
      'medianOnSiteMinutes',
      'sameVisitShare',
      'preparedShare',
      'withinStandardShare',
      'overdue',
    ],
  },
  { measure: 'volume', fields: ['received', 'completed', 'open', 'rejected', 'cancelled', 'lateEntries'] },
];

const COLUMNS: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  turnaround: [
    'dueMetShare',
    'due',
    'overdue',
    'medianWorkingMinutes',
    'p90WorkingMinutes',
    'sameVisitShare',
    'completed',
  ],
  volume: ['received', 'completed', 'open', 'rejected', 'cancelled', 'lateEntries'],
};

/**
 * Volume and turnaround of the services, from the number to its cause: trend with limits, the number of the period, when
 * people come, on whose desk the time was, how long it took whom, what is open, and the same of every unit.
 */
@Component({
  selector: 'pandu-services-page',
  imports: [
    Breadcrumb,
    DurationShares,
    FilterSentence,
    MeasureBreakdown,
    MeasureMultiples,
    MeasureTrend,
    OnSiteWait,
    OpenAgeing,
    PauseReasons,
    PeerNote,
    ProblemNote,
    ServicesMargin,
    Skeleton,
    StageTimes,
    WeekdayHourMap,
  ],
  templateUrl: './services-page.html',
  styleUrl: './services-page.css',
})
export class ServicesPage {
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  private readonly kamus = inject(Kamus);
  protected readonly summary = liveSummary();
  protected readonly ageing = liveAgeing();
  protected readonly trend = viewChild(MeasureTrend);

  protected readonly fields = computed<readonly Option[]>(() =>
    SHOWN.flatMap(({ measure, fields }) =>
      known(measure, fields).map((id) => ({
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
  protected readonly columns = computed(() => known(this.measure(), COLUMNS[this.measure()] ?? []));
  /** Where the counts lead; nowhere for those who may not see records. */
  protected readonly records = computed(() => {
    const [measure, carried] = [this.measure(), this.selection.carried()];
    const may = this.session.can('cases:read');
    return (field: string): RecordLink | null => (may ? caseLink(measure, field, carried) : null);
  });

  private name(measure: MeasureId, id: string): string {
    const label = this.kamus.label(this.kamus.field(measure, id));
    return measure === 'volume' && MEASURES.volume.headline === id
      ? `${this.kamus.measureLabel(measure)} ${label.toLocaleLowerCase()}`
      : label;
  }
}

/** Those that the kamus indikator holds. */
function known(measure: MeasureId, fields: readonly string[]): readonly string[] {
  return fields.filter((field) => findField(measure, field) !== null);
}

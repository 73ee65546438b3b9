import { limitsAt, toneAt } from '#domain/spc/signal-tone';
import { Component, computed, inject, input, signal } from '@angular/core';
import { bandOfScore } from '#domain/ikm/ikm-score';
import { findInstrument } from '#domain/ikm/instruments';
import type { MeasureField, MeasureId } from '#domain/measures';
import { ValueWords, isSuppressed } from '../core/absence.ts';
import { Directory } from '../core/directory.ts';
import { isOfficial } from '#domain/formats/formats';
import { Formats } from '../core/formats.ts';
import { Kamus } from '../core/kamus.ts';
import { Language } from '../core/language.ts';
import { type SeriesPoint, liveSeries } from '../core/measures-api.ts';
import { trendPeriod } from '../core/period.ts';
import { Selection } from '../core/selection.ts';
import { Session } from '../core/session.ts';
import { ChartFrame } from './chart-frame.ts';
import { BaselineDialog, type BaselineOf } from './trend/baseline-dialog.ts';
import { NoteDialog } from './trend/note-dialog.ts';
import { TrendChart } from './trend/trend-chart.ts';
import type { Column } from './table-column.ts';
import { trendColumns } from './trend/trend-columns.ts';
import { firstSentence, trendFinding } from './trend/trend-finding.ts';
import { type TrendLayers, type TrendMark, bandsOf, indexOfDay } from './trend/trend-layers.ts';
import type { LabelledPoint } from './trend/trend-style.ts';
import { TrendRemarks } from './trend/trend-remarks.ts';
import { valueAxis } from './trend/value-axis.ts';

/** One number of a measure over time, with its limits, target, notes and baselines; the finding is its title. */
@Component({
  selector: 'pandu-measure-trend',
  imports: [BaselineDialog, ChartFrame, NoteDialog, TrendChart, TrendRemarks],
  template: `
    <pandu-chart-frame
      [finding]="finding()"
      [selection]="selectionText()"
      [columns]="columns()"
      [rows]="points()"
      [fileName]="'pandu-' + measure() + '-' + field().id"
      [file]="series.asked()"
      [loading]="answer() === undefined && series.problem() === null"
      [refreshing]="series.refreshing()"
      [problem]="series.problem()"
      [empty]="empty()"
      (retry)="series.reload()"
    >
      @if (empty() === null && answer()) {
        @if (remark(); as sentence) {
          <p class="note">{{ sentence }}</p>
        }
        <pandu-trend-chart
          [points]="labelled()"
          [label]="finding()"
          [axis]="axis()"
          [axisText]="axisText()"
          [layers]="layers()"
        />
      }
      <ng-container ngProjectAs="[action]">
        @if (session.can('annotations:write')) {
          <button type="button" class="action" (click)="asking.set('note')">{{ t('trend.note') }}</button>
        }
        @if (baselineOf() !== null && session.can('signals:rebase')) {
          <button type="button" class="action" (click)="asking.set('baseline')">
            {{ t('trend.baseline') }}
          </button>
        }
      </ng-container>
    </pandu-chart-frame>
    @if (answer(); as shown) {
      <pandu-trend-remarks [notes]="notes()" [baselines]="shown.baselines" (changed)="series.reload()" />
      @if (asking() === 'note') {
        <pandu-note-dialog
          [unit]="shown.unit"
          [service]="service()"
          [where]="where()"
          [day]="noteDay()"
          (saved)="done()"
          (closed)="asking.set(null)"
        />
      }
      @if (asking() === 'baseline' && baselineOf(); as baseline) {
        <pandu-baseline-dialog
          [of]="baseline"
          [months]="months()"
          (saved)="done()"
          (closed)="asking.set(null)"
        />
      }
    }
  `,
})
export class MeasureTrend {
  readonly measure = input.required<MeasureId>();
  readonly field = input.required<MeasureField>();

  protected readonly t = inject(Language).t;
  protected readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  private readonly selection = inject(Selection);
  /** Which question is open over the page. */
  protected readonly asking = signal<'note' | 'baseline' | null>(null);
  protected readonly series = liveSeries(() => ({
    measure: this.measure(),
    field: this.field().id,
    grain: this.selection.grain(),
  }));

  /** The answer to what is asked now; the one before, of another number, would be read in the wrong unit. */
  readonly answer = computed(() => {
    const series = this.series.value();
    const fits =
      series?.measure === this.measure() &&
      series.field === this.field().id &&
      series.grain === this.selection.grain();
    return fits ? series : undefined;
  });
  protected readonly points = computed<readonly SeriesPoint[]>(() => this.answer()?.points ?? []);
  private readonly limits = computed(() => this.answer()?.limits ?? []);
  /** Notes of days that are shown. */
  protected readonly notes = computed(() =>
    (this.answer()?.annotations ?? []).filter((note) => indexOfDay(this.points(), note.day) >= 0),
  );

  /** What the signal engine says; where it does not judge, what the points themselves say. */
  private readonly told = computed(() => {
    const verdict = this.answer()?.verdict;
    if (verdict !== undefined && verdict.variation !== 'unknown') return verdict.sentence;
    const finished = this.points().filter((point) => point.state === 'defined').length;
    const span = this.t(`span.${this.selection.grain()}`, { count: this.formats.now.number(finished) });
    return trendFinding(this.kamus.label(this.field()), this.labelled(), span, this.t);
  });
  /** The title: one sentence of it. */
  protected readonly finding = computed(() => firstSentence(this.told()).first);
  /** What else is said about the whole series, where the title does not say it. */
  protected readonly remark = computed(() => {
    const sentence = this.answer()?.sentence ?? '';
    const more = [firstSentence(this.told()).others, sentence === this.told() ? '' : sentence];
    return more.filter((part) => part !== '').join(' ') || null;
  });
  protected readonly empty = computed(() => {
    const series = this.answer();
    if (series === undefined) return null;
    const told = series.points.filter((point) => point.value !== null).length;
    const withheld = series.points.some(isSuppressed);
    // One point among withheld ones is no course of anything; the title says its number.
    if (told > 1 || (told === 1 && !withheld)) return null;
    return withheld ? this.t('absence.suppressedLong') : this.t('chart.empty', { unit: series.unitName });
  });
  protected readonly selectionText = computed(() => {
    const series = this.answer();
    const shown = trendPeriod(this.selection.period(), this.selection.grain());
    return `${this.kamus.label(this.field())}, ${series?.unitName ?? ''}, ${this.formats.now.days(shown)}, ${this.t(`grain.${this.selection.grain()}`)}`;
  });

  protected readonly layers = computed<TrendLayers>(() => {
    const [points, series, formats] = [this.points(), this.answer(), this.formats.now];
    const target = series?.verdict.target ?? null;
    const aim = target === null ? null : (target.atLeast ?? target.atMost);
    return {
      bands: bandsOf(points, this.limits(), this.field().unit),
      target:
        aim === null
          ? null
          : { value: aim, text: this.t('trend.target', { value: formats.axisMark(this.field(), aim, aim) }) },
      marks: (series?.baselines ?? [])
        .flatMap(({ startsOn, reason }) => {
          const at = indexOfDay(points, startsOn);
          return at < 0 ? [] : [{ at, text: this.t('trend.baselineMark', { reason }) }];
        })
        .concat(this.newInstruments()),
      notes: this.notes().map((note) => ({
        at: indexOfDay(points, note.day),
        text: `${formats.bucket(note.day, 'day')}: ${note.text}`,
      })),
    };
  });
  protected readonly axis = computed(() =>
    valueAxis(
      [
        ...this.points().flatMap((point) => (point.value === null ? [] : [point.value])),
        ...this.layers().bands.flatMap((band) => [band.lower, band.upper]),
        ...[this.layers().target?.value].filter((value) => value !== undefined),
      ],
      { unit: this.field().unit, official: isOfficial(this.field()) },
    ),
  );
  protected readonly axisText = computed(() => {
    const [field, formats, { step }] = [this.field(), this.formats.now, this.axis()];
    return (value: number): string => formats.axisMark(field, value, step);
  });
  protected readonly labelled = computed<readonly LabelledPoint[]>(() =>
    this.points().map((point, index) => ({
      value: point.value,
      state: point.state,
      label: this.formats.now.bucket(point.from, this.selection.grain()),
      name: this.formats.now.bucketName(point.from, this.selection.grain()),
      text:
        point.value === null
          ? this.words.absent(point)
          : [this.formats.now.value(this.field(), point.value), this.gradeOf(point)]
              .filter(Boolean)
              .join(' '),
      detail:
        point.value === null || this.field().n === this.field().id
          ? ''
          : this.t('measure.n', { n: this.formats.now.number(point.n) }),
      instrument: point.instrument ?? null,
      tone: toneAt(this.points(), index, this.limits(), this.field().polarity),
      more: this.more(point),
    })),
  );
  protected readonly columns = computed<readonly Column<SeriesPoint>[]>(() => [
    ...trendColumns({
      field: this.field(),
      name: this.kamus.label(this.field()),
      grain: this.selection.grain(),
      limits: this.limits(),
      formats: this.formats.now,
      words: this.words,
      t: this.t,
    }),
    ...(this.points().some((point) => point.instrument) ? this.instrumentColumns() : []),
  ]);

  /** The service that a note or baseline is about; none where this measure does not know services. */
  protected readonly service = computed(() => this.known('service'));
  protected readonly where = computed(() => {
    const [unit, service] = [this.answer()?.unitName ?? '', this.service()];
    return service === null
      ? unit
      : this.t('trend.serviceIn', { service: this.directory.serviceName(service), unit });
  });
  protected readonly noteDay = computed(() => {
    const [to, today] = [this.selection.period().to, this.selection.today()];
    return to < today ? to : today;
  });
  /** Limits are made of months: only there a new baseline can be set. */
  protected readonly baselineOf = computed<BaselineOf | null>(() => {
    const series = this.answer();
    if (series === undefined || series.grain !== 'month' || this.limits().length === 0) return null;
    const [service, channel] = [this.known('service'), this.known('channel')];
    return {
      unit: series.unit,
      ...(service === null ? {} : { service }),
      ...(channel === null ? {} : { channel }),
      measure: this.measure(),
      field: this.field().id,
    };
  });
  protected readonly months = computed(() =>
    this.points()
      .filter((point) => point.state === 'defined')
      .map((point) => ({ value: point.from, label: this.formats.now.bucketName(point.from, 'month') }))
      .toReversed(),
  );

  protected done(): void {
    this.asking.set(null);
    this.series.reload();
  }

  private known(filter: 'service' | 'channel'): string | null {
    return this.answer()?.ignoredFilters.includes(filter) === true ? null : this.selection[filter]();
  }

  /** Where an instrument takes the place of another: from there on it is another scale, and the line breaks. */
  private newInstruments(): TrendMark[] {
    const points = this.points();
    return points.flatMap((point, at) => {
      const before = points.slice(0, at).findLast((earlier) => earlier.instrument);
      const changed = point.instrument && before && before.instrument !== point.instrument;
      return changed ? [{ at, text: this.t('trend.instrument', { name: this.instrumentOf(point) }) }] : [];
    });
  }

  private instrumentOf(point: SeriesPoint): string {
    return findInstrument(point.instrument ?? '')?.name ?? point.instrument ?? '';
  }

  /** The grade of a score by the bands of its own instrument; empty for any other number. */
  private gradeOf(point: SeriesPoint): string {
    const instrument = findInstrument(point.instrument ?? '');
    return this.field().id === 'score' && instrument !== null && point.value !== null
      ? bandOfScore(instrument, point.value).grade
      : '';
  }

  private instrumentColumns(): readonly Column<SeriesPoint>[] {
    const column = (id: string, of: (point: SeriesPoint) => string): Column<SeriesPoint> => ({
      id,
      header: this.t(`trend.${id}`),
      numeric: false,
      text: of,
      raw: (point) => of(point) || null,
    });
    return [
      ...(this.field().id === 'score' ? [column('grade', (point) => this.gradeOf(point))] : []),
      column('instrumentName', (point) => this.instrumentOf(point)),
    ];
  }

  /** For one point: the signal in words, what is usual there, and its notes. */
  private more(point: SeriesPoint): readonly string[] {
    const [field, formats] = [this.field(), this.formats.now];
    const limits = limitsAt(this.limits(), point.from);
    const lower = limits === null || field.unit === 'score' ? limits?.lower : Math.max(0, limits.lower);
    return [
      ...(point.signal === null ? [] : [this.t(`signalRule.${point.signal}`)]),
      ...(limits === null || lower === undefined
        ? []
        : [
            this.t('trend.usual', {
              lower: formats.value(field, lower),
              upper: formats.value(field, limits.upper),
            }),
          ]),
      ...this.notes()
        .filter((note) => point.from <= note.day && note.day <= point.to)
        .map((note) => `${formats.bucket(note.day, 'day')}: ${note.text}`),
    ];
  }
}

import { Component, computed, inject, input } from '@angular/core';
import type { MeasureField, MeasureId } from '#domain/measures';
import { ValueWords, isSuppressed } from '../core/absence.ts';
import { Formats, isOfficial } from '../core/formats.ts';
import { Kamus } from '../core/kamus.ts';
import { Language } from '../core/language.ts';
import { type SeriesPoint, liveSeries } from '../core/measures-api.ts';
import { trendPeriod } from '../core/period.ts';
import { Selection } from '../core/selection.ts';
import { ChartFrame } from './chart-frame.ts';
import type { Column } from './table-column.ts';
import { TrendChart } from './trend-chart.ts';
import { trendFinding } from './trend-finding.ts';
import type { LabelledPoint } from './trend-options.ts';
import { valueAxis } from './value-axis.ts';

/** One number of a measure over time, in its frame. */
@Component({
  selector: 'pandu-measure-trend',
  imports: [ChartFrame, TrendChart],
  template: `
    <pandu-chart-frame
      [finding]="finding()"
      [selection]="selectionText()"
      [columns]="columns()"
      [rows]="points()"
      [fileName]="'pandu-' + measure() + '-' + field().id"
      [loading]="answer() === undefined && series.problem() === null"
      [refreshing]="series.refreshing()"
      [problem]="series.problem()"
      [empty]="empty()"
      (retry)="series.reload()"
    >
      @if (empty() === null && answer()) {
        <p class="note">{{ answer()?.sentence }}</p>
        <pandu-trend-chart
          [points]="labelled()"
          [label]="finding()"
          [axis]="axis()"
          [axisText]="axisText()"
        />
      }
    </pandu-chart-frame>
  `,
})
export class MeasureTrend {
  readonly measure = input.required<MeasureId>();
  readonly field = input.required<MeasureField>();

  private readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  private readonly selection = inject(Selection);
  protected readonly series = liveSeries(() => ({
    measure: this.measure(),
    field: this.field().id,
    grain: this.selection.grain(),
  }));

  /** The answer to what is asked now; the one before, of another number, would be read in the wrong unit. */
  protected readonly answer = computed(() => {
    const series = this.series.value();
    const fits =
      series?.measure === this.measure() &&
      series.field === this.field().id &&
      series.grain === this.selection.grain();
    return fits ? series : undefined;
  });
  protected readonly points = computed<readonly SeriesPoint[]>(() => this.answer()?.points ?? []);
  protected readonly finding = computed(() => {
    const finished = this.points().filter((point) => point.state === 'defined').length;
    const span = this.t(`span.${this.selection.grain()}`, { count: this.formats.now.number(finished) });
    return trendFinding(this.kamus.label(this.field()), this.labelled(), span, this.t);
  });
  protected readonly empty = computed(() => {
    const series = this.answer();
    if (series === undefined || series.points.some((point) => point.value !== null)) return null;
    return series.points.some(isSuppressed)
      ? this.t('absence.suppressedLong')
      : this.t('chart.empty', { unit: series.unitName });
  });
  protected readonly selectionText = computed(() => {
    const series = this.answer();
    const shown = trendPeriod(this.selection.period(), this.selection.grain());
    return `${this.kamus.label(this.field())}, ${series?.unitName ?? ''}, ${this.formats.now.days(shown)}, ${this.t(`grain.${this.selection.grain()}`)}`;
  });
  protected readonly axis = computed(() =>
    valueAxis(
      this.points().flatMap((point) => (point.value === null ? [] : [point.value])),
      { unit: this.field().unit, official: isOfficial(this.field()) },
    ),
  );
  protected readonly axisText = computed(() => {
    const [field, formats, { step }] = [this.field(), this.formats.now, this.axis()];
    return (value: number): string => formats.axisMark(field, value, step);
  });
  protected readonly labelled = computed<readonly LabelledPoint[]>(() =>
    this.points().map((point) => ({
      value: point.value,
      state: point.state,
      label: this.label(point),
      name: this.formats.now.bucketName(point.from, this.selection.grain()),
      text: this.text(point),
      detail:
        point.value === null || this.field().n === this.field().id
          ? ''
          : this.t('measure.n', { n: this.formats.now.number(point.n) }),
      instrument: point.instrument ?? null,
    })),
  );
  protected readonly columns = computed<readonly Column<SeriesPoint>[]>(() => {
    const counted = this.field().n !== this.field().id;
    const file = this.words.inFile(this.field());
    return [
      {
        id: 'from',
        header: this.t('table.period'),
        numeric: false,
        text: (point) => this.label(point),
        raw: (point) => point.from,
      },
      {
        id: 'value',
        header: this.kamus.label(this.field()),
        numeric: true,
        text: (point) => this.text(point),
        raw: (point) => point.value,
        withheld: (point) => (isSuppressed(point) ? this.t('absence.suppressed') : null),
        ...(file === null
          ? {}
          : { file: { unit: file.unit, value: (point: SeriesPoint) => file.value(point.value) } }),
      },
      ...(counted
        ? [
            {
              id: 'n',
              header: this.t('table.n'),
              numeric: true,
              text: (point: SeriesPoint) =>
                isSuppressed(point) ? this.t('absence.suppressed') : this.formats.now.number(point.n),
              raw: (point: SeriesPoint) => (isSuppressed(point) ? null : point.n),
              withheld: (point: SeriesPoint) => (isSuppressed(point) ? this.t('absence.suppressed') : null),
            },
          ]
        : []),
      {
        id: 'state',
        header: this.t('table.state'),
        numeric: false,
        text: (point) => this.state(point),
        raw: (point) => this.state(point),
      },
    ];
  });

  private state(point: SeriesPoint): string {
    return this.t(isSuppressed(point) ? 'absence.suppressed' : `pointState.${point.state}`);
  }

  private label(point: SeriesPoint): string {
    return this.formats.now.bucket(point.from, this.selection.grain());
  }

  private text(point: SeriesPoint): string {
    return point.value === null
      ? this.words.absent(point)
      : this.formats.now.value(this.field(), point.value);
  }
}

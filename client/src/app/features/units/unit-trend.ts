import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ValueWords, isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import type { Series } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Mark } from '../../ui/mark.ts';
import { CourseDrawing } from '../../ui/multiples/course-drawing.ts';
import { multipleShape, sharedScale } from '../../ui/multiples/multiple-shape.ts';
import { indexOfDay } from '../../ui/trend/trend-layers.ts';
import { verdictMark } from '../../ui/verdict-mark.ts';
import { measureScreen } from './units-api.ts';

const WIDTH = 420;
const HEIGHT = 76;

/** One watched number of a unit: its newest whole month, what the signal engine says of it, and its small control chart. */
@Component({
  selector: 'pandu-unit-trend',
  imports: [CourseDrawing, Mark, RouterLink],
  templateUrl: './unit-trend.html',
  styleUrl: './unit-trend.css',
})
export class UnitTrend {
  readonly series = input.required<Series>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  private readonly selection = inject(Selection);
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;

  private readonly field = computed(() => this.kamus.field(this.series().measure, this.series().field));
  protected readonly name = computed(() => {
    const { measure } = this.series();
    const label = this.kamus.label(this.field());
    // "Diterima" alone would not say of what.
    return this.field().unit === 'count'
      ? `${this.kamus.measureLabel(measure)} ${label.toLocaleLowerCase()}`
      : label;
  });
  protected readonly screen = computed(() => {
    const { screen, query } = measureScreen(this.series().measure, this.series().field);
    return { screen, query: { ...this.selection.carried(), ...query } };
  });
  /** The newest whole month; the running one is only drawn, because it is not judged. */
  private readonly newest = computed(() =>
    this.series().points.findLast((point) => point.to < this.selection.today()),
  );
  protected readonly mark = computed(() => {
    const newest = this.newest();
    if (newest !== undefined && newest.value === null)
      return isSuppressed(newest) ? ('unjudged' as const) : ('no-data' as const);
    return verdictMark(this.series().verdict);
  });
  protected readonly value = computed(() => {
    const newest = this.newest();
    return newest === undefined || newest.value === null
      ? this.words.absent(newest)
      : this.formats.now.value(this.field(), newest.value);
  });
  protected readonly told = computed(() => newest(this.value(), this.newest()?.value ?? null));
  private readonly target = computed(() => {
    const { target } = this.series().verdict;
    return target === null ? null : (target.atLeast ?? target.atMost);
  });
  protected readonly facts = computed(() => {
    const [newest, field, formats, target] = [this.newest(), this.field(), this.formats.now, this.target()];
    return [
      ...(newest === undefined ? [] : [formats.bucket(newest.from, 'month')]),
      ...(newest === undefined || newest.value === null || field.n === field.id
        ? []
        : [this.t('measure.n', { n: formats.number(newest.n) })]),
      ...(target === null
        ? []
        : [this.t('trend.target', { value: formats.axisMark(field, target, target) })]),
    ].join(' · ');
  });
  protected readonly drawn = computed(() => {
    const { points, limits, annotations } = this.series();
    const [field, formats, target] = [this.field(), this.formats.now, this.target()];
    if (points.every((point) => point.value === null)) return null;
    const scale = sharedScale([{ points, limits }], target, field.unit);
    const shape = multipleShape(
      { points, limits },
      {
        width: WIDTH,
        height: HEIGHT,
        scale,
        median: [],
        target,
        unit: field.unit,
        polarity: field.polarity,
      },
    );
    const first = points[0];
    const last = points.at(-1);
    const step = points.length < 2 ? 0 : (WIDTH - 8) / (points.length - 1);
    return {
      shape,
      high: this.edge(scale.high),
      low: this.edge(scale.low),
      from: first === undefined ? '' : formats.bucket(first.from, 'month'),
      to: last === undefined ? '' : formats.bucket(last.from, 'month'),
      notes: annotations
        .map((note) => indexOfDay(points, note.day))
        .filter((at) => at >= 0)
        .map((at) => 4 + at * step),
    };
  });

  /** An end of the vertical scale: rounder than a value, because it only says where the chart lies. */
  private edge(value: number): string {
    const field = this.field();
    return this.formats.now.axisMark(
      field,
      value,
      field.unit === 'score' ? 0.1 : field.unit === 'share' ? 0.01 : 1,
    );
  }
}

/** A value that is not there reads quieter than one that is. */
function newest(text: string, value: number | null): { readonly text: string; readonly absent: boolean } {
  return { text, absent: value === null };
}

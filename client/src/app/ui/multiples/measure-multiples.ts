import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeasureField, MeasureId } from '#domain/measures';
import { ValueWords, isSuppressed } from '../../core/absence.ts';
import { Directory } from '../../core/directory.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { type Multiples, liveMultiples } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Mark, type MarkKind } from '../mark.ts';
import { ProblemNote } from '../problem-note.ts';
import { Skeleton } from '../skeleton.ts';
import { TableFiles } from '../table-files.ts';
import { verdictMark } from '../verdict-mark.ts';
import { CourseDrawing } from './course-drawing.ts';
import { type MultipleBox, multipleShape, sharedScale } from './multiple-shape.ts';

type Item = Multiples['items'][number];

const WIDTH = 216;
const HEIGHT = 58;

/**
 * The same number over the same time for every unit below the selected one, or beside it where it has none below, on
 * one scale. A click opens the unit with every filter kept.
 */
@Component({
  selector: 'pandu-measure-multiples',
  imports: [CourseDrawing, Mark, ProblemNote, RouterLink, Skeleton, TableFiles],
  templateUrl: './measure-multiples.html',
  styleUrl: './measure-multiples.css',
})
export class MeasureMultiples {
  readonly measure = input.required<MeasureId>();
  readonly field = input.required<MeasureField>();

  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  private readonly words = inject(ValueWords);
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;

  /** The unit whose parts are shown: the selected one, or the one above it; null when it has neither; undefined while its place is not known. */
  protected readonly above = computed<string | null | undefined>(() => {
    const units = this.directory.units();
    if (units === undefined) return undefined;
    const code = this.selection.unit() ?? units[0]?.code ?? null;
    if (units.some((unit) => unit.path.at(-2)?.code === code)) return code;
    return units.find((unit) => unit.code === code)?.path.at(-2)?.code ?? null;
  });
  protected readonly beside = computed(() => this.above() !== (this.selection.unit() ?? this.above()));
  protected readonly multiples = liveMultiples(() => {
    const unit = this.above();
    return unit === null || unit === undefined
      ? null
      : { measure: this.measure(), field: this.field().id, grain: this.selection.grain(), unit };
  });
  /** The answer to what is asked now, never one of another number. */
  protected readonly answer = computed(() => {
    const answer = this.multiples.value();
    return answer?.measure === this.measure() && answer.field === this.field().id ? answer : undefined;
  });

  private readonly target = computed(() => {
    const target = this.answer()?.items.find((item) => item.verdict.target !== null)?.verdict.target ?? null;
    return target === null ? null : (target.atLeast ?? target.atMost);
  });
  protected readonly explanation = computed(() => {
    const target = this.target();
    return [
      this.t('multiples.order'),
      ...(target === null
        ? []
        : [this.t('multiples.target', { value: this.formats.now.axisMark(this.field(), target, target) })]),
      ...(this.answer()?.median.some((value) => value !== null) === true ? [this.t('multiples.median')] : []),
    ].join(' · ');
  });
  protected readonly boxes = computed(() => {
    const answer = this.answer();
    if (answer === undefined) return [];
    const box: MultipleBox = {
      width: WIDTH,
      height: HEIGHT,
      scale: sharedScale(answer.items, this.target(), this.field().unit),
      median: answer.median,
      target: this.target(),
      unit: this.field().unit,
      polarity: this.field().polarity,
    };
    return answer.items.filter(hasCourse).map((item) => ({
      key: item.key,
      label: item.label,
      here: item.key === this.selection.unit(),
      ...this.newest(item),
      sentence: item.verdict.sentence,
      shape: multipleShape(item, box),
    }));
  });

  /** Units of which nothing is known in the whole time, e.g. because they do not offer the service: named, not drawn. */
  protected readonly without = computed(() => {
    const names = (this.answer()?.items ?? []).filter((item) => !hasCourse(item)).map(({ label }) => label);
    return names.length === 0 ? '' : this.t('multiples.without', { units: names.join(', ') });
  });

  constructor() {
    effect(() => this.directory.need('units'));
  }

  /** The newest whole bucket in words, and its sign: nothing reported in it is told as such. */
  private newest(item: Item): { readonly text: string; readonly mark: MarkKind } {
    const whole = item.points.findLast((point) => point.state !== 'partial');
    if (whole === undefined || whole.value === null)
      return {
        text: this.words.absent(whole),
        mark: isSuppressed(whole) ? 'unjudged' : 'no-data',
      };
    return { text: this.formats.now.value(this.field(), whole.value), mark: verdictMark(item.verdict) };
  }
}

/** True when any point has a value, or has one that is withheld. */
function hasCourse({ points }: Item): boolean {
  return points.some((point) => point.value !== null || isSuppressed(point));
}

import { Component, computed, inject, input } from '@angular/core';
import { FEWEST_PEERS } from '#domain/peers/peer-comparison';
import { Formats } from '../../../core/formats.ts';
import { Kamus } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import { CourseDrawing } from '../../../ui/multiples/course-drawing.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { roundedText } from '../../../ui/peer-note-words.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveAcceleration } from '../pilots-api.ts';
import { type AcceleratedField, acceleratedShape } from './acceleration-shape.ts';

const WIDTH = 320;
const HEIGHT = 96;
const MARKS: Readonly<Record<AcceleratedField['verdict'], MarkKind>> = {
  better: 'better',
  worse: 'worse',
  'no-change': 'stable',
  'insufficient-data': 'small-sample',
};

/** What the pilot was made for: before against after, beside units that are in no pilot. */
@Component({
  selector: 'pandu-pilot-acceleration',
  imports: [CourseDrawing, Mark, ProblemNote, Skeleton],
  templateUrl: './acceleration.html',
  styleUrl: './acceleration.css',
})
export class PilotAcceleration {
  readonly id = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  protected readonly t = inject(Language).t;
  protected readonly live = liveAcceleration(() => this.id());
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;

  /** Which months are compared, with whom. */
  protected readonly compared = computed(() => {
    const answer = this.live.value();
    if (answer === undefined) return '';
    const { before, after, peers } = answer;
    const days = (period: { from: string; to: string }): string => this.formats.now.period(period, period.to);
    return [
      after === null
        ? this.t('pilots.acceleration.notYet', { before: days(before) })
        : this.t('pilots.acceleration.compared', { before: days(before), after: days(after) }),
      this.t(`pilots.acceleration.peers.${peers.count < FEWEST_PEERS ? 'few' : peers.alike}`, {
        count: this.formats.now.number(peers.count),
        kind: this.t(
          `pilots.acceleration.kind.${peers.kind === 'kecamatan' || peers.kind === 'skpd' ? peers.kind : 'other'}`,
        ),
      }),
    ].join(' ');
  });
  protected readonly rows = computed(() => {
    const answer = this.live.value();
    return (answer?.fields ?? []).map((field) => {
      const drawn = acceleratedShape(field, answer?.startsOn ?? '', { width: WIDTH, height: HEIGHT });
      const value = (of: number | null): string =>
        of === null
          ? this.t('pilots.acceleration.none')
          : this.formats.now.value(this.kamus.field(field.measure, field.field), of);
      const own = (of: number | null): string =>
        field.withheld ? this.t('pilots.acceleration.withheld') : value(of);
      const peer = (of: number | null): string =>
        of === null
          ? this.t('pilots.acceleration.none')
          : roundedText(this.kamus.field(field.measure, field.field), of, this.formats.now);
      return {
        key: `${field.measure}.${field.field}`,
        label: field.label,
        mark: field.withheld ? ('no-data' as const) : MARKS[field.verdict],
        word: this.t(`pilots.acceleration.verdict.${field.withheld ? 'withheld' : field.verdict}`),
        before: own(field.before.value),
        beforeN: this.n(field.before.n),
        after: own(field.after.value),
        afterN: this.n(field.after.n),
        peers:
          field.peersBefore === null && field.peersAfter === null
            ? this.t('pilots.acceleration.notCompared')
            : this.t('pilots.acceleration.change', {
                before: peer(field.peersBefore),
                after: peer(field.peersAfter),
              }),
        sentence: field.sentence,
        ...drawn,
        low: drawn.range === null ? '' : value(drawn.range.low),
        high: drawn.range === null ? '' : value(drawn.range.high),
        from: this.month(field.points[0]?.from),
        to: this.month(field.points.at(-1)?.from),
      };
    });
  });
  protected readonly started = computed(() => {
    const answer = this.live.value();
    return answer === undefined ? '' : this.formats.now.date(answer.startsOn);
  });

  private n(count: number | null): string {
    return count === null ? '' : this.t('measure.n', { n: this.formats.now.number(count) });
  }

  private month(day: string | undefined): string {
    return day === undefined ? '' : this.formats.now.bucket(day, 'month');
  }
}

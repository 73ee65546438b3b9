import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FACILITIES } from '#contract/pilots/programme';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import type { Question } from '../asking/question.ts';
import { QuestionDialog } from '../asking/question-dialog.ts';
import { checkedPoint, newTraining } from '../asking/point-questions.ts';
import type { PilotPoint, Programme } from '../pilots-api.ts';

const NETWORK_MARKS: Readonly<Record<PilotPoint['network'], MarkKind>> = {
  baik: 'stable',
  lambat: 'small-sample',
  'sering-putus': 'worse',
  'tidak-ada': 'worse',
};

/** Service points: state of the network, what there is for people with special needs, who was trained. */
@Component({
  selector: 'pandu-pilot-points',
  imports: [Mark, QuestionDialog, ScrollHint],
  templateUrl: './points.html',
  styleUrls: ['./surroundings.css', './points.css'],
})
export class PilotPoints {
  readonly programme = input.required<Programme>();
  readonly changed = output();

  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly facilities = FACILITIES;
  protected readonly question = signal<Question | null>(null);
  protected readonly mayReport = computed(() => this.programme().actions.includes('report'));
  protected readonly trainings = computed(() =>
    this.programme().trainings.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  );

  protected networkMark({ network }: PilotPoint): MarkKind {
    return NETWORK_MARKS[network];
  }

  /** Whether a facility is there: `there`, `notThere`, or `notChecked`. */
  protected seen(
    point: PilotPoint,
    facility: (typeof FACILITIES)[number],
  ): 'there' | 'notThere' | 'notChecked' {
    const there = point.facilities[facility];
    if (there === undefined) return 'notChecked';
    return there ? 'there' : 'notThere';
  }

  protected trainingText({ on, point, participants, by }: Programme['trainings'][number]): string {
    const place =
      this.programme().points.find(({ id, name }) => id === point || name === point)?.name ?? point;
    return [
      this.formats.now.date(on),
      place ?? this.t('pilots.training.allPoints'),
      this.t('pilots.training.count', { count: this.formats.now.number(participants) }),
      by,
    ].join(' · ');
  }

  protected check(point: PilotPoint | null): void {
    this.question.set(checkedPoint(this.t, this.programme().id, point, this.selection.today()));
  }

  protected train(): void {
    this.question.set(newTraining(this.t, this.programme(), this.selection.today()));
  }

  protected saved(): void {
    this.question.set(null);
    this.changed.emit();
  }
}

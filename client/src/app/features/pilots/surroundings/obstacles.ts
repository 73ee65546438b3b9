import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { Mark } from '../../../ui/mark.ts';
import type { Question } from '../asking/question.ts';
import { QuestionDialog } from '../asking/question-dialog.ts';
import { newObstacle, resolvedObstacle } from '../asking/surroundings-questions.ts';
import { type Obstacle, PilotsApi, type Programme } from '../pilots-api.ts';
import { EvidenceFold } from './evidence-fold.ts';

/** What stands in the way: of what kind, whose it is, since when, and of whom help is asked. Resolved ones stay, below. */
@Component({
  selector: 'pandu-pilot-obstacles',
  imports: [EvidenceFold, Mark, QuestionDialog],
  template: `
    <h2>{{ t('pilots.obstacle.heading') }}</h2>
    <ul class="lines">
      @for (obstacle of sorted(); track obstacle.id) {
        <li [class.former]="obstacle.resolvedOn !== null">
          <p class="first">
            @if (obstacle.resolvedOn === null) {
              <pandu-mark kind="worse" [label]="t('pilots.obstacle.open')" />
            }
            <b>{{ t('pilots.obstacle.kind.' + obstacle.kind) }}</b>: {{ obstacle.body }}
          </p>
          <p class="note">{{ about(obstacle) }}</p>
          @if (obstacle.help; as help) {
            <p>
              <b>{{ t('pilots.obstacle.helpOf', { title: help.title }) }}</b> {{ help.asked }}
            </p>
          }
          @if (obstacle.resolution; as resolution) {
            <p>{{ t('pilots.obstacle.resolved', { day: resolvedDay(obstacle), resolution }) }}</p>
          }
          @if (obstacle.evidenceCount > 0 || mayReport() || obstacle.actions.length > 0) {
            <pandu-evidence-fold
              about="pilot-obstacle"
              [id]="obstacle.id"
              [count]="obstacle.evidenceCount"
              (changed)="changed.emit()"
            />
          }
          @if (obstacle.actions.includes('resolve')) {
            <button
              type="button"
              class="action"
              aria-haspopup="dialog"
              [attr.aria-label]="t('pilots.obstacle.resolve.open') + ': ' + obstacle.body"
              (click)="resolve(obstacle)"
            >
              {{ t('pilots.obstacle.resolve.open') }}
            </button>
          }
        </li>
      } @empty {
        <li class="note">{{ t('pilots.obstacle.empty') }}</li>
      }
    </ul>
    @if (mayReport()) {
      <p class="actions add">
        <button
          type="button"
          class="action"
          aria-haspopup="dialog"
          [disabled]="reading.busy()"
          (click)="add()"
        >
          {{ t('pilots.obstacle.add.title') }}
        </button>
      </p>
      <p class="missing" role="alert" [hidden]="reading.trouble() === ''">{{ reading.trouble() }}</p>
    }
    @if (question(); as asked) {
      <pandu-question-dialog [question]="asked" (saved)="saved()" (closed)="question.set(null)" />
    }
  `,
  styleUrl: './surroundings.css',
})
export class PilotObstacles {
  readonly programme = input.required<Programme>();
  readonly changed = output();

  private readonly api = inject(PilotsApi);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly reading = task();
  protected readonly question = signal<Question | null>(null);
  protected readonly mayReport = computed(() => this.programme().actions.includes('report'));
  /** Those that are open first, the longest standing on top. */
  protected readonly sorted = computed(() =>
    this.programme().obstacles.toSorted(
      (a, b) => Number(a.resolvedOn !== null) - Number(b.resolvedOn !== null) || b.days - a.days,
    ),
  );

  protected about({ owner, sinceOn, days, milestone, resolvedOn }: Obstacle): string {
    const values = { day: this.formats.now.date(sinceOn), days: this.formats.now.number(days) };
    return [
      this.t(resolvedOn === null ? 'pilots.obstacle.sinceDays' : 'pilots.obstacle.lasted', values),
      this.t('pilots.obstacle.ownedBy', { title: owner.title }),
      ...(milestone === null ? [] : [this.t('pilots.obstacle.ofMilestone', { title: milestone.title })]),
    ].join(' · ');
  }

  protected resolvedDay({ resolvedOn }: Obstacle): string {
    return resolvedOn === null ? '' : this.formats.now.date(resolvedOn);
  }

  protected async add(): Promise<void> {
    const posts = await this.reading.run(() => this.api.posts(this.programme().id));
    if (posts !== undefined)
      this.question.set(newObstacle(this.t, this.programme(), posts.result, this.selection.today()));
  }

  protected resolve(obstacle: Obstacle): void {
    this.question.set(resolvedObstacle(this.t, this.programme().id, obstacle, this.selection.today()));
  }

  protected saved(): void {
    this.question.set(null);
    this.changed.emit();
  }
}

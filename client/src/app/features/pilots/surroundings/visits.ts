import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import type { Question } from '../asking/question.ts';
import { QuestionDialog } from '../asking/question-dialog.ts';
import { newVisit } from '../asking/surroundings-questions.ts';
import type { Programme } from '../pilots-api.ts';
import { EvidenceFold } from './evidence-fold.ts';

/** Pendampingan by the kabupaten's team: when it came, what it advised, when it comes next. Newest first. */
@Component({
  selector: 'pandu-pilot-visits',
  imports: [EvidenceFold, QuestionDialog],
  template: `
    <h2>{{ t('pilots.visit.heading') }}</h2>
    @if (next(); as sentence) {
      <p class="note empty">{{ sentence }}</p>
    }
    <ul class="lines">
      @for (visit of sorted(); track visit.id) {
        <li>
          <p class="note">{{ formats.now.date(visit.on) }} · {{ visit.team }}</p>
          <p class="first">{{ visit.advice }}</p>
          @if (!$first && visit.nextOn; as day) {
            <p class="note">{{ t('pilots.visit.nextOn', { day: formats.now.date(day) }) }}</p>
          }
          @if (visit.evidenceCount > 0 || programme().actions.includes('manage')) {
            <pandu-evidence-fold
              about="pilot-visit"
              [id]="visit.id"
              [count]="visit.evidenceCount"
              (changed)="changed.emit()"
            />
          }
        </li>
      } @empty {
        <li class="note">{{ t('pilots.visit.empty') }}</li>
      }
    </ul>
    @if (programme().actions.includes('manage')) {
      <p class="actions add">
        <button type="button" class="action" aria-haspopup="dialog" (click)="add()">
          {{ t('pilots.visit.add.title') }}
        </button>
      </p>
    }
    @if (question(); as asked) {
      <pandu-question-dialog [question]="asked" (saved)="saved()" (closed)="question.set(null)" />
    }
  `,
  styleUrl: './surroundings.css',
})
export class PilotVisits {
  readonly programme = input.required<Programme>();
  readonly changed = output();

  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly question = signal<Question | null>(null);
  protected readonly sorted = computed(() =>
    this.programme().visits.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  );
  protected readonly next = computed(() => {
    const day = this.programme().nextVisitOn;
    if (day === null) return null;
    const missed = day < this.selection.today();
    return this.t(missed ? 'pilots.visit.nextMissed' : 'pilots.visit.nextPlanned', {
      day: this.formats.now.date(day),
    });
  });

  protected add(): void {
    this.question.set(newVisit(this.t, this.programme().id, this.selection.today()));
  }

  protected saved(): void {
    this.question.set(null);
    this.changed.emit();
  }
}

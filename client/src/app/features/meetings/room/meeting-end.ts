import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Meeting } from '#contract/reports/meetings';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ConflictNote } from './conflict-note.ts';
import { MeetingKeeper } from './meeting-keeper.ts';
import { HEAD, type PartOf } from './written-parts.ts';

/** The page after the last item: who was there, what is still open, when the next one is, and the close. */
@Component({
  selector: 'pandu-meeting-end',
  imports: [ConflictNote, DayField],
  template: `
    <h1 class="large">{{ headline() }}</h1>
    <p class="facts">{{ rest() }}</p>
    @if (unready() > 0) {
      <p class="facts late">{{ t('meetings.end.unready', { count: formats.now.number(unready()) }) }}</p>
    }
    @if (meeting().mayRun && head(); as part) {
      <div class="fields">
        <label class="field"
          ><span>{{ t('meetings.name') }}</span>
          <input
            class="input"
            maxlength="200"
            [value]="part.values.title"
            (input)="write({ title: text($event) })"
          />
        </label>
        <label class="field"
          ><span>{{ t('meetings.end.place') }}</span>
          <input
            class="input"
            maxlength="200"
            [value]="part.values.place"
            (input)="write({ place: text($event) })"
          />
        </label>
        <label class="field"
          ><span>{{ t('meetings.end.attendees') }}</span>
          <textarea
            class="input"
            rows="6"
            [placeholder]="t('meetings.end.attendeesHint')"
            [value]="part.values.attendees"
            (input)="write({ attendees: text($event) })"
          ></textarea>
        </label>
        <pandu-conflict-note [part]="part" />
        <pandu-day-field
          [label]="t('meetings.end.next')"
          [day]="next()"
          [hint]="t('meetings.end.nextHint')"
          (typing)="next.set($event)"
        />
      </div>
      <p class="note consequence">{{ t('meetings.end.consequence') }}</p>
      <p class="late" role="alert">{{ wrongDay() || trouble() }}</p>
      <div class="actions">
        <button type="button" class="primary-button" [disabled]="busy() || unready() > 0" (click)="finish()">
          {{ t('meetings.end.verb') }}
        </button>
        @if (decisions() === 0) {
          <button type="button" class="action quiet" [disabled]="busy()" (click)="calledOff.emit()">
            {{ t('meetings.cancel') }}
          </button>
        }
      </div>
    }
  `,
  styleUrl: './large-type.css',
  styles: `
    :host {
      display: block;
    }
    .late {
      color: var(--memburuk);
    }
    .fields {
      display: grid;
      gap: 16px;
      max-width: 40em;
      margin-top: 24px;
    }
    .consequence {
      max-width: 60ch;
      margin: 20px 0 12px;
    }
    .actions {
      align-items: center;
      gap: 8px 24px;
    }
  `,
})
export class MeetingEnd {
  readonly meeting = input.required<Meeting>();
  readonly decisions = input.required<number>();
  readonly undecided = input.required<number>();
  readonly unspoken = input.required<number>();
  /** Decisions that lack words, owner or day. */
  readonly unready = input.required<number>();
  readonly busy = input.required<boolean>();
  readonly trouble = input.required<string>();
  /** With the day of the next meeting, or empty. */
  readonly finished = output<string>();
  readonly calledOff = output();

  private readonly keeper = inject(MeetingKeeper);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly next = signal('');
  protected readonly wrongDay = signal('');
  protected readonly head = computed(() => {
    const part = this.keeper.parts().get(`head:${HEAD}`);
    return part?.kind === 'head' ? part : undefined;
  });
  protected readonly headline = computed(() =>
    this.decisions() === 0
      ? this.t('meetings.end.noDecision')
      : this.t('meetings.end.headline', { count: this.formats.now.number(this.decisions()) }),
  );
  protected readonly rest = computed(() => {
    const [undecided, unspoken] = [this.undecided(), this.unspoken()];
    if (undecided + unspoken === 0) return this.t('meetings.end.allSpoken');
    const kind = undecided === 0 ? 'unspoken' : unspoken === 0 ? 'undecided' : 'both';
    return this.t(`meetings.end.rest.${kind}`, {
      undecided: this.formats.now.number(undecided),
      unspoken: this.formats.now.number(unspoken),
    });
  });

  protected write(change: Partial<PartOf<'head'>['values']>): void {
    this.keeper.writeHead(change);
  }

  protected finish(): void {
    const day = this.next();
    this.wrongDay.set(day === '' || isIsoDate(day) ? '' : this.t('period.invalid'));
    if (this.wrongDay() === '') this.finished.emit(day);
  }
}

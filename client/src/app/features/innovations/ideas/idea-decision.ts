import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { IdeaStage } from '#domain/innovations/idea-road';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { type Idea, IdeasApi } from './ideas-api.ts';

/** The last part of the path of each decision. */
const PATHS: Readonly<Record<IdeaStage, string>> = {
  gagasan: 'reopen',
  'uji-coba': 'trial',
  penerapan: 'application',
  dihentikan: 'stop',
};

/** The next decision about an idea: where it goes, what that needs, and why. */
@Component({
  selector: 'pandu-idea-decision',
  imports: [DayField],
  template: `
    <h2>{{ t('ideas.decide.title') }}</h2>
    <form class="form" novalidate (submit)="send($event)">
      <label class="field"
        ><span>{{ t('ideas.decide.to') }}</span>
        <select class="input" (change)="choose(text($event))">
          @for (stage of idea().mayBringTo; track stage) {
            <option [value]="stage" [selected]="stage === to()">{{ t('ideas.verb.' + stage) }}</option>
          }
        </select>
      </label>
      @if (to() === 'uji-coba') {
        <label class="field"
          ><span>{{ t('ideas.decide.question') }}</span>
          <textarea
            class="input"
            rows="3"
            maxlength="1000"
            [value]="words()"
            (input)="words.set(text($event))"
          ></textarea>
        </label>
        <pandu-day-field [label]="t('ideas.decide.until')" [day]="until()" (typing)="until.set($event)" />
      } @else if (to() !== 'gagasan') {
        <label class="field"
          ><span>{{ t(to() === 'penerapan' ? 'ideas.decide.shown' : 'ideas.decide.learnt') }}</span>
          <textarea
            class="input"
            rows="4"
            maxlength="2000"
            [value]="words()"
            (input)="words.set(text($event))"
          ></textarea>
        </label>
      }
      <label class="field"
        ><span>{{ t('ideas.decide.reason') }}</span>
        <textarea
          class="input"
          rows="2"
          maxlength="1000"
          [value]="reason()"
          (input)="reason.set(text($event))"
        ></textarea>
      </label>
      <p class="note">{{ t('ideas.consequence.' + to()) }}</p>
      <p class="trouble" role="alert">{{ sending.trouble() }}</p>
      <button type="submit" class="primary-button" [disabled]="sending.busy()">
        {{ t('ideas.verb.' + to()) }}
      </button>
    </form>
  `,
  styleUrls: ['../innovations.css', './ideas.css'],
})
export class IdeaDecision {
  readonly idea = input.required<Idea>();
  readonly decided = output();

  private readonly api = inject(IdeasApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly to = linkedSignal<IdeaStage>(() => this.idea().mayBringTo[0] ?? 'dihentikan');
  /** The question of a trial, what it showed, or what was learnt. */
  protected readonly words = signal('');
  protected readonly until = signal('');
  protected readonly reason = signal('');
  protected readonly sending = task();
  private readonly needs = computed(() => this.to() !== 'gagasan');

  protected choose(stage: string): void {
    this.to.set(this.idea().mayBringTo.find((known) => known === stage) ?? this.to());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [words, reason] = [this.words().trim(), this.reason().trim()];
    if (this.needs() && words.length < 10) return this.sending.refuse(this.t('ideas.decide.needsWords'));
    if (this.to() === 'uji-coba' && !isIsoDate(this.until()))
      return this.sending.refuse(this.t('ideas.decide.needsUntil'));
    if (reason.length < 5) return this.sending.refuse(this.t('ideas.decide.needsReason'));
    const done = await this.sending.run(() =>
      this.api.decide(this.idea().id, PATHS[this.to()], { ...this.body(words), reason }),
    );
    if (done === undefined) return;
    this.words.set('');
    this.until.set('');
    this.reason.set('');
    this.decided.emit();
  }

  private body(words: string): object {
    if (this.to() === 'uji-coba') return { question: words, until: this.until() };
    return this.to() === 'gagasan' ? {} : { outcome: words };
  }
}

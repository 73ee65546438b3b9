import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { StaffFlagsApi } from '../staff-flags-api.ts';

const PATHS = { explain: 'explanation', review: 'review', decide: 'decision' } as const;
const SHORTEST = 3;

/** The step that the person may take now: own words, review, or the decision with its reason. */
@Component({
  selector: 'pandu-flag-step-form',
  imports: [DayField],
  template: `
    <form class="step" novalidate (submit)="submit($event)">
      <h2>{{ said('title') }}</h2>
      <p>{{ said('lead') }}</p>
      @if (action() === 'decide') {
        <fieldset>
          <legend>{{ t('staffFlags.form.decide.verdict') }}</legend>
          @for (choice of verdicts; track choice) {
            <label class="choice"
              ><input
                type="radio"
                name="verdict"
                [value]="choice"
                [checked]="choice === verdict()"
                (change)="verdict.set(choice)"
              />
              <span>{{ t('staffFlags.form.decide.' + choice) }}</span></label
            >
          }
        </fieldset>
      }
      <label class="field"
        ><span>{{ said('text') }}</span>
        <textarea class="input" [value]="words()" (input)="words.set(text($event))"></textarea>
      </label>
      @if (action() === 'decide') {
        <div class="pair">
          <label class="field"
            ><span>{{ t('staffFlags.form.decide.number') }}</span>
            <input class="input" autocomplete="off" [value]="number()" (input)="number.set(text($event))" />
          </label>
          <pandu-day-field
            [label]="t('staffFlags.form.decide.on')"
            [hint]="t('staffFlags.form.decide.onHint')"
            [day]="on()"
            (typing)="on.set($event)"
          />
        </div>
      }
      <p class="trouble" role="alert">{{ work.trouble() }}</p>
      <div>
        <button type="submit" class="primary-button" [disabled]="work.busy()">
          {{ said('verb') }}
        </button>
      </div>
    </form>
  `,
  styleUrl: '../staff-flags.css',
})
export class FlagStepForm {
  readonly id = input.required<string>();
  readonly action = input.required<keyof typeof PATHS>();
  readonly done = output();

  private readonly api = inject(StaffFlagsApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly verdicts = ['confirmed', 'dismissed'] as const;
  protected readonly verdict = signal<'confirmed' | 'dismissed' | null>(null);
  protected readonly words = signal('');
  protected readonly number = signal('');
  protected readonly on = signal('');
  private readonly step = computed(() => PATHS[this.action()]);

  protected said(part: 'title' | 'lead' | 'text' | 'verb' | 'missing'): string {
    return this.t(`staffFlags.form.${this.action()}.${part}`);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words().trim();
    if (words.length < SHORTEST) return this.work.refuse(this.said('missing'));
    const body = this.action() === 'decide' ? this.decision(words) : { text: words };
    if (body === null) return;
    const sent = await this.work.run(() => this.api.step(this.id(), this.step(), body));
    if (sent !== undefined) this.done.emit();
  }

  /** Null when something of it is missing; the form then says what. */
  private decision(reason: string): object | null {
    const [number, on] = [this.number().trim(), this.on().trim()];
    const verdict = this.verdict();
    const missing =
      verdict === null
        ? 'verdictMissing'
        : (number === '') !== (on === '')
          ? 'both'
          : on !== '' && !isIsoDate(on)
            ? 'dayWrong'
            : null;
    if (missing !== null) {
      this.work.refuse(this.t(`staffFlags.form.decide.${missing}`));
      return null;
    }
    return { verdict, reason, number: number === '' ? null : number, on: on === '' ? null : on };
  }
}

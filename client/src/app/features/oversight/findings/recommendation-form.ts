import { Component, type OnInit, computed, inject, input, output, signal } from '@angular/core';
import type { Finding, Recommendation } from '#contract/oversight/findings';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { OversightApi } from '../oversight-api.ts';

export type RecommendationAction = Recommendation['actions'][number];

/** One step of a recommendation, with exactly what that step needs: words, status, numbered letter, new date, unit. */
@Component({
  selector: 'pandu-recommendation-form',
  imports: [DayField, FormDialog],
  templateUrl: './recommendation-form.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12em, 1fr));
      gap: 14px;
    }
  `,
})
export class RecommendationForm implements OnInit {
  readonly recommendation = input.required<Recommendation>();
  readonly action = input.required<RecommendationAction>();
  readonly decider = input.required<string>();
  /** The units that it can wait for. */
  readonly blocking = input.required<Finding['blocking']>();
  readonly done = output<Finding>();
  readonly closed = output();

  private readonly api = inject(OversightApi);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  /** The statuses that something stands behind; the server refuses the others. */
  protected readonly statuses = computed(() => {
    const [action, { possible }] = [this.action(), this.recommendation()];
    return action === 'propose' || action === 'verify' || action === 'decide' ? possible[action] : [];
  });
  protected readonly status = signal<string>('');
  protected readonly words = signal('');
  protected readonly letterNumber = signal('');
  protected readonly letterOn = signal('');
  protected readonly newDue = signal('');
  protected readonly unit = signal('');
  protected readonly sending = task();

  protected readonly withStatus = computed(() => this.statuses().length > 0);
  protected readonly withLetter = computed(() => ['propose', 'decide'].includes(this.action()));
  /** A reason is asked for where the status needs one, else it may be left out. */
  protected readonly wordsNeeded = computed(() => !this.withLetter() || this.status() === 'TD');
  protected readonly withNewDue = computed(() => this.action() === 'decide' && this.status() === 'BS');
  protected readonly units = computed(() =>
    this.blocking().filter(({ code }) => code !== this.recommendation().unit.code),
  );

  ngOnInit(): void {
    this.letterOn.set(this.withLetter() ? this.selection.today() : '');
  }

  protected async send(): Promise<void> {
    const missing = this.missing();
    if (missing !== null) return this.sending.refuse(this.t(missing));
    const sent = await this.sending.run(() => this.step());
    if (sent !== undefined) this.done.emit(sent.result);
  }

  private missing(): string | null {
    const words = this.words().trim();
    if (this.withStatus() && this.status() === '') return 'oversight.needs.status';
    if (this.action() === 'block' && this.unit() === '') return 'oversight.needs.unit';
    if (this.wordsNeeded() && words.length < 3) return 'oversight.needs.words';
    if (this.withLetter() && this.letterNumber().trim().length < 3) return 'oversight.needs.letter';
    if (this.withLetter() && !isIsoDate(this.letterOn())) return 'oversight.needs.letterDay';
    if (this.withNewDue() && !isIsoDate(this.newDue())) return 'oversight.needs.newDue';
    return null;
  }

  private step(): Promise<Finding> {
    const { id } = this.recommendation();
    const [words, status] = [this.words().trim(), this.status()];
    const letter = { letterNumber: this.letterNumber().trim(), letterOn: this.letterOn() };
    const reason = words === '' ? null : words;
    switch (this.action()) {
      case 'act':
        return this.api.step(id, 'actions', { body: words });
      case 'propose':
        return this.api.step(id, 'proposal', { status, reason, ...letter });
      case 'verify':
        return this.api.step(id, 'verification', { status, body: words });
      case 'decide':
        return this.api.step(id, 'decision', {
          status,
          reason,
          ...letter,
          newDueOn: this.withNewDue() ? this.newDue() : null,
        });
      case 'block':
        return this.api.step(id, 'block', { unit: this.unit(), reason: words });
      case 'unblock':
        return this.api.step(id, 'block', { unit: null, reason: words });
    }
  }
}

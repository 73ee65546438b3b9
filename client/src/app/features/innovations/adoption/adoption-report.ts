import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { ADOPTION_OUTCOMES, type AdoptionOutcome } from '#domain/innovations/adoption-life';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import type { Adoption, AdoptionChange } from './adoption-api.ts';

/** Shortest result that the API takes when a plan ends. */
const SHORTEST_RESULT = 20;

/** What became of a plan, by the adopter's own words: how it went, what was adapted, what was hardest; and its end. */
@Component({
  selector: 'pandu-adoption-report',
  imports: [DayField],
  templateUrl: './adoption-report.html',
  styleUrl: './adoption-report.css',
})
export class AdoptionReport {
  readonly plan = input.required<Adoption>();
  /** Saves texts; throws the refusal. */
  readonly change = input.required<(change: Omit<AdoptionChange, 'readAt'>) => Promise<void>>();
  /** Ends the plan; throws the refusal. */
  readonly end = input.required<(body: object) => Promise<void>>();

  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly outcomes = ADOPTION_OUTCOMES;
  private readonly told = computed(
    () => {
      const { adapted, result, hardest, outcome, mentor } = this.plan();
      return { adapted, result, hardest, outcome, mentor };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly adapted = linkedSignal(() => this.told().adapted);
  protected readonly result = linkedSignal(() => this.told().result);
  protected readonly hardest = linkedSignal(() => this.told().hardest);
  protected readonly mentor = linkedSignal(() => this.told().mentor);
  protected readonly outcome = linkedSignal<AdoptionOutcome | null>(() => this.told().outcome);
  protected readonly ending = signal<'done' | 'stopped' | null>(null);
  protected readonly day = signal('');
  protected readonly saving = task();
  protected readonly mayChange = computed(() => this.plan().actions.includes('change'));
  protected readonly mayEnd = computed(() => this.plan().actions.includes('end'));
  protected readonly isChanged = computed(() => {
    const now = {
      adapted: this.adapted(),
      result: this.result(),
      hardest: this.hardest(),
      outcome: this.outcome(),
    };
    return JSON.stringify({ ...now, mentor: this.mentor() }) !== JSON.stringify(this.told());
  });

  protected ask(how: 'done' | 'stopped'): void {
    this.saving.clear();
    this.day.set(this.selection.today());
    this.ending.set(how);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const how = this.ending();
    const outcome = this.outcome();
    if (how === null) {
      await this.saving.run(() =>
        this.change()({ ...this.texts(), ...(outcome === null ? {} : { outcome }) }),
      );
      return;
    }
    if (!isIsoDate(this.day())) return this.saving.refuse(this.t('period.invalid'));
    if (outcome === null) return this.saving.refuse(this.t('adoption.report.needsOutcome'));
    if (this.result().trim().length < SHORTEST_RESULT)
      return this.saving.refuse(this.t('adoption.report.needsResult'));
    if (this.hardest().trim().length < 3) return this.saving.refuse(this.t('adoption.report.needsHardest'));
    const ended = await this.saving.run(async () => {
      if (this.adapted() !== this.told().adapted || this.mentor() !== this.told().mentor)
        await this.change()({ adapted: this.adapted().trim(), mentor: this.mentor().trim() });
      await this.end()({
        how,
        on: this.day(),
        outcome,
        result: this.result().trim(),
        hardest: this.hardest().trim(),
      });
    });
    if (ended !== undefined) this.ending.set(null);
  }

  private texts() {
    return {
      adapted: this.adapted().trim(),
      result: this.result().trim(),
      hardest: this.hardest().trim(),
      mentor: this.mentor().trim(),
    };
  }
}

import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { dueDays } from '#domain/innovations/adoption-life';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addDays, isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { AdoptionApi, liveOffer } from './adoption-api.ts';
import { InnovationPath } from '../innovation-path.ts';
import { AdoptionBaselineTable } from './baseline-table.ts';

/** Before a plan is made: whether it would work here, which steps it copies, and from when. Nothing is sent to anybody. */
@Component({
  selector: 'pandu-adopt-page',
  imports: [AdoptionBaselineTable, InnovationPath, DayField, ProblemNote, RouterLink, Skeleton],
  templateUrl: './adopt-page.html',
  styleUrls: ['../innovations.css', './adoption.css'],
})
export class AdoptPage {
  /** Id or slug of the entry, from the address. */
  readonly key = input.required<string>();

  private readonly api = inject(AdoptionApi);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  private readonly chosen = signal<string | null>(null);
  protected readonly offer = liveOffer(() => ({ key: this.key(), unit: this.chosen() }));
  protected readonly unit = computed(() => this.chosen() ?? this.offer.value()?.unit.code ?? '');
  protected readonly startsOn = linkedSignal(() => this.selection.today());
  protected readonly adapted = signal('');
  protected readonly planning = task();
  /** The steps with the days they would be due on. */
  protected readonly steps = computed(() => {
    const steps = this.offer.value()?.steps ?? [];
    const days = isIsoDate(this.startsOn()) ? dueDays(steps, this.startsOn(), addDays) : [];
    return steps.map((step, index) => {
      const day = days[index] ?? null;
      return { body: step.body, due: day === null ? '' : this.formats.now.date(day) };
    });
  });

  protected choose(unit: string): void {
    this.chosen.set(unit);
  }

  protected async plan(event: Event): Promise<void> {
    event.preventDefault();
    const offer = this.offer.value();
    if (offer === undefined) return;
    if (!isIsoDate(this.startsOn())) return this.planning.refuse(this.t('period.invalid'));
    const made = await this.planning.run(() =>
      this.api.adopt({
        innovation: offer.source.id,
        unit: this.unit(),
        startsOn: this.startsOn(),
        adapted: this.adapted().trim(),
      }),
    );
    if (made !== undefined) await this.router.navigate(['/inovasi/adopsi', made.result.id]);
  }
}

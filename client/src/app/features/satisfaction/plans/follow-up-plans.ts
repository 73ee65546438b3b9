import { Component, computed, inject, input, signal } from '@angular/core';
import type { Summary } from '#contract/measures';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type FollowUpPlan, livePlans } from '../satisfaction-api.ts';
import { lowestOf } from '../unsur/unsur-changes.ts';
import { PlanDoneForm } from './plan-done-form.ts';
import { PlanForm } from './plan-form.ts';

/** Finished plans that stay in sight; the rest opens by a click. */
const DONE_SHOWN = 2;

/** Rencana tindak lanjut: who puts right by when what the survey found lowest, and what became of it. */
@Component({
  selector: 'pandu-follow-up-plans',
  imports: [PlanDoneForm, PlanForm, ProblemNote, Skeleton],
  templateUrl: './follow-up-plans.html',
  styleUrl: './follow-up-plans.css',
  host: { '[attr.aria-busy]': 'plans.refreshing()' },
})
export class FollowUpPlans {
  readonly summary = input.required<Summary>();

  protected readonly t = inject(Language).t;
  protected readonly session = inject(Session);
  private readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  protected readonly plans = livePlans();
  /** Which question is open over the page. */
  protected readonly making = signal(false);
  protected readonly finishing = signal<FollowUpPlan | null>(null);
  protected readonly allDone = signal(false);

  protected readonly running = computed(() =>
    (this.plans.value()?.items ?? [])
      .filter(({ state }) => state !== 'done')
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
  );
  private readonly finished = computed(() =>
    (this.plans.value()?.items ?? [])
      .filter(({ state }) => state === 'done')
      .toSorted((a, b) => (b.doneAt ?? '').localeCompare(a.doneAt ?? '')),
  );
  protected readonly finishedShown = computed(() =>
    this.allDone() ? this.finished() : this.finished().slice(0, DONE_SHOWN),
  );
  protected readonly more = computed(() => this.finished().length - this.finishedShown().length);
  protected readonly lateText = computed(() => {
    const late = this.plans.value()?.late ?? 0;
    return late === 0 ? '' : this.t('plans.late', { count: this.formats.now.number(late) });
  });
  /** The lowest unsur of the selection, when nobody has promised yet to do something about it. */
  protected readonly missing = computed(() => {
    const { ikm, unit, unitName } = this.summary();
    const lowest = lowestOf(ikm.unsur);
    if (lowest === null || this.plans.value() === undefined) return '';
    const planned = this.running().some(
      (plan) =>
        plan.unit.code === unit && plan.unsur.code === lowest.code && plan.instrument === ikm.instrument,
    );
    return planned
      ? ''
      : this.t('plans.missing', { unsur: lowest.name.toLocaleLowerCase('id'), unit: unitName });
  });

  /** "Kecamatan Sebulu, Kartu Keluarga": for what it was made, as far as that is not what is looked at. */
  protected where(plan: FollowUpPlan): string {
    const unit = plan.unit.code === this.summary().unit ? [] : [plan.unit.name];
    const service = plan.service === null ? [] : [plan.service.name];
    return [...unit, ...service].join(', ');
  }

  protected due(plan: FollowUpPlan): string {
    return this.t(plan.state === 'late' ? 'plans.lateSince' : 'plans.due', {
      owner: plan.owner.title,
      day: this.formats.now.date(plan.dueOn),
    });
  }

  protected doneText(plan: FollowUpPlan): string {
    return this.t('plans.doneOn', {
      owner: plan.owner.title,
      at: plan.doneAt === null ? '' : this.formats.now.instant(plan.doneAt, this.session.timeZone()),
      result: plan.result ?? '',
    });
  }

  protected service(): string | null {
    return this.selection.service();
  }

  protected done(): void {
    this.making.set(false);
    this.finishing.set(null);
    this.plans.reload();
  }
}

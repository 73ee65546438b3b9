import { Component, computed, inject, input, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import {
  newMilestone,
  nextNumber,
  removedMilestone,
  replannedMilestone,
  reportedMilestone,
  signedMilestone,
} from '../asking/milestone-questions.ts';
import type { Question } from '../asking/question.ts';
import { QuestionDialog } from '../asking/question-dialog.ts';
import type { Milestone, Programme } from '../pilots-api.ts';
import { PlanBar } from '../plan-bar.ts';
import { MilestoneRecord } from './milestone-record.ts';
import { MilestoneState } from './milestone-state.ts';

type Action = Milestone['actions'][number];

/** The milestones of a programme: weight, plan, how far, state, and what may be done; one of them opened, as the address says. */
@Component({
  selector: 'pandu-milestone-table',
  imports: [MilestoneRecord, MilestoneState, PlanBar, QuestionDialog, RouterLink],
  templateUrl: './milestone-table.html',
  styleUrl: './milestone-table.css',
})
export class MilestoneTable {
  readonly programme = input.required<Programme>();
  readonly changed = output();

  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly t = inject(Language).t;
  protected readonly question = signal<Question | null>(null);
  /** The milestone whose record is open. */
  protected readonly opened = computed(() => this.parameters().get('tonggak'));

  protected readonly mayManage = computed(() => this.programme().actions.includes('manage'));

  protected weight(milestone: Milestone): string {
    return this.t('pilots.milestone.weightShare', {
      weight: this.formats.now.number(milestone.weight, Number.isInteger(milestone.weight) ? 0 : 1),
      share: this.formats.now.share(milestone.weightShare, 0),
    });
  }

  protected plan({ plan }: Milestone): string {
    return this.formats.now.days({ from: plan.startOn, to: plan.finishOn });
  }

  /** How the plan in force differs from the first one, and why; null while the first is in force. */
  protected replanned({ plan, plans }: Milestone): string | null {
    const first = plans[0];
    if (first === undefined || first.version === plan.version) return null;
    const values = {
      first: this.formats.now.date(first.finishOn),
      now: this.formats.now.date(plan.finishOn),
      reason: plan.reason ?? '',
    };
    return this.t(
      first.finishOn === plan.finishOn ? 'pilots.milestone.replannedSame' : 'pilots.milestone.replanned',
      values,
    );
  }

  protected done({ doneShare, plannedShare, state }: Milestone): string {
    const done = this.formats.now.share(doneShare, 0);
    return state === 'done' || plannedShare === 0
      ? done
      : this.t('pilots.milestone.doneOf', { done, planned: this.formats.now.share(plannedShare, 0) });
  }

  /** What is rarely meant: to change the plan, or to report on what is done and signed off. */
  protected isQuiet(action: Action, { state }: Milestone): boolean {
    return action === 'remove' || action === 'replan' || (action === 'report' && state === 'done');
  }

  protected verb(action: Action): string {
    return this.t(`pilots.milestone.${action}.open`);
  }

  protected ask(action: Action, milestone: Milestone): void {
    const [t, programme, today] = [this.t, this.programme().id, this.selection.today()];
    switch (action) {
      case 'report':
        return this.question.set(reportedMilestone(t, programme, milestone, today));
      case 'sign':
        return this.question.set(signedMilestone(t, programme, milestone));
      case 'replan':
        return this.question.set(replannedMilestone(t, programme, milestone));
      case 'remove':
        return this.question.set(removedMilestone(t, programme, milestone));
    }
  }

  protected add(): void {
    const { id, milestoneList } = this.programme();
    this.question.set(newMilestone(this.t, id, nextNumber(milestoneList)));
  }

  protected saved(): void {
    this.question.set(null);
    this.changed.emit();
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Finding, Recommendation } from '#contract/oversight/findings';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { EvidenceFiles } from '../../../ui/evidence/evidence-files.ts';
import { Mark } from '../../../ui/mark.ts';
import { type RecommendationAction, RecommendationForm } from './recommendation-form.ts';

/** One recommendation: both statuses side by side, its clock, who is to act, every step so far, the evidence. */
@Component({
  selector: 'pandu-recommendation-case',
  imports: [EvidenceFiles, Mark, RecommendationForm],
  templateUrl: './recommendation-case.html',
  styleUrl: './recommendation-case.css',
})
export class RecommendationCase {
  readonly recommendation = input.required<Recommendation>();
  /** Who decides on the status. */
  readonly decider = input.required<string>();
  /** The units that it can wait for. */
  readonly blocking = input.required<Finding['blocking']>();
  /** A step was taken: the finding as it is now. */
  readonly changed = output<Finding>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(MomentWords);
  protected readonly asked = signal<RecommendationAction | null>(null);
  protected readonly showFiles = signal(false);

  /** "Tenggat 30 Nov 2026, 8 hari lagi"; what was answered shows when, and waits for others. */
  protected readonly clock = computed(() => {
    const { dueOn, daysLeft, turn, steps } = this.recommendation();
    const day = this.formats.now.date(dueOn);
    if (daysLeft === null) return this.t('oversight.clock.settled', { day });
    const answer = steps.findLast(({ kind }) => kind === 'action' || kind === 'proposal');
    if (turn !== 'entity' && answer !== undefined)
      return this.t('oversight.clock.answered', { day, answered: this.moments.date(answer.at) });
    if (daysLeft === 0) return this.t('oversight.clock.today', { day });
    return this.t(daysLeft < 0 ? 'oversight.clock.past' : 'oversight.clock.left', {
      day,
      days: this.formats.now.number(Math.abs(daysLeft)),
    });
  });

  protected status(status: Recommendation['decided'] | null): string {
    return status === null ? this.t('oversight.finding.noProposal') : this.t(`oversight.status.${status}`);
  }

  /** "Usulan unit: SS sesuai", "Keputusan BPK: BS belum sesuai", "Tertahan di BPKAD" */
  protected stepTitle(step: Recommendation['steps'][number]): string {
    const title = this.t(`oversight.step.${step.kind}`, { decider: this.decider() });
    const unit = step.otherUnit === null ? '' : ` ${step.otherUnit.name}`;
    return step.status === null ? `${title}${unit}` : `${title}${unit}: ${this.status(step.status)}`;
  }

  protected stepFacts(step: Recommendation['steps'][number]): string {
    const { now } = this.formats;
    return [
      step.by,
      ...(step.letter === null
        ? []
        : [
            this.t('oversight.finding.letter', { number: step.letter.number, day: now.date(step.letter.on) }),
          ]),
      ...(step.newDueOn === null
        ? []
        : [this.t('oversight.finding.newDue', { day: now.date(step.newDueOn) })]),
    ].join(' · ');
  }

  protected done(finding: Finding): void {
    this.asked.set(null);
    this.changed.emit(finding);
  }
}

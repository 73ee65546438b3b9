import { Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { type FollowUpPlan, FollowUpPlansApi } from '../satisfaction-api.ts';

/** Shortest result that tells anything. */
const SHORTEST = 3;

/** A plan was carried out: with what result. */
@Component({
  selector: 'pandu-plan-done-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('plans.doneTitle', { unsur: plan().unsur.name })"
      [verb]="t('plans.doneVerb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ plan().plan }}</p>
      <label class="field"
        ><span>{{ t('plans.result') }}</span>
        <textarea
          class="input"
          rows="3"
          maxlength="1000"
          [value]="result()"
          (input)="result.set(text($event))"
        ></textarea>
      </label>
      <p class="note">{{ t('plans.doneConsequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class PlanDoneForm {
  readonly plan = input.required<FollowUpPlan>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(FollowUpPlansApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly result = signal('');
  protected readonly sending = task();

  protected async send(): Promise<void> {
    const result = this.result().trim();
    if (result.length < SHORTEST) return this.sending.refuse(this.t('plans.needsResult'));
    const sent = await this.sending.run(() => this.api.finish(this.plan().id, result));
    if (sent !== undefined) this.done.emit();
  }
}

import { Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../../core/language.ts';
import { task } from '../../core/task.ts';
import { fieldText } from '../field-text.ts';
import { FormDialog } from '../form-dialog.ts';
import { AnnotationsApi, type NewBaseline } from './annotations-api.ts';

/** Shortest reason, in characters, as the API asks for it. */
const REASON_LENGTH = 10;

/** What the baseline is for; month and reason are asked for. */
export type BaselineOf = Omit<NewBaseline, 'startsOn' | 'reason'>;

/** Asks from which month the limits are to be made anew, and why: the change becomes the new normal. */
@Component({
  selector: 'pandu-baseline-dialog',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('trend.baseline')"
      [verb]="t('trend.baselineVerb')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="save()"
      (closed)="closed.emit()"
    >
      <p>{{ t('trend.baselineConsequence') }}</p>
      <label class="field"
        ><span>{{ t('trend.baselineMonth') }}</span>
        <select class="input" (change)="month.set(text($event))">
          <option value="" [selected]="month() === ''">{{ t('trend.baselineChoose') }}</option>
          @for (choice of months(); track choice.value) {
            <option [value]="choice.value" [selected]="month() === choice.value">{{ choice.label }}</option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('trend.baselineReason') }}</span>
        <textarea class="input" rows="3" [value]="reason()" (input)="reason.set(text($event))"></textarea>
        <small class="muted">{{ t('trend.baselineHint', { length: shortest }) }}</small>
      </label>
    </pandu-form-dialog>
  `,
})
export class BaselineDialog {
  readonly of = input.required<BaselineOf>();
  /** The months to choose from, newest first; the value is the first day. */
  readonly months = input.required<readonly { readonly value: string; readonly label: string }[]>();
  readonly saved = output();
  readonly closed = output();

  protected readonly t = inject(Language).t;
  private readonly api = inject(AnnotationsApi);
  protected readonly work = task();
  protected readonly text = fieldText;
  protected readonly shortest = REASON_LENGTH;
  protected readonly month = signal('');
  protected readonly reason = signal('');

  protected async save(): Promise<void> {
    const reason = this.reason().trim();
    if (this.month() === '') {
      this.work.refuse(this.t('trend.baselineMonthMissing'));
      return;
    }
    if (reason.length < REASON_LENGTH) {
      this.work.refuse(this.t('trend.baselineReasonMissing', { length: REASON_LENGTH }));
      return;
    }
    const baseline = { ...this.of(), startsOn: this.month(), reason };
    if ((await this.work.run(() => this.api.addBaseline(baseline))) !== undefined) this.saved.emit();
  }
}

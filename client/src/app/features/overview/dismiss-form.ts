import { Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../../core/language.ts';
import { task } from '../../core/task.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FormDialog } from '../../ui/form-dialog.ts';
import { AttentionApi, type AttentionItem } from './attention-api.ts';

/** Shortest reason that explains anything. */
const SHORTEST = 10;

/** "Bukan masalah, karena …": the reason takes the exception off the own list and stands beside it above. */
@Component({
  selector: 'pandu-dismiss-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('dismissal.title', { unit: item().unit.name })"
      [verb]="t('dismissal.verb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ item().sentence }}</p>
      <label class="field"
        ><span>{{ t('dismissal.reason') }}</span>
        <textarea
          class="input"
          rows="3"
          maxlength="300"
          [value]="reason()"
          (input)="reason.set(text($event))"
        ></textarea>
      </label>
      <p class="note">{{ t('dismissal.consequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class DismissForm {
  readonly item = input.required<AttentionItem>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(AttentionApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly reason = signal('');
  protected readonly sending = task();

  protected async send(): Promise<void> {
    const reason = this.reason().trim();
    if (reason.length < SHORTEST) {
      this.sending.refuse(this.t('dismissal.tooShort', { count: SHORTEST }));
      return;
    }
    const sent = await this.sending.run(() => this.api.dismiss(this.item(), reason));
    if (sent !== undefined) this.done.emit();
  }
}

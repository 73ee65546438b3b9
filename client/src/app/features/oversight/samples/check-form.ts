import { Component, type OnInit, inject, input, output, signal } from '@angular/core';
import { CHECK_VERDICTS, type Sample } from '#contract/oversight/samples';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { OversightApi } from '../oversight-api.ts';

/** What was found about one sampled record; it may be corrected later. */
@Component({
  selector: 'pandu-check-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('oversight.check.title', { number: item().number })"
      [verb]="t('oversight.check.verb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('oversight.samples.result') }}</span>
        <select class="input" (change)="verdict.set(text($event))">
          <option value="" [selected]="verdict() === ''">{{ t('oversight.form.choose') }}</option>
          @for (id of verdicts; track id) {
            <option [value]="id" [selected]="verdict() === id">{{ t('oversight.verdict.' + id) }}</option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('oversight.check.note') }}</span>
        <textarea
          class="input"
          rows="3"
          maxlength="1000"
          [value]="note()"
          (input)="note.set(text($event))"
        ></textarea>
      </label>
      <p class="note">{{ t('oversight.check.consequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class CheckForm implements OnInit {
  readonly sample = input.required<string>();
  readonly item = input.required<Sample['items'][number]>();
  readonly done = output<Sample>();
  readonly closed = output();

  private readonly api = inject(OversightApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly verdicts = CHECK_VERDICTS;
  protected readonly verdict = signal<string>('');
  protected readonly note = signal('');
  protected readonly sending = task();

  ngOnInit(): void {
    const { check } = this.item();
    this.verdict.set(check?.verdict ?? '');
    this.note.set(check?.note ?? '');
  }

  protected async send(): Promise<void> {
    const verdict = CHECK_VERDICTS.find((known) => known === this.verdict());
    if (verdict === undefined) return this.sending.refuse(this.t('oversight.check.needsVerdict'));
    const note = this.note().trim();
    const sent = await this.sending.run(() =>
      this.api.check(this.sample(), this.item().id, { verdict, note: note === '' ? null : note }),
    );
    if (sent !== undefined) this.done.emit(sent.result);
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Disposition, DispositionsApi } from '../../core/dispositions-api.ts';
import { Language } from '../../core/language.ts';
import { isIsoDate } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { task } from '../../core/task.ts';
import { DayField } from '../day-field.ts';
import { fieldText } from '../field-text.ts';
import { FormDialog } from '../form-dialog.ts';

export type DispositionAction = Disposition['actions'][number];

/** One step of a disposisi: reported done, accepted, sent back with a reason, or withdrawn. */
@Component({
  selector: 'pandu-disposition-answer',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="word('title')"
      [verb]="word('verb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ disposition().about.sentence }}</p>
      @if (disposition().report; as report) {
        <p>{{ t('dispositions.reported', { report }) }}</p>
      }
      @if (asksWords()) {
        <label class="field"
          ><span>{{ word('words') }}</span>
          <textarea
            class="input"
            rows="4"
            [attr.maxlength]="action() === 'report' ? 1000 : 500"
            [value]="words()"
            (input)="words.set(text($event))"
          ></textarea>
        </label>
      }
      @if (action() === 'send-back') {
        <pandu-day-field
          [label]="t('dispositions.newDue')"
          [day]="due()"
          [hint]="t('dispositions.newDueHint')"
          (typing)="due.set($event)"
        />
      }
      <p class="note">{{ word('consequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class DispositionAnswer {
  readonly disposition = input.required<Disposition>();
  readonly action = input.required<DispositionAction>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(DispositionsApi);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly words = signal('');
  protected readonly due = signal('');
  protected readonly sending = task();
  protected readonly asksWords = computed(() => this.action() === 'report' || this.action() === 'send-back');

  /** The words of this step. */
  protected word(part: 'title' | 'verb' | 'words' | 'consequence' | 'needsWords'): string {
    return this.t(`dispositions.${this.action()}.${part}`);
  }

  protected async send(): Promise<void> {
    const [words, due] = [this.words().trim(), this.due()];
    if (this.asksWords() && words.length < 3) return this.sending.refuse(this.word('needsWords'));
    if (due !== '' && (!isIsoDate(due) || due < this.selection.today()))
      return this.sending.refuse(this.t('dispositions.wrongDue'));
    const sent = await this.sending.run(() => this.act(words, due));
    if (sent !== undefined) this.done.emit();
  }

  private act(words: string, due: string): Promise<Disposition> {
    const { id } = this.disposition();
    switch (this.action()) {
      case 'report':
        return this.api.report(id, words);
      case 'send-back':
        return this.api.sendBack(id, words, due === '' ? null : due);
      default:
        return this.api.close(id);
    }
  }
}

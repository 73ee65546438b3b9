import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Meeting } from '#contract/reports/meetings';
import { Language } from '../../core/language.ts';
import { isIsoDate } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { task } from '../../core/task.ts';
import { DayField } from '../../ui/day-field.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FormDialog } from '../../ui/form-dialog.ts';
import { MeetingsApi } from './meetings-api.ts';

/** Begins a meeting now, or plans one for another day. */
@Component({
  selector: 'pandu-start-form',
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
      <label class="field"
        ><span>{{ t('meetings.name') }}</span>
        <input class="input" maxlength="200" [value]="title()" (input)="title.set(text($event))" />
      </label>
      @if (way() === 'plan') {
        <pandu-day-field [label]="t('meetings.day')" [day]="day()" (typing)="day.set($event)" />
      }
      <p class="note">{{ word('consequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class StartForm {
  readonly way = input.required<'start' | 'plan'>();
  readonly done = output<Meeting>();
  readonly closed = output();

  private readonly api = inject(MeetingsApi);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly title = signal(this.t('meetings.usualName'));
  protected readonly day = signal('');
  protected readonly sending = task();
  private readonly heldOn = computed(() => (this.way() === 'start' ? this.selection.today() : this.day()));

  protected word(part: 'title' | 'verb' | 'consequence'): string {
    return this.t(`meetings.${this.way()}.${part}`);
  }

  protected async send(): Promise<void> {
    const title = this.title().trim();
    if (title.length < 3) return this.sending.refuse(this.t('meetings.needsName'));
    if (!isIsoDate(this.heldOn())) return this.sending.refuse(this.t('meetings.needsDay'));
    const made = await this.sending.run(() => this.api.create(title, this.heldOn(), this.way() === 'start'));
    if (made !== undefined) this.done.emit(made.result);
  }
}

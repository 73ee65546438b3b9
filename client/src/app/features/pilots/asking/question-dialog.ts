import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { type Programme, PilotsApi } from '../pilots-api.ts';
import { type Answers, type Question, type QuestionField, faultIn } from './question.ts';

/** Asks a question about a programme, says what is missing, sends the answers, and says why the server refused them. */
@Component({
  selector: 'pandu-question-dialog',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="question().heading"
      [verb]="question().verb"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      @if (question().lead; as lead) {
        <p>{{ lead }}</p>
      }
      @for (field of question().fields; track field.id) {
        @if (field.group; as group) {
          <h3>{{ group }}</h3>
        }
        @switch (field.kind) {
          @case ('day') {
            <pandu-day-field
              [label]="field.label"
              [day]="answers()[field.id] ?? ''"
              [hint]="field.hint ?? ''"
              (typing)="answer(field, $event)"
            />
          }
          @case ('long') {
            <label class="field"
              ><span>{{ field.label }}</span>
              <textarea
                class="input"
                rows="3"
                [attr.maxlength]="field.longest ?? null"
                [value]="field.value"
                (input)="answer(field, text($event))"
              ></textarea>
              @if (field.hint) {
                <small class="muted">{{ field.hint }}</small>
              }
            </label>
          }
          @case ('choice') {
            <label class="field"
              ><span>{{ field.label }}</span>
              <select class="input" (change)="answer(field, text($event))">
                @for (choice of field.choices ?? []; track choice.value) {
                  <option [value]="choice.value" [selected]="choice.value === answers()[field.id]">
                    {{ choice.label }}
                  </option>
                }
              </select>
              @if (field.hint) {
                <small class="muted">{{ field.hint }}</small>
              }
            </label>
          }
          @case ('row') {
            <label class="row"
              ><span>{{ field.label }}</span>
              <select class="input" (change)="answer(field, text($event))">
                @for (choice of field.choices ?? []; track choice.value) {
                  <option [value]="choice.value" [selected]="choice.value === answers()[field.id]">
                    {{ choice.label }}
                  </option>
                }
              </select>
            </label>
          }
          @default {
            <label class="field"
              ><span>{{ field.label }}</span>
              <input
                class="input"
                autocomplete="off"
                [attr.inputmode]="field.kind === 'line' ? null : 'decimal'"
                [attr.maxlength]="field.longest ?? null"
                [value]="field.value"
                (input)="answer(field, text($event))"
              />
              @if (field.hint) {
                <small class="muted">{{ field.hint }}</small>
              }
            </label>
          }
        }
      }
      <p class="note">{{ question().consequence }}</p>
    </pandu-form-dialog>
  `,
  styles: `
    small {
      display: block;
      font: var(--note);
      margin-top: 4px;
    }
    h3 {
      font: var(--table);
      font-weight: 600;
      margin-bottom: -8px;
    }
    .row {
      display: grid;
      grid-template-columns: 1fr minmax(9em, auto);
      gap: 12px;
      align-items: center;
      font: var(--table);
      margin-bottom: -8px;
    }
  `,
})
export class QuestionDialog {
  readonly question = input.required<Question>();
  /** The programme as it is after the change. */
  readonly saved = output<Programme>();
  readonly closed = output();

  private readonly api = inject(PilotsApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly sending = task();
  /** What was typed stays when choices arrive while the same question is open. */
  protected readonly answers = linkedSignal<Question, Answers>({
    source: this.question,
    computation: ({ heading, fields }, previous) => ({
      ...Object.fromEntries(fields.map(({ id, value }) => [id, value])),
      ...(previous?.source.heading === heading ? previous.value : {}),
    }),
  });

  protected answer(field: QuestionField, text: string): void {
    this.answers.set({ ...this.answers(), [field.id]: text.trim() });
  }

  protected async send(): Promise<void> {
    const question = this.question();
    const fault = faultIn(question.fields, this.answers(), {
      day: this.t('period.invalid'),
      number: this.t('pilots.fault.number'),
      percent: this.t('pilots.fault.percent'),
      short: this.t('pilots.fault.short'),
    });
    if (fault !== null) return this.sending.refuse(fault);
    const sent = await this.sending.run(() => this.api.send(question.request(this.answers())));
    if (sent !== undefined) this.saved.emit(sent.result);
  }
}

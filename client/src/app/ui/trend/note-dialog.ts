import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Language } from '../../core/language.ts';
import { isIsoDate } from '../../core/period.ts';
import { task } from '../../core/task.ts';
import { DayField } from '../day-field.ts';
import { fieldText } from '../field-text.ts';
import { FormDialog } from '../form-dialog.ts';
import { AnnotationsApi } from './annotations-api.ts';

/** Longest note, in characters, as the API takes it. */
const LONGEST = 140;
const SHORTEST = 3;

/** Asks what happened, and when; the note then stands at its point in every chart of the unit. */
@Component({
  selector: 'pandu-note-dialog',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('trend.note')"
      [verb]="t('trend.noteVerb')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="save()"
      (closed)="closed.emit()"
    >
      <p>{{ t('trend.noteConsequence', { where: where() }) }}</p>
      <pandu-day-field [label]="t('trend.noteDay')" [day]="chosen()" (typing)="chosen.set($event)" />
      <label class="field"
        ><span>{{ t('trend.noteText') }}</span>
        <input
          class="input"
          autocomplete="off"
          [maxLength]="longest"
          [value]="words()"
          (input)="words.set(text($event))"
        />
        <small class="muted">{{ t('trend.noteHint', { left: longest - words().length }) }}</small>
      </label>
    </pandu-form-dialog>
  `,
})
export class NoteDialog {
  readonly unit = input.required<string>();
  readonly service = input.required<string | null>();
  /** Unit and service in words. */
  readonly where = input.required<string>();
  /** The day that is offered first, `yyyy-mm-dd`. */
  readonly day = input.required<string>();
  readonly saved = output();
  readonly closed = output();

  protected readonly t = inject(Language).t;
  private readonly api = inject(AnnotationsApi);
  protected readonly work = task();
  protected readonly text = fieldText;
  protected readonly longest = LONGEST;
  protected readonly chosen = linkedSignal(() => this.day());
  protected readonly words = signal('');

  protected async save(): Promise<void> {
    const [day, words, service] = [this.chosen(), this.words().trim(), this.service()];
    if (!isIsoDate(day)) {
      this.work.refuse(this.t('trend.noteDayMissing'));
      return;
    }
    if (words.length < SHORTEST) {
      this.work.refuse(this.t('trend.noteTextMissing'));
      return;
    }
    const note = { unit: this.unit(), ...(service === null ? {} : { service }), day, text: words };
    if ((await this.work.run(() => this.api.addNote(note))) !== undefined) this.saved.emit();
  }
}

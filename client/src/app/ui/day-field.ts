import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Language } from '../core/language.ts';
import { readDay, typedDay } from './day-text.ts';
import { fieldText } from './field-text.ts';

let fields = 0;

/** One day, typed as `dd/mm/yyyy` whatever the language of the browser. */
@Component({
  selector: 'pandu-day-field',
  template: `
    <label class="field"
      ><span>{{ label() }}</span>
      <input
        class="input"
        inputmode="numeric"
        autocomplete="off"
        [placeholder]="t('period.format')"
        [value]="typed()"
        [attr.aria-invalid]="wrong()"
        [attr.aria-describedby]="id"
        (input)="type(text($event))"
        (change)="leave()"
      />
    </label>
    <small [id]="id" [attr.role]="wrong() ? 'alert' : null" [class.wrong]="wrong()">{{
      wrong() ? t('period.invalid') : hint()
    }}</small>
  `,
  styles: `
    :host {
      display: block;
    }
    small {
      display: block;
      font: var(--note);
      color: var(--muted);
      margin-top: 4px;
    }
    small:empty {
      display: none;
    }
    .wrong {
      color: var(--memburuk);
    }
  `,
})
export class DayField {
  readonly label = input.required<string>();
  /** `yyyy-mm-dd`, or empty. */
  readonly day = input.required<string>();
  readonly hint = input('');
  /** While typing: `yyyy-mm-dd`, empty, or the text as it stands when that is no day. */
  readonly typing = output<string>();
  /** When the field is left with a day in it, or empty. */
  readonly chosen = output<string>();

  protected readonly t = inject(Language).t;
  protected readonly id = `pandu-day-${String(++fields)}`;
  protected readonly text = fieldText;
  protected readonly typed = linkedSignal(() => typedDay(this.day()));
  protected readonly wrong = signal(false);

  protected type(text: string): void {
    this.typed.set(text);
    this.wrong.set(false);
    this.typing.emit(readDay(text) ?? text.trim());
  }

  protected leave(): void {
    const text = this.typed().trim();
    const day = text === '' ? '' : readDay(text);
    this.wrong.set(day === null);
    if (day !== null) this.chosen.emit(day);
  }
}

import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { fieldText } from '../../../ui/field-text.ts';

/** One text and its verb: a question, an answer, an endorsement. What is too short is said before anything is sent. */
@Component({
  selector: 'pandu-words-form',
  template: `
    <form novalidate (submit)="send($event)">
      <label class="field"
        ><span>{{ label() }}</span>
        <textarea
          class="input"
          [rows]="rows()"
          [maxLength]="most()"
          [value]="words()"
          (input)="words.set(text($event))"
        ></textarea>
      </label>
      @if (note()) {
        <p class="note">{{ note() }}</p>
      }
      <p class="trouble" role="alert">{{ trouble() }}</p>
      <div class="actions">
        <button type="submit" class="primary-button" [disabled]="busy()">{{ verb() }}</button>
        @if (closable()) {
          <button type="button" class="action quiet" (click)="closed.emit()">{{ t('dialog.cancel') }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 68ch;
      margin: 12px 0 16px;
    }
    form {
      display: grid;
      gap: 8px;
    }
    textarea {
      resize: vertical;
    }
    .actions {
      align-items: center;
      gap: 4px 20px;
    }
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
  `,
})
export class WordsForm {
  readonly label = input.required<string>();
  readonly verb = input.required<string>();
  readonly note = input('');
  /** What stands in it already. */
  readonly begun = input('');
  readonly most = input.required<number>();
  readonly rows = input(4);
  readonly busy = input(false);
  readonly trouble = input('');
  readonly closable = input(false);
  readonly sent = output<string>();
  readonly closed = output();

  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly words = linkedSignal(() => this.begun());

  /** Empties the field once what stood in it was taken. */
  clear(): void {
    this.words.set('');
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.busy()) this.sent.emit(this.words().trim());
  }
}

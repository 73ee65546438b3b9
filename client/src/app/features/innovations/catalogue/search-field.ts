import { Component, DestroyRef, inject, input, linkedSignal, output } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { fieldText } from '../../../ui/field-text.ts';

/** Milliseconds after the last key until the catalogue is asked. */
const PAUSE = 350;
const LONGEST = 200;

/** The search as the headline of the page: what is typed is asked for as soon as one stops typing. */
@Component({
  selector: 'pandu-catalogue-search',
  template: `
    <form role="search" novalidate (submit)="submit($event)">
      <label>
        <span class="visually-hidden">{{ t('innovationCatalogue.search.label') }}</span>
        <input
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          [maxLength]="longest"
          [placeholder]="t('innovationCatalogue.search.hint')"
          [value]="typed()"
          (input)="type($event)"
        />
      </label>
    </form>
  `,
  styles: `
    input {
      width: 100%;
      padding: 6px 0;
      font: var(--finding);
      font-weight: 600;
      letter-spacing: -0.01em;
      color: var(--ink);
      caret-color: var(--primary);
      background: none;
      border: 0;
      border-bottom: 2px solid var(--primary);
      border-radius: 0;
      appearance: none;
    }
    input::placeholder {
      color: var(--muted);
      font-weight: 400;
      opacity: 1;
    }
  `,
})
export class SearchField {
  /** What the address asks for. */
  readonly asked = input.required<string>();
  readonly searched = output<string>();

  protected readonly t = inject(Language).t;
  protected readonly longest = LONGEST;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** Follows the address, but never takes away what is being typed: neither the space after a word, nor the next one. */
  protected readonly typed = linkedSignal<string, string>({
    source: this.asked,
    computation: (asked, before) =>
      before !== undefined && (this.waiting !== undefined || before.value.trim() === asked)
        ? before.value
        : asked,
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.waiting));
  }

  protected type(event: Event): void {
    this.typed.set(fieldText(event));
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.send(), PAUSE);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.send();
  }

  private send(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const words = this.typed().trim();
    if (words !== this.asked()) this.searched.emit(words);
  }
}

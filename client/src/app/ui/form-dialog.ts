import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { focusOrHeading } from '../core/focus-keeper.ts';
import { Language } from '../core/language.ts';

let dialogs = 0;

/**
 * A question over the page that asks for an answer before anything happens: what will be done, the fields it needs, one
 * verb, and the way back. It is open for as long as it is rendered; Escape closes it and the focus goes back,
 * to the heading where what had asked is gone.
 */
@Component({
  selector: 'pandu-form-dialog',
  template: `
    <dialog #dialog [attr.aria-labelledby]="id" (close)="closed.emit()">
      <form novalidate (submit)="submit($event)">
        <h2 [id]="id">{{ heading() }}</h2>
        <ng-content />
        <p class="trouble" role="alert">{{ trouble() }}</p>
        <div class="verbs">
          <button type="submit" class="primary-button" [disabled]="busy()">{{ verb() }}</button>
          <button type="button" class="action quiet" (click)="close()">
            {{ back() || t('dialog.cancel') }}
          </button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(34em, calc(100vw - 32px));
      max-height: calc(100dvh - 32px);
      margin: auto;
      padding: 20px 24px 24px;
      overflow: auto;
      color: var(--ink);
      background: var(--paper);
      border: 1px solid var(--control);
      border-radius: var(--radius);
    }
    dialog::backdrop {
      background: var(--scrim);
    }
    /* Also where the page that asks sets its headings apart by a line. */
    dialog form h2 {
      margin: 0;
      padding: 0;
      border: 0;
      font: var(--lead);
      font-weight: 600;
    }
    form {
      display: grid;
      gap: 14px;
    }
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
    .verbs {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 20px;
    }
    .verbs .action {
      min-height: 44px;
    }
  `,
})
export class FormDialog {
  readonly heading = input.required<string>();
  /** The verb on its button. */
  readonly verb = input.required<string>();
  /** The way back in words of its own, where “Batal” would be taken for the verb. */
  readonly back = input('');
  readonly busy = input(false);
  /** Why it did not work; empty otherwise. */
  readonly trouble = input('');
  readonly confirmed = output();
  readonly closed = output();

  protected readonly t = inject(Language).t;
  protected readonly id = `pandu-dialog-${String(++dialogs)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const opener = document.activeElement;
    afterNextRender(() => this.dialog().nativeElement.showModal());
    // The browser gives the focus back only to who closes a dialog, not where it is taken out of the page.
    inject(DestroyRef).onDestroy(() => {
      if (opener instanceof HTMLElement && opener !== document.body) focusOrHeading(opener, document);
    });
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (!this.busy()) this.confirmed.emit();
  }
}

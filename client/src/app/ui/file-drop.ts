import { Component, inject, input, output, signal } from '@angular/core';
import { Language } from '../core/language.ts';

/** Where a file is dropped or chosen. */
@Component({
  selector: 'pandu-file-drop',
  template: `
    <label
      [class.over]="over()"
      (dragover)="drag($event, true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <input class="visually-hidden" type="file" [accept]="accept()" (change)="pick($event)" />
      @if (name(); as chosen) {
        <b>{{ chosen }}</b>
        <span class="note">{{ t('imports.otherFile') }}</span>
      } @else {
        <b class="verb">{{ t('imports.choose') }}</b>
        <span class="note">{{ hint() || t('imports.drop') }}</span>
      }
    </label>
  `,
  styles: `
    label {
      display: grid;
      gap: 4px;
      justify-items: start;
      padding: 22px 20px;
      border: 1px dashed var(--control);
      border-radius: var(--radius);
      cursor: pointer;
    }
    label.over,
    label:hover {
      background: var(--wash);
    }
    label:focus-within {
      outline: 2px solid var(--primary);
      outline-offset: 3px;
    }
    .verb {
      color: var(--primary);
    }
    b {
      overflow-wrap: anywhere;
    }
  `,
})
export class FileDrop {
  /** Name of the file that is chosen, or an empty text. */
  readonly name = input('');
  /** Endings of names that the choice offers. */
  readonly accept = input('.csv,.tsv,.txt,.xlsx,.geojson,.json');
  /** What may be dropped, where it is no table. */
  readonly hint = input('');
  readonly chosen = output<File>();

  protected readonly t = inject(Language).t;
  protected readonly over = signal(false);

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected drop(event: DragEvent): void {
    this.drag(event, false);
    this.take(event.dataTransfer?.files);
  }

  protected pick(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.take(event.target.files);
    // The same file may be chosen again after it was corrected.
    event.target.value = '';
  }

  private take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file !== undefined) this.chosen.emit(file);
  }
}

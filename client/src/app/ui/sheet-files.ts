import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { API } from '../core/api.ts';
import { Language } from '../core/language.ts';
import { saveFile } from '../core/save-file.ts';
import { task } from '../core/task.ts';

type SheetFormat = 'pdf' | 'xlsx';

/** The sheet of a screen as a file: made by the server from the same answers, for the person who asks. */
@Component({
  selector: 'pandu-sheet-files',
  template: `
    @for (format of formats(); track format) {
      <button type="button" class="action" [disabled]="work.busy()" (click)="save(format)">
        {{ t(work.busy() && making() === format ? 'sheets.making' : 'sheets.' + format) }}
      </button>
    }
    <span class="note" role="status">{{ done() }}</span>
    <span class="late" role="alert">{{ work.trouble() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 18px;
    }
    .late {
      color: var(--memburuk);
    }
    span:empty {
      display: none;
    }
  `,
})
export class SheetFiles {
  /** Name of the sheet, as in its address below `/sheets`. */
  readonly sheet = input.required<string>();
  readonly query = input.required<Readonly<Record<string, string>>>();
  readonly formats = input<readonly SheetFormat[]>(['pdf']);
  /** Name of the file, without its ending. */
  readonly fileName = input.required<string>();

  private readonly http = inject(HttpClient);
  protected readonly t = inject(Language).t;
  protected readonly work = task();
  protected readonly making = signal<SheetFormat | null>(null);
  protected readonly done = signal('');

  protected async save(format: SheetFormat): Promise<void> {
    this.done.set('');
    this.making.set(format);
    const saved = await this.work.run(async () => {
      const file = this.http.get(`${API}/sheets/${this.sheet()}/file`, {
        params: { ...this.query(), format },
        responseType: 'blob',
      });
      saveFile(await firstValueFrom(file), `${this.fileName()}.${format}`);
    });
    if (saved !== undefined) this.done.set(this.t('sheets.saved'));
  }
}

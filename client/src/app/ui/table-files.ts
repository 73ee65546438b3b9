import { Component, inject, input, signal } from '@angular/core';
import type { TableFormat } from '#contract/table-format';
import { AnswerFile } from '../core/answer-file.ts';
import { Language } from '../core/language.ts';
import type { LiveRequest } from '../core/live-resource.ts';
import { problemOf, problemSentence } from '../core/problem.ts';

/** The numbers of a section as files; what they hold is decided by the server, for the person who asks. */
@Component({
  selector: 'pandu-table-files',
  template: `
    @for (format of formats; track format) {
      <button
        type="button"
        class="action"
        [attr.aria-label]="about() ? t('files.of', { verb: t('files.' + format), what: about() }) : null"
        (click)="save(format)"
      >
        {{ t('files.' + format) }}
      </button>
    }
    <span class="note" role="status">{{ done() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
    }
    .note:empty {
      display: none;
    }
  `,
})
export class TableFiles {
  /** What the section asked the API for. */
  readonly of = input.required<LiveRequest>();
  /** Name of the files, without ending. */
  readonly fileName = input.required<string>();
  /** What the files hold, for those who hear it; needed where no heading stands close by. */
  readonly about = input('');

  protected readonly t = inject(Language).t;
  private readonly files = inject(AnswerFile);
  protected readonly formats: readonly TableFormat[] = ['xlsx', 'csv'];
  protected readonly done = signal('');

  protected async save(format: TableFormat): Promise<void> {
    try {
      await this.files.save(this.of(), format, this.fileName());
      this.done.set(this.t('files.saved'));
    } catch (error) {
      this.done.set(problemSentence(problemOf(error), this.t));
    }
  }
}

import { Component, computed, inject, input } from '@angular/core';
import type { ProblemError } from '#contract/problem';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { type ImportResult, rejectedAddress } from './imports-api.ts';

const SHOWN_ERRORS = 10;

/** What became of an import, in words: how many rows, what was refused and why, and the refused rows to correct. */
@Component({
  selector: 'pandu-import-outcome',
  template: `
    <h2 role="status">{{ headline() }}</h2>
    @if (result().status === 'failed') {
      <p class="trouble">{{ result().failure ?? t('imports.failedUnknown') }}</p>
    } @else {
      <dl class="pairs">
        @for (line of lines(); track line.label) {
          <div>
            <dt>{{ line.label }}</dt>
            <dd>{{ formats.now.number(line.count) }}</dd>
          </div>
        }
      </dl>
    }
    @for (warning of result().warnings; track $index) {
      <p class="note">{{ warning }}</p>
    }
    @if (result().created.length > 0) {
      <p class="note">{{ t('imports.created', { names: createdNames() }) }}</p>
    }
    @if (shownErrors().length > 0) {
      <ul>
        @for (error of shownErrors(); track $index) {
          <li>{{ sentence(error) }}</li>
        }
      </ul>
      @if (result().rowsRejected > shownErrors().length) {
        <p class="note">{{ t('imports.moreErrors') }}</p>
      }
    }
    @if (result().rejectedRows === 'deleted') {
      <p class="note">{{ t('imports.rejectedDeleted') }}</p>
    } @else if (result().rejectedRows === 'available') {
      <a class="action" [href]="rejected()" download>{{
        t('imports.rejected', { count: formats.now.number(result().rowsRejected) })
      }}</a>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 34em;
    }
    h2 {
      font: var(--lead);
      font-weight: 600;
      margin: 18px 0 8px;
    }
    .pairs {
      font: var(--table);
    }
    ul {
      margin: 12px 0 8px;
      font: var(--table);
    }
    li {
      padding: 5px 0;
      border-bottom: 1px solid var(--hair);
    }
    .trouble {
      color: var(--memburuk);
    }
    .note {
      margin-top: 8px;
    }
    .action {
      display: inline-block;
      margin-top: 8px;
    }
  `,
})
export class ImportOutcome {
  readonly result = input.required<ImportResult>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly shownErrors = computed(() =>
    this.result()
      .errors.filter((error) => error.message !== this.result().failure)
      .slice(0, SHOWN_ERRORS),
  );
  protected readonly rejected = computed(() => rejectedAddress(this.result().id));
  protected readonly createdNames = computed(() =>
    this.result()
      .created.map((entry) => entry.name)
      .join(', '),
  );

  protected readonly headline = computed(() => {
    const { status, dryRun, rowsRead, rowsRejected, rowsInserted, rowsUpdated } = this.result();
    if (status === 'failed') return this.t('imports.headline.failed');
    if (rowsRead === 0) return this.t('imports.headline.empty');
    const kind =
      rowsRejected === rowsRead
        ? 'allRejected'
        : rowsRejected > 0
          ? 'someRejected'
          : rowsInserted + rowsUpdated === 0
            ? 'unchanged'
            : 'clean';
    return this.t(`imports.headline.${dryRun ? 'dry' : 'real'}.${kind}`, {
      good: this.formats.now.number(rowsRead - rowsRejected),
      rejected: this.formats.now.number(rowsRejected),
      read: this.formats.now.number(rowsRead),
    });
  });
  protected readonly lines = computed(() => {
    const result = this.result();
    return [
      { label: this.t('imports.rowsRead'), count: result.rowsRead },
      {
        label: this.t(result.dryRun ? 'imports.willInsert' : 'imports.rowsInserted'),
        count: result.rowsInserted,
      },
      {
        label: this.t(result.dryRun ? 'imports.willUpdate' : 'imports.rowsUpdated'),
        count: result.rowsUpdated,
      },
      { label: this.t('imports.rowsUnchanged'), count: result.rowsUnchanged },
      { label: this.t('imports.rowsRejected'), count: result.rowsRejected },
    ];
  });

  /** "Baris 214, kolom selesai: …"; what is not in a row stands by itself. */
  protected sentence(error: ProblemError): string {
    // Sentences that name their row already are not to name it twice.
    if (error.row === undefined || /^(Baris|Row) /.test(error.message)) return error.message;
    const place = error.column === undefined ? 'imports.errorRow' : 'imports.errorCell';
    return this.t(place, {
      row: this.formats.now.number(error.row),
      column: error.column,
      message: error.message,
    });
  }
}

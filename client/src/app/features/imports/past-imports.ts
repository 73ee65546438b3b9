import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { DataTable } from '../../ui/data-table.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { Column } from '../../ui/table-column.ts';
import { type Dataset, type ImportResult, livePastImports } from './imports-api.ts';

/** Earlier imports: what, by whom, when, and what became of it. */
@Component({
  selector: 'pandu-past-imports',
  imports: [DataTable, ProblemNote, Skeleton],
  template: `
    <h2>{{ t('imports.past') }}</h2>
    @if (past.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="past.reload()" />
    } @else if (past.value(); as answer) {
      @if (answer.items.length === 0) {
        <p class="note">{{ t('imports.pastEmpty') }}</p>
      } @else {
        <pandu-data-table
          [columns]="columns()"
          [rows]="answer.items"
          [caption]="t('imports.pastCaption')"
          [quietCaption]="true"
        />
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="24" />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 48px;
    }
    h2 {
      margin-bottom: 8px;
    }
  `,
})
export class PastImports {
  readonly datasets = input.required<readonly Dataset[]>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly past = livePastImports();

  protected readonly columns = computed<readonly Column<ImportResult>[]>(() => {
    const formats = this.formats.now;
    const zone = this.session.timeZone();
    const label = (entry: ImportResult): string =>
      this.datasets().find((dataset) => dataset.name === entry.dataset)?.label ?? entry.dataset;
    const status = (entry: ImportResult): string =>
      this.t(
        entry.dryRun && entry.status === 'succeeded'
          ? 'importStatus.checked'
          : `importStatus.${entry.status}`,
      );
    const rows = (
      id: 'rowsRead' | 'rowsInserted' | 'rowsUpdated' | 'rowsRejected',
    ): Column<ImportResult> => ({
      id,
      header: this.t(`imports.${id}`),
      numeric: true,
      text: (entry) => formats.number(entry[id]),
      raw: (entry) => entry[id],
    });
    return [
      {
        id: 'file',
        header: this.t('imports.file'),
        numeric: false,
        text: (entry) => entry.fileName,
        raw: (entry) => entry.fileName,
      },
      { id: 'dataset', header: this.t('imports.dataset'), numeric: false, text: label, raw: label },
      {
        id: 'at',
        header: this.t('imports.at'),
        numeric: false,
        text: (entry) => formats.instant(entry.startedAt, zone),
        raw: (entry) => entry.startedAt,
      },
      {
        id: 'by',
        header: this.t('imports.by'),
        numeric: false,
        text: (entry) => entry.startedBy,
        raw: (entry) => entry.startedBy,
      },
      { id: 'status', header: this.t('imports.status'), numeric: false, text: status, raw: status },
      rows('rowsRead'),
      rows('rowsInserted'),
      rows('rowsUpdated'),
      rows('rowsRejected'),
    ];
  });

  /** Reads the list again, after an import has ended. */
  reload(): void {
    this.past.reload();
  }
}

import { Component, computed, inject, input } from '@angular/core';
import type { Figure, ReportCell, ReportTable } from '#contract/reports/report-document';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Mark, type MarkKind } from '../mark.ts';
import { ScrollHint } from '../scroll-hint.ts';
import { MARKS, ReportFigure } from './report-words.ts';

/** The signs in the order in which they matter. */
const LEGEND: readonly MarkKind[] = ['worse', 'better', 'neutral', 'stable', 'unjudged'];

interface ShownCell {
  readonly kind: ReportTable['columns'][number]['kind'];
  readonly label: string;
  readonly figure: Figure | null;
  readonly text: string;
}

/** A table of a report; wider than the screen it scrolls by itself, its first column staying in sight. */
@Component({
  selector: 'pandu-report-table',
  imports: [Mark, ReportFigure, ScrollHint],
  template: `
    <p class="caption" aria-hidden="true">{{ table().caption }}</p>
    <pandu-scroll-hint [label]="table().caption">
      <table [class.dense]="table().columns.length > 6" [class.words]="inWords()">
        <caption class="visually-hidden">
          {{
            table().caption
          }}
        </caption>
        <thead>
          <tr>
            @for (column of table().columns; track column.id) {
              <th
                scope="col"
                [class.numeric]="column.kind === 'figure'"
                [class.text]="column.kind === 'text' && column.width === undefined"
                [style.width.%]="column.width === undefined ? null : column.width * 100"
              >
                {{ column.label }}
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr [class.total]="row.kind === 'total'">
              @for (cell of row.cells; track $index; let first = $first) {
                @if (first) {
                  <th scope="row" [class.numeric]="cell.kind === 'figure'">
                    @if (cell.figure; as figure) {
                      <pandu-report-figure [figure]="figure" />
                    } @else {
                      {{ cell.text }}
                    }
                  </th>
                } @else {
                  <td
                    [class.numeric]="cell.kind === 'figure'"
                    [class.code]="cell.kind === 'code'"
                    [class.day]="cell.kind === 'date'"
                    [attr.data-label]="cell.label"
                  >
                    @if (cell.figure; as figure) {
                      <pandu-report-figure [figure]="figure" />
                    } @else {
                      {{ cell.text }}
                    }
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </pandu-scroll-hint>
    @if (marks().length > 0) {
      <p class="note legend">
        @for (mark of marks(); track mark) {
          <span><pandu-mark [kind]="mark" /> {{ t('mark.' + mark) }}</span>
        }
      </p>
    }
    @if (table().note; as note) {
      <p class="note">{{ note }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin: 14px 0;
    }
    .caption {
      font-weight: 600;
      margin-bottom: 4px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font: var(--table);
    }
    th,
    td {
      padding: 7px 14px 7px 0;
      text-align: left;
      font-weight: 400;
      vertical-align: top;
      border-bottom: 1px solid var(--hair);
    }
    th:last-child,
    td:last-child {
      padding-right: 0;
    }
    thead th {
      font-weight: 600;
      vertical-align: bottom;
      border-bottom-color: var(--ink);
    }
    .text {
      min-width: 96px;
    }
    td {
      white-space: pre-line;
    }
    .numeric {
      min-width: 64px;
      text-align: right;
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 18px;
    }
    .legend pandu-mark {
      margin-right: 4px;
    }
    .code,
    .day {
      white-space: nowrap;
    }
    .total > * {
      font-weight: 600;
      border-top: 1px solid var(--ink);
    }
    .note {
      margin-top: 6px;
    }
    @media screen and (max-width: 760px) {
      tbody th,
      thead th:first-child {
        position: sticky;
        left: 0;
        z-index: 1;
        max-width: 132px;
        background: var(--paper);
      }
      /* Of words alone a row stands as a paragraph: each cell below its label. */
      .words thead {
        display: none;
      }
      .words tr {
        display: block;
        padding: 8px 0;
        border-bottom: 1px solid var(--hair);
      }
      .words tbody th,
      .words td {
        display: block;
        position: static;
        max-width: none;
        padding: 1px 0;
        border: 0;
      }
      .words tbody th {
        font-weight: 600;
      }
      .words td::before {
        content: attr(data-label) ': ';
        color: var(--muted);
      }
      .words td:empty {
        display: none;
      }
    }
    @media print {
      :host {
        margin: 8px 0;
      }
      table {
        font-size: 10px;
        line-height: 14px;
      }
      .note {
        font-size: 9px;
        line-height: 12px;
      }
      table.dense {
        font-size: 9px;
        line-height: 12px;
      }
      th,
      td {
        padding: 3px 8px 3px 0;
        min-width: 0;
      }
      thead {
        display: table-header-group;
      }
      tr {
        break-inside: avoid;
      }
      .caption {
        break-after: avoid;
      }
    }
  `,
})
export class ReportTableView {
  readonly table = input.required<ReportTable>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  /** Without a single number: on a telephone such a row is read as a paragraph. */
  protected readonly inWords = computed(
    () => this.table().columns.length > 2 && this.table().columns.every(({ kind }) => kind !== 'figure'),
  );
  /** The signs that stand in the table, to be told below it. */
  protected readonly marks = computed(() => {
    const used = this.table().rows.flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        cell === null || typeof cell === 'string' || cell.value === null || cell.variation === undefined
          ? []
          : [MARKS[cell.variation]],
      ),
    );
    return LEGEND.filter((mark) => used.includes(mark));
  });
  protected readonly rows = computed(() =>
    this.table().rows.map(({ kind, cells }) => ({
      kind,
      cells: cells.map((cell, index) => this.shown(cell, this.table().columns[index])),
    })),
  );

  private shown(cell: ReportCell, column: ReportTable['columns'][number] | undefined): ShownCell {
    const { kind = 'text', label = '' } = column ?? {};
    if (cell === null) return { kind, label, figure: null, text: '' };
    if (typeof cell !== 'string') return { kind, label, figure: cell, text: '' };
    return { kind, label, figure: null, text: kind === 'date' ? this.formats.now.date(cell) : cell };
  }
}

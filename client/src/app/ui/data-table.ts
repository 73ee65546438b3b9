import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Language } from '../core/language.ts';
import { Mark } from './mark.ts';
import { ScrollHint } from './scroll-hint.ts';
import { type Column, sortRows } from './table-column.ts';

/** Rows under sortable headers: hairlines, numbers at the right, the first column stays when the rest scrolls. */
@Component({
  selector: 'pandu-data-table',
  imports: [Mark, RouterLink, ScrollHint],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<Row> {
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  /** What the table holds, for those who hear it; shown above it unless `quietCaption`. */
  readonly caption = input.required<string>();
  readonly quietCaption = input(false);
  /** The screen that a row opens; none means this one. */
  readonly screen = input<(row: Row) => readonly string[]>(() => []);
  /** Query parameters that open a row on its screen; null for a row that leads nowhere. */
  readonly opens = input<(row: Row) => Params | null>(() => null);
  /** A row that stands apart, e.g. the sum. */
  readonly emphasized = input<(row: Row) => boolean>(() => false);

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  /** Null keeps the order in which the rows came. */
  protected readonly order = linkedSignal<readonly Column<Row>[], { id: string; ascending: boolean } | null>({
    source: this.columns,
    computation: (columns, previous) => {
      const before = previous?.value ?? null;
      return before !== null && columns.some((column) => column.id === before.id) ? before : null;
    },
  });
  protected readonly sorted = computed(() => {
    const order = this.order();
    const column = order === null ? undefined : this.columns().find((candidate) => candidate.id === order.id);
    return order === null || column === undefined
      ? this.rows()
      : sortRows(this.rows(), column, order.ascending, this.language.locale());
  });

  /** The columns in which any row has a sign: only these keep a place for one beside every number. */
  protected readonly signed = computed<ReadonlySet<string>>(() => {
    const signed = this.columns().filter(
      (column) => column.mark !== undefined && this.rows().some((row) => column.mark?.(row) !== null),
    );
    return new Set(signed.map((column) => column.id));
  });

  /** First click: the largest number or the first name on top; second click: the other way round. */
  protected sortBy(column: Column<Row>): void {
    const order = this.order();
    this.order.set({
      id: column.id,
      ascending: order?.id === column.id ? !order.ascending : !column.numeric,
    });
  }

  protected direction(column: Column<Row>): 'ascending' | 'descending' | null {
    const order = this.order();
    if (order?.id !== column.id) return null;
    return order.ascending ? 'ascending' : 'descending';
  }
}

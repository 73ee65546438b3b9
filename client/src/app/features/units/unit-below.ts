import { Component, computed, effect, inject, input } from '@angular/core';
import type { Params } from '@angular/router';
import type { MeasureId } from '#domain/measures';
import { ValueWords, hasRecords } from '../../core/absence.ts';
import { Directory } from '../../core/directory.ts';
import { Kamus, numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { type Matrix, liveMatrix } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { DataTable } from '../../ui/data-table.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import type { Column } from '../../ui/table-column.ts';
import { verdictMark } from '../../ui/verdict-mark.ts';
import { measureScreen } from './units-api.ts';

type Row = Matrix['items'][number];

const COLUMNS: readonly { readonly measure: MeasureId & keyof Row; readonly field: string }[] = [
  { measure: 'turnaround', field: 'dueMetShare' },
  { measure: 'turnaround', field: 'overdue' },
  { measure: 'complaints', field: 'resolvedShare' },
  { measure: 'ikm', field: 'score' },
  { measure: 'volume', field: 'received' },
];

/** The units below this one, each leading to its own picture; nothing where there are none. */
@Component({
  selector: 'pandu-unit-below',
  imports: [DataTable, ProblemNote],
  template: `
    @if (hasUnits()) {
      <h2>{{ t('unitPage.below') }}</h2>
      @if (matrix.problem(); as trouble) {
        <pandu-problem [problem]="trouble" (retry)="matrix.reload()" />
      } @else if (matrix.value(); as answer) {
        <pandu-data-table
          [columns]="columns()"
          [rows]="rows()"
          [caption]="t('unitPage.belowCaption', { unit: answer.unitName })"
          [screen]="screen"
          [opens]="opens()"
        />
      }
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 36px;
    }
  `,
})
export class UnitBelow {
  readonly code = input.required<string>();

  protected readonly t = inject(Language).t;
  private readonly directory = inject(Directory);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  private readonly selection = inject(Selection);
  protected readonly matrix = liveMatrix();

  protected readonly hasUnits = computed(
    () => this.directory.units()?.some((unit) => unit.path.at(-2)?.code === this.code()) === true,
  );
  protected readonly rows = computed(() =>
    (this.matrix.value()?.items ?? []).filter(({ key }) => key !== 'self'),
  );
  protected readonly screen = (row: Row): readonly string[] => ['/unit', row.key];
  protected readonly opens = computed(() => {
    const carried = this.selection.carried();
    return (row: Row): Params => ({ ...carried, unit: row.key });
  });
  protected readonly columns = computed<readonly Column<Row>[]>(() => [
    {
      id: 'label',
      header: this.t('table.unit'),
      numeric: false,
      text: (row) => row.label,
      raw: (row) => row.label,
    },
    ...COLUMNS.map(({ measure, field: id }): Column<Row> => {
      const field = this.kamus.field(measure, id);
      return {
        id: `${measure}.${id}`,
        header: this.kamus.label(field),
        sub: this.kamus.measureLabel(measure),
        numeric: true,
        text: (row) =>
          hasRecords(measure, row[measure]) ? this.words.text(field, row[measure]) : this.t('absence.noData'),
        raw: (row) => (hasRecords(measure, row[measure]) ? numberIn(row[measure], id) : null),
        mark: (row) => {
          const verdict = row.signals[`${measure}.${id}`];
          if (verdict === undefined || !hasRecords(measure, row[measure])) return null;
          const judged = verdictMark(verdict);
          // A number of the running month alone is there, but nobody has judged it yet.
          const kind = judged === 'no-data' ? 'unjudged' : judged;
          return { kind, label: this.t(`mark.${kind}`) };
        },
        link: (row) => {
          const { screen, query } = measureScreen(measure, id);
          return { screen, query: { ...this.selection.carried(), unit: row.key, ...query } };
        },
      };
    }),
  ]);

  constructor() {
    effect(() => this.directory.need('units'));
  }
}

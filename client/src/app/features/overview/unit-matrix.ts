import { Component, computed, inject } from '@angular/core';
import type { Params } from '@angular/router';
import type { MeasureId } from '#domain/measures';
import { ValueWords, hasRecords, isSuppressed, presenceOf } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus, numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { type Matrix, liveMatrix } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { DataTable } from '../../ui/data-table.ts';
import type { MarkKind } from '../../ui/mark.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import type { Column } from '../../ui/table-column.ts';

type Row = Matrix['items'][number];

const COLUMNS: readonly {
  readonly measure: MeasureId;
  readonly field: string;
  readonly sub: string;
  readonly header?: string;
}[] = [
  { measure: 'turnaround', field: 'dueMetShare', sub: 'overview.matrix.due' },
  {
    measure: 'turnaround',
    field: 'medianWorkingMinutes',
    sub: 'overview.matrix.official',
    header: 'overview.matrix.median',
  },
  { measure: 'complaints', field: 'resolvedShare', sub: 'overview.matrix.valid' },
  { measure: 'ikm', field: 'score', sub: 'overview.matrix.ikm', header: 'overview.ikm.lead' },
  { measure: 'volume', field: 'received', sub: 'overview.matrix.received', header: 'overview.volume.lead' },
];

/** All units × the measures that home speaks of. A row opens the unit; service and channel do not narrow it. */
@Component({
  selector: 'pandu-unit-matrix',
  imports: [DataTable, ProblemNote, Skeleton],
  template: `
    <h2>{{ title() }}</h2>
    @if (matrix.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="matrix.reload()" />
    } @else if (matrix.value(); as answer) {
      @if (answer.items.length === 0) {
        <p class="note">{{ t('overview.matrix.empty', { unit: answer.unitName }) }}</p>
      } @else {
        <pandu-data-table
          [columns]="columns()"
          [rows]="answer.items"
          [caption]="caption()"
          [opens]="opens()"
        />
        @if (withheld()) {
          <p class="note withheld">{{ t('absence.suppressedLong') }}</p>
        }
      }
    } @else {
      <pandu-skeleton
        [lines]="['40%', '100%', '100%', '100%', '100%', '100%', '100%', '100%']"
        [height]="24"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 40px;
    }
    h2 {
      margin-bottom: 8px;
    }
    .withheld {
      margin-top: 10px;
      max-width: 68ch;
    }
  `,
})
export class UnitMatrix {
  protected readonly t = inject(Language).t;
  private readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  protected readonly matrix = liveMatrix();

  protected readonly title = computed(() =>
    this.t('overview.matrix.title', {
      period: this.formats.now.period(this.selection.period(), this.selection.today()),
    }),
  );
  protected readonly caption = computed(() => {
    const narrowed = this.selection.service() !== null || this.selection.channel() !== null;
    return narrowed
      ? `${this.t('overview.matrix.caption')} ${this.t('overview.matrix.notNarrowed')}`
      : this.t('overview.matrix.caption');
  });
  protected readonly withheld = computed(() =>
    (this.matrix.value()?.items ?? []).some((row) =>
      COLUMNS.some(({ measure }) => isSuppressed(row[measure])),
    ),
  );
  protected readonly opens = computed(() => {
    const here = this.matrix.value()?.unit;
    return (row: Row): Params | null =>
      row.key === 'self' || row.key === here ? null : this.selection.with({ unit: row.key });
  });
  protected readonly columns = computed<readonly Column<Row>[]>(() => [
    {
      id: 'label',
      header: this.t('table.unit'),
      numeric: false,
      text: (row) => this.name(row),
      raw: (row) => this.name(row),
    },
    ...COLUMNS.map(({ measure, field: id, sub, header }): Column<Row> => {
      const field = this.kamus.field(measure, id);
      return {
        id: `${measure}.${id}`,
        header: header === undefined ? this.kamus.label(field) : this.t(header),
        sub: this.t(sub),
        numeric: true,
        text: (row) => {
          if (this.hasNoVolume(row, measure)) return this.t('absence.noData');
          const value = this.words.text(field, row[measure]);
          return measure === 'ikm' && row.ikm.grade !== null ? `${value} ${row.ikm.grade}` : value;
        },
        raw: (row) => (this.hasNoVolume(row, measure) ? null : numberIn(row[measure], id)),
        mark: (row) => {
          const kind = this.markOf(row, measure, id);
          return kind === null ? null : { kind, label: this.t(`mark.${kind}`) };
        },
      };
    }),
  ]);

  private name(row: Row): string {
    const alone = (this.matrix.value()?.items.length ?? 0) <= 1;
    return row.key === 'self' && !alone ? this.t('breakdown.self', { unit: row.label }) : row.label;
  }

  private hasNoVolume(row: Row, measure: MeasureId): boolean {
    return measure === 'volume' && !hasRecords('volume', row.volume);
  }

  /** Only what can be said without a signal: nothing there, or too small a sample. */
  private markOf(row: Row, measure: MeasureId, id: string): MarkKind | null {
    if (this.hasNoVolume(row, measure)) return 'no-data';
    const presence = presenceOf(this.kamus.field(measure, id), row[measure], false);
    if (presence === 'no-data') return 'no-data';
    if (measure === 'ikm' && row.ikm.sufficient === false) return 'small-sample';
    return presence === 'too-few' ? 'small-sample' : null;
  }
}

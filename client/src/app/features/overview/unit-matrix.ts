import { Component, computed, inject } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { ValueWords, hasRecords, isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus, numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { liveMatrix } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { DataTable } from '../../ui/data-table.ts';
import { Choice } from '../../ui/filter-sentence/choice.ts';
import { PeriodPicker } from '../../ui/filter-sentence/period-picker.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { TableFiles } from '../../ui/table-files.ts';
import type { Column } from '../../ui/table-column.ts';
import { type CellOf, type UnitRow, byAttention, markOf, sharedTarget, stableCount } from './unit-rows.ts';

const COLUMNS = [
  { measure: 'turnaround', field: 'dueMetShare', screen: '/layanan', sub: 'overview.matrix.due' },
  {
    measure: 'turnaround',
    field: 'medianWorkingMinutes',
    screen: '/layanan',
    sub: 'overview.matrix.official',
    header: 'overview.matrix.median',
  },
  { measure: 'complaints', field: 'resolvedShare', screen: '/aduan', sub: 'overview.matrix.valid' },
  {
    measure: 'ikm',
    field: 'score',
    screen: '/kepuasan',
    sub: 'overview.matrix.ikm',
    header: 'overview.matrix.ikmHead',
  },
  {
    measure: 'volume',
    field: 'received',
    screen: '/layanan',
    sub: 'overview.matrix.received',
    header: 'overview.matrix.volume',
  },
  {
    measure: 'pilots',
    field: 'progressShare',
    screen: '/percontohan',
    sub: 'overview.matrix.beside',
    header: 'nav.pilots',
  },
] as const;
/** Numbers that speak for themselves beside the one before; they say "–" where that says "belum ada data". */
const SECONDARY: readonly string[] = ['medianWorkingMinutes', 'received'];

/** All units × the measures, those that ask for attention first. Every cell opens its unit on the screen of the measure. */
@Component({
  selector: 'pandu-unit-matrix',
  imports: [Choice, DataTable, PeriodPicker, ProblemNote, RouterLink, Skeleton, TableFiles],
  template: `
    <h2>
      {{ title() }}
      <pandu-choice #periods [label]="t('filter.period')" [text]="period()" [arrow]="true">
        <ng-template>
          @defer (on immediate) {
            <pandu-period-picker
              [period]="selection.period()"
              [today]="selection.today()"
              (chosen)="choose(periods, $event)"
            />
          }
        </ng-template>
      </pandu-choice>
    </h2>
    @if (matrix.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="matrix.reload()" />
    } @else if (matrix.value(); as answer) {
      @if (answer.items.length === 0) {
        <p class="note">{{ t('overview.matrix.empty', { unit: answer.unitName }) }}</p>
      } @else {
        <pandu-data-table
          class="plain"
          [columns]="columns()"
          [rows]="rows()"
          [caption]="caption()"
          [screen]="screen"
          [opens]="opens()"
        />
        <p class="actions">
          @if (rows().length > 1) {
            <a class="action" routerLink="/peta" [queryParams]="selection.carried()">{{
              t('overview.matrix.map')
            }}</a>
          }
          @if (matrix.asked(); as asked) {
            <pandu-table-files [of]="asked" fileName="pandu-semua-unit" />
          }
        </p>
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
      margin-bottom: 4px;
    }
    .actions {
      margin-top: 10px;
    }
    .withheld {
      margin-top: 10px;
      max-width: 68ch;
    }
  `,
})
export class UnitMatrix {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  protected readonly matrix = liveMatrix();

  private readonly cells: readonly CellOf[] = COLUMNS.map(({ measure, field }) => ({
    measure,
    field: this.kamus.field(measure, field),
  }));
  protected readonly rows = computed(() => byAttention(this.matrix.value()?.items ?? [], this.cells));
  protected readonly period = computed(() =>
    this.formats.now.period(this.selection.period(), this.selection.today()),
  );
  /** "Semua unit,", or the name of the only one; the period follows. */
  protected readonly title = computed(() => {
    const [row, ...others] = this.rows();
    return row === undefined || others.length > 0
      ? this.t('overview.matrix.title')
      : this.t('overview.matrix.titleOne', { unit: this.name(row) });
  });
  protected readonly caption = computed(() => {
    const stable = stableCount(this.rows(), this.cells);
    const narrowed = this.selection.service() !== null || this.selection.channel() !== null;
    return [
      this.t(this.rows().length > 1 ? 'overview.matrix.caption' : 'overview.matrix.captionOne'),
      ...(stable === 0 || this.rows().length === 1
        ? []
        : [this.t('overview.matrix.stable', { count: this.formats.now.number(stable) })]),
      ...(narrowed ? [this.t('overview.matrix.notNarrowed')] : []),
    ].join(' ');
  });
  protected readonly withheld = computed(() =>
    this.rows().some((row) => COLUMNS.some(({ measure }) => isSuppressed(row[measure]))),
  );
  /** Without any pilot programme there is no column of them. */
  private readonly shown = computed(() =>
    COLUMNS.filter(
      ({ measure }) => measure !== 'pilots' || this.rows().some(({ pilots }) => pilots !== null),
    ),
  );
  protected readonly opens = computed(() => (row: UnitRow): Params | null => {
    const unit = this.unitOf(row);
    return unit === null ? null : { ...this.selection.carried(), unit };
  });
  protected readonly screen = (row: UnitRow): readonly string[] => ['/unit', this.unitOf(row) ?? ''];
  protected readonly columns = computed<readonly Column<UnitRow>[]>(() => [
    {
      id: 'label',
      header: this.t('table.unit'),
      numeric: false,
      text: (row) => this.name(row),
      raw: (row) => this.name(row),
    },
    ...this.shown().map((column): Column<UnitRow> => {
      const { measure, field: id, screen, sub } = column;
      const cell = { measure, field: this.kamus.field(measure, id) };
      const target = sharedTarget(this.rows(), cell);
      const about = this.t(sub);
      return {
        id: `${measure}.${id}`,
        header: 'header' in column ? this.t(column.header) : this.kamus.label(cell.field),
        sub:
          target === null
            ? about
            : this.t('overview.matrix.target', {
                about,
                value: this.formats.now.axisMark(cell.field, target, target),
              }),
        numeric: true,
        text: (row) => this.textOf(row, cell),
        raw: (row) => (hasRecords(measure, row[measure]) ? numberIn(row[measure], id) : null),
        mark: (row) => {
          const kind = markOf(row, cell);
          return kind === null ? null : { kind, label: this.t(`mark.${kind}`) };
        },
        link: (row) => {
          const unit = this.unitOf(row);
          const field = screen === '/layanan' ? `${measure}.${id}` : id;
          if (measure === 'pilots' && row.pilots === null) return null;
          return unit === null
            ? null
            : { screen: [screen], query: { ...this.selection.carried(), unit, field } };
        },
      };
    }),
  ]);

  protected async choose(choice: Choice, { from, to }: { from: string; to: string }): Promise<void> {
    choice.close();
    await this.selection.change({ from, to });
  }

  /** The unit whose figures a row holds; null for the part of a unit that lies in no unit below it. */
  private unitOf(row: UnitRow): string | null {
    if (row.key !== 'self') return row.key;
    return this.rows().length <= 1 ? (this.matrix.value()?.unit ?? null) : null;
  }

  private name(row: UnitRow): string {
    return row.key === 'self' && this.rows().length > 1
      ? this.t('overview.matrix.self', { unit: row.label })
      : row.label;
  }

  private textOf(row: UnitRow, { measure, field }: CellOf): string {
    if (measure === 'pilots') return this.progressOf(row);
    const block = row[measure];
    if (!isSuppressed(block) && (numberIn(block, field.id) === null || !hasRecords(measure, block)))
      return this.t(SECONDARY.includes(field.id) ? 'overview.matrix.dash' : 'overview.matrix.none');
    const value = this.words.text(field, block);
    return measure === 'ikm' && row.ikm.grade !== null ? `${value} ${row.ikm.grade}` : value;
  }

  /** What is done beside what should be: `62 % / 78 %`. */
  private progressOf({ pilots }: UnitRow): string {
    if (pilots === null) return this.t('overview.matrix.notHere');
    const share = (value: number | null): string =>
      value === null ? this.t('overview.matrix.dash') : this.formats.now.share(value, 0);
    return `${share(pilots.progressShare)} / ${share(pilots.plannedShare)}`;
  }
}

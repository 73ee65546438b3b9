import {
  ApplicationRef,
  Component,
  type ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import { Language } from '../../../../core/language.ts';
import { DayField } from '../../../../ui/day-field.ts';
import { fieldText } from '../../../../ui/field-text.ts';
import { type RowColumn, emptyRow, typedWhole } from './field-shape.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * A list that is written with the keyboard alone: Enter begins the next row, Backspace in an empty row goes back to the
 * one before, Alt with an arrow moves a row.
 */
@Component({
  selector: 'pandu-row-list',
  imports: [DayField],
  template: `
    <ol [class.numbered]="numbered()" [attr.aria-labelledby]="labelledBy()">
      @for (row of shown(); track $index) {
        @let place = $index;
        <li [class.plain]="columns().length === 1">
          @for (column of columns(); track column.id) {
            @if (column.kind === 'day') {
              <pandu-day-field
                class="cell"
                [label]="t('innovationWriting.column.' + field() + '-' + column.id)"
                [day]="textOf(row, column)"
                (typing)="write(place, column, $event)"
              />
            } @else {
              <label class="cell field {{ column.kind }} {{ column.id }}" [attr.for]="idOf(place, column)">
                @if (columns().length > 1) {
                  <span>{{ t('innovationWriting.column.' + field() + '-' + column.id) }}</span>
                } @else {
                  <span class="visually-hidden">{{
                    t('innovationWriting.rows.row', { number: place + 1 })
                  }}</span>
                }
                @if (column.kind === 'long') {
                  <textarea
                    #cell
                    [id]="idOf(place, column)"
                    class="input"
                    rows="2"
                    [attr.maxlength]="column.longest"
                    [value]="textOf(row, column)"
                    (input)="write(place, column, text($event))"
                    (keydown)="keys($event, place)"
                  ></textarea>
                } @else {
                  <input
                    #cell
                    [id]="idOf(place, column)"
                    class="input"
                    autocomplete="off"
                    [attr.inputmode]="
                      column.kind === 'number' ? 'numeric' : column.kind === 'address' ? 'url' : null
                    "
                    [attr.placeholder]="column.kind === 'address' ? 'https://' : null"
                    [attr.maxlength]="column.longest"
                    [value]="textOf(row, column)"
                    (input)="write(place, column, text($event))"
                    (keydown)="keys($event, place)"
                  />
                }
              </label>
            }
          }
          @if (written().length > 0) {
            <button
              type="button"
              class="action quiet remove"
              [attr.aria-label]="t('innovationWriting.rows.removeRow', { number: place + 1 })"
              (click)="remove(place)"
            >
              {{ t('innovationWriting.rows.remove') }}
            </button>
          }
        </li>
      }
    </ol>
    @if (written().length < most()) {
      <button type="button" class="action" (click)="add(written().length)">
        {{ t('innovationWriting.rows.add.' + field()) }}
      </button>
    }
  `,
  styleUrl: './row-list.css',
})
export class RowList {
  /** The field it is of: names the words of its columns. */
  readonly field = input.required<string>();
  readonly columns = input.required<readonly RowColumn[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly most = input.required<number>();
  readonly numbered = input(false);
  /** Id of the element that names the list. */
  readonly labelledBy = input.required<string>();
  readonly changed = output<readonly Row[]>();

  private readonly application = inject(ApplicationRef);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  /** What was written here counts at once: the next key stroke may come before the page is drawn anew. */
  protected readonly written = linkedSignal(() => this.rows());
  /** There is always a row to begin with. */
  protected readonly shown = computed(() =>
    this.written().length === 0 ? [emptyRow(this.columns())] : this.written(),
  );
  private readonly cells = viewChildren<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('cell');
  /** The row whose first cell takes the focus when it is there. */
  private readonly wanted = signal<number | null>(null);

  constructor() {
    afterRenderEffect(() => {
      const row = this.wanted();
      if (row === null) return;
      const perRow = this.columns().filter(({ kind }) => kind !== 'day').length;
      const cell = this.cells()[row * perRow];
      if (cell === undefined) return;
      cell.nativeElement.focus();
      this.wanted.set(null);
    });
  }

  protected idOf(place: number, { id }: RowColumn): string {
    return `baris-${this.field()}-${place}-${id}`;
  }

  protected textOf(row: Row, { id }: RowColumn): string {
    const value = row[id];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  protected write(place: number, { id, kind }: RowColumn, typed: string): void {
    // What is no number stays as it was typed; it is kept back until it is one.
    const value = kind === 'number' ? (typedWhole(typed) ?? (typed.trim() === '' ? null : typed)) : typed;
    const written = kind === 'day' && typed === '' ? null : value;
    this.tell(this.shown().map((row, at) => (at === place ? { ...row, [id]: written } : row)));
  }

  protected add(place: number): void {
    const rows = this.shown();
    if (rows.length >= this.most()) return;
    const last = rows.at(-1);
    // An empty last row is the next one already.
    if (place >= rows.length && last !== undefined && this.isEmpty(last)) {
      this.goTo(rows.length - 1);
      return;
    }
    this.tell(rows.toSpliced(place, 0, emptyRow(this.columns())));
    this.goTo(Math.min(place, rows.length));
  }

  protected remove(place: number): void {
    this.tell(this.written().toSpliced(place, 1));
    this.goTo(Math.max(0, place - 1));
  }

  protected keys(event: KeyboardEvent, place: number): void {
    const rows = this.shown();
    const row = rows[place];
    if (row === undefined) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (!this.isEmpty(row)) this.add(place + 1);
    } else if (event.key === 'Backspace' && rows.length > 1 && this.isEmpty(row)) {
      event.preventDefault();
      this.remove(place);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const to = place + (event.key === 'ArrowUp' ? -1 : 1);
      if (to < 0 || to >= rows.length) return;
      event.preventDefault();
      this.tell(rows.toSpliced(place, 1).toSpliced(to, 0, row));
      this.goTo(to);
    }
  }

  private tell(rows: readonly Row[]): void {
    this.written.set(rows);
    this.changed.emit(rows);
  }

  /** Moves the focus within the key stroke: what is typed next must not land in the row before. */
  private goTo(row: number): void {
    this.wanted.set(row);
    this.application.tick();
  }

  private isEmpty(row: Row): boolean {
    return Object.values(row).every((cell) => cell === null || cell === '');
  }
}

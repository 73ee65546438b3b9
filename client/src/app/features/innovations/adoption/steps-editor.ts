import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { readDay, typedDay } from '../../../ui/day-text.ts';
import { fieldText } from '../../../ui/field-text.ts';
import type { Adoption } from './adoption-api.ts';
import {
  type StepRow,
  areChanged,
  changedRow,
  movedRow,
  rowsOf,
  toldRows,
  withRowAfter,
  withoutRow,
} from './step-rows.ts';

/**
 * The steps of a plan: what, who, until when, done. By keyboard: Enter begins a step below, Alt with an arrow moves the
 * step, and every field is reached by Tab.
 */
@Component({
  selector: 'pandu-adoption-steps',
  templateUrl: './steps-editor.html',
  styleUrl: './steps-editor.css',
})
export class StepsEditor {
  readonly steps = input.required<Adoption['steps']>();
  readonly mayChange = input.required<boolean>();
  readonly busy = input(false);
  readonly trouble = input('');
  /** The steps as they are to stand. */
  readonly saved = output<readonly StepRow[]>();
  /** A day that is none: why nothing is saved. */
  readonly refused = output<string>();

  private readonly selection = inject(Selection);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly typed = typedDay;
  /** By what the plan says: news that change nothing take no typed text away. */
  private readonly told = computed(() => this.steps(), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly rows = linkedSignal(() => rowsOf(this.told()));
  protected readonly isChanged = computed(() => areChanged(this.rows(), this.steps()));
  protected readonly today = computed(() => this.selection.today());

  protected set(at: number, change: Partial<Omit<StepRow, 'id'>>): void {
    this.rows.update((rows) => changedRow(rows, at, change));
  }

  protected setDue(at: number, typed: string): void {
    const text = typed.trim();
    // What is no day stays as it was typed, and is refused when it is saved.
    this.set(at, { dueOn: text === '' ? null : (readDay(text) ?? text) });
  }

  protected tick(at: number, row: StepRow): void {
    this.set(at, { doneOn: row.doneOn === null ? this.today() : null });
  }

  protected add(after: number): void {
    this.rows.update((rows) => withRowAfter(rows, after));
    this.focus(after + 1);
  }

  protected remove(at: number): void {
    this.rows.update((rows) => withoutRow(rows, at));
    this.focus(Math.min(at, this.rows().length - 1));
  }

  protected move(at: number, by: -1 | 1, event?: Event): void {
    event?.preventDefault();
    this.rows.update((rows) => movedRow(rows, at, by));
    this.focus(Math.max(0, Math.min(at + by, this.rows().length - 1)));
  }

  protected enter(at: number, event: Event): void {
    event.preventDefault();
    this.add(at);
  }

  protected isLate(row: StepRow): boolean {
    return row.doneOn === null && row.dueOn !== null && row.dueOn < this.today();
  }

  protected isWrong(row: StepRow): boolean {
    return row.dueOn !== null && readDay(typedDay(row.dueOn)) === null;
  }

  protected undo(): void {
    this.rows.set(rowsOf(this.steps()));
  }

  protected save(event: Event): void {
    event.preventDefault();
    const rows = toldRows(this.rows());
    if (rows.some((row) => this.isWrong(row))) this.refused.emit(this.t('period.invalid'));
    else this.saved.emit(rows);
  }

  private focus(at: number): void {
    afterNextRender(
      () => this.element.nativeElement.querySelectorAll<HTMLTextAreaElement>('.body .input')[at]?.focus(),
      { injector: this.injector },
    );
  }
}

import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { EntryContent } from '#contract/innovations/entry-content';
import { countWords } from '#domain/innovations/draft-changes';
import { ENTRY_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { DayField } from '../../../../ui/day-field.ts';
import { fieldText } from '../../../../ui/field-text.ts';
import { FIELD_SHAPES, choiceWord, typedWhole } from './field-shape.ts';
import { RowList } from './row-list.ts';

type Row = Readonly<Record<string, unknown>>;
const CONTACT = ['name', 'post', 'phone', 'email'] as const;
type ContactPart = (typeof CONTACT)[number];

/** One question of an entry and the place for its answer. */
@Component({
  selector: 'pandu-field-editor',
  imports: [DayField, RowList],
  templateUrl: './field-editor.html',
  styleUrl: './field-editor.css',
})
export class FieldEditor {
  readonly field = input.required<EntryFieldId>();
  readonly value = input.required<EntryContent[EntryFieldId]>();
  /** It has to be told before a review. */
  readonly needed = input(false);
  /** It holds something that cannot be kept yet. */
  readonly unfinished = input(false);
  /** Somebody else wrote here meanwhile. */
  readonly contested = input(false);
  readonly changed = output<unknown>();

  private readonly formats = inject(Formats);
  /** What was written here counts at once, before the page is drawn anew. */
  protected readonly current = linkedSignal<unknown>(() => this.value());
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly contactParts = CONTACT;
  protected readonly shape = computed(() => FIELD_SHAPES[this.field()]);
  protected readonly id = computed(() => `isian-${this.field()}`);
  protected readonly most = computed(() => ENTRY_FIELDS.find(({ id }) => id === this.field())?.words ?? null);
  protected readonly words = computed(() => countWords(this.shown()));
  protected readonly counter = computed(() => {
    const most = this.most();
    if (most === null) return '';
    const over = this.words() - most;
    return this.t(over > 0 ? 'innovationWriting.words.over' : 'innovationWriting.words.within', {
      count: this.formats.now.number(this.words()),
      most: this.formats.now.number(most),
      over: this.formats.now.number(Math.max(0, over)),
    });
  });
  /** What stands in a field of one text or number. */
  protected readonly shown = computed(() => {
    const value = this.current();
    if (typeof value === 'number') return this.formats.now.number(value);
    return typeof value === 'string' ? value : '';
  });
  protected readonly rows = computed<readonly Row[]>(() => {
    const value = this.current();
    if (!Array.isArray(value)) return [];
    return value.map((row) => (typeof row === 'string' ? { text: row } : (row as Row)));
  });
  protected readonly chosen = computed<readonly string[]>(() => {
    const value = this.current();
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  });
  protected readonly contact = computed(() => {
    const value = this.current();
    const kept: Row = typeof value === 'object' && value !== null ? (value as Row) : {};
    const part = (id: ContactPart): string => (typeof kept[id] === 'string' ? kept[id] : '');
    return { name: part('name'), post: part('post'), phone: part('phone'), email: part('email') };
  });

  protected tell(value: unknown): void {
    this.current.set(value);
    this.changed.emit(value);
  }

  protected word(choice: string): string {
    return choiceWord(this.t, this.field(), choice);
  }

  protected writeNumber(typed: string): void {
    // What is no number stays on the screen, and is kept back until it is one.
    const number = typedWhole(typed);
    this.tell(number === undefined ? typed : number);
  }

  protected writeRows(rows: readonly Row[], plain: boolean): void {
    this.tell(plain ? rows.map((row) => row['text']) : rows);
  }

  protected toggle(choice: string, most: number): void {
    const chosen = this.chosen();
    if (chosen.includes(choice)) this.tell(chosen.filter((each) => each !== choice));
    else if (chosen.length < most) this.tell([...chosen, choice]);
  }

  protected writeContact(part: ContactPart, typed: string): void {
    const contact = { ...this.contact(), [part]: typed };
    this.tell(Object.values(contact).every((each) => each.trim() === '') ? null : contact);
  }
}

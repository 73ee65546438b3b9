import { Component, computed, inject, input } from '@angular/core';
import { isUntold } from '#domain/innovations/draft-changes';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { FIELD_SHAPES, choiceWord } from '../editor/field-shape.ts';

type Row = Readonly<Record<string, unknown>>;

/** What an entry tells in one field, to be read. */
@Component({
  selector: 'pandu-entry-value',
  template: `
    @if (lines(); as found) {
      @if (numbered()) {
        <ol>
          @for (line of found; track $index) {
            <li>{{ line }}</li>
          }
        </ol>
      } @else {
        <ul>
          @for (line of found; track $index) {
            <li>{{ line }}</li>
          }
        </ul>
      }
    } @else {
      @for (paragraph of paragraphs(); track $index) {
        <p>{{ paragraph }}</p>
      } @empty {
        <p class="note">{{ t('innovationWriting.reading.untold') }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 68ch;
      overflow-wrap: anywhere;
    }
    p + p {
      margin-top: 8px;
    }
    li {
      padding: 2px 0;
    }
    ul li {
      padding-left: 14px;
      text-indent: -14px;
    }
    ul li::before {
      content: '–';
      display: inline-block;
      width: 14px;
      text-indent: 0;
    }
    ol {
      padding-left: 1.6em;
      list-style: decimal;
    }
  `,
})
export class EntryValue {
  readonly field = input.required<EntryFieldId>();
  readonly value = input.required<unknown>();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly numbered = computed(() => {
    const shape = FIELD_SHAPES[this.field()];
    return shape.kind === 'rows' && shape.numbered;
  });
  /** A line for each row of a list; null for what is no list. */
  protected readonly lines = computed(() => {
    const value = this.value();
    const shape = FIELD_SHAPES[this.field()];
    if (!Array.isArray(value) || value.length === 0) return null;
    if (shape.kind === 'choices') return value.map((each) => choiceWord(this.t, this.field(), String(each)));
    return value.map((row) => (typeof row === 'string' ? row : this.lineOf(row as Row)));
  });
  protected readonly paragraphs = computed(() => {
    const value = this.value();
    return isUntold(value) || Array.isArray(value) ? [] : this.textOf(value).split(/\n+/);
  });

  private textOf(value: unknown): string {
    const shape = FIELD_SHAPES[this.field()];
    if (typeof value === 'boolean')
      return this.t(value ? 'innovation.digital.ya' : 'innovation.digital.tidak');
    if (typeof value === 'number' && shape.kind === 'number')
      return this.t(`innovationWriting.amount.${shape.unit}`, { amount: this.formats.now.number(value) });
    if (typeof value === 'string') {
      if (shape.kind === 'choice') return choiceWord(this.t, this.field(), value);
      return shape.kind === 'day' ? this.formats.now.date(value) : value;
    }
    return typeof value === 'object' && value !== null
      ? Object.values(value)
          .filter((part): part is string => typeof part === 'string' && part !== '')
          .join('\n')
      : String(value);
  }

  private lineOf(row: Row): string {
    const cell = (id: string): string => {
      const value = row[id];
      return typeof value === 'number'
        ? this.formats.now.number(value)
        : typeof value === 'string'
          ? value
          : '';
    };
    switch (this.field()) {
      case 'steps':
        return cell('days') === ''
          ? cell('body')
          : this.t('innovationWriting.reading.step', { step: cell('body'), days: cell('days') });
      case 'legalBasis': {
        const on = cell('on');
        return [
          [cell('kind'), cell('number')].filter(Boolean).join(' '),
          on === '' ? '' : this.formats.now.date(on),
          cell('title'),
        ]
          .filter(Boolean)
          .join(', ');
      }
      case 'results':
        return [
          this.t('innovationWriting.reading.result', {
            what: cell('what'),
            before: cell('before') || '–',
            after: cell('after'),
            unit: cell('unit'),
          }).trim(),
          cell('period'),
          cell('n') === '' ? '' : `n = ${cell('n')}`,
          cell('method'),
        ]
          .filter(Boolean)
          .join('; ');
      default:
        return Object.keys(row).map(cell).filter(Boolean).join(' · ');
    }
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { isUntold } from '#domain/innovations/draft-changes';
import { ENTRY_FIELDS, ENTRY_SECTIONS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { Entry } from '../catalogue/catalogue-api.ts';
import { EntryValue } from '../writing/reading/entry-value.ts';

/** Told at the head already. */
const AT_HEAD: readonly EntryFieldId[] = ['name', 'acronym', 'summary'];
/** Fields long enough for a heading of their own; the others are a line each. */
const LONG: readonly EntryFieldId[] = [
  'problem',
  'goal',
  'howItWorks',
  'novelty',
  'steps',
  'challenges',
  'lessons',
  'results',
  'links',
  'contact',
];

/** An entry to be read, in the order in which it is asked: a plain question a section, what is not told is left out. */
@Component({
  selector: 'pandu-entry-reading',
  imports: [EntryValue],
  templateUrl: './entry-reading.html',
  styleUrl: './entry-reading.css',
})
export class EntryReading {
  readonly entry = input.required<Entry>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly content = computed(() => this.entry().content);
  protected readonly sections = computed(() => {
    const content = this.content();
    return ENTRY_SECTIONS.map((id) => {
      const told = ENTRY_FIELDS.filter(
        (field) => field.section === id && !AT_HEAD.includes(field.id) && !isUntold(content[field.id]),
      ).map((field) => field.id);
      return {
        id,
        short: told.filter((field) => !LONG.includes(field)),
        long: told.filter((field) => LONG.includes(field)),
      };
    }).filter(({ short, long }) => short.length + long.length > 0);
  });
  protected readonly withheld = computed(() =>
    this.entry()
      .withheld.map((field) => this.t(`innovation.field.${field}`))
      .join(', '),
  );
}

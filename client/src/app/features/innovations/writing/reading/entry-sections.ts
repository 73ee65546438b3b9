import { Component, computed, inject, input } from '@angular/core';
import type { SharedContent } from '#contract/innovations/entry-content';
import { isUntold } from '#domain/innovations/draft-changes';
import { ENTRY_FIELDS, ENTRY_SECTIONS } from '#domain/innovations/entry-fields';
import { Language } from '../../../../core/language.ts';
import { EntryValue } from './entry-value.ts';

/** An entry to be read, section by section; what it does not tell is left out. */
@Component({
  selector: 'pandu-entry-sections',
  imports: [EntryValue],
  template: `
    @for (section of sections(); track section.id) {
      <section>
        <h3>{{ t('innovation.section.' + section.id) }}</h3>
        <dl>
          @for (field of section.fields; track field) {
            <dt>{{ t('innovation.field.' + field) }}</dt>
            <dd><pandu-entry-value [field]="field" [value]="content()[field]" /></dd>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    section {
      padding: 14px 0 4px;
      border-top: 1px solid var(--hair);
    }
    h3 {
      font: var(--body);
      font-weight: 600;
      margin-bottom: 6px;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(8em, 1fr) minmax(0, 4fr);
      gap: 6px 20px;
    }
    dt {
      font: var(--table);
      line-height: 24px;
      color: var(--muted);
    }
    dd {
      margin-bottom: 6px;
    }
    @media (max-width: 760px) {
      dl {
        display: block;
      }
    }
  `,
})
export class EntrySections {
  readonly content = input.required<SharedContent>();

  protected readonly t = inject(Language).t;
  protected readonly sections = computed(() =>
    ENTRY_SECTIONS.map((id) => ({
      id,
      fields: ENTRY_FIELDS.filter((field) => field.section === id && !isUntold(this.content()[field.id])).map(
        (field) => field.id,
      ),
    })).filter(({ fields }) => fields.length > 0),
  );
}

import { Component, inject, input } from '@angular/core';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { Language } from '../../../core/language.ts';
import { Mark } from '../../../ui/mark.ts';
import { FigureLine } from '../catalogue/figure-line.ts';
import { VERDICT_MARKS } from '../catalogue/figure-words.ts';

/** The figures that PANDU computed of an entry, each with its line, its start and how many records stand behind it. */
@Component({
  selector: 'pandu-entry-figures',
  imports: [FigureLine, Mark],
  template: `
    <section>
      <h2>{{ t('innovationCatalogue.entry.figures') }}</h2>
      <div class="figures">
        @for (figure of figures(); track figure.measure + figure.field) {
          <div>
            <pandu-figure-line [figure]="figure" [width]="300" [withCounts]="true" />
            <p class="verdict">
              @if (figure.verdict; as verdict) {
                <pandu-mark [kind]="marks[verdict]" /> {{ t('innovationCatalogue.verdict.' + verdict) }}
              } @else {
                <pandu-mark kind="unjudged" /> {{ t('innovationCatalogue.verdict.none') }}
              }
            </p>
          </div>
        }
      </div>
      <p class="note">{{ t('innovationCatalogue.entry.figuresAbout') }}</p>
    </section>
  `,
  styles: `
    section {
      margin-top: 28px;
      padding-top: 12px;
      border-top: 1px solid var(--hair);
    }
    h2 {
      margin-bottom: 12px;
      font: var(--lead);
      font-weight: 600;
    }
    .figures {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(300px, max-content));
      gap: 20px 48px;
    }
    .verdict {
      margin-top: 4px;
      font: var(--table);
    }
    .note {
      max-width: 68ch;
      margin-top: 12px;
    }
  `,
})
export class EntryFigures {
  readonly figures = input.required<readonly EntryFigure[]>();

  protected readonly t = inject(Language).t;
  protected readonly marks = VERDICT_MARKS;
}

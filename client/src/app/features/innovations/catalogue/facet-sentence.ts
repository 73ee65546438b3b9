import { Component, computed, inject, input, output } from '@angular/core';
import type { Facet } from '#contract/innovations/catalogue';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Choice } from '../../../ui/filter-sentence/choice.ts';
import { type Option, OptionList } from '../../../ui/filter-sentence/option-list.ts';
import type { CatalogueAnswer } from './catalogue-api.ts';
import { type CatalogueQuestion, type QuestionPart, chosenFacets } from './catalogue-address.ts';

/** The facets that stand in the sentence at once; the others come when they are asked for or chosen. */
const FIRST: readonly Facet[] = ['topic', 'service', 'region', 'alive', 'cost'];
const FURTHER: readonly Facet[] = ['people', 'connectivity', 'proof', 'stage', 'form', 'digital'];

/** First part of the translation keys of a facet's values; services are names already. */
const WORDS: Readonly<Record<Exclude<Facet, 'service'>, string>> = {
  topic: 'innovation.topic.',
  form: 'innovation.form.',
  digital: 'innovation.digital.',
  stage: 'innovation.stage.',
  cost: 'innovationCatalogue.cost.',
  people: 'innovationCatalogue.people.',
  connectivity: 'innovation.connectivity.',
  region: 'innovation.region.',
  proof: 'innovation.proof.',
  alive: 'innovation.alive.',
};

const SHOWN = ['all', 'own', 'followed', 'archived'] as const;
const SORTS = ['relevance', 'proof', 'replications', 'newest'] as const;

/** What one part of the question becomes. */
export interface QuestionChange {
  readonly part: QuestionPart;
  readonly value: string | null;
}

/** How many were found, and by what: "12 dari 214 inovasi · layanan kependudukan · semua wilayah · berapa pun biayanya". */
@Component({
  selector: 'pandu-facet-sentence',
  imports: [Choice, OptionList],
  template: `
    <p class="sentence">
      <span role="status" class="number">{{ count() }}</span>
      @if (withShow()) {
        <span aria-hidden="true"> · </span>
        <pandu-choice
          #showChoice
          [label]="t('innovationCatalogue.show.label')"
          [text]="t('innovationCatalogue.show.' + (question().show ?? 'all'))"
        >
          <ng-template>
            @defer (on immediate) {
              <pandu-option-list
                [label]="t('innovationCatalogue.show.label')"
                [options]="showOptions()"
                [selected]="question().show ?? null"
                [searchable]="false"
                (chosen)="choose(showChoice, 'show', $event)"
              />
            }
          </ng-template>
        </pandu-choice>
      }
      @for (facet of facets(); track facet.id) {
        <span aria-hidden="true"> · </span>
        <pandu-choice #choice [label]="facet.label" [text]="facet.text">
          <ng-template>
            @defer (on immediate) {
              <pandu-option-list
                [label]="facet.label"
                [options]="optionsOf(facet.id)"
                [selected]="question()[facet.id] ?? null"
                [searchable]="facet.id === 'service' || facet.id === 'topic'"
                (chosen)="choose(choice, facet.id, $event)"
              />
            }
          </ng-template>
        </pandu-choice>
      }
      @if (!all()) {
        <span aria-hidden="true"> · </span>
        <button type="button" class="action quiet" (click)="widened.emit()">
          {{ t('innovationCatalogue.furtherFacets') }}
        </button>
      }
      @if (narrowed()) {
        <span aria-hidden="true"> · </span>
        <button type="button" class="action quiet" (click)="cleared.emit()">{{ t('filter.clear') }}</button>
      }
    </p>
    <p class="sentence sort">
      {{ t('innovationCatalogue.sort.label') }}
      <pandu-choice
        #sortChoice
        [label]="t('innovationCatalogue.sort.label')"
        [text]="t('innovationCatalogue.sort.' + (question().sort ?? 'relevance'))"
      >
        <ng-template>
          @defer (on immediate) {
            <pandu-option-list
              [label]="t('innovationCatalogue.sort.label')"
              [options]="sortOptions()"
              [selected]="question().sort ?? null"
              [searchable]="false"
              (chosen)="choose(sortChoice, 'sort', $event)"
            />
          }
        </ng-template>
      </pandu-choice>
    </p>
  `,
  styles: `
    .sentence {
      margin-top: 10px;
      font: var(--table);
      line-height: 24px;
      color: var(--muted);
    }
    .sort {
      margin-top: 0;
    }
  `,
})
export class FacetSentence {
  readonly question = input.required<CatalogueQuestion>();
  /** Undefined while it is on its way. */
  readonly answer = input.required<CatalogueAnswer | undefined>();
  /** Every facet stands in the sentence, not the most asked for alone. */
  readonly all = input(false);
  /** True for those who have a kabupaten and an account: own, followed, archived. */
  readonly withShow = input(false);
  readonly changed = output<QuestionChange>();
  readonly widened = output();
  readonly cleared = output();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly count = computed(() => {
    const answer = this.answer();
    if (answer === undefined) return this.t('state.loading');
    const [total, known] = [this.formats.now.number(answer.total), this.formats.now.number(answer.known)];
    return this.t(
      answer.total === answer.known ? 'innovationCatalogue.countAll' : 'innovationCatalogue.count',
      { total, known },
    );
  });
  protected readonly narrowed = computed(
    () => chosenFacets(this.question()).length > 0 || this.question().show !== undefined,
  );
  protected readonly facets = computed(() => {
    const question = this.question();
    return [...FIRST, ...FURTHER.filter((facet) => this.all() || question[facet] !== undefined)].map((id) => {
      const value = question[id];
      return {
        id,
        label: this.t(`innovationCatalogue.facet.${id}.label`),
        text:
          value === undefined ? this.t(`innovationCatalogue.facet.${id}.any`) : this.sentenceWord(id, value),
      };
    });
  });
  protected readonly showOptions = computed(() => this.fixedOptions('show', SHOWN));
  protected readonly sortOptions = computed(() => this.fixedOptions('sort', SORTS));

  /** The values of a facet with how many were found of each; what is chosen is there even when none is. */
  protected optionsOf(facet: Facet): readonly Option[] {
    const counts = this.answer()?.facets[facet] ?? [];
    const chosen = this.question()[facet];
    const missing = chosen === undefined || counts.some(({ key }) => key === chosen) ? [] : [chosen];
    return [
      { value: null, label: this.t(`innovationCatalogue.facet.${facet}.any`), depth: 0 },
      ...counts.map(({ key, count }) => ({
        value: key,
        label: this.valueName(facet, key),
        depth: 0,
        hint: this.formats.now.number(count),
      })),
      ...missing.map((key) => ({ value: key, label: this.valueName(facet, key), depth: 0, hint: '0' })),
    ];
  }

  protected choose(choice: Choice, part: QuestionPart, value: string | null): void {
    choice.close();
    this.changed.emit({ part, value });
  }

  private valueName(facet: Facet, value: string): string {
    return facet === 'service' ? value : this.t(WORDS[facet] + value);
  }

  /** Inside a sentence; names of services keep their capitals. */
  private sentenceWord(facet: Facet, value: string): string {
    const whole = this.valueName(facet, value);
    const name = facet === 'service' ? whole : whole.charAt(0).toLocaleLowerCase('id') + whole.slice(1);
    return this.t(`innovationCatalogue.facet.${facet}.chosen`, { name });
  }

  /** The first is what stands in the address as nothing. */
  private fixedOptions(part: 'show' | 'sort', values: readonly string[]): readonly Option[] {
    return values.map((value, index) => ({
      value: index === 0 ? null : value,
      label: this.t(`innovationCatalogue.${part}.${value}`),
      depth: 0,
    }));
  }
}

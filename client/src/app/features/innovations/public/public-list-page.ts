import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import { Language } from '../../../core/language.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { QUESTION_PARTS, parameterOf, questionOf } from '../catalogue/catalogue-address.ts';
import { EntryCardView } from '../catalogue/entry-card.ts';
import { FacetSentence, type QuestionChange } from '../catalogue/facet-sentence.ts';
import { SearchField } from '../catalogue/search-field.ts';
import { publicCatalogue } from './public-api.ts';
import { PublicFrame } from './public-frame.ts';

/** The catalogue as everyone may read it, without an account. */
@Component({
  selector: 'pandu-public-list-page',
  imports: [EntryCardView, FacetSentence, MoreButton, ProblemNote, PublicFrame, SearchField, Skeleton],
  template: `
    <pandu-public-frame>
      <h1 class="visually-hidden">{{ t('innovationCatalogue.public.title') }}</h1>
      <div class="list">
        <pandu-catalogue-search [asked]="question().q ?? ''" (searched)="search($event)" />
        <pandu-facet-sentence
          [question]="question()"
          [answer]="list.first.value()"
          [all]="allFacets()"
          (changed)="change($event)"
          (widened)="go({ facets: 'all' })"
          (cleared)="clear(false)"
        />
        @if (list.first.value()?.corrected; as corrected) {
          <p role="status">
            {{ t('innovationCatalogue.corrected', { asked: question().q ?? '', corrected }) }}
          </p>
        }
        @if (list.first.problem(); as trouble) {
          <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
        } @else if (list.items(); as items) {
          @for (it of items; track it.id) {
            <pandu-entry-card [entry]="it" base="/publik/inovasi" />
          } @empty {
            <div class="nothing">
              @if (isNarrowed()) {
                <p>
                  {{
                    question().q
                      ? t('innovationCatalogue.nothing.words', { q: question().q })
                      : t('innovationCatalogue.nothing.facets')
                  }}
                </p>
                <button type="button" class="action" (click)="clear(true)">
                  {{ t('innovationCatalogue.nothing.all') }}
                </button>
              } @else {
                <p>{{ t('innovationCatalogue.public.nothingYet') }}</p>
              }
            </div>
          }
          @if (items.length > 0) {
            <pandu-more-button [list]="list" />
          }
        } @else {
          <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="150" />
        }
      </div>
    </pandu-public-frame>
  `,
  styles: `
    .list {
      max-width: 820px;
      margin-top: 26px;
    }
    .nothing {
      max-width: 68ch;
      padding: 28px 0;
    }
  `,
})
export class PublicListPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly parameters = toSignal(this.route.queryParams, { requireSync: true });
  protected readonly t = inject(Language).t;

  /** Own, followed and archived entries are for those who sign in. */
  protected readonly question = computed(() => questionOf({ ...this.parameters(), show: undefined }), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  protected readonly list = publicCatalogue(() => this.question());
  protected readonly allFacets = computed(() => this.parameters()['facets'] === 'all');
  protected readonly isNarrowed = computed(() => Object.keys(this.question()).length > 0);

  protected async search(words: string): Promise<void> {
    await this.go({ q: words === '' ? null : words }, this.question().q !== undefined);
  }

  protected async change({ part, value }: QuestionChange): Promise<void> {
    await this.go({ [parameterOf(part)]: value });
  }

  /** Drops what narrows the list; the words that were searched for only `withWords`. */
  protected async clear(withWords: boolean): Promise<void> {
    await this.go(
      Object.fromEntries(
        QUESTION_PARTS.filter((part) => part !== 'sort' && (withWords || part !== 'q')).map((part) => [
          parameterOf(part),
          null,
        ]),
      ),
    );
  }

  protected async go(queryParams: Params, replaceUrl = false): Promise<void> {
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
      scroll: 'manual',
    });
  }
}

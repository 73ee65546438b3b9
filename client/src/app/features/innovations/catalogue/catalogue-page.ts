import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { TableFiles } from '../../../ui/table-files.ts';
import {
  MOST_COMPARED,
  QUESTION_PARTS,
  comparedOf,
  parameterOf,
  questionOf,
  toggleCompared,
} from './catalogue-address.ts';
import { liveCatalogue } from './catalogue-api.ts';
import { CompareTray } from './compare-tray.ts';
import { EntryCardView } from './entry-card.ts';
import { FacetSentence, type QuestionChange } from './facet-sentence.ts';
import { FitNote } from './fit/fit-note.ts';
import { SearchField } from './search-field.ts';

/** Below this width the margin stands under the list: what was chosen is shown at its card instead. */
const NARROW = '(max-width: 940px)';

/** The catalogue: search as the headline, what was found, and whether it would work at home. */
@Component({
  selector: 'pandu-catalogue-page',
  imports: [
    CompareTray,
    EntryCardView,
    FacetSentence,
    FitNote,
    MoreButton,
    ProblemNote,
    RouterLink,
    SearchField,
    Skeleton,
    TableFiles,
  ],
  templateUrl: './catalogue-page.html',
  styleUrl: './catalogue-page.css',
})
export class CataloguePage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(Session);
  private readonly parameters = toSignal(this.route.queryParams, { requireSync: true });
  protected readonly t = inject(Language).t;

  protected readonly question = computed(() => questionOf(this.parameters()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  protected readonly list = liveCatalogue(() => this.question());
  protected readonly answer = computed(() => this.list.first.value());
  protected readonly allFacets = computed(() => this.parameters()['facets'] === 'all');
  protected readonly compared = computed(() => comparedOf(this.parameters()['ids']));
  protected readonly full = computed(() => this.compared().length >= MOST_COMPARED);
  private readonly narrowWindow = matchMedia(NARROW);
  protected readonly narrow = signal(this.narrowWindow.matches);

  /** The entry that the address holds against the own unit. */
  protected readonly named = computed(() => {
    const fit: unknown = this.parameters()['fit'];
    return typeof fit === 'string' && fit !== '' && fit.length <= 200 ? fit : null;
  });
  /** The same, else the first that was found and is not the own unit's. */
  protected readonly fitting = computed(() => {
    const own = this.session.user()?.unit?.code ?? null;
    const others = this.list.items()?.filter(({ home }) => !home.own || home.unit.code !== own);
    return this.named() ?? others?.[0]?.id ?? null;
  });
  protected readonly files = computed(() => ({ path: '/innovations/export', query: { ...this.question() } }));
  protected readonly isNarrowed = computed(() => Object.keys(this.question()).length > 0);

  protected readonly mayWrite = computed(() => this.session.can('innovations:write'));
  protected readonly mayReview = computed(() => this.session.can('innovations:review'));
  /** Plans are of units: who sees no figures of any has none. */
  protected readonly mayPlan = computed(() => this.session.can('measures:read'));
  protected readonly mayFollow = computed(() => this.session.can('innovations:discuss'));
  protected readonly mayModerate = computed(() => this.session.can('innovations:moderate'));
  protected readonly mayThink = computed(() => this.session.can('ideas:read'));

  constructor() {
    const look = (): void => this.narrow.set(this.narrowWindow.matches);
    this.narrowWindow.addEventListener('change', look);
    inject(DestroyRef).onDestroy(() => this.narrowWindow.removeEventListener('change', look));
  }

  protected async search(words: string): Promise<void> {
    // Every pause while typing would be a step back.
    await this.go({ q: words === '' ? null : words, fit: null }, this.question().q !== undefined);
  }

  protected async change({ part, value }: QuestionChange): Promise<void> {
    await this.go({ [parameterOf(part)]: value, fit: null });
  }

  protected async widen(): Promise<void> {
    await this.go({ facets: 'all' });
  }

  /** Drops everything but the words that were searched for. */
  protected async clear(): Promise<void> {
    await this.go(
      Object.fromEntries(
        QUESTION_PARTS.filter((part) => part !== 'q' && part !== 'sort').map((part) => [
          parameterOf(part),
          null,
        ]),
      ),
    );
  }

  protected async clearAll(): Promise<void> {
    await this.go(Object.fromEntries(QUESTION_PARTS.map((part) => [parameterOf(part), null])));
  }

  protected async choose(id: string): Promise<void> {
    await this.go({ fit: this.named() === id ? null : id });
  }

  protected async compare(id: string): Promise<void> {
    await this.go({ ids: toggleCompared(this.compared(), id) });
  }

  private async go(queryParams: Params, replaceUrl = false): Promise<void> {
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
      // What is looked at stays where it is.
      scroll: 'manual',
    });
  }
}

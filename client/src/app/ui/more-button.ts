import { Component, type Signal, computed, inject, input } from '@angular/core';
import { Formats } from '../core/formats.ts';
import { Language } from '../core/language.ts';
import { type ProblemText, problemSentence } from '../core/problem.ts';

/** What the button needs of a list, whatever its items are. */
interface Shown {
  readonly first: { readonly value: Signal<{ readonly total: number } | undefined> };
  readonly items: Signal<readonly unknown[] | undefined>;
  readonly hasMore: Signal<boolean>;
  readonly fetching: Signal<boolean>;
  readonly moreProblem: Signal<ProblemText | null>;
  more(): Promise<void>;
}

/** Below a list: how much of it is shown, and the way to the rest. */
@Component({
  selector: 'pandu-more-button',
  template: `
    <p class="note" role="status">{{ count() }}</p>
    @if (list().hasMore()) {
      <button type="button" class="action" [disabled]="list().fetching()" (click)="list().more()">
        {{ list().fetching() ? t('state.loading') : t('list.more') }}
      </button>
    }
    @if (list().moreProblem(); as trouble) {
      <p role="alert">{{ sentence(trouble) }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 18px;
      padding: 10px 0;
    }
  `,
})
export class MoreButton {
  readonly list = input.required<Shown>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly count = computed(() => {
    const shown = this.list().items()?.length ?? 0;
    return this.t('list.count', {
      shown: this.formats.now.number(shown),
      total: this.formats.now.number(this.list().first.value()?.total ?? shown),
    });
  });

  protected sentence(problem: ProblemText): string {
    return problemSentence(problem, this.t);
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '../core/formats.ts';
import { Language } from '../core/language.ts';
import { type ProblemText, problemSentence } from '../core/problem.ts';

/** Below a list: how much of it is shown, and the way to the rest. */
@Component({
  selector: 'pandu-more-button',
  template: `
    <p class="note" role="status">{{ count() }}</p>
    @if (hasMore()) {
      <button type="button" class="action" [disabled]="busy()" (click)="more.emit()">
        {{ busy() ? t('state.loading') : t('list.more') }}
      </button>
    }
    @if (problem(); as trouble) {
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
  readonly shown = input.required<number>();
  readonly total = input.required<number>();
  readonly hasMore = input.required<boolean>();
  readonly busy = input(false);
  readonly problem = input<ProblemText | null>(null);
  readonly more = output();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly count = computed(() =>
    this.t('list.count', {
      shown: this.formats.now.number(this.shown()),
      total: this.formats.now.number(this.total()),
    }),
  );

  protected sentence(problem: ProblemText): string {
    return problemSentence(problem, this.t);
  }
}

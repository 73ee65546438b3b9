import { Component, computed, inject, input, output } from '@angular/core';
import { Language } from '../core/language.ts';
import { type ProblemText, problemKey } from '../core/problem.ts';

/** What went wrong, in a sentence, and what can be done about it. */
@Component({
  selector: 'pandu-problem',
  template: `
    <p role="alert">{{ sentence() }}</p>
    @if (problem().status !== 403 && problem().status !== 404 && problem().status !== 400) {
      <button type="button" class="action" (click)="retry.emit()">{{ t('state.retry') }}</button>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 16px 0;
      max-width: 34em;
    }
  `,
})
export class ProblemNote {
  readonly problem = input.required<ProblemText>();
  readonly retry = output();
  protected readonly t = inject(Language).t;
  protected readonly sentence = computed(() => {
    const problem = this.problem();
    const first = problem.errors[0]?.message;
    if (problem.detail !== null)
      return first === undefined || first === problem.detail ? problem.detail : `${problem.detail} ${first}`;
    return this.t(problemKey(problem));
  });
}

import { Component, computed, inject, input, output } from '@angular/core';
import { Language } from '../core/language.ts';
import { type ProblemText, problemSentence } from '../core/problem.ts';
import { postName } from '../core/session-scope.ts';
import { Session } from '../core/session.ts';

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
  private readonly session = inject(Session);
  /** A refusal names the post in use: the person may hold another one that covers it. */
  protected readonly sentence = computed(() => {
    const user = this.session.user();
    if (this.problem().code !== 'forbidden' || user === null) return problemSentence(this.problem(), this.t);
    return this.t('problem.forbiddenIn', {
      post: postName(user.post, this.t),
      role: this.t(`role.${user.role}`),
    });
  });
}

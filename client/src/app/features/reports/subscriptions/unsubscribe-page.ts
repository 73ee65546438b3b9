import {
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';
import { problemOf } from '../../../core/problem.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { SubscriptionsApi, type Unsubscription } from './subscriptions-api.ts';

/** The link in a mail: asks once, and ends the subscription without signing in. Opening it ends nothing. */
@Component({
  selector: 'pandu-unsubscribe-page',
  imports: [ProblemNote, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header>
        <span class="mark"><b aria-hidden="true"></b>{{ t('product') }}</span>
      </header>
      <main>
        @if (problem(); as trouble) {
          <h1>{{ t('unsubscribe.title') }}</h1>
          <pandu-problem [problem]="trouble" (retry)="asked.reload()" />
          <a class="action" routerLink="/masuk">{{ t('link.toSignIn') }}</a>
        } @else if (found(); as subscription) {
          @if (subscription.ended) {
            <h1 #outcome tabindex="-1">{{ t('unsubscribe.done') }}</h1>
            <p>{{ t('unsubscribe.doneOf', { report: subscription.report, unit: subscription.unit }) }}</p>
            <a class="action" routerLink="/masuk">{{ t('link.toSignIn') }}</a>
          } @else {
            <h1>{{ t('unsubscribe.question') }}</h1>
            <p>{{ t('unsubscribe.of', { report: subscription.report, unit: subscription.unit }) }}</p>
            <p class="trouble" role="alert">{{ ending.trouble() }}</p>
            <button type="button" class="primary-button" [disabled]="ending.busy()" (click)="end()">
              {{ t('unsubscribe.verb') }}
            </button>
          }
        } @else {
          <h1>{{ t('unsubscribe.title') }}</h1>
          <pandu-skeleton [lines]="['60%', '40%']" [height]="28" />
        }
      </main>
    </div>
  `,
  styleUrls: ['../../../ui/door.css', './unsubscribe-page.css'],
})
export class UnsubscribePage {
  /** Out of the address. */
  readonly token = input.required<string>();

  private readonly api = inject(SubscriptionsApi);
  private readonly injector = inject(Injector);
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  protected readonly t = inject(Language).t;
  protected readonly ending = task();
  protected readonly asked = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.read(params),
  });
  protected readonly problem = computed(() => {
    const error = this.asked.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly found = linkedSignal<Unsubscription | null>(() =>
    this.asked.hasValue() ? this.asked.value() : null,
  );

  protected async end(): Promise<void> {
    const done = await this.ending.run(() => this.api.unsubscribe(this.token()));
    if (done === undefined) return;
    this.found.set(done.result);
    // The button is gone: whoever cannot see hears what became of it.
    afterNextRender(() => this.outcome()?.nativeElement.focus(), { injector: this.injector });
  }
}

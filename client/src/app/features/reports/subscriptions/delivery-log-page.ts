import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type * as z from 'zod';
import { DELIVERY_STATES, listAllDeliveries } from '#contract/reports/subscriptions';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { pagedList } from '../../../core/paged-list.ts';
import { Selection } from '../../../core/selection.ts';
import { Mark } from '../../../ui/mark.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { deliveryMark, outcomeText } from './delivery-words.ts';

type Line = z.infer<typeof listAllDeliveries.answer>['items'][number];

/** For who looks after the installation: whether mail leaves the house, without what was in it. */
@Component({
  selector: 'pandu-delivery-log-page',
  imports: [Mark, MoreButton, ProblemNote, RouterLink, SettingsPath, Skeleton],
  template: `
    <pandu-settings-path [here]="t('deliveryLog.title')" />
    <h1>{{ heading() }}</h1>
    @if (list.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
    } @else if (list.first.value(); as answer) {
      <p class="note">{{ t(answer.canSend ? 'deliveryLog.lead' : 'deliveryLog.notSet') }}</p>
      <nav [attr.aria-label]="t('deliveryLog.show')">
        @for (choice of choices; track choice) {
          <a
            routerLink="."
            [queryParams]="{ tampil: choice }"
            [class.on]="choice === state()"
            [attr.aria-current]="choice === state() ? 'true' : null"
            >{{ t('deliveryLog.state.' + (choice ?? 'all')) }}</a
          >
        }
      </nav>
      @for (line of list.items(); track line.id) {
        <div class="line">
          <p>
            <pandu-mark [kind]="mark(line)" [size]="11" /><b>{{ line.username ?? t('deliveryLog.gone') }}</b
            >, {{ t('deliveryLog.kind.' + line.kind) }}
          </p>
          <p class="note" [class.failed]="line.state === 'failed'">{{ outcome(line) }}</p>
        </div>
      } @empty {
        <p class="muted">{{ t('deliveryLog.none') }}</p>
      }
      @if (answer.total > 0) {
        <pandu-more-button [list]="list" />
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="44" />
    }
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin: 12px 0;
    }
    a {
      color: var(--muted);
      text-decoration: none;
      border-bottom: 2px solid transparent;
    }
    .on {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--primary);
    }
    .line {
      padding: 12px 0;
      border-bottom: 1px solid var(--hair);
    }
    .line p {
      margin: 0;
      max-width: 68ch;
    }
    .line pandu-mark {
      margin-right: 6px;
    }
    .failed {
      color: var(--memburuk);
    }
    @media (pointer: coarse) {
      nav a {
        padding: 10px 0;
      }
    }
  `,
})
export class DeliveryLogPage {
  /** State of the mails that are shown; all when left out. */
  readonly tampil = input<string>();

  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly mark = deliveryMark;
  protected readonly choices = [null, ...DELIVERY_STATES] as const;
  protected readonly state = computed(() => DELIVERY_STATES.find((each) => each === this.tampil()) ?? null);
  protected readonly list = pagedList<Line, z.infer<typeof listAllDeliveries.answer>>(() => {
    const state = this.state();
    return { path: '/deliveries/all', query: state === null ? {} : { state } };
  }, listAllDeliveries.answer);
  protected readonly heading = computed(() => {
    const answer = this.list.first.value();
    if (answer === undefined) return this.t('deliveryLog.title');
    const { failedLately, waiting } = answer;
    if (failedLately === 0 && waiting === 0) return this.t('deliveryLog.heading.well');
    const number = (value: number) => this.formats.now.number(value);
    return this.t(`deliveryLog.heading.${failedLately === 0 ? 'waiting' : 'failed'}`, {
      failed: number(failedLately),
      waiting: number(waiting),
    });
  });

  protected outcome(line: Line): string {
    return outcomeText(line, {
      t: this.t,
      moment: (at) =>
        this.t('subscriptions.moment', {
          day: this.moments.weekdayDate(this.moments.dayOf(at), this.selection.today()),
          time: this.moments.time(at),
        }),
      number: (value) => this.formats.now.number(value),
    });
  }
}

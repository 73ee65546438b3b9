import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { Mark } from '../../../ui/mark.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { ReportsNav } from '../reports-nav.ts';
import { deliveryMark, outcomeText } from './delivery-words.ts';
import { MailAddressForm } from './mail-address-form.ts';
import { SubscriptionForm } from './subscription-form.ts';
import { contentText, rhythmText } from './subscription-words.ts';
import {
  type Delivery,
  liveSubscriptions,
  ownDeliveries,
  type Subscription,
  SubscriptionsApi,
} from './subscriptions-api.ts';

/** Reports by e-mail: what comes when, where to, and what became of every mail. */
@Component({
  selector: 'pandu-subscriptions-page',
  imports: [MailAddressForm, Mark, MoreButton, ProblemNote, ReportsNav, Skeleton, SubscriptionForm],
  templateUrl: './subscriptions-page.html',
  styleUrl: './subscriptions-page.css',
})
export class SubscriptionsPage {
  /** The form is open, with this report (`1` for any). */
  readonly tambah = input<string>();

  private readonly api = inject(SubscriptionsApi);
  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly mark = deliveryMark;
  protected readonly ending = task();
  protected readonly live = liveSubscriptions();
  protected readonly deliveries = ownDeliveries();

  protected readonly current = computed(() => this.itemsThat((item) => item.endedAt === null));
  protected readonly ended = computed(() => this.itemsThat((item) => item.endedAt !== null));
  protected readonly canAdd = computed(() => {
    const answer = this.live.value();
    return answer !== undefined && answer.canSend && answer.mail.address !== null;
  });
  protected readonly adding = computed(() => this.tambah() !== undefined && this.canAdd());
  protected readonly heading = computed(() => {
    const count = this.current().length;
    // What is kept does not come while there is no mail server.
    if (count > 0 && this.live.value()?.canSend === false) return this.t('subscriptions.heading.halted');
    if (count === 0) return this.t('subscriptions.heading.none');
    if (count === 1) return this.t('subscriptions.heading.one');
    return this.t('subscriptions.heading.many', { count: this.formats.now.number(count) });
  });

  protected rhythm(item: Subscription): string {
    return rhythmText(item, this.t);
  }

  /** "Bulan lalu, lampiran PDF. Dihitung menurut hak Camat Sebulu." */
  protected about(item: Subscription): string {
    return this.t('subscriptions.about', { content: contentText(item, this.t), post: item.post });
  }

  /** "Rabu 25 Mar pukul 11.00" */
  protected moment(at: string): string {
    return this.t('subscriptions.moment', {
      day: this.moments.weekdayDate(this.moments.dayOf(at), this.selection.today()),
      time: this.moments.time(at),
    });
  }

  protected outcome(delivery: Delivery): string {
    return outcomeText(delivery, {
      t: this.t,
      moment: (at) => this.moment(at),
      number: (value) => this.formats.now.number(value),
    });
  }

  protected async end(item: Subscription): Promise<void> {
    if ((await this.ending.run(() => this.api.end(item.id))) !== undefined) this.live.reload();
  }

  protected openForm(): Promise<boolean> {
    return this.navigate('1');
  }

  protected closeForm(): Promise<boolean> {
    return this.navigate(null);
  }

  protected async added(): Promise<void> {
    this.live.reload();
    await this.closeForm();
  }

  private navigate(tambah: string | null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { tambah }, queryParamsHandling: 'merge' });
  }

  private itemsThat(holds: (item: Subscription) => boolean): readonly Subscription[] {
    return this.live.value()?.items.filter(holds) ?? [];
  }
}

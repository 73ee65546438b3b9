import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';
import {
  type addSubscription,
  type Delivery,
  listDeliveries,
  type MailAddress,
  mailAddressSchema,
  readUnsubscription,
  type SubscriptionList,
  subscriptionListSchema,
  type Unsubscription,
} from '#contract/reports/subscriptions';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import { type PagedList, pagedList } from '../../../core/paged-list.ts';

export type { Delivery, MailAddress, Subscription, Unsubscription } from '#contract/reports/subscriptions';
export type NewSubscription = z.input<typeof addSubscription.body>;
type DeliveryPage = z.infer<typeof listDeliveries.answer>;

/** The own subscriptions and the own mail address. */
export function liveSubscriptions(): Live<SubscriptionList> {
  return liveResource(() => ({ path: '/subscriptions' }), subscriptionListSchema);
}

/** What became of the own mails, newest first. */
export function ownDeliveries(): PagedList<Delivery, DeliveryPage> {
  return pagedList(() => ({ path: '/deliveries' }), listDeliveries.answer);
}

/** Changes subscriptions and the mail address; throws the refusal of the server. */
@Injectable({ providedIn: 'root' })
export class SubscriptionsApi {
  private readonly http = inject(HttpClient);

  async add(subscription: NewSubscription): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/subscriptions`, subscription));
  }

  async end(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/subscriptions/${id}`));
  }

  /** Has a code sent to the address. */
  async setAddress(address: string): Promise<MailAddress> {
    return mailAddressSchema.parse(await firstValueFrom(this.http.put(`${API}/mail-address`, { address })));
  }

  async confirm(code: string): Promise<MailAddress> {
    return mailAddressSchema.parse(
      await firstValueFrom(this.http.post(`${API}/mail-address/confirmation`, { code })),
    );
  }

  async removeAddress(): Promise<MailAddress> {
    return mailAddressSchema.parse(await firstValueFrom(this.http.delete(`${API}/mail-address`)));
  }

  /** What a link in a mail would end; nothing ends by asking. */
  async read(token: string): Promise<Unsubscription> {
    return readUnsubscription.answer.parse(await firstValueFrom(this.http.get(linkOf(token))));
  }

  /** Ends what the link in a mail is for. */
  async unsubscribe(token: string): Promise<Unsubscription> {
    return readUnsubscription.answer.parse(await firstValueFrom(this.http.post(linkOf(token), {})));
  }
}

function linkOf(token: string): string {
  return `${API}/unsubscriptions/${encodeURIComponent(token)}`;
}

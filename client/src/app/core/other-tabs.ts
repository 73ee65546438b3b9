import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Session } from './session.ts';

const CHANNEL = 'pandu.session';
const SIGNED_OUT = 'signed-out';

/** Says on the sign-in page that the person left in another tab. */
export const LEFT_ELSEWHERE = 'keluar-di-tab-lain';

/**
 * One browser has one session: who signs out in one tab has left in all of them. The others lead to the sign-in page at
 * once, loaded anew so that nothing read before stays in them.
 */
@Injectable({ providedIn: 'root' })
export class OtherTabs {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly channel = new BroadcastChannel(CHANNEL);

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === SIGNED_OUT && this.session.user() !== null) this.leave();
    };
    inject(DestroyRef).onDestroy(() => this.channel.close());
  }

  /** Tells the other tabs that the session has ended here. */
  tellSignedOut(): void {
    this.channel.postMessage(SIGNED_OUT);
  }

  private leave(): void {
    const { location } = this.document;
    const query = new URLSearchParams({
      tujuan: `${location.pathname}${location.search}`,
      galat: LEFT_ELSEWHERE,
    });
    location.assign(`/masuk?${query.toString()}`);
  }
}

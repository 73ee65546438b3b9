import { HttpClient } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Notice, listNotices, readNotices } from '#contract/notices';
import { API } from './api.ts';
import { EventStream } from './event-stream.ts';
import { Session } from './session.ts';

export type { Notice };
export type NoticeShow = 'waiting' | 'unread' | 'all';

interface Counts {
  readonly unread: number;
  readonly waiting: number;
}

/** Longest time the first count waits for a quiet moment. */
const PATIENCE_MS = 2_000;

/**
 * How many notices the post in use has. Counted when the first screen stands, and again when the server says that they
 * changed; a count that fails is left until the next news.
 */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly http = inject(HttpClient);
  private readonly events = inject(EventStream);
  private readonly session = inject(Session);
  private readonly counted = signal<Counts | null>(null);

  /** Null before the first count. */
  readonly counts = this.counted.asReadonly();
  /** Someone without a kabupaten has no post that anything could be sent to. */
  readonly open = computed(() => this.session.can('notices:own') && this.session.kabupaten() !== null);
  /** Who reads for the holder takes no news away from them. */
  readonly mayMark = computed(() => this.open() && this.session.user()?.post.capacity !== 'ajudan');

  constructor() {
    effect(() => {
      this.events.noticesChanged();
      this.session.holder();
      if (this.open()) untracked(() => this.countSoon());
    });
  }

  /** Marks these as read, or all. Throws the refusal. */
  async markRead(ids?: readonly string[]): Promise<void> {
    if (!this.mayMark()) return;
    const body = ids === undefined ? {} : { ids };
    const answer = await firstValueFrom(this.http.post(`${API}/notices/read`, body));
    const { unread } = readNotices.answer.parse(answer);
    this.counted.update((counts) => ({ waiting: counts?.waiting ?? 0, unread }));
  }

  /** The first screen comes first. */
  private countSoon(): void {
    const count = (): void => void this.count();
    if (this.counted() !== null) count();
    else if ('requestIdleCallback' in window) requestIdleCallback(count, { timeout: PATIENCE_MS });
    else setTimeout(count, PATIENCE_MS);
  }

  private async count(): Promise<void> {
    const asker = this.session.holder();
    try {
      const query = { show: 'waiting', limit: '1' };
      const answer = await firstValueFrom(this.http.get(`${API}/notices`, { params: query }));
      // Another post may be in use by now.
      if (asker === this.session.holder()) this.counted.set(listNotices.answer.parse(answer));
    } catch {
      // A bell without a number says nothing wrong.
    }
  }
}

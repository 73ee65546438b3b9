import { Component, computed, effect, inject, output, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listNotices } from '#contract/notices';
import { EventStream } from '../core/event-stream.ts';
import { Language } from '../core/language.ts';
import { liveResource } from '../core/live-resource.ts';
import { Notices } from '../core/notices.ts';
import { task } from '../core/task.ts';
import { NoticeLine } from '../ui/notices/notice-line.ts';
import { ProblemNote } from '../ui/problem-note.ts';
import { Skeleton } from '../ui/skeleton.ts';

/** So many that wait, and so much other news, find room under the bell. */
const WAITING_SHOWN = 20;
const NEWS_SHOWN = 5;

/** Under the bell: first what waits for the post in use, the nearest deadline on top, then the newest of the rest. */
@Component({
  selector: 'pandu-notices-panel',
  imports: [NoticeLine, ProblemNote, RouterLink, Skeleton],
  template: `
    @if (waiting.problem() ?? news.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="reload()" />
    } @else if (waiting.value() === undefined || news.value() === undefined) {
      <pandu-skeleton [lines]="['90%', '60%', '90%', '60%']" />
    } @else {
      <h2>{{ t('notices.waiting') }}</h2>
      @for (notice of waitingFirst(); track notice.id) {
        <pandu-notice-line [notice]="notice" (followed)="done.emit()" />
      } @empty {
        <p class="note empty">{{ t('notices.noneWaiting') }}</p>
      }
      @if (others().length > 0) {
        <h2>{{ t('notices.news') }}</h2>
        @for (notice of others(); track notice.id) {
          <pandu-notice-line [notice]="notice" (followed)="done.emit()" />
        }
      }
    }
    <p class="actions">
      <a class="action" routerLink="/pemberitahuan" (click)="done.emit()">{{ t('notices.all') }}</a>
      @if (notices.mayMark() && (notices.counts()?.unread ?? 0) > 0) {
        <button type="button" class="action quiet" [disabled]="marking.busy()" (click)="markAll()">
          {{ t('notices.markAll') }}
        </button>
      }
    </p>
    <p class="trouble" role="alert">{{ marking.trouble() }}</p>
  `,
  styles: `
    h2 {
      margin-top: 14px;
    }
    h2:first-child {
      margin-top: 0;
    }
    .empty {
      padding: 8px 0;
    }
    .actions {
      margin-top: 12px;
    }
    .trouble {
      color: var(--memburuk);
    }
  `,
})
export class NoticesPanel {
  readonly done = output();

  protected readonly t = inject(Language).t;
  protected readonly notices = inject(Notices);
  protected readonly marking = task();
  private readonly events = inject(EventStream);

  protected readonly waiting = liveResource(
    () => ({ path: '/notices', query: { show: 'waiting', limit: String(WAITING_SHOWN) } }),
    listNotices.answer,
  );
  protected readonly news = liveResource(
    () => ({ path: '/notices', query: { limit: String(WAITING_SHOWN + NEWS_SHOWN) } }),
    listNotices.answer,
  );
  protected readonly waitingFirst = computed(() =>
    (this.waiting.value()?.items ?? []).toSorted((a, b) => {
      const [left, right] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
      return left < right ? -1 : left > right ? 1 : 0;
    }),
  );
  protected readonly others = computed(() =>
    (this.news.value()?.items ?? []).filter(({ waiting }) => !waiting).slice(0, NEWS_SHOWN),
  );

  constructor() {
    let seen = untracked(this.events.noticesChanged);
    effect(() => {
      const changed = this.events.noticesChanged();
      if (changed === seen) return;
      seen = changed;
      untracked(() => this.reload());
    });
  }

  protected reload(): void {
    this.waiting.reload();
    this.news.reload();
  }

  protected async markAll(): Promise<void> {
    if ((await this.marking.run(() => this.notices.markRead())) !== undefined) this.reload();
  }
}

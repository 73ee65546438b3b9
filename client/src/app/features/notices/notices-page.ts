import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type * as z from 'zod';
import { listNotices } from '#contract/notices';
import { EventStream } from '../../core/event-stream.ts';
import { Language } from '../../core/language.ts';
import { type Notice, Notices, type NoticeShow } from '../../core/notices.ts';
import { pagedList } from '../../core/paged-list.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { NoticeLine } from '../../ui/notices/notice-line.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';

const SHOWS: readonly NoticeShow[] = ['waiting', 'unread', 'all'];

/** All notices of the post in use. Which ones is in the address. */
@Component({
  selector: 'pandu-notices-page',
  imports: [MoreButton, NoticeLine, ProblemNote, RouterLink, Skeleton],
  template: `
    <h1>{{ t('notices.title') }}</h1>
    <nav class="actions shows" [attr.aria-label]="t('notices.shows')">
      @for (other of shows; track other) {
        <a
          class="action"
          [class.quiet]="other !== show()"
          [attr.aria-current]="other === show() ? 'page' : null"
          [routerLink]="[]"
          [queryParams]="{ tampil: other === 'all' ? null : other }"
          queryParamsHandling="merge"
          >{{ t('notices.show.' + other) }}</a
        >
      }
      @if (notices.mayMark() && (notices.counts()?.unread ?? 0) > 0) {
        <button type="button" class="action mark" [disabled]="marking.busy()" (click)="markAll()">
          {{ t('notices.markAll') }}
        </button>
      }
    </nav>
    <p class="trouble" role="alert">{{ marking.trouble() }}</p>
    @if (readsFor(); as post) {
      <p class="note">{{ t('notices.reading', { post }) }}</p>
    }
    @if (list.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
    } @else if (list.items(); as items) {
      @for (notice of items; track notice.id) {
        <pandu-notice-line role="article" [notice]="notice" />
      } @empty {
        <p class="note empty">{{ t('notices.empty.' + show()) }}</p>
      }
      @if (items.length > 0) {
        <pandu-more-button
          [shown]="items.length"
          [total]="list.first.value()?.total ?? items.length"
          [hasMore]="list.hasMore()"
          [busy]="list.fetching()"
          [problem]="list.moreProblem()"
          (more)="list.more()"
        />
      }
    } @else {
      <pandu-skeleton [lines]="['70%', '50%', '70%', '50%']" [height]="24" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 780px;
    }
    h1 {
      margin: 32px 0 8px;
    }
    .shows {
      padding: 6px 0 10px;
      border-bottom: 1px solid var(--ink);
    }
    .action[aria-current] {
      color: var(--ink);
      font-weight: 600;
    }
    .mark {
      margin-left: auto;
    }
    .trouble {
      color: var(--memburuk);
    }
    .note,
    .empty {
      padding: 12px 0;
    }
  `,
})
export class NoticesPage {
  protected readonly t = inject(Language).t;
  protected readonly notices = inject(Notices);
  protected readonly marking = task();
  private readonly events = inject(EventStream);
  private readonly session = inject(Session);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly shows = SHOWS;
  protected readonly show = computed(
    () => SHOWS.find((show) => show === this.parameters().get('tampil')) ?? 'all',
  );
  /** Whose post somebody reads for. */
  protected readonly readsFor = computed(() => {
    const post = this.session.user()?.post;
    return post?.capacity === 'ajudan' ? post.title : null;
  });
  protected readonly list = pagedList<Notice, z.infer<typeof listNotices.answer>>(
    () => ({ path: '/notices', query: { show: this.show(), limit: '50' } }),
    listNotices.answer,
  );

  constructor() {
    let seen = untracked(this.events.noticesChanged);
    effect(() => {
      const changed = this.events.noticesChanged();
      if (changed === seen) return;
      seen = changed;
      untracked(() => this.list.first.reload());
    });
  }

  protected async markAll(): Promise<void> {
    if ((await this.marking.run(() => this.notices.markRead())) !== undefined) this.list.first.reload();
  }
}

import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type * as z from 'zod';
import { listNotices } from '#contract/notices';
import { EventStream } from '../../core/event-stream.ts';
import { Language } from '../../core/language.ts';
import { type Notice, Notices, type NoticeShow } from '../../core/notices.ts';
import { pagedList } from '../../core/paged-list.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { type Choice, ChoiceLinks } from '../../ui/choice-links.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { NoticeLine } from '../../ui/notices/notice-line.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';

const SHOWS: readonly NoticeShow[] = ['waiting', 'unread', 'all'];

/** All notices of the post in use. Which ones is in the address. */
@Component({
  selector: 'pandu-notices-page',
  imports: [ChoiceLinks, MoreButton, NoticeLine, ProblemNote, Skeleton],
  template: `
    <h1>{{ t('notices.title') }}</h1>
    <pandu-choice-links [label]="t('notices.shows')" [choices]="choices()" [ruled]="true">
      @if (notices.mayMark() && (notices.counts()?.unread ?? 0) > 0) {
        <button type="button" class="action mark" [disabled]="marking.busy()" (click)="markAll()">
          {{ t('notices.markAll') }}
        </button>
      }
    </pandu-choice-links>
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
        <pandu-more-button [list]="list" />
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

  protected readonly show = computed(
    () => SHOWS.find((show) => show === this.parameters().get('tampil')) ?? 'all',
  );
  protected readonly choices = computed<readonly Choice[]>(() =>
    SHOWS.map((show) => ({
      label: this.t(`notices.show.${show}`),
      change: { tampil: show === 'all' ? null : show },
      on: show === this.show(),
    })),
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

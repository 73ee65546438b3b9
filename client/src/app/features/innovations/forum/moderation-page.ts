import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveModeration } from './forum-api.ts';
import { InnovationPath } from '../innovation-path.ts';
import { ForumPostView } from './forum-post.ts';

const SHOWS = ['waiting', 'hidden'] as const;

/** Posts that were reported, and those that are hidden. Which ones is in the address. */
@Component({
  selector: 'pandu-forum-moderation-page',
  imports: [InnovationPath, ForumPostView, MoreButton, ProblemNote, RouterLink, Skeleton],
  template: `
    <pandu-innovation-path [name]="t('innovationForum.moderation.title')" />
    <h1>{{ t('innovationForum.moderation.title') }}</h1>
    <p class="note about">{{ t('innovationForum.moderation.about') }}</p>
    <nav class="actions shows" [attr.aria-label]="t('innovationForum.moderation.shows')">
      @for (part of parts(); track part.show) {
        <a
          class="action"
          [class.quiet]="part.show !== show()"
          [attr.aria-current]="part.show === show() ? 'page' : null"
          [routerLink]="[]"
          [queryParams]="{ tampil: part.show === 'waiting' ? null : part.show }"
          queryParamsHandling="merge"
          >{{ t('innovationForum.moderation.show.' + part.show) }} {{ part.count }}</a
        >
      }
    </nav>
    @if (list.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
    } @else if (list.items(); as items) {
      @for (it of items; track it.id) {
        <article>
          <p class="where">
            {{ t('innovationForum.moderation.' + it.kind) }}
            <a [routerLink]="['/inovasi', it.entry.id]" [queryParams]="{ lihat: 'tanya-jawab' }">{{
              it.entry.name
            }}</a>&ngsp;
            <span class="muted">{{ it.entry.kabupaten }}</span>
          </p>
          <pandu-forum-post [post]="it" [undecided]="it.reports.length > 0" (changed)="list.first.reload()" />
          @for (report of it.reports; track $index) {
            <p class="report">
              <b>{{ t('innovationForum.moderation.reported', { day: moments.date(report.at) }) }}</b>
              {{ report.reason }}
            </p>
          }
        </article>
      } @empty {
        <p class="note empty">{{ t('innovationForum.moderation.none.' + show()) }}</p>
      }
      @if (items.length > 0) {
        <pandu-more-button [list]="list" />
      }
    } @else {
      <pandu-skeleton [lines]="['40%', '100%', '62%']" [height]="28" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 820px;
    }
    h1 {
      margin: 12px 0 4px;
    }
    .about {
      max-width: 68ch;
    }
    .shows {
      padding: 14px 0 10px;
      border-bottom: 1px solid var(--ink);
    }
    .action[aria-current] {
      color: var(--ink);
      font-weight: 600;
    }
    article {
      padding: 14px 0 12px;
      border-bottom: 1px solid var(--hair);
    }
    .where {
      font: var(--table);
    }
    .where a {
      font-weight: 600;
      text-underline-offset: 4px;
    }
    .report {
      max-width: 68ch;
      margin-top: 4px;
      padding-left: 12px;
      font: var(--table);
      border-left: 2px solid var(--memburuk);
      overflow-wrap: anywhere;
    }
    .empty {
      padding: 16px 0;
    }
  `,
})
export class ModerationPage {
  protected readonly t = inject(Language).t;
  protected readonly moments = inject(MomentWords);
  private readonly formats = inject(Formats);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly show = computed(
    () => SHOWS.find((show) => show === this.parameters().get('tampil')) ?? 'waiting',
  );
  protected readonly list = liveModeration(() => this.show());
  protected readonly parts = computed(() => {
    const counts = this.list.first.value();
    return SHOWS.map((show) => ({
      show,
      count: counts === undefined ? '' : this.formats.now.number(counts[show]),
    }));
  });
}

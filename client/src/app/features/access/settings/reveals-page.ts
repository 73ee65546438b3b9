import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReveals } from '#contract/complaints';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { pagedList } from '../../../core/paged-list.ts';
import { Session } from '../../../core/session.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';

type Reveals = ReturnType<typeof listReveals.answer.parse>;
type Reveal = Reveals['items'][number];

/** Who learned a reporter's identity, why, and until when: for the Inspektorat. */
@Component({
  selector: 'pandu-reveals-page',
  imports: [MoreButton, ProblemNote, RouterLink, SettingsPath, Skeleton],
  template: `
    <pandu-settings-path [here]="t('title.reveals')" />
    <h1>{{ t('title.reveals') }}</h1>
    <p class="muted lead">{{ t('reveals.lead') }}</p>
    @if (reveals.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="reveals.first.reload()" />
    } @else if (reveals.items(); as items) {
      @if (items.length === 0) {
        <p class="empty muted">{{ t('reveals.none') }}</p>
      } @else {
        <ol class="lines" [attr.aria-label]="t('title.reveals')">
          @for (reveal of items; track reveal.id) {
            <li>
              <a [routerLink]="['/aduan', reveal.complaint.id]">{{ reveal.complaint.number }}</a>
              <p>{{ reveal.reason }}</p>
              <p class="note">{{ story(reveal) }}</p>
            </li>
          }
        </ol>
        <pandu-more-button [list]="reveals" />
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="28" />
    }
  `,
  styleUrl: './settings.css',
  styles: `
    .lines {
      border-top: 1px solid var(--ink);
      max-width: 52em;
    }
    .lines p {
      overflow-wrap: anywhere;
    }
  `,
})
export class RevealsPage {
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly reveals = pagedList<Reveal, Reveals>(
    () => ({ path: '/reveals', query: { limit: '50' } }),
    listReveals.answer,
  );

  /** "Rina Wati, Camat Sebulu · dibuka … · terbuka sampai …" */
  protected story(reveal: Reveal): string {
    const [formats, zone] = [this.formats.now, this.session.timeZone()];
    return [
      reveal.name === null ? reveal.post : `${reveal.name}, ${reveal.post}`,
      this.t('reveals.at', { at: formats.instant(reveal.at, zone) }),
      this.t('reveals.until', { at: formats.instant(reveal.expiresAt, zone) }),
    ].join(' · ');
  }
}

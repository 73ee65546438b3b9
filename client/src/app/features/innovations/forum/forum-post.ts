import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { AuthorLine } from './author-line.ts';
import type { ForumPost } from './forum-api.ts';
import { type PostDecision, ReasonDialog } from './reason-dialog.ts';

/** A question or an answer: who, what, and what can be done about it. Hidden, it says so and why. */
@Component({
  selector: 'pandu-forum-post',
  imports: [AuthorLine, ReasonDialog],
  template: `
    @let it = post();
    <pandu-author-line [author]="it.author" [at]="it.at" [fromHome]="it.fromHome" />
    @if (it.hidden; as hidden) {
      <p class="hidden">
        {{ t('innovationForum.hidden', { by: hidden.by, reason: hidden.reason }) }}
        @if (it.body !== null) {
          {{ t(it.own ? 'innovationForum.hiddenOwn' : 'innovationForum.hiddenModerator') }}
        }
      </p>
    }
    @if (it.body !== null) {
      <p class="body" [class.dim]="it.hidden !== null" lang="id">{{ it.body }}</p>
    }
    <div class="actions">
      <ng-content />
      @if (it.reported) {
        <span class="note">{{ t('innovationForum.reported') }}</span>
      }
      @if (it.may.includes('report')) {
        <button type="button" class="action quiet" aria-haspopup="dialog" (click)="deciding.set('report')">
          {{ t('innovationForum.report') }}
        </button>
      }
      @if (it.may.includes('moderate')) {
        @for (next of decisions(); track next) {
          <button
            type="button"
            class="action"
            [class.quiet]="!undecided()"
            aria-haspopup="dialog"
            (click)="deciding.set(next)"
          >
            {{ t('innovationForum.decide.action.' + next) }}
          </button>
        }
      }
    </div>
    @if (deciding(); as decision) {
      <pandu-reason-dialog [post]="it" [decision]="decision" (done)="done()" (closed)="deciding.set(null)" />
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 0 10px;
    }
    .body {
      max-width: 68ch;
      margin: 4px 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .dim {
      color: var(--muted);
    }
    .hidden {
      max-width: 68ch;
      margin: 4px 0;
      padding-left: 12px;
      font: var(--table);
      color: var(--muted);
      border-left: 1px dashed var(--control);
      overflow-wrap: anywhere;
    }
    .actions {
      align-items: baseline;
    }
  `,
})
export class ForumPostView {
  readonly post = input.required<ForumPost>();
  /** It was reported and waits for a word: that it stays is a decision too. */
  readonly undecided = input(false);
  /** Something was decided about it: the forum is to be read anew. */
  readonly changed = output();

  protected readonly t = inject(Language).t;
  protected readonly deciding = signal<PostDecision | null>(null);

  protected readonly decisions = computed((): readonly PostDecision[] => {
    if (this.post().hidden !== null) return ['kept'];
    return this.undecided() ? ['hidden', 'kept'] : ['hidden'];
  });

  protected done(): void {
    this.deciding.set(null);
    this.changed.emit();
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import { ENDORSEMENT_LENGTH } from '#domain/innovations/forum/forum-rules';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { AuthorLine } from './author-line.ts';
import { type Forum, ForumApi } from './forum-api.ts';
import { WordsForm } from './words-form.ts';

/** Who recommends the innovation, and why; and the own recommendation. */
@Component({
  selector: 'pandu-entry-endorsements',
  imports: [AuthorLine, WordsForm],
  template: `
    <h2>{{ heading() }}</h2>
    @for (each of forum().endorsements; track $index) {
      <article>
        <p lang="id">{{ each.reason }}</p>
        <pandu-author-line [author]="each.author" [at]="each.at" />
        @if (each.own) {
          <div class="actions">
            @if (mayEndorse()) {
              <button type="button" class="action" (click)="writing.set(true)">
                {{ t('innovationForum.endorse.change') }}
              </button>
            }
            <button type="button" class="action quiet" [disabled]="withdrawing.busy()" (click)="withdraw()">
              {{ t('innovationForum.endorse.withdraw') }}
            </button>
          </div>
          <p class="trouble" role="alert">{{ withdrawing.trouble() }}</p>
        }
      </article>
    } @empty {
      <p class="note">{{ t('innovationForum.endorse.none') }}</p>
    }
    @if (mayEndorse()) {
      @if (writing()) {
        <pandu-words-form
          [label]="t('innovationForum.endorse.label')"
          [verb]="t('innovationForum.endorse.verb')"
          [note]="t('innovationForum.endorse.about')"
          [begun]="own()"
          [most]="most"
          [rows]="3"
          [closable]="true"
          [busy]="sending.busy()"
          [trouble]="sending.trouble()"
          (sent)="send($event)"
          (closed)="writing.set(false)"
        />
      } @else if (own() === '') {
        <button type="button" class="action" (click)="writing.set(true)">
          {{ t('innovationForum.endorse.begin') }}
        </button>
      }
    }
  `,
  styles: `
    h2 {
      margin: 32px 0 0;
      padding-bottom: 8px;
      border-bottom: 1px solid var(--ink);
    }
    article {
      padding: 12px 0;
      border-bottom: 1px solid var(--hair);
    }
    article p {
      max-width: 68ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .note {
      padding: 12px 0;
    }
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
    h2 ~ .action {
      margin-top: 8px;
    }
  `,
})
export class EntryEndorsements {
  readonly entry = input.required<{ readonly id: string; readonly name: string }>();
  readonly forum = input.required<Forum>();
  readonly changed = output();

  private readonly api = inject(ForumApi);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly most = ENDORSEMENT_LENGTH.most;
  protected readonly writing = signal(false);
  protected readonly sending = task();
  protected readonly withdrawing = task();
  protected readonly mayEndorse = computed(() => this.forum().may.includes('endorse'));
  protected readonly own = computed(() => this.forum().endorsements.find(({ own }) => own)?.reason ?? '');
  protected readonly heading = computed(() => {
    const { endorsementsTotal: total } = this.forum();
    return total === 0
      ? this.t('innovationForum.endorse.title')
      : this.t('innovationForum.endorse.titleCount', { count: this.formats.now.number(total) });
  });

  protected async send(reason: string): Promise<void> {
    if (reason.length < ENDORSEMENT_LENGTH.least)
      return this.sending.refuse(this.t('innovationForum.endorse.needsReason'));
    const done = await this.sending.run(() => this.api.endorse(this.entry().id, reason));
    if (done === undefined) return;
    this.writing.set(false);
    this.changed.emit();
  }

  protected async withdraw(): Promise<void> {
    const done = await this.withdrawing.run(() => this.api.withdraw(this.entry().id));
    if (done !== undefined) this.changed.emit();
  }
}

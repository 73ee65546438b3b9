import { Component, computed, inject, input, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { copyText } from '../../../core/proof-text.ts';
import { Selection } from '../../../core/selection.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type DigestSpan, liveDigest } from './alerts-api.ts';

/** So many lines of each kind are shown beside the list, which has them all; the text to be copied has them too. */
const MOST_LINES = 4;

/** What the last day or week brought, in one text that can be passed on. */
@Component({
  selector: 'pandu-digest-part',
  imports: [ChoiceLinks, ProblemNote, Skeleton],
  template: `
    <h2>{{ t('alerts.digest.heading') }}</h2>
    <pandu-choice-links [label]="t('alerts.digest.spans')" [choices]="choices()" />
    @if (live.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="live.reload()" />
    } @else if (live.value(); as digest) {
      <p class="note">{{ formats.now.days(digest) }}</p>
      @if (digest.calm; as calm) {
        <p>
          <b>{{ calm }}</b>
        </p>
      }
      @for (section of digest.sections; track section.kind) {
        <h3>{{ section.title }}</h3>
        <ul>
          @for (line of section.lines.slice(0, most); track $index) {
            <li>{{ line }}</li>
          }
        </ul>
        @if (section.lines.length > most) {
          <p class="note">{{ t('alerts.digest.more', { count: section.lines.length - most }) }}</p>
        }
      }
      <p class="note">{{ digest.looked }}</p>
      <p class="verbs">
        <button type="button" class="action" (click)="copy(digest.text)">
          {{ t('alerts.digest.copy') }}
        </button>
        <span class="note" role="status">{{ said() }}</span>
      </p>
      @if (byHand(); as text) {
        <textarea readonly rows="10" [attr.aria-label]="t('alerts.digest.heading')" [value]="text"></textarea>
      }
    } @else {
      <pandu-skeleton [lines]="['60%', '80%', '70%']" [height]="20" />
    }
  `,
  styles: `
    h3 {
      margin: 12px 0 2px;
      font: var(--table);
      font-weight: 600;
    }
    li {
      padding: 2px 0 2px 14px;
      max-width: 68ch;
      text-indent: -14px;
    }
    li::before {
      content: '– ';
    }
    .note {
      margin: 6px 0;
    }
    .verbs {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: baseline;
    }
    textarea {
      display: block;
      width: 100%;
      max-width: 560px;
      padding: 10px 12px;
      font: var(--table);
      background: var(--wash);
      border: 1px solid var(--control);
      border-radius: var(--radius);
    }
  `,
})
export class DigestPart {
  /** `week`, or a day for anything else. */
  readonly span = input<string>();

  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly most = MOST_LINES;
  protected readonly said = signal('');
  /** To be taken by hand, where the browser gives no other way. */
  protected readonly byHand = signal<string | null>(null);
  private readonly chosen = computed<DigestSpan>(() => (this.span() === 'week' ? 'week' : 'day'));
  protected readonly live = liveDigest(
    () => this.selection.unit(),
    () => this.chosen(),
  );
  protected readonly choices = computed<readonly Choice[]>(() =>
    (['day', 'week'] as const).map((span) => ({
      label: this.t(`alerts.digest.span.${span}`),
      change: { rangkuman: span === 'day' ? null : span },
      on: this.chosen() === span,
    })),
  );

  protected async copy(text: string): Promise<void> {
    const done = await copyText(text);
    this.byHand.set(done ? null : text);
    this.said.set(this.t(done ? 'alerts.digest.copied' : 'alerts.digest.notCopied'));
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { Formats } from '../core/formats.ts';
import { Language } from '../core/language.ts';
import { Notices } from '../core/notices.ts';
import { ChoicePanel } from '../ui/filter-sentence/choice-panel.ts';
import { NoticesPanel } from './notices-panel.ts';

/** The bell: how many notices are not read, and the newest of them below it. What they say is fetched when it is opened. */
@Component({
  selector: 'pandu-notices-bell',
  imports: [ChoicePanel, NoticesPanel],
  template: `
    @if (notices.open()) {
      <button
        #bell
        type="button"
        aria-haspopup="dialog"
        [attr.aria-expanded]="open()"
        [attr.aria-label]="label()"
        (click)="toggle()"
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M8 1.5a4 4 0 0 0-4 4V9l-1.5 2.5h11L12 9V5.5a4 4 0 0 0-4-4ZM6.2 13.5a1.8 1.8 0 0 0 3.6 0"
            fill="none"
            stroke="currentColor"
            stroke-width="1.3"
            stroke-linejoin="round"
          />
        </svg>
        @if (unread(); as count) {
          <b aria-hidden="true">{{ formats.now.number(count) }}</b>
        }
      </button>
      <span class="visually-hidden" role="status">{{ unread() > 0 ? label() : '' }}</span>
      @defer (when open()) {
        @if (open()) {
          <pandu-choice-panel
            [origin]="bell"
            [label]="t('nav.notices')"
            [content]="list"
            (closed)="open.set(false)"
          />
        }
      }
    }
    <ng-template #list>
      @defer (on immediate) {
        <pandu-notices-panel (done)="open.set(false)" />
      }
    </ng-template>
  `,
  styles: `
    button {
      display: flex;
      align-items: center;
      gap: 5px;
      min-width: 24px;
      min-height: 24px;
      color: var(--muted);
    }
    button:hover,
    button[aria-expanded='true'] {
      color: var(--ink);
    }
    b {
      min-width: 18px;
      padding: 0 5px;
      font: var(--note);
      font-weight: 600;
      line-height: 18px;
      text-align: center;
      color: var(--on-primary);
      background: var(--primary);
      border-radius: 9px;
    }
    @media (pointer: coarse) {
      button {
        min-width: 44px;
        min-height: 44px;
        justify-content: center;
      }
    }
  `,
})
export class NoticesBell {
  private readonly language = inject(Language);
  protected readonly notices = inject(Notices);
  protected readonly formats = inject(Formats);
  protected readonly t = this.language.t;
  protected readonly open = signal(false);
  protected readonly unread = computed(() => this.notices.counts()?.unread ?? 0);
  protected readonly label = computed(() =>
    this.unread() === 0
      ? this.t('nav.notices')
      : this.t('nav.noticesUnread', { count: this.formats.now.number(this.unread()) }),
  );

  /** Its words come with those of the screens. */
  protected async toggle(): Promise<void> {
    if (!this.open()) await this.language.needScreenWords();
    this.open.update((open) => !open);
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { deadlineWords } from '../../core/deadline-words.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { type Notice, Notices } from '../../core/notices.ts';
import { todayIn } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';

/** One notice: what it says, until when something is to be done, and the way to where it is done. */
@Component({
  selector: 'pandu-notice-line',
  imports: [RouterLink],
  template: `
    @let told = notice();
    <a [routerLink]="address()" [class.unread]="!told.read" (click)="follow()">{{ told.sentence }}</a>
    <p class="note">
      @if (!told.read) {
        <b class="new"><i aria-hidden="true"></i>{{ t('notices.new') }}</b>
      }
      @if (told.done) {
        <span>{{ t('notices.done') }}</span>
      } @else if (told.waiting && !told.dueOn) {
        <b>{{ t('notices.waits') }}</b>
      }
      @if (shownDue(); as due) {
        <span
          >{{ t('notices.due.on', { day: formats.now.date(due) }) }}
          @if (told.waiting) {
            @if (distance(); as left) {
              · <b [class.late]="left.late">{{ left.text }}</b>
            }
          }
        </span>
      }
      <span>{{ t('notices.sent', { day: sentOn() }) }}</span>
    </p>
  `,
  styles: `
    :host {
      display: block;
      padding: 10px 0;
      border-bottom: 1px solid var(--hair);
    }
    a {
      display: block;
      max-width: 68ch;
      font: var(--body);
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    a:hover {
      text-decoration: underline;
      text-underline-offset: 4px;
    }
    .unread {
      font-weight: 600;
    }
    .note {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    b {
      font-weight: 600;
    }
    .new {
      color: var(--ink);
      white-space: nowrap;
    }
    i {
      display: inline-block;
      width: 7px;
      height: 7px;
      margin-right: 5px;
      background: var(--primary);
      transform: rotate(45deg);
    }
    .late {
      color: var(--memburuk);
    }
  `,
})
export class NoticeLine {
  readonly notice = input.required<Notice>();
  /** The person goes where it leads. */
  readonly followed = output();

  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;

  /** Only a path of the product is followed. */
  protected readonly address = computed(() => {
    const { link } = this.notice();
    return /^\/(?![/\\])/.test(link) ? this.router.parseUrl(link) : null;
  });
  protected readonly distance = computed(() => {
    const { dueOn, workingDaysLeft } = this.notice();
    return dueOn === null ? null : deadlineWords({ dueOn, workingDaysLeft }, this.selection.today(), this.t);
  });
  /** What was done has no deadline any more, nor has news whose day has passed. */
  protected readonly shownDue = computed(() => {
    const { done, waiting, dueOn } = this.notice();
    return dueOn !== null && (waiting || (!done && dueOn >= this.selection.today())) ? dueOn : null;
  });
  protected readonly sentOn = computed(() =>
    this.formats.now.date(todayIn(this.session.timeZone(), new Date(this.notice().at))),
  );

  /** Whoever goes there has read it; the way there does not wait for that, nor is it lost when that fails. */
  protected follow(): void {
    const { id, read } = this.notice();
    if (!read) this.notices.markRead([id]).catch(() => undefined);
    this.followed.emit();
  }
}

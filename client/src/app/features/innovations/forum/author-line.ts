import { Component, computed, inject, input } from '@angular/core';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import type { ForumPost } from './forum-api.ts';

/** Who wrote, as it was then: the name, the post, the kabupaten, and the day. */
@Component({
  selector: 'pandu-author-line',
  template: `
    @if (author(); as by) {
      @if (by.name === null) {
        <b>{{ t('innovationForum.nameErased') }}</b>,
      } @else if (by.name !== by.title) {
        <b>{{ by.name }}</b>,
      }
      {{ place() }}
      @if (fromHome()) {
        <span class="badge">{{ t('innovationForum.fromHome') }}</span>
      }
      ·
    }
    <time [attr.datetime]="at()">{{ moments.date(at()) }}</time>
  `,
  styles: `
    :host {
      display: block;
      font: var(--table);
      color: var(--muted);
      overflow-wrap: anywhere;
    }
    b {
      color: var(--ink);
    }
    .badge {
      margin-left: 4px;
      padding: 0 6px 1px;
      font: var(--note);
      border: 1px solid var(--control);
      border-radius: var(--radius);
    }
  `,
})
export class AuthorLine {
  readonly author = input.required<ForumPost['author']>();
  readonly at = input.required<string>();
  readonly fromHome = input(false);

  protected readonly t = inject(Language).t;
  protected readonly moments = inject(MomentWords);
  protected readonly place = computed(() => {
    const by = this.author();
    return by === null ? '' : [by.title, by.kabupaten].filter((part) => part !== null).join(', ');
  });
}

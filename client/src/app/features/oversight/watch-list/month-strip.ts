import { Component, computed, inject, input } from '@angular/core';
import type { WatchEntry } from '#contract/oversight/watch-list';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Mark } from '../../../ui/mark.ts';

const KINDS = { concern: 'worse', fine: 'stable', 'not-judged': 'no-data' } as const;

/** The months or quarters of a rule's window side by side, the newest last: the shape says how each was. */
@Component({
  selector: 'pandu-month-strip',
  imports: [Mark],
  template: `
    <ol [attr.aria-label]="t('oversight.watch.' + grain() + 's')">
      @for (month of shown(); track month.from) {
        <li>
          <pandu-mark [kind]="month.kind" [size]="12" />
          <span aria-hidden="true">{{ month.short }}</span>
          <span class="visually-hidden">{{ month.said }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      margin: 10px 0;
    }
    li {
      position: relative;
      display: grid;
      justify-items: center;
      gap: 4px;
      min-width: 24px;
      font: var(--note);
      color: var(--muted);
    }
  `,
})
export class MonthStrip {
  readonly months = input.required<WatchEntry['months']>();
  readonly grain = input.required<WatchEntry['grain']>();
  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly shown = computed(() =>
    this.months().map(({ from, state }) => ({
      from,
      kind: KINDS[state],
      short:
        this.grain() === 'month'
          ? this.formats.now.monthShort(from)
          : this.formats.now.bucket(from, 'quarter'),
      said: `${this.formats.now.bucketName(from, this.grain())}: ${this.t(`oversight.watch.state.${state}`)}`,
    })),
  );
}

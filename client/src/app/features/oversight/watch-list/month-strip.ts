import { Component, computed, inject, input } from '@angular/core';
import type { WatchEntry } from '#contract/oversight/watch-list';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Mark } from '../../../ui/mark.ts';

const KINDS = { concern: 'worse', fine: 'stable', 'not-judged': 'no-data' } as const;

/** The months of a rule's window side by side, the newest last: the shape says how each was. */
@Component({
  selector: 'pandu-month-strip',
  imports: [Mark],
  template: `
    <ol [attr.aria-label]="t('oversight.watch.months')">
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
      gap: 8px 4px;
      margin: 10px 0;
    }
    li {
      position: relative;
      display: grid;
      justify-items: center;
      gap: 4px;
      min-width: 32px;
      font: var(--note);
      color: var(--muted);
    }
  `,
})
export class MonthStrip {
  readonly months = input.required<WatchEntry['months']>();
  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly shown = computed(() =>
    this.months().map(({ from, state }) => ({
      from,
      kind: KINDS[state],
      short: this.formats.now.monthShort(from),
      said: `${this.formats.now.bucket(from, 'month')}: ${this.t(`oversight.watch.state.${state}`)}`,
    })),
  );
}

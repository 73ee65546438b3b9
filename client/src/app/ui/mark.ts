import { Component, computed, input } from '@angular/core';

/** What a sign says. `unjudged` is a figure that nobody has tested for a signal yet. */
export type MarkKind = 'worse' | 'better' | 'stable' | 'small-sample' | 'neutral' | 'no-data' | 'unjudged';

/** The sign of a judgement: its shape says it, colour only helps. Give `label` where no word stands beside it. */
@Component({
  selector: 'pandu-mark',
  template: `
    <svg
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      [attr.width]="size()"
      [attr.height]="size()"
      [attr.role]="label() ? 'img' : null"
      [attr.aria-label]="label() || null"
      [attr.aria-hidden]="label() ? null : 'true'"
    >
      @switch (kind()) {
        @case ('worse') {
          <path d="M6 .8 11.2 6 6 11.2 .8 6Z" fill="currentColor" />
        }
        @case ('small-sample') {
          <path d="M6 1.4 10.6 6 6 10.6 1.4 6Z" />
        }
        @case ('better') {
          <circle cx="6" cy="6" r="4.4" />
        }
        @case ('stable') {
          <path d="M1 6h10" />
        }
        @case ('neutral') {
          <rect x="1.6" y="1.6" width="8.8" height="8.8" fill="currentColor" />
        }
        @case ('no-data') {
          <circle cx="6" cy="6" r="4.6" stroke-dasharray="1.6 2.2" />
        }
        @case ('unjudged') {
          <circle cx="6" cy="6" r="1.6" fill="currentColor" stroke="none" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      vertical-align: -1px;
      color: var(--mark);
    }
  `,
  host: { '[style.--mark]': 'colour()' },
})
export class Mark {
  readonly kind = input.required<MarkKind>();
  readonly size = input(11);
  readonly label = input('');

  protected readonly colour = computed(() => MARK_COLOURS[this.kind()]);
}

/** The colour of each sign, as in a style sheet. */
export const MARK_COLOURS: Readonly<Record<MarkKind, string>> = {
  worse: 'var(--memburuk)',
  'small-sample': 'var(--memburuk)',
  better: 'var(--membaik)',
  stable: 'var(--stabil)',
  neutral: 'var(--netral)',
  'no-data': 'var(--muted)',
  unjudged: 'var(--muted)',
};

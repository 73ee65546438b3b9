import { Component, inject, input } from '@angular/core';
import { Language } from '../../../core/language.ts';
import type { Milestone } from '../pilots-api.ts';

/** The state of a milestone: a shape of its own and the word beside it. */
@Component({
  selector: 'pandu-milestone-state',
  template: `
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="none" stroke="currentColor">
      @switch (state()) {
        @case ('planned') {
          <circle cx="6" cy="6" r="4.6" stroke-width="1.4" stroke-dasharray="1.6 2.2" />
        }
        @case ('running') {
          <circle cx="6" cy="6" r="4.6" stroke-width="1.4" />
          <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2Z" fill="currentColor" stroke="none" />
        }
        @case ('late') {
          <path d="M6 .8 11.2 6 6 11.2 .8 6Z" fill="currentColor" stroke="none" />
        }
        @case ('waiting') {
          <rect x="1.6" y="1.6" width="8.8" height="8.8" stroke-width="1.6" />
        }
        @case ('done') {
          <path d="M1.4 6.4 4.6 9.8 10.8 2.6" stroke-width="2" />
        }
      }
    </svg>
    {{ t('pilots.milestone.state.' + state()) }}
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 7px;
      white-space: nowrap;
    }
    svg {
      flex: none;
    }
    :host(.late) {
      color: var(--memburuk);
      font-weight: 600;
    }
    :host(.waiting) svg {
      color: var(--netral);
    }
    :host(.done) svg {
      color: var(--membaik);
    }
  `,
  host: { '[class]': 'state()' },
})
export class MilestoneState {
  readonly state = input.required<Milestone['state']>();
  protected readonly t = inject(Language).t;
}

import { Component, inject, input } from '@angular/core';
import { Language } from '../core/language.ts';

/** The shape of what is coming: as high as the content, so that nothing jumps when it arrives. */
@Component({
  selector: 'pandu-skeleton',
  template: `
    <span class="visually-hidden" role="status">{{ t('state.loading') }}</span>
    @for (line of lines(); track $index) {
      <i aria-hidden="true" [style.height.px]="height()" [style.width]="line"></i>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    i {
      display: block;
      background: var(--wash);
      border-radius: 2px;
      margin-bottom: 12px;
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      from {
        opacity: 1;
      }
      to {
        opacity: 0.5;
      }
    }
  `,
})
export class Skeleton {
  /** Width of each line, as in a style sheet. */
  readonly lines = input<readonly string[]>(['70%', '90%', '60%']);
  /** Height of a line in pixels. */
  readonly height = input(20);
  protected readonly t = inject(Language).t;
}

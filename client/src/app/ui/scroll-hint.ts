import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Language } from '../core/language.ts';

/**
 * Scrolls what is wider than the screen by itself, so that the page does not; says so, and fades where more follows. The
 * keyboard stops there only where there is something to scroll.
 */
@Component({
  selector: 'pandu-scroll-hint',
  template: `
    @if (wider()) {
      <p class="note" aria-hidden="true">{{ t('table.more') }}</p>
    }
    <div class="frame" [class.more]="wider() && !atEnd()">
      <div
        #box
        class="scroll"
        [attr.role]="wider() ? 'region' : null"
        [attr.tabindex]="wider() ? 0 : null"
        [attr.aria-label]="wider() ? label() : null"
        (scroll)="measure()"
      >
        <div #content class="content"><ng-content /></div>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .frame {
      position: relative;
    }
    .scroll {
      overflow-x: auto;
    }
    /* As wide as the table in it, so that its width can be watched. */
    .content {
      min-width: min-content;
    }
    .frame.more::after {
      content: '';
      position: absolute;
      inset: 0 0 0 auto;
      width: 28px;
      background: linear-gradient(to right, transparent, var(--paper));
      pointer-events: none;
      z-index: 2;
    }
    .note {
      font: var(--note);
      padding-bottom: 8px;
    }
    @media print {
      .note {
        display: none;
      }
    }
  `,
})
export class ScrollHint {
  /** What the region holds, for those who hear it. */
  readonly label = input.required<string>();

  protected readonly t = inject(Language).t;
  /** True while the content is wider than its place. */
  protected readonly wider = signal(false);
  protected readonly atEnd = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.measure());
      observer.observe(this.box().nativeElement);
      observer.observe(this.content().nativeElement);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected measure(): void {
    const { scrollWidth, clientWidth, scrollLeft } = this.box().nativeElement;
    // Browsers round these to whole pixels, each its own way.
    this.wider.set(scrollWidth > clientWidth + 1);
    this.atEnd.set(scrollLeft + clientWidth >= scrollWidth - 1);
  }
}

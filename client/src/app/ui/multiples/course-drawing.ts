import { Component, input } from '@angular/core';
import type { MultipleShape } from './multiple-shape.ts';

const TONES = { worse: 'var(--memburuk)', better: 'var(--membaik)', neutral: 'var(--netral)' } as const;

/**
 * The small control chart of one unit: usual range, target, median of the peers, line, unfinished month and signals. It
 * stretches with its box; strokes and points keep their size. The words beside it say the same.
 */
@Component({
  selector: 'pandu-course-drawing',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + width() + ' ' + height()"
      [style.height.px]="height()"
      preserveAspectRatio="none"
      aria-hidden="true"
      fill="none"
    >
      @for (band of shape().bands; track $index) {
        <rect
          [attr.x]="band.x"
          [attr.y]="band.y"
          [attr.width]="band.width"
          [attr.height]="band.height"
          fill="var(--band)"
        />
      }
      @if (shape().target !== null) {
        <line
          class="target"
          x1="4"
          [attr.x2]="width() - 4"
          [attr.y1]="shape().target"
          [attr.y2]="shape().target"
        />
      }
      @for (at of happened(); track $index) {
        <line class="happened" y1="0" [attr.x1]="at" [attr.x2]="at" [attr.y2]="height()" />
      }
      <path class="median" [attr.d]="shape().median" />
      <path class="line" [attr.d]="shape().line" />
      @if (shape().open; as open) {
        <path class="line open" [attr.d]="open.path" />
        <path class="dot" [attr.d]="'M' + open.x + ' ' + open.y + 'h.01'" />
        <path class="hollow" [attr.d]="'M' + open.x + ' ' + open.y + 'h.01'" />
      }
      @for (signal of shape().signals; track signal.x) {
        <path
          class="dot"
          [attr.d]="'M' + signal.x + ' ' + signal.y + 'h.01'"
          [style.stroke]="tones[signal.tone]"
        />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      width: 100%;
      overflow: visible;
    }
    svg * {
      vector-effect: non-scaling-stroke;
    }
    .line {
      stroke: var(--ink);
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    .open {
      stroke-dasharray: 2 3;
    }
    .median {
      stroke: var(--control);
      stroke-width: 0.8;
    }
    .target {
      stroke: var(--ink);
      stroke-width: 1;
      stroke-dasharray: 4 3;
    }
    .happened {
      stroke: var(--control);
      stroke-width: 1;
    }
    .dot,
    .hollow {
      stroke: var(--ink);
      stroke-width: 6;
      stroke-linecap: round;
    }
    .hollow {
      stroke: var(--paper);
      stroke-width: 3;
    }
  `,
})
export class CourseDrawing {
  readonly shape = input.required<MultipleShape>();
  /** Size of the box that the shape was made for; its height is that on the screen too. */
  readonly width = input.required<number>();
  readonly height = input.required<number>();
  /** Where something happened that a note tells of, from the left. */
  readonly happened = input<readonly number[]>([]);

  protected readonly tones = TONES;
}

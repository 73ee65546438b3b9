import { Component, computed, input } from '@angular/core';
import { MARK_COLOURS, type MarkKind } from './mark.ts';
import { type TrendLimits, type TrendPoint, sparklineShape } from './sparkline-shape.ts';

/**
 * A trend in the size of a word: ink line on the band of what is usual, mean and dashed target, coloured only where a
 * signal is, breaks where data are missing, a hollow point for the unfinished bucket.
 */
@Component({
  selector: 'pandu-sparkline',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + width() + ' ' + height()"
      [attr.width]="width()"
      [attr.height]="height()"
      role="img"
      [attr.aria-label]="label()"
    >
      @if (shape().band; as band) {
        <rect
          x="4"
          [attr.y]="band.y"
          [attr.width]="width() - 8"
          [attr.height]="band.height"
          fill="var(--band)"
        />
      }
      @if (shape().centre; as y) {
        <path [attr.d]="across(y)" stroke="var(--control)" stroke-width=".7" />
      }
      @if (shape().target; as y) {
        <path [attr.d]="across(y)" stroke="var(--ink)" stroke-width=".7" stroke-dasharray="3 3" />
      }
      <path
        [attr.d]="shape().line"
        fill="none"
        stroke="var(--ink)"
        stroke-width="1.2"
        stroke-linejoin="round"
      />
      @for (point of shape().lone; track point.x) {
        <circle [attr.cx]="point.x" [attr.cy]="point.y" r="1.6" fill="var(--ink)" />
      }
      @for (point of shape().signals; track point.x) {
        <circle class="signal" [attr.cx]="point.x" [attr.cy]="point.y" r="2" [attr.fill]="colour()" />
      }
      @if (shape().open; as open) {
        @if (open.path) {
          <path
            [attr.d]="open.path"
            fill="none"
            stroke="var(--ink)"
            stroke-width="1.2"
            stroke-dasharray="2 3"
          />
        }
        <circle
          class="open"
          [attr.cx]="open.x"
          [attr.cy]="open.y"
          r="2.4"
          fill="var(--paper)"
          stroke="var(--ink)"
          stroke-width="1.2"
        />
      }
      @if (shape().silent; as silent) {
        <circle
          class="silent"
          [attr.cx]="silent.x"
          [attr.cy]="silent.y"
          r="3.2"
          fill="none"
          stroke="var(--muted)"
          stroke-width="1.2"
          stroke-dasharray="1.6 1.8"
        />
      }
    </svg>
  `,
})
export class Sparkline {
  readonly points = input.required<readonly TrendPoint[]>();
  /** What a listener hears instead of the drawing. */
  readonly label = input.required<string>();
  readonly width = input(148);
  readonly height = input(54);
  readonly limits = input<TrendLimits | undefined>();
  /** What the signals mean: their colour. */
  readonly kind = input<MarkKind>('neutral');

  protected readonly shape = computed(() =>
    sparklineShape(this.points(), this.width(), this.height(), this.limits()),
  );
  protected readonly colour = computed(() => MARK_COLOURS[this.kind()]);

  protected across(y: number): string {
    return `M4 ${y}H${this.width() - 4}`;
  }
}

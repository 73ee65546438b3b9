import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import type { ReportChart } from '#contract/reports/report-document';
import { Language } from '../../core/language.ts';
import { drawChart } from './chart-shape.ts';

const HEIGHT = 220;

/** A chart of a report, its finding as title. It stands still, so that it is the same on the screen and on paper. */
@Component({
  selector: 'pandu-report-chart',
  template: `
    <figure>
      <figcaption>
        <b>{{ chart().title }}</b>
        <span class="note">{{ chart().axis }}</span>
      </figcaption>
      @if (drawn().points.length === 0) {
        <p class="note">{{ t('absence.noData') }}</p>
      } @else {
        <svg
          role="img"
          [attr.aria-label]="heard()"
          [attr.viewBox]="'0 0 ' + drawn().width + ' ' + drawn().height"
        >
          @for (band of drawn().bands; track $index) {
            <rect
              class="band"
              [attr.x]="band.x"
              [attr.y]="band.y"
              [attr.width]="band.width"
              [attr.height]="band.height"
            />
          }
          @for (centre of drawn().centres; track $index) {
            <line
              class="centre"
              [attr.x1]="centre.x1"
              [attr.x2]="centre.x2"
              [attr.y1]="centre.y"
              [attr.y2]="centre.y"
            />
          }
          @if (drawn().target; as target) {
            <line class="target" x1="10" [attr.x2]="lastX()" [attr.y1]="target.y" [attr.y2]="target.y" />
            <text class="quiet" [attr.x]="lastX() + 8" [attr.y]="target.y + 4">{{ target.text }}</text>
          }
          @for (bar of drawn().bars; track $index) {
            <rect
              class="bar"
              [attr.x]="bar.x"
              [attr.y]="bar.y"
              [attr.width]="drawn().barWidth"
              [attr.height]="bar.height"
            />
          }
          @for (line of drawn().lines; track $index) {
            <path class="line" [attr.d]="line" />
          }
          @if (drawn().unfinished; as way) {
            <path class="line way" [attr.d]="way" />
          }
          @if (drawn().bars.length === 0) {
            @for (point of drawn().points; track $index; let last = $last) {
              @if (point.signal) {
                <path
                  class="signal"
                  d="M0-5 5 0 0 5-5 0Z"
                  [attr.transform]="'translate(' + point.x + ' ' + point.y + ')'"
                />
              } @else if (point.partial) {
                <circle class="open" r="3.6" [attr.cx]="point.x" [attr.cy]="point.y" />
              } @else if (last) {
                <circle class="dot" r="2.6" [attr.cx]="point.x" [attr.cy]="point.y" />
              }
            }
          }
          @for (note of drawn().notes; track $index) {
            <line class="leader" [attr.x1]="note.x" [attr.x2]="note.x" y1="14" [attr.y2]="note.y" />
            <text class="quiet" text-anchor="middle" y="10" [attr.x]="note.x">{{ note.number }}</text>
          }
          @for (value of drawn().values; track $index) {
            <text [attr.x]="value.x" [attr.y]="value.y" [attr.text-anchor]="value.anchor">
              {{ value.text }}
            </text>
          }
          @for (label of drawn().labels; track $index) {
            <text
              class="quiet"
              [attr.x]="label.x"
              [attr.y]="drawn().height - 6"
              [attr.text-anchor]="label.anchor"
            >
              {{ label.text }}
            </text>
          }
        </svg>
        @if (chart().notes.length > 0) {
          <ol class="note">
            @for (note of chart().notes; track $index) {
              <li>{{ note.text }}</li>
            }
          </ol>
        }
      }
    </figure>
  `,
  styles: `
    :host {
      display: block;
      margin: 14px 0;
    }
    figure {
      margin: 0;
      break-inside: avoid;
    }
    figcaption {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      margin-bottom: 6px;
    }
    svg {
      width: 100%;
      height: auto;
      max-width: 900px;
    }
    text {
      font: var(--note);
      fill: var(--ink);
    }
    .quiet {
      fill: var(--muted);
    }
    .band {
      fill: var(--band);
    }
    .centre {
      stroke: var(--control);
      stroke-width: 0.6;
    }
    .target {
      stroke: var(--muted);
      stroke-dasharray: 4 3;
    }
    .line {
      fill: none;
      stroke: var(--ink);
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    .way {
      stroke-dasharray: 2 3;
      stroke-width: 1.2;
    }
    .bar {
      fill: var(--control);
    }
    .dot {
      fill: var(--ink);
    }
    .open {
      fill: var(--paper);
      stroke: var(--ink);
      stroke-width: 1.2;
    }
    .signal {
      fill: var(--ink);
    }
    .leader {
      stroke: var(--control);
      stroke-width: 0.6;
    }
    ol {
      list-style: decimal inside;
    }
  `,
})
export class ReportChartView {
  readonly chart = input.required<ReportChart>();

  protected readonly t = inject(Language).t;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly width = signal(680);
  protected readonly drawn = computed(() => drawChart(this.chart(), this.width(), HEIGHT));
  protected readonly lastX = computed(() => this.drawn().points.at(-1)?.x ?? this.width());
  /** What a listener hears: the finding, then every point. */
  protected readonly heard = computed(() =>
    [this.chart().title, ...this.drawn().points.map(({ label, text }) => `${label} ${text}`)].join('; '),
  );

  constructor() {
    const observer = new ResizeObserver(() => {
      const { clientWidth } = this.host;
      if (clientWidth > 0) this.width.set(Math.min(900, clientWidth));
    });
    afterNextRender(() => observer.observe(this.host));
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}

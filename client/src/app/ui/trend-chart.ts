import { Component, DOCUMENT, computed, forwardRef, inject, input, signal } from '@angular/core';
import type { ECharts } from 'echarts/core';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { Theme } from '../core/theme.ts';
import { ChartPicture } from './chart-picture.ts';
import { type ChartColours, type LabelledPoint, trendOptions } from './trend-options.ts';
import type { ValueAxis } from './value-axis.ts';

/** The trend of a measure page. ECharts is fetched when the first one is shown. */
@Component({
  selector: 'pandu-trend-chart',
  imports: [NgxEchartsDirective],
  providers: [
    provideEchartsCore({ echarts: () => import('./echarts-setup.ts') }),
    { provide: ChartPicture, useExisting: forwardRef(() => TrendChart) },
  ],
  template: `<div
    class="drawing"
    echarts
    [options]="options()"
    (chartInit)="chart.set($event)"
    role="img"
    [attr.aria-label]="label()"
  ></div>`,
  styles: `
    :host {
      display: block;
    }
    .drawing {
      width: 100%;
      height: 330px;
    }
    @media (max-width: 760px) {
      .drawing {
        height: 240px;
      }
    }
  `,
})
export class TrendChart extends ChartPicture {
  readonly points = input.required<readonly LabelledPoint[]>();
  /** What a listener hears instead of the drawing. */
  readonly label = input.required<string>();
  readonly axis = input.required<ValueAxis>();
  readonly axisText = input.required<(value: number) => string>();

  private readonly theme = inject(Theme);
  private readonly root = inject(DOCUMENT).documentElement;
  protected readonly chart = signal<ECharts | null>(null);

  protected readonly options = computed(() =>
    trendOptions(this.points(), {
      colours: this.colours(),
      axis: this.axis(),
      axisText: this.axisText(),
      narrow: window.innerWidth < 760,
    }),
  );

  override picture(): string | null {
    const chart = this.chart();
    return chart === null ? null : chart.getDataURL({ pixelRatio: 2, backgroundColor: this.colours().paper });
  }

  /** A canvas knows no custom properties: they are read again whenever the theme changes. */
  private readonly colours = computed<ChartColours>(() => {
    this.theme.shown();
    const style = getComputedStyle(this.root);
    const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    return {
      ink: colour('ink'),
      muted: colour('muted'),
      paper: colour('paper'),
      hair: colour('hair'),
      control: colour('control'),
    };
  });
}

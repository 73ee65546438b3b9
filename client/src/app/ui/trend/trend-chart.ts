import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  forwardRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { ECharts } from 'echarts/core';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { Language } from '../../core/language.ts';
import { Theme } from '../../core/theme.ts';
import { ChartPicture } from '../chart-picture.ts';
import { NO_LAYERS, type TrendLayers } from './trend-layers.ts';
import { trendOptions } from './trend-options.ts';
import type { ChartColours, LabelledPoint } from './trend-style.ts';
import type { ValueAxis } from './value-axis.ts';

const NARROW = 560;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/**
 * The trend of a measure page with its limits, target, notes and baselines. By keyboard it is passed point by point
 * (arrow keys, Home, End), and each point is said in words. ECharts is fetched when the first one is shown.
 */
@Component({
  selector: 'pandu-trend-chart',
  imports: [NgxEchartsDirective],
  providers: [
    provideEchartsCore({ echarts: () => import('./echarts-setup.ts') }),
    { provide: ChartPicture, useExisting: forwardRef(() => TrendChart) },
  ],
  template: `
    <div
      class="chart"
      role="slider"
      tabindex="0"
      aria-valuemin="1"
      [attr.aria-label]="t('trend.keys', { finding: label() })"
      [attr.aria-valuemax]="points().length"
      [attr.aria-valuenow]="shown() + 1"
      [attr.aria-valuetext]="pointText()"
      (keydown)="move($event)"
      (blur)="leave()"
    >
      <div
        class="drawing"
        echarts
        aria-hidden="true"
        [options]="options()"
        (chartInit)="chart.set($event)"
      ></div>
    </div>
  `,
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
        height: 260px;
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
  readonly layers = input<TrendLayers>(NO_LAYERS);

  protected readonly t = inject(Language).t;
  private readonly theme = inject(Theme);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly chart = signal<ECharts | null>(null);
  private readonly width = signal(this.host.clientWidth);
  /** Words are measured anew when their type has arrived: it is wider than what stands in for it. */
  private readonly measure = signal(measureWords);
  /** The point that the keyboard is at: the newest at first. Figures that are read anew leave a listener where they are. */
  protected readonly shown = linkedSignal<string, number>({
    source: () =>
      this.points()
        .map(({ name }) => name)
        .join('\n'),
    computation: (names, previous) =>
      previous?.source === names ? previous.value : this.points().length - 1,
  });
  protected readonly pointText = computed(() => {
    const point = this.points()[this.shown()];
    return point === undefined
      ? ''
      : [point.name, point.text, point.detail, ...point.more].filter((part) => part !== '').join(', ');
  });

  protected readonly options = computed(() =>
    trendOptions(this.points(), {
      colours: this.colours(),
      axis: this.axis(),
      axisText: this.axisText(),
      layers: this.layers(),
      width: this.width(),
      narrow: this.width() < NARROW,
      measure: this.measure(),
    }),
  );

  constructor() {
    super();
    const observer = new ResizeObserver(() => this.width.set(this.host.clientWidth));
    afterNextRender(() => observer.observe(this.host));
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    void document.fonts.ready.then(() => this.measure.set((words) => measureWords(words)));
  }

  override picture(): string | null {
    const chart = this.chart();
    return chart === null ? null : chart.getDataURL({ pixelRatio: 2, backgroundColor: this.colours().paper });
  }

  protected move(event: KeyboardEvent): void {
    const last = this.points().length - 1;
    const step = STEPS[event.key];
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? last : this.shown() + (step ?? 0);
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    this.shown.set(Math.max(0, Math.min(last, target)));
    this.pointAt(this.shown());
  }

  protected leave(): void {
    this.chart()?.dispatchAction({ type: 'hideTip' });
  }

  /** Shows the words of a point where the pointer would. */
  private pointAt(index: number): void {
    const chart = this.chart();
    const value = this.points()[index]?.value ?? this.axis().min;
    const place: unknown = chart?.convertToPixel({ gridIndex: 0 }, [index, value]);
    if (chart === null || !Array.isArray(place)) return;
    const [x, y] = place.map(Number);
    chart.dispatchAction({ type: 'showTip', x, y });
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
      band: colour('band'),
      memburuk: colour('memburuk'),
      membaik: colour('membaik'),
      netral: colour('netral'),
    };
  });
}

let pen: CanvasRenderingContext2D | null = null;

/** Some browsers draw words wider than they measure them, because they place each letter on whole pixels. */
const SLACK = 1.05;

/** Width of words in the size of a note; a guess where the browser has no canvas. */
function measureWords(words: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return words.length * 6.5;
  pen.font = '12px "Plus Jakarta Sans", system-ui, sans-serif';
  return pen.measureText(words).width * SLACK;
}

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
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Theme } from '../../../core/theme.ts';
import { ChartPicture } from '../../../ui/chart-picture.ts';
import {
  type CurveColours,
  type CurveLine,
  type CurvePoint,
  curveOptions,
  wasReplanned,
} from './curve-style.ts';

const NARROW = 560;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/**
 * A programme over time: plan, first plan, reported and signed. By keyboard it is passed point by point (arrow keys,
 * Home, End), and each point is said in words.
 */
@Component({
  selector: 'pandu-curve-chart',
  imports: [NgxEchartsDirective],
  providers: [
    provideEchartsCore({ echarts: () => import('../../../ui/trend/echarts-setup.ts') }),
    { provide: ChartPicture, useExisting: forwardRef(() => CurveChart) },
  ],
  template: `
    <ul aria-hidden="true">
      @for (line of lines(); track line) {
        <li>
          <svg width="26" height="10"><line [class]="line" x1="1" x2="25" y1="5" y2="5" /></svg>
          {{ t('pilots.curve.' + line) }}
        </li>
      }
    </ul>
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
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      font: var(--note);
      color: var(--muted);
    }
    li {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    line {
      stroke: var(--ink);
      stroke-width: 2;
    }
    .signed {
      stroke-width: 1.8;
      stroke-dasharray: 0.1 4;
      stroke-linecap: round;
    }
    .planned {
      stroke: var(--primary);
      stroke-width: 1.5;
    }
    .firstPlanned {
      stroke: var(--muted);
      stroke-width: 1;
      stroke-dasharray: 4 4;
    }
    .drawing {
      width: 100%;
      height: 300px;
    }
    @media (max-width: 760px) {
      .drawing {
        height: 240px;
      }
    }
  `,
})
export class CurveChart extends ChartPicture {
  readonly points = input.required<readonly CurvePoint[]>();
  /** What a listener hears instead of the drawing. */
  readonly label = input.required<string>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly theme = inject(Theme);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly chart = signal<ECharts | null>(null);
  private readonly width = signal(this.host.clientWidth);
  /** The point that the keyboard is at: the newest reported one at first. */
  protected readonly shown = linkedSignal(() =>
    Math.max(
      0,
      this.points().findLastIndex(({ actual }) => actual !== null),
    ),
  );
  protected readonly lines = computed<readonly CurveLine[]>(() => [
    'actual',
    'signed',
    'planned',
    ...(wasReplanned(this.points()) ? (['firstPlanned'] as const) : []),
  ]);
  protected readonly pointText = computed(() => {
    const point = this.points()[this.shown()];
    return point === undefined ? '' : this.describe(point).join(', ');
  });
  protected readonly options = computed(() =>
    curveOptions(this.points(), {
      colours: this.colours(),
      formats: this.formats.now,
      narrow: this.width() < NARROW,
      describe: (point) => this.describe(point),
    }),
  );
  /** A canvas knows no custom properties: they are read again whenever the theme changes. */
  private readonly colours = computed<CurveColours>(() => {
    this.theme.shown();
    const style = getComputedStyle(this.root);
    const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    return {
      ink: colour('ink'),
      muted: colour('muted'),
      paper: colour('paper'),
      control: colour('control'),
      primary: colour('primary'),
    };
  });

  constructor() {
    super();
    const observer = new ResizeObserver(() => this.width.set(this.host.clientWidth));
    afterNextRender(() => observer.observe(this.host));
    inject(DestroyRef).onDestroy(() => observer.disconnect());
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

  private describe(point: CurvePoint): readonly string[] {
    return [
      this.formats.now.date(point.on),
      ...this.lines().flatMap((line) => {
        const share = point[line];
        return share === null
          ? []
          : [`${this.t(`pilots.curve.${line}`)} ${this.formats.now.share(share, 0)}`];
      }),
    ];
  }

  /** Shows the words of a point where the pointer would. */
  private pointAt(index: number): void {
    const chart = this.chart();
    const point = this.points()[index];
    if (chart === null || point === undefined) return;
    const place: unknown = chart.convertToPixel({ gridIndex: 0 }, [point.on, point.actual ?? point.planned]);
    if (!Array.isArray(place)) return;
    const [x, y] = place.map(Number);
    chart.dispatchAction({ type: 'showTip', x, y });
  }
}

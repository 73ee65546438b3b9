import type { TrendPoint } from '../sparkline-shape.ts';
import type { SignalTone } from '#domain/spc/signal-tone';
import type { TrendLayers } from './trend-layers.ts';
import type { ValueAxis } from './value-axis.ts';

/** A point of a measure page's trend, with the words that are shown for it. */
export interface LabelledPoint extends TrendPoint {
  /** On the axis, e.g. `Nov 2026`. */
  readonly label: string;
  /** Inside a sentence, e.g. `November 2026`. */
  readonly name: string;
  /** The value in words, e.g. `74 %`; what is said instead when it is missing. */
  readonly text: string;
  /** The records behind it, in words, e.g. `n = 412`. */
  readonly detail: string;
  /** A change of the instrument breaks the line; null where there is no instrument. */
  readonly instrument: string | null;
  /** How the signal that this point completes is to be read; null where it completes none. */
  readonly tone: SignalTone | null;
  /** Further lines for this point: the signal in words, what is usual, notes. */
  readonly more: readonly string[];
}

export interface ChartColours {
  readonly ink: string;
  readonly muted: string;
  readonly paper: string;
  readonly hair: string;
  readonly control: string;
  readonly band: string;
  readonly memburuk: string;
  readonly membaik: string;
  readonly netral: string;
}

/** How a trend is drawn. */
export interface TrendStyle {
  readonly colours: ChartColours;
  /** Text for a value on the vertical axis. */
  readonly axisText: (value: number) => string;
  readonly axis: ValueAxis;
  /** True on a narrow screen: fewer labels. */
  readonly narrow: boolean;
  readonly layers: TrendLayers;
  /** Width of the drawing, in pixels. */
  readonly width: number;
  /** Width of words in the size of a note, in pixels. */
  readonly measure: (words: string) => number;
}

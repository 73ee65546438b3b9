/** The signs of judgements on paper: their shape says it, so that they are read in grey as well. */
import type { CanvasElement, Column, Content, ContentCanvas } from 'pdfmake/interfaces.js';
import type { Figure } from '#contract/reports/report-document';
import { COLOUR, SIZE } from './paper-style.ts';
import { paperWords } from './paper-words.ts';

type Variation = NonNullable<Figure['variation']>;

/** Side of a sign in points. */
const SIDE = 6.4;
const HALF = SIDE / 2;

/** Copied where they are drawn: pdfmake moves what it is given. Diamond for worse (hollow: not enough data), ring for better, square for changed, dash for stable. */
const SHAPES: Readonly<Record<Variation, CanvasElement>> = {
  worsening: { type: 'polyline', points: diamond(0), closePath: true, color: COLOUR.worse },
  unknown: {
    type: 'polyline',
    points: diamond(0.6),
    closePath: true,
    lineColor: COLOUR.worse,
    lineWidth: 0.9,
  },
  improving: {
    type: 'ellipse',
    x: HALF,
    y: HALF,
    r1: HALF - 0.5,
    r2: HALF - 0.5,
    lineColor: COLOUR.better,
    lineWidth: 1.1,
  },
  changed: { type: 'rect', x: 0.6, y: 0.6, w: SIDE - 1.2, h: SIDE - 1.2, color: COLOUR.neutral },
  stable: {
    type: 'line',
    x1: 0.4,
    y1: HALF,
    x2: SIDE - 0.4,
    y2: HALF,
    lineColor: COLOUR.muted,
    lineWidth: 1.1,
  },
};

/** Order in the legend: what asks for attention first. */
const ORDER: readonly Variation[] = ['worsening', 'improving', 'changed', 'stable', 'unknown'];

/** The sign of a judgement, as high as the words beside it. */
export function markOf(variation: Variation): ContentCanvas {
  return { canvas: [structuredClone(SHAPES[variation])], margin: [0, 2, 0, 0] };
}

/** Width that a sign takes in a cell, in points. */
export const MARK_WIDTH = SIDE;

/** The signs that stand in a table, each with its word. */
export function legendOf(used: ReadonlySet<Variation>, language: 'id' | 'en'): Content {
  return { columns: signsOf(used, language), columnGap: 5, margin: [0, 6, 0, 0] };
}

/** Each sign beside its word, what asks for attention first. */
export function signsOf(used: ReadonlySet<Variation>, language: 'id' | 'en'): Column[] {
  const words = paperWords(language);
  return ORDER.filter((variation) => used.has(variation)).flatMap((variation): Column[] => [
    { width: SIDE, canvas: [structuredClone(SHAPES[variation])], margin: [0, 1.6, 0, 0] },
    { width: 'auto', text: words.marks[variation], fontSize: SIZE.note, color: COLOUR.muted },
  ]);
}

function diamond(inset: number): { x: number; y: number }[] {
  return [
    { x: HALF, y: inset },
    { x: SIDE - inset, y: HALF },
    { x: HALF, y: SIDE - inset },
    { x: inset, y: HALF },
  ];
}

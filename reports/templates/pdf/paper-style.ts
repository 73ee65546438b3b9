/** Sizes and colours of the reports on paper: legible in grey, because shape and word say what colour only helps. */
import type { Style } from 'pdfmake/interfaces.js';

/** In points; A4 is 595 × 842. */
export const PAGE = { left: 48, right: 48, top: 56, bottom: 66 } as const;
export const A4 = { short: 595.28, long: 841.89 } as const;

export const FONT = 'Plus Jakarta Sans';
/** Figures of one width, so that columns of numbers stand under each other. */
export const FONT_FEATURES: NonNullable<Style['fontFeatures']> = ['tnum'];

export const COLOUR = {
  ink: '#16211f',
  muted: '#4b5653',
  primary: '#0b5a54',
  hair: '#c4c7c1',
  band: '#e9ebe8',
  worse: '#a8480a',
  better: '#0a5fa8',
  neutral: '#6a429f',
} as const;

export const SIZE = {
  cover: 30,
  title: 17,
  finding: 11.5,
  heading: 10.5,
  body: 9.5,
  table: 8.2,
  dense: 7.3,
  note: 7.2,
  small: 6.6,
  number: 34,
} as const;

/** Width of the text on a page, in points. */
export function textWidth(orientation: 'portrait' | 'landscape'): number {
  return (orientation === 'portrait' ? A4.short : A4.long) - PAGE.left - PAGE.right;
}

/** Height of the text on a page, in points. */
export function textHeight(orientation: 'portrait' | 'landscape'): number {
  return (orientation === 'portrait' ? A4.long : A4.short) - PAGE.top - PAGE.bottom;
}

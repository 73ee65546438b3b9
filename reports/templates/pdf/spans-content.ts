/** Sentences on paper: numbers stand out among the words. */
import type { ContentText } from 'pdfmake/interfaces.js';
import type { Span } from '#contract/reports/report-document';
import { NO_BREAK } from '#domain/language';
import { printable } from './printable.ts';

/** A day in running text, which no line breaks: `9 Nov 2026`. */
const DAY = /\b(\d{1,2}) ([A-Z][a-z]{2,3}) (\d{4})\b/g;

/** The pieces of a sentence; numbers and strong words are semibold. */
export function spansContent(spans: readonly Span[]): ContentText[] {
  return spans.map((span) => ({
    text: printable(span.text).replace(DAY, `$1${NO_BREAK}$2${NO_BREAK}$3`),
    ...(('value' in span && span.value !== null) || ('strong' in span && span.strong === true)
      ? { bold: true }
      : {}),
  }));
}

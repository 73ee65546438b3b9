/** Sentences on paper: numbers stand out among the words. */
import type { ContentText } from 'pdfmake/interfaces.js';
import type { Span } from '#contract/reports/report-document';
import { printable } from './printable.ts';

/** The pieces of a sentence; numbers and strong words are semibold. */
export function spansContent(spans: readonly Span[]): ContentText[] {
  return spans.map((span) => ({
    text: printable(span.text),
    ...(('value' in span && span.value !== null) || ('strong' in span && span.strong === true)
      ? { bold: true }
      : {}),
  }));
}

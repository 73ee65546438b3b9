/** Sentences of a report: words with numbers among them. */
import type { Span } from '#contract/reports/report-document';

/** What takes the place of a `{name}`: a number of the report, words, or words that are to be seen first. */
export type SpanValue = Span | string;

/** A sentence from its pattern, e.g. `Diterima {received} permohonan.` @throws Error for a name without a value. */
export function spansOf(pattern: string, values: Readonly<Record<string, SpanValue>> = {}): Span[] {
  return pattern
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece): Span => {
      if (!/^\{\w+\}$/.test(piece)) return { text: piece };
      const value = values[piece.slice(1, -1)];
      if (value === undefined) throw new Error(`Nothing stands for ${piece} in "${pattern}".`);
      return typeof value === 'string' ? { text: value } : value;
    });
}

/** Sentences one after another, with a space between them; empty ones are left out. */
export function sentences(...parts: readonly (readonly Span[])[]): Span[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [{ text: ' ' }, ...part]));
}

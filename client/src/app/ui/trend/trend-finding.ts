import type { TrendPoint } from '../sparkline-shape.ts';

export interface FindingPoint extends TrendPoint {
  /** Its time inside a sentence, e.g. `November 2026`. */
  readonly name: string;
  readonly text: string;
}

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** So many finished points are needed before "lowest" or "highest" says anything. */
const ENOUGH = 6;

/** The first sentence of what is told, for a title, and the others, which stand under it. */
export function firstSentence(told: string): { readonly first: string; readonly others: string } {
  const end = /\.\s+(?=\p{Lu})/u.exec(told);
  return end === null
    ? { first: told, others: '' }
    : { first: told.slice(0, end.index + 1), others: told.slice(end.index + end[0].length) };
}

/**
 * What a trend says while no signal is calculated for it: its newest finished point, and where that lies among the
 * others. It states, and does not judge. Without a finished point the unfinished one is told as such.
 */
export function trendFinding(name: string, points: readonly FindingPoint[], span: string, t: Words): string {
  const finished = points.filter((point) => point.state === 'defined' && point.value !== null);
  const newest = finished.at(-1);
  if (newest === undefined || newest.value === null) {
    const open = points.findLast((point) => point.state === 'partial' && point.value !== null);
    return open === undefined
      ? t('finding.none', { name })
      : t('finding.open', { name, period: open.name, value: open.text });
  }
  const values = { name, period: newest.name, value: newest.text, span };
  if (finished.length < ENOUGH) return t('finding.alone', values);
  const sorted = finished.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return t('finding.alone', values);
  if (lowest.value === highest.value) return t('finding.constant', values);
  if (newest.value === highest.value) return t('finding.highest', values);
  if (newest.value === lowest.value) return t('finding.lowest', values);
  return t('finding.between', { ...values, low: lowest.text, high: highest.text });
}

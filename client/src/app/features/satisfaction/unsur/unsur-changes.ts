import type { Summary } from '#contract/measures';

type Ikm = Pick<Summary['ikm'], 'instrument' | 'unsur'>;

/** An unsur now and in the period before. */
export interface UnsurChange {
  readonly code: string;
  readonly name: string;
  /** 1–4 */
  readonly mean: number;
  /** 1–4; null without answers before, or when another instrument asked. */
  readonly before: number | null;
}

/**
 * The unsur of a period beside those of the period before. Two instruments ask different questions under the same code,
 * so they are never compared.
 */
export function unsurChanges(now: Ikm, before: Ikm): readonly UnsurChange[] {
  const comparable = now.instrument !== null && now.instrument === before.instrument;
  return now.unsur.map(({ code, name, mean }) => ({
    code,
    name,
    mean,
    before: comparable ? (before.unsur.find((unsur) => unsur.code === code)?.mean ?? null) : null,
  }));
}

/** The unsur with the lowest mean, the first of equals; null without any. */
export function lowestOf<U extends { readonly mean: number }>(unsur: readonly U[]): U | null {
  return unsur.reduce<U | null>((low, entry) => (low === null || entry.mean < low.mean ? entry : low), null);
}

/** How much the mean went up or down, as it is read: the difference of both means rounded to two decimals. */
export function changeOf({ mean, before }: Pick<UnsurChange, 'mean' | 'before'>): number | null {
  if (before === null) return null;
  return (Math.round(mean * 100) - Math.round(before * 100)) / 100;
}

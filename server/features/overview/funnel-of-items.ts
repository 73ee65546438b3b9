import type { Breakdown } from '#contract/measures';
import { MEASURES, type MeasureId } from '#domain/measures';
import { funnelVerdict } from '#domain/spc/funnel';

type Row = Readonly<Record<string, unknown>>;

/** Respondents are no part of the cases they are compared with. */
const NO_PROPORTION: ReadonlySet<string> = new Set(['participationShare']);

/**
 * Where each item of a breakdown stands against the whole, for every share whose good side is known: items of different
 * size are compared by a funnel, not ranked. It is made of the answer itself, so that it tells nothing of what is
 * withheld.
 *
 * @param items with their `key`; the share and its denominator may be null
 * @param total the whole that the items are parts of
 * @returns by field, then by key; a field of which the whole is not known is left out
 */
export function funnelOfItems(
  measure: MeasureId,
  items: readonly object[],
  total: object,
): NonNullable<Breakdown['funnel']> {
  const funnel: NonNullable<Breakdown['funnel']> = {};
  for (const field of MEASURES[measure].fields) {
    if (field.unit !== 'share' || field.polarity === 'neutral' || NO_PROPORTION.has(field.id)) continue;
    const whole = partOf(total as Row, field.id, field.n);
    if (whole === null) continue;
    const verdicts = (items as readonly Row[]).flatMap((item) => {
      const part = partOf(item, field.id, field.n);
      return part === null
        ? []
        : [[String(item['key']), funnelVerdict(part, whole, field.minimumN)] as const];
    });
    funnel[field.id] = Object.fromEntries(verdicts);
  }
  return funnel;
}

/** Numerator and denominator of a share; null where either is not told. */
function partOf(row: Row, field: string, n: string): { readonly met: number; readonly n: number } | null {
  const [share, count] = [row[field], row[n]];
  if (typeof share !== 'number' || typeof count !== 'number') return null;
  return { met: Math.round(share * count), n: count };
}

import { figuresOf, type FigureContent, type FigurePlace, type SnapshotFigure } from './snapshot-figures.ts';

/** A figure that differs between two contents of the same unit and period. */
export interface FigureDifference extends FigurePlace {
  readonly address: string;
  /** null: none on that side, because there is no data, it is withheld, or the line is not there. */
  readonly before: number | null;
  readonly after: number | null;
  /** `after − before`; null where one of them is missing. */
  readonly difference: number | null;
}

/** Beyond this share of the value two numbers differ: sums of the same numbers in another order do not. */
const SAME_WITHIN = 1e-9;

/**
 * Every figure that differs, by its address: changed, gone, or new. Those that are missing on both sides do not, nor does
 * what one of them was frozen without because reports did not tell it yet.
 */
export function compareFigures(before: FigureContent, after: FigureContent): FigureDifference[] {
  const toldInBoth = before.respondents !== undefined && after.respondents !== undefined;
  const earlier = byAddress(before, toldInBoth);
  const later = byAddress(after, toldInBoth);
  const addresses = new Set([...earlier.keys(), ...later.keys()]);
  return [...addresses].flatMap((address) => {
    const was = earlier.get(address);
    const is = later.get(address);
    const figure = is ?? was;
    const old = was?.value ?? null;
    const now = is?.value ?? null;
    if (figure === undefined || isSame(old, now)) return [];
    const { part, measure, field, by, label, month } = figure;
    return [
      {
        address,
        part,
        measure,
        field,
        by,
        label,
        month,
        before: old,
        after: now,
        difference: old === null || now === null ? null : now - old,
      },
    ];
  });
}

function byAddress(content: FigureContent, withRespondents: boolean): Map<string, SnapshotFigure> {
  return new Map(
    figuresOf(content)
      .filter(({ part }) => withRespondents || part !== 'respondents')
      .map((figure) => [figure.address, figure]),
  );
}

function isSame(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= SAME_WITHIN * Math.max(Math.abs(one), Math.abs(other));
}

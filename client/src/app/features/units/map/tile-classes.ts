/** Shades of the one colour of the map. */
export const SHADES = 5;

/**
 * The shade of every value, 0 for the lowest and {@link SHADES} − 1 for the highest, in steps of equal width between
 * the smallest and the largest value; null where there is no value. Equal values share the middle shade.
 */
export function shadesOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values.map((value) => {
    if (value === null) return null;
    if (high === low) return Math.floor(SHADES / 2);
    return Math.min(SHADES - 1, Math.floor(((value - low) / (high - low)) * SHADES));
  });
}

/** The limits of the shades, lowest first: one more than there are shades; empty where the values do not differ. */
export function shadeLimits(values: readonly (number | null)[]): readonly number[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (known.length === 0 || high === low) return [];
  return Array.from({ length: SHADES + 1 }, (_, index) => low + ((high - low) * index) / SHADES);
}

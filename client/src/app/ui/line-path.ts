/** Pixels to a tenth: finer ones only make the drawing longer. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The path of a line through values one step apart, in pixels; a missing value breaks it. */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const joins = index > 0 && (values[index - 1] ?? null) !== null;
      // A lone point is a stroke of one pixel, which round ends make a dot.
      const alone = !joins && (values[index + 1] ?? null) === null;
      return `${joins ? 'L' : 'M'}${x(index)} ${y(value)}${alone ? 'h.1' : ''}`;
    })
    .join('');
}

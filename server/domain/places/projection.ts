import type { Outline } from './outline.ts';

/** Areas on paper: paths in a box of a given width, north at the top. */
export interface ProjectedAreas {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly {
    readonly code: string;
    /** SVG path of all rings; holes by the even-odd rule. */
    readonly path: string;
    /** Path of the largest ring alone. */
    readonly border: string;
    /** A place for the number: the centre of gravity of the largest ring, and how large its box is. */
    readonly middle: { readonly x: number; readonly y: number };
    readonly room: { readonly width: number; readonly height: number };
  }[];
}

/**
 * Equirectangular projection at the middle latitude, which is exact enough for a kabupaten: a degree of longitude is as
 * long as the cosine of the latitude says.
 *
 * @param width of the drawing; its height follows
 */
export function projectAreas(
  areas: readonly { readonly code: string; readonly outline: Outline }[],
  width: number,
): ProjectedAreas {
  const positions = areas.flatMap(({ outline }) => outline.flat(2));
  if (positions.length === 0) return { width, height: 0, areas: [] };
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of positions) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max(1e-9, (east - west) * squeeze);
  const at = ([x, y]: readonly [number, number]) => ({
    x: rounded((x - west) * squeeze * scale),
    y: rounded((north - y) * scale),
  });
  return {
    width,
    height: Math.ceil((north - south) * scale),
    areas: areas.map(({ code, outline }) => {
      const boxes = outline.flat().map((ring) => {
        const placed = ring.map(at);
        const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)];
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
        const { size, x, y } = gravity(placed);
        return {
          path: `M${placed.map((place) => `${place.x} ${place.y}`).join('L')}Z`,
          size,
          middle: { x: rounded(x), y: rounded(y) },
          room: { width: rounded(right - left), height: rounded(bottom - top) },
        };
      });
      const [largest] = boxes.toSorted((a, b) => b.size - a.size);
      return {
        code,
        path: boxes.map(({ path }) => path).join(''),
        border: largest?.path ?? '',
        middle: largest?.middle ?? { x: 0, y: 0 },
        room: largest?.room ?? { width: 0, height: 0 },
      };
    }),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Area of a closed ring and its centre of gravity; a ring without an area has its first place. */
function gravity(ring: readonly Place[]): Place & { readonly size: number } {
  const [first] = ring;
  if (first === undefined) return { size: 0, x: 0, y: 0 };
  let [size, sumX, sumY] = [0, 0, 0];
  ring.forEach((here, index) => {
    const next = ring[(index + 1) % ring.length] ?? here;
    // Measured from the first place, so that large coordinates lose no digits.
    const [ax, ay, bx, by] = [here.x - first.x, here.y - first.y, next.x - first.x, next.y - first.y];
    const part = ax * by - bx * ay;
    size += part;
    sumX += (ax + bx) * part;
    sumY += (ay + by) * part;
  });
  if (size === 0) return { size: 0, ...first };
  return { size: Math.abs(size) / 2, x: first.x + sumX / (3 * size), y: first.y + sumY / (3 * size) };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

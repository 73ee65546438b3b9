/** Longitude and latitude in degrees (WGS 84). */
export type Position = readonly [number, number];
export type Ring = readonly Position[];
/** Rings of every polygon of an area, the outer one first, as in a GeoJSON MultiPolygon. */
export type Outline = readonly (readonly Ring[])[];

/** What was repaired or left out. */
export type OutlineNote = 'ring-closed' | 'ring-too-short' | 'ring-crosses-itself';
/** Why nothing can be drawn. */
export type OutlineFault = 'not-an-area' | 'not-degrees' | 'nothing-left' | 'too-many-positions';

export type CleanOutline =
  | { readonly ok: true; readonly outline: Outline; readonly notes: readonly OutlineNote[] }
  | { readonly ok: false; readonly fault: OutlineFault };

/** Detail smaller than this, about 55 m at the equator, is less than a pixel on the map of a kabupaten. */
const TOLERANCE_DEGREES = 0.0005;
/** Positions one area may have before it is simplified. */
const MOST_POSITIONS = 200_000;
/** Rings with more positions are not looked through for crossings: every pair of sides would be compared. */
const MOST_COMPARED = 1_500;

/**
 * Makes a GeoJSON Polygon or MultiPolygon fit to be drawn: closes open rings, leaves out rings of fewer than four
 * positions, takes away detail below {@link TOLERANCE_DEGREES}, and tells rings that cross themselves. Anything else
 * than degrees (coordinates of a projection) is refused.
 */
export function cleanOutline(geometry: unknown): CleanOutline {
  const polygons = polygonsOf(geometry);
  if (polygons === null) return { ok: false, fault: 'not-an-area' };
  const rings = polygons.flat();
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > MOST_POSITIONS)
    return { ok: false, fault: 'too-many-positions' };
  if (rings.flat().some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90))
    return { ok: false, fault: 'not-degrees' };
  const notes = new Set<OutlineNote>();
  const outline = polygons
    .map((polygon) => {
      const cleaned = polygon.map((ring) => cleanRing(ring, notes));
      // A polygon whose outer ring is gone has nothing that its holes could be holes of.
      return cleaned[0] === null ? [] : cleaned.filter((ring) => ring !== null);
    })
    .filter((polygon) => polygon.length > 0);
  return outline.length === 0
    ? { ok: false, fault: 'nothing-left' }
    : { ok: true, outline, notes: [...notes] };
}

function cleanRing(ring: Ring, notes: Set<OutlineNote>): Ring | null {
  const distinct = ring.filter((position, index) => index === 0 || !same(position, ring[index - 1]));
  const [first] = distinct;
  if (first === undefined) return tooShort(notes);
  const closed = same(first, distinct.at(-1)) && distinct.length > 1 ? distinct : [...distinct, first];
  if (closed.length < 4) return tooShort(notes);
  if (closed.length > distinct.length) notes.add('ring-closed');
  const simple = simplified(closed);
  // An islet smaller than the detail left out keeps its own shape.
  const kept = (simple.length < 4 ? closed : simple).map(([x, y]): Position => [
    Math.round(x * 1e5) / 1e5,
    Math.round(y * 1e5) / 1e5,
  ]);
  if (crossesItself(kept)) notes.add('ring-crosses-itself');
  return kept;
}

function tooShort(notes: Set<OutlineNote>): null {
  notes.add('ring-too-short');
  return null;
}

/** Douglas and Peucker: a position stays when the line without it would lie further off than the tolerance. */
function simplified(ring: Ring): Position[] {
  const keep = new Uint8Array(ring.length);
  keep[0] = 1;
  keep[ring.length - 1] = 1;
  // A closed ring begins and ends at one place: the position furthest from it divides it into two lines.
  const start = ring[0];
  if (start === undefined) return [];
  const stretches: [number, number][] = [[0, ring.length - 1]];
  for (let next = stretches.pop(); next !== undefined; next = stretches.pop()) {
    const [from, to] = next;
    const [a, b] = [ring[from], ring[to]];
    if (a === undefined || b === undefined) continue;
    let furthest = 0;
    let at = -1;
    for (let index = from + 1; index < to; index += 1) {
      const position = ring[index];
      const distance = position === undefined ? 0 : distanceToLine(position, a, b);
      if (distance > furthest) [furthest, at] = [distance, index];
    }
    if (at < 0 || furthest <= TOLERANCE_DEGREES) continue;
    keep[at] = 1;
    stretches.push([from, at], [at, to]);
  }
  return ring.filter((_, index) => keep[index] === 1);
}

function distanceToLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function crossesItself(ring: Ring): boolean {
  if (ring.length > MOST_COMPARED) return false;
  const sides = ring.length - 1;
  for (let one = 0; one < sides; one += 1)
    for (let other = one + 2; other < sides; other += 1) {
      if (one === 0 && other === sides - 1) continue;
      const [a, b, c, d] = [ring[one], ring[one + 1], ring[other], ring[other + 1]];
      if (a && b && c && d && crosses(a, b, c, d)) return true;
    }
  return false;
}

/** Two sides that share a place without passing through each other only touch. */
function crosses(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

function same(a: Position, b: Position | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function polygonsOf(geometry: unknown): Outline | null {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon') return [coordinates].every(isPolygon) ? [coordinates as readonly Ring[]] : null;
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates) || !coordinates.every(isPolygon)) return null;
  return coordinates as Outline;
}

function isPolygon(polygon: unknown): boolean {
  return Array.isArray(polygon) && polygon.every((ring) => Array.isArray(ring) && ring.every(isPosition));
}

function isPosition(position: unknown): boolean {
  return (
    Array.isArray(position) &&
    position.length >= 2 &&
    Number.isFinite(position[0]) &&
    Number.isFinite(position[1])
  );
}

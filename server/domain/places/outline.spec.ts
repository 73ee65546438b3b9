import { cleanOutline, type CleanOutline, type Position, type Ring } from './outline.ts';

const SQUARE: Ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const polygon = (...coordinates: Ring[]): CleanOutline => cleanOutline({ type: 'Polygon', coordinates });

describe('the outline of an area', () => {
  it('is taken as it is where nothing is wrong', () => {
    expect(polygon(SQUARE)).toEqual({ ok: true, outline: [[SQUARE]], notes: [] });
    const two = cleanOutline({ type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] });
    expect(two.ok && two.outline.length).toBe(2);
  });

  it('is closed where it was left open, and says so', () => {
    expect(polygon(SQUARE.slice(0, 4))).toEqual({
      ok: true,
      outline: [[SQUARE]],
      notes: ['ring-closed'],
    });
  });

  it('loses rings without an area, and is refused when none is left', () => {
    const hole: Ring = [
      [0.2, 0.2],
      [0.4, 0.4],
      [0.2, 0.2],
    ];
    const cleaned = polygon(SQUARE, hole);
    expect(cleaned).toEqual({ ok: true, outline: [[SQUARE]], notes: ['ring-too-short'] });
    expect(polygon(hole)).toEqual({ ok: false, fault: 'nothing-left' });
  });

  it('loses detail below 0.0005 degrees and keeps what is larger', () => {
    // The first dent is 0.0004 deep, the second 0.0006.
    const dented: Ring = [
      [0, 0],
      [0.5, 0.0004],
      [1, 0],
      [1, 1],
      [0.5, 0.9994],
      [0, 1],
      [0, 0],
    ];
    const cleaned = polygon(dented);
    expect(cleaned.ok && cleaned.outline[0]?.[0]).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0.5, 0.9994],
      [0, 1],
      [0, 0],
    ]);
  });

  it('tells a ring that crosses itself', () => {
    const bow: Ring = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    const cleaned = polygon(bow);
    expect(cleaned.ok && cleaned.notes).toEqual(['ring-crosses-itself']);
  });

  it('refuses metres and what is no area', () => {
    const metres = SQUARE.map(([x, y]): Position => [500_000 + x, 9_950_000 + y]);
    expect(polygon(metres)).toEqual({ ok: false, fault: 'not-degrees' });
    expect(cleanOutline({ type: 'Point', coordinates: [0, 0] })).toEqual({ ok: false, fault: 'not-an-area' });
    expect(cleanOutline(null)).toEqual({ ok: false, fault: 'not-an-area' });
    expect(cleanOutline({ type: 'Polygon', coordinates: [[['a', 'b']]] })).toEqual({
      ok: false,
      fault: 'not-an-area',
    });
  });
});

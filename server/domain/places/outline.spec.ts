import { cleanOutline, type CleanOutline } from './outline.ts';

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const polygon = (...coordinates: number[][][]): CleanOutline =>
  cleanOutline({ type: 'Polygon', coordinates });

describe('the outline of an area', () => {
  it('is taken as it is where nothing is wrong', () => {
    expect(polygon(SQUARE)).toEqual({ ok: true, outline: [[SQUARE]], notes: [] } as unknown as CleanOutline);
    const two = cleanOutline({ type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] });
    expect(two.ok && two.outline.length).toBe(2);
  });

  it('is closed where it was left open, and says so', () => {
    expect(polygon(SQUARE.slice(0, 4))).toEqual({
      ok: true,
      outline: [[SQUARE]],
      notes: ['ring-closed'],
    } as unknown as CleanOutline);
  });

  it('loses rings without an area, and is refused when none is left', () => {
    const hole = [
      [0.2, 0.2],
      [0.4, 0.4],
      [0.2, 0.2],
    ];
    const cleaned = polygon(SQUARE, hole);
    expect(cleaned.ok && [cleaned.outline, cleaned.notes]).toEqual([[[SQUARE]], ['ring-too-short']] as never);
    expect(polygon(hole)).toEqual({ ok: false, fault: 'nothing-left' });
  });

  it('loses detail below 0.0005 degrees and keeps what is larger', () => {
    // The first dent is 0.0004 deep, the second 0.0006.
    const dented = [
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
    const bow = [
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
    const metres = SQUARE.map(([x, y]) => [500_000 + (x ?? 0), 9_950_000 + (y ?? 0)]);
    expect(polygon(metres)).toEqual({ ok: false, fault: 'not-degrees' });
    expect(cleanOutline({ type: 'Point', coordinates: [0, 0] })).toEqual({ ok: false, fault: 'not-an-area' });
    expect(cleanOutline(null)).toEqual({ ok: false, fault: 'not-an-area' });
    expect(cleanOutline({ type: 'Polygon', coordinates: [[['a', 'b']]] })).toEqual({
      ok: false,
      fault: 'not-an-area',
    });
  });
});

import { projectAreas } from './projection.ts';
import type { Outline, Ring } from './outline.ts';

const box = (west: number, south: number, size = 1): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const area = (code: string, ...rings: Ring[]): { code: string; outline: Outline } => ({
  code,
  outline: [rings],
});

describe('areas on paper', () => {
  it('stand side by side on the equator, north at the top', () => {
    // Two degrees wide and one high: 200 × 100.
    const { height, areas } = projectAreas([area('a', box(116, -0.5)), area('b', box(117, -0.5))], 200);
    expect(height).toBe(100);
    expect(areas.map(({ code, path, middle }) => [code, path, middle])).toEqual([
      ['a', 'M0 100L100 100L100 0L0 0L0 100Z', { x: 50, y: 50 }],
      ['b', 'M100 100L200 100L200 0L100 0L100 100Z', { x: 150, y: 50 }],
    ]);
  });

  it('are narrower away from the equator: half as wide as high at 60 degrees', () => {
    // cos 60° = 0.5: 50 wide, so that one degree of latitude is 100 high.
    const { height } = projectAreas([area('a', box(10, 59.5))], 50);
    expect(height).toBe(100);
  });

  it('have their number at the centre of gravity, with the room that is there', () => {
    // A right-angled triangle: a third of the way from its right angle (0, 0) to (3, 0) and (0, 3), 100 a degree.
    const triangle: Ring = [
      [100, 0],
      [103, 0],
      [100, 3],
      [100, 0],
    ];
    const [first] = projectAreas([area('a', triangle)], 300).areas;
    expect(first?.middle.x).toBeCloseTo(100, 0);
    expect(first?.middle.y).toBeCloseTo(200, 0);
    expect(first?.room.width).toBe(300);
  });

  it('have their number in the middle of the largest part', () => {
    const [island] = projectAreas([area('a', box(100, 0, 0.5), box(101, 0, 1))], 200).areas;
    expect(island?.middle).toEqual({ x: 150, y: 50 });
  });

  it('are none where nothing was imported', () => {
    expect(projectAreas([], 200)).toEqual({ width: 200, height: 0, areas: [] });
  });
});

import { mostPoints } from './award-table.ts';
import { IGA_2026 } from './iga-2026.ts';
import { innovationIndex } from './iid.ts';

const many = (count: number, points: number): number[] => Array.from({ length: count }, () => points);

describe('Indeks Inovasi Daerah 2026', () => {
  // Letter of 29 April 2026: 15 indicators of the region (63 points), 20 of an innovation (111), the number of
  // innovations (76), together 250.
  it('has the indicators and points of the letter', () => {
    expect(new Set(IGA_2026.spd.map(({ number }) => number)).size).toBe(15);
    expect(IGA_2026.sid.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 16));
    expect(mostPoints(IGA_2026.spd)).toBe(63);
    expect(mostPoints(IGA_2026.sid)).toBe(111);
    expect(IGA_2026.count.points).toBe(76);
    expect(63 + 111 + 76).toBe(IGA_2026.most);
  });

  it('is 100 where everything is reached', () => {
    expect(innovationIndex(IGA_2026, { spd: 63, sid: many(200, 111), affairs: 6 })).toEqual({
      meanSid: 111,
      countPoints: 76,
      total: 250,
      index: 100,
      predicate: 'Sangat inovatif',
    });
  });

  // By hand: 8 × 80 = 640 over 12 = 53.33; 8 × 0.38 = 3.04; 40 + 53.33 + 3.04 = 96.37; / 250 × 100 = 38.549.
  it('takes the mean over twelve where there are fewer', () => {
    const few = innovationIndex(IGA_2026, { spd: 40, sid: many(8, 80), affairs: 6 });
    expect(few.meanSid).toBeCloseTo(53.3333, 4);
    expect(few.countPoints).toBe(3.04);
    expect(few.index).toBe(38.55);
    expect(few.predicate).toBe('Kurang inovatif');
  });

  // By hand: 40 + 70 + 20 × 0.38 = 117.6; / 250 × 100 = 47.04. Without the five affairs: 110 / 250 = 44.
  it('gives nothing for the number where basic services are not covered', () => {
    expect(innovationIndex(IGA_2026, { spd: 40, sid: many(20, 70), affairs: 5 }).index).toBe(47.04);
    const uncovered = innovationIndex(IGA_2026, { spd: 40, sid: many(20, 70), affairs: 4 });
    expect([uncovered.countPoints, uncovered.index, uncovered.predicate]).toEqual([0, 44, 'Inovatif']);
  });

  it('classifies what is rounded: 65.01 and 40.01 begin the next predicate', () => {
    const at = (spd: number, sid: number) =>
      innovationIndex(IGA_2026, { spd, sid: many(12, sid), affairs: 0 });
    // 162.5 / 250 = 65.00; 162.52 / 250 = 65.008, rounded 65.01.
    expect([at(62.5, 100).index, at(62.5, 100).predicate]).toEqual([65, 'Inovatif']);
    expect([at(62.52, 100).index, at(62.52, 100).predicate]).toEqual([65.01, 'Sangat inovatif']);
    // 100 / 250 = 40.00; 100.02 / 250 = 40.008, rounded 40.01.
    expect(at(40, 60).predicate).toBe('Kurang inovatif');
    expect(at(40.02, 60).predicate).toBe('Inovatif');
    expect(at(0, 0).predicate).toBe('Tidak dapat dinilai');
  });
});

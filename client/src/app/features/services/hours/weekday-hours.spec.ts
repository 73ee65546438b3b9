import { type Count, hourTable, weekdayHours } from './weekday-hours.ts';

/** An office: 350 in the daytime and three at other hours, 353 altogether; of these, four are more than 1 %. */
const OFFICE = [
  { key: '1-08', received: 120 },
  { key: '1-10', received: 30 },
  { key: '7-09', received: 200 },
  { key: '3-15', received: 0 },
  { key: '3-05', received: 1 },
  { key: '1-18', received: 2 },
];

/** Everybody who is told in numbers. */
const sumOf = (counts: readonly Count[]): number =>
  counts.reduce<number>((total, count) => total + (typeof count === 'number' ? count : 0), 0);

describe('weekdayHours', () => {
  it('gives a column to every hour from the first to the last that matters, every day of the week', () => {
    const map = weekdayHours(OFFICE);
    expect(map.hours).toEqual([8, 9, 10]);
    expect(map.days.map((day) => day.counts)).toEqual([
      [120, null, 30],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, 200, null],
    ]);
    expect(map.busiest).toEqual({ weekday: 7, hour: 9 });
    expect(map.highest).toBe(200);
  });

  it('is widened to the opening hours where there is room for them', () => {
    expect(weekdayHours(OFFICE, [7, 8, 12]).hours).toEqual([7, 8, 9, 10, 11, 12]);
    // 0 to 12 are 13 columns, 0 to 13 one too many.
    expect(weekdayHours(OFFICE, [0, 12]).hours.length).toBe(13);
    expect(weekdayHours(OFFICE, [0, 13]).hours).toEqual([8, 9, 10]);
  });

  it('counts those of all other hours together, so that nobody is left out', () => {
    const map = weekdayHours(OFFICE);
    expect(map.days.map((day) => day.other)).toEqual([2, null, 1, null, null, null, null]);
    expect(map.otherTotal).toBe(3);
    const counted = map.days.flatMap((day) => [...day.counts, day.other]);
    expect(sumOf(counted)).toBe(353);
  });

  it('shows the night where it matters, as in a hospital', () => {
    // Two of 200 are 1 %, one is not.
    const at = (two: number): ReturnType<typeof weekdayHours> =>
      weekdayHours([
        { key: '1-09', received: 200 - two },
        { key: '2-02', received: two },
      ]);
    expect(at(2).hours).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(at(2).otherTotal).toBe(0);
    expect(at(1).hours).toEqual([9]);
    expect(at(1).otherTotal).toBe(1);
  });

  it('is empty without anybody', () => {
    const empty = {
      hours: [],
      days: [],
      highest: 0,
      busiest: null,
      otherTotal: 0,
      hasOther: false,
      withheld: false,
    };
    expect(weekdayHours([])).toEqual(empty);
    expect(weekdayHours([{ key: '1-08', received: 0 }])).toEqual(empty);
  });

  it('keeps a place for hours that are withheld, which are neither empty nor a number', () => {
    const few = [
      { key: '1-09', received: 200 },
      { key: '2-09', received: null, suppressed: true },
      { key: '3-20', received: null, suppressed: true },
      { key: '4-09', received: null },
    ];
    const map = weekdayHours(few);
    expect(map.hours).toEqual([9]);
    expect(map.days.map((day) => day.counts[0])).toEqual([200, 'withheld', null, null, null, null, null]);
    expect(map.days.map((day) => day.other)).toEqual([null, null, 'withheld', null, null, null, null]);
    expect([map.hasOther, map.withheld, map.otherTotal]).toEqual([true, true, 0]);
    const rows = hourTable(few);
    expect(rows[0]).toEqual({ hour: 9, counts: [200, 'withheld', 0, 0, 0, 0, 0], total: 'withheld' });
    expect(rows.at(-1)?.hour).toBe(20);
  });

  it('refuses a key it does not know', () => {
    expect(() => weekdayHours([{ key: 'Senin', received: 1 }])).toThrowError(/Senin/);
  });
});

describe('hourTable', () => {
  it('has a row for every hour, also those that the map tells together', () => {
    const table = hourTable(OFFICE);
    expect(table.map((row) => row.hour)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(table[0]).toEqual({ hour: 5, counts: [0, 0, 1, 0, 0, 0, 0], total: 1 });
    expect(table.at(-1)).toEqual({ hour: 18, counts: [2, 0, 0, 0, 0, 0, 0], total: 2 });
    expect(sumOf(table.map((row) => row.total))).toBe(353);
  });

  it('is empty without anybody', () => {
    expect(hourTable([])).toEqual([]);
  });
});

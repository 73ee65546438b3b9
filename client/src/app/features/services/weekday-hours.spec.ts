import { weekdayHours } from './weekday-hours.ts';

describe('weekdayHours', () => {
  it('spans the hours in which anybody came, every day of the week', () => {
    const map = weekdayHours([
      { key: '1-08', received: 12 },
      { key: '1-10', received: 3 },
      { key: '7-09', received: 20 },
      { key: '3-15', received: 0 },
    ]);
    expect(map.hours).toEqual([8, 9, 10]);
    expect(map.days.map((day) => day.counts)).toEqual([
      [12, null, 3],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, 20, null],
    ]);
    expect(map.busiest).toEqual({ weekday: 7, hour: 9 });
    expect(map.highest).toBe(20);
  });

  it('is empty without anybody', () => {
    expect(weekdayHours([])).toEqual({ hours: [], days: [], highest: 0, busiest: null });
    expect(weekdayHours([{ key: '1-08', received: 0 }]).busiest).toBeNull();
  });

  it('refuses a key it does not know', () => {
    expect(() => weekdayHours([{ key: 'Senin', received: 1 }])).toThrowError(/Senin/);
  });
});

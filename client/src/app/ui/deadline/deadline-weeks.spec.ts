import { type DeadlineStep, deadlineMonths } from './deadline-weeks.ts';

const step = (day: string, kind: DeadlineStep['kind'], number?: number): DeadlineStep => ({
  day,
  kind,
  label: '',
  ...(number === undefined ? {} : { number }),
});

describe('the weeks that explain a deadline', () => {
  // Thursday 12 November 2026 to Wednesday 18, with a pause and a weekend.
  const steps = [
    step('2026-11-12', 'received'),
    step('2026-11-13', 'paused'),
    step('2026-11-14', 'weekend'),
    step('2026-11-15', 'weekend'),
    step('2026-11-16', 'paused'),
    step('2026-11-17', 'counted', 1),
    step('2026-11-18', 'counted', 2),
  ];

  it('are whole, from the Monday before receipt to the Sunday after the deadline', () => {
    const [month, ...more] = deadlineMonths(steps, '2026-11-18', '2026-11-20');
    expect(more).toEqual([]);
    expect(month?.weeks.map((week) => [week[0]?.day, week[6]?.day])).toEqual([
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
    ]);
    const days = month?.weeks.flat() ?? [];
    expect(days.filter(({ due }) => due).map(({ day }) => day)).toEqual(['2026-11-18']);
    expect(days.filter(({ today }) => today).map(({ day }) => day)).toEqual(['2026-11-20']);
    expect(days.find(({ day }) => day === '2026-11-11')?.step).toBeNull();
    expect([month?.counted, month?.skipped]).toEqual([2, 4]);
  });

  it('reach to today when it is not far behind, and not when it is', () => {
    const lastDay = (today: string) =>
      deadlineMonths(steps, '2026-11-18', today).at(-1)?.weeks.at(-1)?.[6]?.day;
    expect(lastDay('2026-12-01')).toBe('2026-12-06');
    expect(lastDay('2026-12-14')).toBe('2026-11-22');
  });

  it('fold the months between the first and the last when there are many', () => {
    const days = Array.from({ length: 90 }, (_, index) =>
      new Date(Date.UTC(2026, 2, 17 + index)).toISOString().slice(0, 10),
    );
    const long = days.map((day, index) => step(day, index === 0 ? 'received' : 'counted', index));
    const months = deadlineMonths(long, days.at(-1) ?? null, '2026-03-17');
    expect(months.map(({ month, folded }) => [month, folded])).toEqual([
      ['2026-03-01', false],
      ['2026-04-01', true],
      ['2026-05-01', true],
      ['2026-06-01', false],
    ]);
    expect(months.reduce((sum, { counted }) => sum + counted, 0)).toBe(89);
  });

  it('are none where nothing is explained', () => {
    expect(deadlineMonths([], '2026-11-18', '2026-11-20')).toEqual([]);
  });
});

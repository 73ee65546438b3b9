import { findField } from '../measures.ts';
import { judgeSeries, type MonthPoint } from '../spc/series-judgement.ts';
import { addMonthsToStart, monthEnd } from '../period/civil-date.ts';
import {
  isSettledMonth,
  missedSide,
  silencePeriods,
  targetPeriods,
  weeksBefore,
  worseningPeriods,
} from './alert-periods.ts';

const month = { from: '2026-10-01', to: '2026-10-31', hasLimits: true, direction: null } as const;
const atLeast = (value: number) => ({ atLeast: value, atMost: null });

describe('alert periods', () => {
  it('miss a target strictly: reaching it exactly is meeting it', () => {
    expect(missedSide(0.9, atLeast(0.9))).toBeNull();
    // 0.1 + 0.2 is 0.30000000000000004 in floating point.
    expect(missedSide(0.3, atLeast(0.1 + 0.2))).toBeNull();
    expect(missedSide(0.8999, atLeast(0.9))).toBe('below');
    // 0.1 + 0.2 − 0.3 is 5.6e-17: nothing was over a target of none at all.
    expect(missedSide(0.1 + 0.2 - 0.3, { atLeast: null, atMost: 0 })).toBeNull();
    expect(missedSide(480, { atLeast: null, atMost: 480 })).toBeNull();
    expect(missedSide(481, { atLeast: null, atMost: 480 })).toBe('above');
  });

  it('tell a month without a target from one without enough records', () => {
    const states = targetPeriods([
      { ...month, value: 0.8, target: atLeast(0.9) },
      { ...month, value: 0.9, target: atLeast(0.9) },
      { ...month, value: null, target: atLeast(0.9) },
      { ...month, value: 0.1, target: null },
      { ...month, value: null, target: null },
    ]).map(({ state }) => state);
    expect(states).toEqual(['holds', 'clear', 'unknown', 'no-rule', 'no-rule']);
  });

  it('hold where the signal points to the worse side, whichever that is', () => {
    const of = (better: 'up' | 'down') =>
      worseningPeriods(
        [
          { ...month, value: 1, target: null, direction: 'down' },
          { ...month, value: 1, target: null, direction: 'up' },
          { ...month, value: 1, target: null },
          { ...month, value: 1, target: null, hasLimits: false },
          { ...month, value: null, target: null, direction: 'down' },
        ],
        better,
      ).map(({ state }) => state);
    expect(of('up')).toEqual(['holds', 'clear', 'clear', 'unknown', 'unknown']);
    expect(of('down')).toEqual(['clear', 'holds', 'clear', 'unknown', 'unknown']);
  });

  it('wait until nobody can be in time any more with what a month counts as unfinished', () => {
    // 31 October 2026 is a Saturday; 14 working days from Monday 2 November end on Thursday the 19th.
    expect(isSettledMonth('complaints.resolvedShare', '2026-10-31', '2026-11-19')).toBeFalse();
    expect(isSettledMonth('complaints.resolvedShare', '2026-10-31', '2026-11-22')).toBeTrue();
    // 31 July 2026 is a Friday; 14 working days from Monday the 3rd, without Independence Day, end on Friday the 21st.
    expect(isSettledMonth('complaints.resolvedShare', '2026-07-31', '2026-08-21')).toBeFalse();
    expect(isSettledMonth('complaints.resolvedShare', '2026-07-31', '2026-08-22')).toBeTrue();
    expect(isSettledMonth('turnaround.dueMetShare', '2026-10-31', '2026-10-31')).toBeFalse();
    expect(isSettledMonth('turnaround.dueMetShare', '2026-10-31', '2026-11-01')).toBeTrue();
  });

  it('judge no month by limits of another questionnaire', () => {
    const field = findField('ikm', 'score');
    if (field === null) throw new Error('no IKM');
    // Two years of 80 and 82 in turn, then 60 twice: far below the limits 81 ± 2.66 × 2, i.e. 75.68.
    const points = (instrument: string): MonthPoint[] =>
      Array.from({ length: 26 }, (_, index) => {
        const from = addMonthsToStart('2024-09-01', index);
        const value = index >= 24 ? 60 : index % 2 === 0 ? 80 : 82;
        const state = 'defined' as const;
        return {
          from,
          to: monthEnd(from),
          value,
          state,
          n: 30,
          instrument: index >= 24 ? instrument : '14-2017',
        };
      });
    const lastTwo = (instrument: string) => {
      const of = points(instrument);
      const { chart } = judgeSeries(of, field, {
        rebasedOn: [],
        targetOn: () => null,
        lastDay: '2026-10-31',
      });
      const seen = of.map(({ from, to, value }, index) => ({
        from,
        to,
        value,
        target: null,
        hasLimits: chart.limits[index] !== null,
        direction: chart.signals[index]?.direction ?? null,
      }));
      return worseningPeriods(seen, 'up')
        .slice(-2)
        .map(({ state }) => state);
    };
    expect(lastTwo('14-2017')).toEqual(['holds', 'holds']);
    expect(lastTwo('another')).toEqual(['unknown', 'unknown']);
  });

  it('take the whole weeks before a day, Monday to Sunday', () => {
    // 22 November 2026 is a Sunday: its week is not over.
    expect(weeksBefore('2026-11-22', 2)).toEqual([
      { from: '2026-11-02', to: '2026-11-08' },
      { from: '2026-11-09', to: '2026-11-15' },
    ]);
    expect(weeksBefore('2026-11-23', 1)).toEqual([{ from: '2026-11-16', to: '2026-11-22' }]);
  });

  it('hold where a unit was silent for a working week at the end of a week, as the list of exceptions counts it', () => {
    const weeks = weeksBefore('2026-11-23', 4);
    const workingDays = weeks.flatMap(({ from }) => [0, 1, 2, 3, 4].map((day) => plus(from, day)));
    const states = (days: string[], nilMonths: string[] = [], open = workingDays) =>
      silencePeriods(weeks, { days, workingDays: open, nilMonths }).map(({ state }) => state);
    // Last record on Friday 30 October; then weeks of 2–6, 9–13 and 16–20 November.
    expect(states(['2026-10-30'])).toEqual(['clear', 'holds', 'holds', 'holds']);
    // A record on Wednesday 11 November: at the end of that week two working days are without one.
    expect(states(['2026-10-30', '2026-11-11'])).toEqual(['clear', 'holds', 'clear', 'holds']);
    // A record on Monday the 9th leaves four working days of that week: the day of the record is none of them.
    expect(states(['2026-10-30', '2026-11-09'])).toEqual(['clear', 'holds', 'clear', 'holds']);
    // A record on Sunday the 15th: its week ends with one.
    expect(states(['2026-10-30', '2026-11-15'])).toEqual(['clear', 'holds', 'clear', 'holds']);
    expect(states(['2026-10-30'], ['2026-11-01'])).toEqual(['clear', 'clear', 'clear', 'clear']);
    // Silent since Friday 23 October: the week up to Sunday 1 November ends in the month that the word is about.
    expect(states(['2026-10-23'], ['2026-11-01'])[0]).toBe('clear');
    expect(states(['2026-10-23'], ['2026-10-01'])[0]).toBe('holds');
    expect(states([])).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(states(['2025-10-01'])).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    // Silent for a year to the day on Monday the 16th, and a day longer: then it has not begun to report again either.
    expect(states(['2025-11-16'])[2]).toBe('holds');
    expect(states(['2025-11-15'])[2]).toBe('unknown');
    // A week of holidays says nothing.
    const without = workingDays.filter((day) => day < '2026-11-09' || day > '2026-11-15');
    expect(states(['2026-10-30'], [], without)).toEqual(['clear', 'holds', 'unknown', 'holds']);
  });
});

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

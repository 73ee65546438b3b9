import fc from 'fast-check';
import { addDays, dayNumberOf, isoDateOf } from './civil-date.ts';
import { bucketStarts, bucketsOf, coverWithBuckets, lengthInDays, previousPeriod } from './period.ts';
import type { Grain, Period } from './period.ts';

const anyPeriod = fc
  .tuple(
    fc.integer({ min: dayNumberOf('2019-01-01'), max: dayNumberOf('2030-12-31') }),
    fc.integer({ min: 0, max: 1500 }),
  )
  .map(([first, days]): Period => ({ from: isoDateOf(first), to: isoDateOf(first + days) }));

function daysOf(period: Period): string[] {
  return Array.from({ length: lengthInDays(period) }, (_, index) => addDays(period.from, index));
}

describe('previous period', () => {
  const cases: [string, Period, Period][] = [
    ['a month', { from: '2026-03-01', to: '2026-03-31' }, { from: '2026-02-01', to: '2026-02-28' }],
    ['a leap February', { from: '2024-03-01', to: '2024-03-31' }, { from: '2024-02-01', to: '2024-02-29' }],
    ['a quarter', { from: '2026-01-01', to: '2026-03-31' }, { from: '2025-10-01', to: '2025-12-31' }],
    ['a year', { from: '2025-01-01', to: '2025-12-31' }, { from: '2024-01-01', to: '2024-12-31' }],
    ['two years', { from: '2024-01-01', to: '2025-12-31' }, { from: '2022-01-01', to: '2023-12-31' }],
    [
      'three months that are no quarter',
      { from: '2026-02-01', to: '2026-04-30' },
      { from: '2025-11-01', to: '2026-01-31' },
    ],
    ['a half year', { from: '2026-01-01', to: '2026-06-30' }, { from: '2025-07-01', to: '2025-12-31' }],
    ['a part of a month', { from: '2026-03-01', to: '2026-03-30' }, { from: '2026-01-30', to: '2026-02-28' }],
    ['one day', { from: '2026-03-01', to: '2026-03-01' }, { from: '2026-02-28', to: '2026-02-28' }],
    ['the year so far', { from: '2026-01-01', to: '2026-11-20' }, { from: '2025-02-11', to: '2025-12-31' }],
  ];
  for (const [name, period, previous] of cases) {
    it(`of ${name}`, () => expect(previousPeriod(period)).toEqual(previous));
  }

  it('refuses a period that ends before it begins', () => {
    expect(() => previousPeriod({ from: '2026-03-02', to: '2026-03-01' })).toThrowError(RangeError);
    expect(() => bucketsOf({ from: '2026-03-02', to: '2026-03-01' }, 'day')).toThrowError(RangeError);
  });
});

describe('buckets of a period', () => {
  it('clips the first and last month', () => {
    expect(bucketsOf({ from: '2026-01-15', to: '2026-03-02' }, 'month')).toEqual([
      { start: '2026-01-01', end: '2026-01-31', from: '2026-01-15', to: '2026-01-31', whole: false },
      { start: '2026-02-01', end: '2026-02-28', from: '2026-02-01', to: '2026-02-28', whole: true },
      { start: '2026-03-01', end: '2026-03-31', from: '2026-03-01', to: '2026-03-02', whole: false },
    ]);
  });

  it('begins weeks on Monday', () => {
    expect(
      bucketsOf({ from: '2026-11-01', to: '2026-11-09' }, 'week').map((b) => [
        b.start,
        b.from,
        b.to,
        b.whole,
      ]),
    ).toEqual([
      ['2026-10-26', '2026-11-01', '2026-11-01', false],
      ['2026-11-02', '2026-11-02', '2026-11-08', true],
      ['2026-11-09', '2026-11-09', '2026-11-09', false],
    ]);
  });

  it('knows quarters and years', () => {
    expect(
      bucketsOf({ from: '2025-11-20', to: '2026-06-30' }, 'quarter').map((b) => [b.start, b.whole]),
    ).toEqual([
      ['2025-10-01', false],
      ['2026-01-01', true],
      ['2026-04-01', true],
    ]);
    expect(
      bucketsOf({ from: '2024-12-31', to: '2026-12-31' }, 'year').map((b) => [b.start, b.whole]),
    ).toEqual([
      ['2024-01-01', false],
      ['2025-01-01', true],
      ['2026-01-01', true],
    ]);
  });

  it('holds every day of the period once', () => {
    fc.assert(
      fc.property(
        anyPeriod,
        fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year'),
        (period, grain) => {
          expect(bucketsOf(period, grain).flatMap(daysOf)).toEqual(daysOf(period));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('cover with roll-up buckets', () => {
  it('goes days, months, years, months, days', () => {
    expect(coverWithBuckets({ from: '2024-01-15', to: '2026-03-02' })).toEqual([
      { grain: 'day', from: '2024-01-15', to: '2024-01-31' },
      { grain: 'month', from: '2024-02-01', to: '2024-12-31' },
      { grain: 'year', from: '2025-01-01', to: '2025-12-31' },
      { grain: 'month', from: '2026-01-01', to: '2026-02-28' },
      { grain: 'day', from: '2026-03-01', to: '2026-03-02' },
    ]);
  });

  it('takes one bucket for a whole month, year or day', () => {
    expect(coverWithBuckets({ from: '2024-02-01', to: '2024-02-29' })).toEqual([
      { grain: 'month', from: '2024-02-01', to: '2024-02-29' },
    ]);
    expect(coverWithBuckets({ from: '2023-01-01', to: '2025-12-31' })).toEqual([
      { grain: 'year', from: '2023-01-01', to: '2025-12-31' },
    ]);
    expect(coverWithBuckets({ from: '2026-05-05', to: '2026-05-05' })).toEqual([
      { grain: 'day', from: '2026-05-05', to: '2026-05-05' },
    ]);
  });

  it('keeps days on both sides of a month boundary in one run', () => {
    expect(coverWithBuckets({ from: '2026-01-30', to: '2026-02-02' })).toEqual([
      { grain: 'day', from: '2026-01-30', to: '2026-02-02' },
    ]);
  });

  it('names the keys of a run', () => {
    expect(bucketStarts({ grain: 'month', from: '2025-11-01', to: '2026-01-31' })).toEqual([
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
    ]);
    expect(bucketStarts({ grain: 'year', from: '2024-01-01', to: '2025-12-31' })).toEqual([
      '2024-01-01',
      '2025-01-01',
    ]);
  });

  it('covers every day once, in few buckets', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const runs = coverWithBuckets(period);
        expect(runs.flatMap(daysOf)).toEqual(daysOf(period));
        expect(runs.length).toBeLessThanOrEqual(5);
        // At most 30 + 30 days, 11 + 11 months and the 4 whole years of 1,501 days.
        expect(runs.flatMap(bucketStarts).length).toBeLessThanOrEqual(60 + 22 + 4);
      }),
      { numRuns: 60 },
    );
  });
});

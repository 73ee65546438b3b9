import { askedPeriod, daysOf, stepFrom } from './report-period.ts';

const TODAY = '2026-11-22';

describe('period of a report', () => {
  const asked = (grain: string | undefined, from: string | undefined, to: string | undefined) =>
    askedPeriod({ grain, from, to }, TODAY);

  it('is the last one that is over where the address names none', () => {
    expect(asked(undefined, undefined, undefined)).toEqual({ grain: 'month', from: '2026-10-01' });
    expect(asked('quarter', undefined, undefined)).toEqual({ grain: 'quarter', from: '2026-07-01' });
    expect(asked('month', '2027-01-01', undefined)).toEqual({ grain: 'month', from: '2026-10-01' });
    expect(asked('month', 'kemarin', undefined)).toEqual({ grain: 'month', from: '2026-10-01' });
  });

  it('follows days that are just a month or a quarter, whatever was named before', () => {
    expect(asked('month', '2026-07-01', '2026-09-30')).toEqual({ grain: 'quarter', from: '2026-07-01' });
    expect(asked('quarter', '2026-07-01', '2026-07-31')).toEqual({ grain: 'month', from: '2026-07-01' });
  });

  it('is whole for any other days', () => {
    expect(asked('month', '2026-11-10', '2026-11-14')).toEqual({ grain: 'month', from: '2026-11-01' });
    expect(asked('quarter', '2026-11-01', TODAY)).toEqual({ grain: 'quarter', from: '2026-10-01' });
  });

  it('goes from one to the next over the end of a year', () => {
    expect([stepFrom('month', '2026-01-01', -1), stepFrom('quarter', '2026-10-01', 1)]).toEqual([
      '2025-12-01',
      '2027-01-01',
    ]);
  });

  it('is told up to today while it runs', () => {
    expect(daysOf('month', '2026-11-01', TODAY)).toEqual({ from: '2026-11-01', to: TODAY });
    expect(daysOf('quarter', '2026-04-01', TODAY)).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  });
});

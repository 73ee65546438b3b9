import { peerPeriod } from './peer-note-period.ts';

const TODAY = '2026-11-20';

describe('peerPeriod', () => {
  it('is the chosen month, quarter or year when it is over', () => {
    for (const chosen of [
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-07-01', to: '2026-09-30' },
      { from: '2025-01-01', to: '2025-12-31' },
    ]) {
      expect(peerPeriod(chosen, TODAY)).toEqual(chosen);
    }
  });

  it('is the month before while the chosen one still runs', () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    expect(peerPeriod({ from: '2026-11-01', to: TODAY }, TODAY)).toEqual(october);
    expect(peerPeriod({ from: '2026-11-01', to: '2026-11-30' }, TODAY)).toEqual(october);
    expect(peerPeriod({ from: '2026-01-01', to: '2026-12-31' }, TODAY)).toEqual(october);
  });

  it('is the last whole month of any other run of days', () => {
    expect(peerPeriod({ from: '2026-01-01', to: '2026-08-31' }, TODAY)).toEqual({
      from: '2026-08-01',
      to: '2026-08-31',
    });
    expect(peerPeriod({ from: '2026-03-03', to: '2026-04-17' }, TODAY)).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
    });
  });

  it('reaches into the year before in January', () => {
    expect(peerPeriod({ from: '2026-01-01', to: '2026-01-09' }, '2026-01-09')).toEqual({
      from: '2025-12-01',
      to: '2025-12-31',
    });
  });

  it('does not take a month for over on its last day', () => {
    expect(peerPeriod({ from: '2026-10-01', to: '2026-10-31' }, '2026-10-31')).toEqual({
      from: '2026-09-01',
      to: '2026-09-30',
    });
  });
});

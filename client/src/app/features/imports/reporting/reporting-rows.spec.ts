import { type Report, unitReports } from './reporting-rows.ts';

describe('unitReports', () => {
  const report = (code: string, values: Partial<Report>): Report => ({
    unit: { code, name: code, kind: 'kecamatan' },
    dataset: 'service-cases',
    state: 'reported',
    lastOn: '2026-11-19',
    received: 12,
    silentWorkingDays: 0,
    nilBy: null,
    ...values,
  });

  it('puts who is silent on top, the longest silence first, then who has nothing yet', () => {
    const rows = unitReports(
      [
        report('64.02.01', {}),
        report('64.02.02', { state: 'missing', received: 0, lastOn: '2026-10-30', silentWorkingDays: 2 }),
        report('64.02.03', { state: 'silent', received: 4, lastOn: '2026-11-10', silentWorkingDays: 7 }),
        report('64.02.04', { state: 'silent', received: 4, lastOn: '2026-11-05', silentWorkingDays: 10 }),
      ],
      '2026-11-20',
    );
    expect(rows.map(({ unit, state }) => `${unit.code} ${state}`)).toEqual([
      '64.02.04 silent',
      '64.02.03 silent',
      '64.02.02 missing',
      '64.02.01 reported',
    ]);
  });

  it('takes the newest record of a unit, of whatever kind', () => {
    const [row] = unitReports(
      [
        report('64.02.01', { lastOn: '2026-11-05', silentWorkingDays: 10 }),
        report('64.02.01', {
          dataset: 'complaints',
          state: 'missing',
          received: 0,
          lastOn: '2026-10-02',
          silentWorkingDays: 33,
        }),
        report('64.02.01', {
          dataset: 'survey-responses',
          state: 'never',
          lastOn: null,
          silentWorkingDays: null,
        }),
      ],
      '2026-11-20',
    );
    expect([row?.state, row?.lastOn, row?.silentWorkingDays]).toEqual(['reported', '2026-11-05', 10]);
    expect(row?.reports['survey-responses']?.state).toBe('never');
  });

  it('does not wait for a unit without a record for a year, unless it says nihil itself', () => {
    const old = { state: 'missing', received: 0, lastOn: '2025-11-19' } as const;
    expect(unitReports([report('64.02.01', old)], '2026-11-20')).toEqual([]);
    expect(unitReports([report('64.02.01', { ...old, lastOn: '2025-11-20' })], '2026-11-20').length).toBe(1);
    expect(unitReports([report('64.02.01', { ...old, state: 'nil' })], '2026-11-20')[0]?.state).toBe(
      'reported',
    );
    expect(unitReports([report('64.02.01', { ...old, lastOn: null, state: 'never' })], '2026-11-20')).toEqual(
      [],
    );
  });
});

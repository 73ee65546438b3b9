import type { AlertRule } from './alert-episode.ts';
import { alertScore, inAlertOrder, type OrderedAlert } from './alert-order.ts';

const alert = (unit: string, field: string | null, far: number | null, since: string): OrderedAlert => ({
  unit,
  field,
  since,
  reasons: [
    { rule: (field === null ? 'not-reporting' : 'target-missed') satisfies AlertRule, since, holds: true },
  ],
  facts: { month: field === null ? null : '2026-10-01', far, silentDays: field === null ? far : null },
});
const DUE = 'turnaround.dueMetShare';
const IKM = 'ikm.score';

describe('alert order', () => {
  it('weighs how far by how long, as the list of exceptions does', () => {
    // 1.5 sigmas over August, September and October.
    expect(alertScore(alert('a', DUE, 1.5, '2026-08-01'))).toBe(4.5);
    // Half a year and six sigmas at most.
    expect(alertScore(alert('a', DUE, 40, '2024-01-01'))).toBe(36);
    // Without limits: three sigmas. Two months.
    expect(alertScore(alert('a', DUE, null, '2026-09-01'))).toBe(6);
    // Ten working days without a record: 2 for every five, twice.
    expect(alertScore(alert('a', null, 10, '2026-11-02'))).toBe(8);
  });

  it('orders what is equally pressing by the figure, in the order in which figures are told', () => {
    const alerts = [alert('tabang', IKM, 2, '2026-09-01'), alert('sebulu', DUE, 2, '2026-09-01')];
    expect(inAlertOrder(alerts, (each) => each).map(({ field }) => field)).toEqual([DUE, IKM]);
  });

  it('keeps a unit together, the most pressing unit first', () => {
    const alerts = [
      alert('tabang', IKM, 1, '2026-09-01'),
      alert('sebulu', DUE, 2, '2026-09-01'),
      alert('tabang', DUE, 5, '2026-05-01'),
      alert('anggana', DUE, 2, '2026-09-01'),
    ];
    expect(inAlertOrder(alerts, (each) => each).map(({ unit, field }) => [unit, field])).toEqual([
      ['tabang', DUE],
      ['tabang', IKM],
      ['anggana', DUE],
      ['sebulu', DUE],
    ]);
  });
});

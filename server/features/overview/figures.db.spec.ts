import { FEBRUARY, MARCH, useFigures } from './figures.testing.ts';

/** Periods, units and absence, the same for every measure, on a handful of records counted by hand beside them. */
describe('figures', () => {
  const { nextUnit, serviceCase, cases, summary, breakdown, readSeries } = useFigures();

  describe('periods', () => {
    it('compare whole months with whole months, other days with as many days', async () => {
      const u = nextUnit();
      await cases([
        serviceCase(u, '2025-12-31 23:59'),
        serviceCase(u, '2026-03-01 00:00'),
        serviceCase(u, '2026-03-10 23:59'),
        serviceCase(u, '2026-03-11 00:00'),
      ]);
      const days = await summary(u, 'from=2026-03-11&to=2026-03-20');
      expect(days.previousPeriod).toEqual({ from: '2026-03-01', to: '2026-03-10' });
      expect([days.volume.received, days.volume.previous.received]).toEqual([1, 2]);
      const months = await summary(u, 'from=2026-02-01&to=2026-03-31');
      expect(months.previousPeriod).toEqual({ from: '2025-12-01', to: '2026-01-31' });
      expect([months.volume.received, months.volume.previous.received]).toEqual([3, 1]);
    });

    it('have points that are missing, defined or partial', async () => {
      const u = nextUnit();
      await cases([
        serviceCase(u, '2026-02-10 09:00', '2026-02-10 10:00'),
        serviceCase(u, '2026-04-14 09:00'),
      ]);
      const series = await readSeries(
        `/measures/volume/series?unit=${u}&from=2026-01-01&to=2026-05-31&grain=month`,
      );
      expect(series.points.map(({ from, value, n, state }) => [from, value, n, state])).toEqual([
        ['2026-01-01', null, 0, 'missing'],
        ['2026-02-01', 1, 1, 'defined'],
        ['2026-03-01', null, 0, 'missing'],
        ['2026-04-01', 1, 1, 'partial'],
        ['2026-05-01', null, 0, 'missing'],
      ]);
      const open = await readSeries(
        `/measures/volume/series?unit=${u}&from=2026-04-10&to=2026-04-14&grain=week&field=open`,
      );
      expect(open.points.map(({ from, to, value, state }) => [from, to, value, state])).toEqual([
        ['2026-04-10', '2026-04-12', null, 'missing'],
        ['2026-04-13', '2026-04-14', 1, 'partial'],
      ]);
    });
  });

  it('are null where nothing can be divided, and never zero', async () => {
    const empty = await summary(nextUnit(), MARCH);
    const { turnaround, complaints: none, ikm } = empty;
    expect([
      turnaround.dueMetShare,
      turnaround.withinStandardShare,
      turnaround.sameVisitShare,
      turnaround.medianMinutes,
      turnaround.p90WorkingMinutes,
    ]).toEqual([null, null, null, null, null]);
    expect([
      none.followedUpShare,
      none.resolvedShare,
      none.withinDeadlineShare,
      none.medianResolutionMinutes,
    ]).toEqual([null, null, null, null]);
    expect([ikm.score, ikm.grade, ikm.instrument, ikm.requiredRespondents, ikm.participationShare]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(empty.volume).toEqual(jasmine.objectContaining({ received: 0, open: 0 }));
  });

  describe('units', () => {
    it('are told apart with one item for a unit’s own records, and add up', async () => {
      await cases([
        serviceCase('induk', '2026-03-02 09:00'),
        serviceCase('anak-1', '2026-03-02 09:00'),
        serviceCase('anak-1', '2026-03-03 09:00'),
        serviceCase('anak-2', '2026-03-02 09:00', '2026-03-03 09:00'),
        serviceCase('cucu', '2026-03-02 09:00'),
      ]);
      const { items, total } = await breakdown('volume', 'induk', `${MARCH}&by=unit`);
      expect(
        items.map((item) => [item.key, 'received' in item && item.received, 'open' in item && item.open]),
      ).toEqual([
        ['anak-1', 2, 2],
        ['anak-2', 2, 1],
        ['self', 1, 1],
      ]);
      expect(total).toEqual({
        received: 5,
        completed: 1,
        rejected: 0,
        cancelled: 0,
        open: 4,
        lateEntries: 0,
      });
      const grandchild = await breakdown('volume', 'cucu', `${MARCH}&by=unit`);
      expect(grandchild.items.map((item) => [item.key, 'received' in item && item.received])).toEqual([
        ['self', 1],
      ]);
    });

    it('keep their history when they move or end', async () => {
      await cases([
        serviceCase('titik', '2026-02-10 09:00', '2026-02-11 09:00'),
        serviceCase('titik', '2026-02-28 23:59', '2026-02-28 23:59'),
        serviceCase('titik-baru', '2026-03-01 00:00', '2026-03-02 09:00'),
      ]);
      const received = async (unitCode: string, query: string) =>
        (await summary(unitCode, query)).volume.received;
      expect([await received('camat-lama', FEBRUARY), await received('camat-lama', MARCH)]).toEqual([2, 0]);
      expect([await received('camat-baru', FEBRUARY), await received('camat-baru', MARCH)]).toEqual([0, 1]);
      expect(await received('camat-baru', 'from=2026-01-01&to=2026-12-31')).toBe(1);
    });
  });
});

import { FEBRUARY, KABUPATEN, MARCH, useFigures } from './figures.testing.ts';

/** The definitions of volume and turnaround, each on a handful of records whose figures are counted by hand beside them. */
describe('figures', () => {
  const { nextUnit, serviceCase, wita, cases, summary, breakdown, readSeries, setNow } = useFigures();

  describe('volume', () => {
    it('counts by local day, and what was open at the end of a past period', async () => {
      const u = nextUnit();
      await cases([
        serviceCase(u, '2026-02-10 09:00', '2026-02-12 09:00'),
        serviceCase(u, '2026-02-20 09:00', '2026-03-05 09:00'),
        serviceCase(u, '2026-02-25 09:00'),
        serviceCase(u, '2026-01-15 09:00', null, { status: 'dibatalkan' }),
        serviceCase(u, '2026-01-20 09:00', '2026-02-03 09:00', { status: 'ditolak' }),
        // 16.30 UTC on 28 February, but half past midnight on 1 March in the kabupaten.
        serviceCase(u, '2026-03-01 00:30', null, { status: 'diterima' }),
      ]);
      const february = await summary(u, FEBRUARY);
      expect(february.volume).toEqual({
        received: 3,
        completed: 1,
        rejected: 1,
        cancelled: 0,
        open: 2,
        lateEntries: 0,
        previous: { received: 2, completed: 0, rejected: 0, cancelled: 1, open: 1, lateEntries: 0 },
      });
      expect((await summary(u, MARCH)).volume).toEqual(
        jasmine.objectContaining({ received: 1, completed: 1, open: 2 }),
      );
      expect((await summary(u, 'from=2026-04-01&to=2026-12-31')).volume.open).toBe(2);
    });

    it('names what was recorded long after receipt, or only with its completion', async () => {
      const u = nextUnit();
      // Friday 6 March; Monday is one working day later, Tuesday two.
      const recorded = (time: string, completed: string | null = null) =>
        serviceCase(u, '2026-03-06 09:00', completed, { recordedAt: wita(time) });
      await cases([
        recorded('2026-03-09 15:59'),
        recorded('2026-03-10 08:00'),
        recorded('2026-03-06 09:20', '2026-03-06 09:20'),
        recorded('2026-03-06 09:10', '2026-03-06 09:20'),
        serviceCase(u, '2026-03-06 09:00'),
      ]);
      expect((await summary(u, MARCH)).volume).toEqual(
        jasmine.objectContaining({ received: 5, lateEntries: 2 }),
      );
      expect((await summary(u, FEBRUARY)).volume.lateEntries).toBe(0);
    });

    it('tells arrivals and completions by weekday and hour', async () => {
      const u = nextUnit();
      // 2026-03-09 is a Monday.
      await cases([
        serviceCase(u, '2026-03-09 09:15', '2026-03-10 14:05'),
        serviceCase(u, '2026-03-09 09:59', '2026-03-10 13:59'),
        serviceCase(u, '2026-03-15 00:00', '2026-03-16 09:00', { status: 'ditolak' }),
      ]);
      const { items, total } = await breakdown('volume', u, `${MARCH}&by=weekday-hour`);
      expect(
        items.map((item) => [
          item.key,
          'received' in item ? item.received : null,
          'completed' in item ? item.completed : null,
        ]),
      ).toEqual([
        ['1-09', 2, 0],
        ['2-13', 0, 1],
        ['2-14', 0, 1],
        ['7-00', 1, 0],
      ]);
      expect(total).toEqual(jasmine.objectContaining({ received: 3, completed: 2 }));
    });
  });

  describe('turnaround', () => {
    it('counts a deadline of today from its instant on', async () => {
      const u = nextUnit();
      const due = { dueAt: wita('2026-04-15 10:00') };
      await cases([
        serviceCase(u, '2026-04-14 09:00', '2026-04-15 10:00', due),
        serviceCase(u, '2026-04-14 09:00', '2026-04-15 10:01', due),
        serviceCase(u, '2026-04-14 09:00', null, due),
        serviceCase(u, '2026-04-14 09:00', '2026-04-14 10:00', { dueAt: wita('2026-04-16 10:00') }),
      ]);
      const turnaround = async (now: string) => {
        setNow(now);
        const {
          due: fell,
          dueMet,
          dueMetShare,
        } = (await summary(u, 'from=2026-04-01&to=2026-04-30')).turnaround;
        return { fell, dueMet, dueMetShare };
      };
      expect(await turnaround('2026-04-15T09:59:59+08:00')).toEqual({
        fell: 0,
        dueMet: 0,
        dueMetShare: null,
      });
      expect(await turnaround('2026-04-15T10:00:00+08:00')).toEqual({
        fell: 3,
        dueMet: 1,
        dueMetShare: 1 / 3,
      });
      expect(await turnaround('2026-04-16T09:00:00+08:00')).toEqual({
        fell: 3,
        dueMet: 1,
        dueMetShare: 1 / 3,
      });
      expect(await turnaround('2026-04-17T00:00:00+08:00')).toEqual({
        fell: 4,
        dueMet: 2,
        dueMetShare: 1 / 2,
      });
      setNow('2026-04-15T10:00:00+08:00');
      const { items } = await breakdown('turnaround', KABUPATEN, 'from=2026-04-15&to=2026-04-15&by=unit');
      expect(items.find((item) => item.key === u)).toEqual(jasmine.objectContaining({ due: 3, dueMet: 1 }));
    });

    it('keeps a promise in working days until midnight', async () => {
      const u = nextUnit();
      // akta-kelahiran: 2 hari kerja. Tuesday 10 March → Thursday 12 March, until its end.
      const promised = { service: 'akta-kelahiran' };
      await cases([
        {
          ...serviceCase(u, '2026-03-10 09:00', null, promised),
          completedAt: wita('2026-03-12 23:59:59'),
          status: 'selesai',
        },
        {
          ...serviceCase(u, '2026-03-10 09:00', null, promised),
          completedAt: wita('2026-03-13 00:00'),
          status: 'selesai',
        },
      ]);
      expect((await summary(u, 'from=2026-03-12&to=2026-03-12')).turnaround).toEqual(
        jasmine.objectContaining({ due: 2, dueMet: 1, promised: 1, withinStandard: 1 }),
      );
      expect((await summary(u, MARCH)).turnaround).toEqual(
        jasmine.objectContaining({
          due: 2,
          dueMet: 1,
          dueMetShare: 0.5,
          promised: 2,
          withinStandard: 1,
          withinStandardShare: 0.5,
        }),
      );
    });

    it('takes a refusal in time for met, and leaves cancelled and unpromised cases out', async () => {
      const u = nextUnit();
      const due = { dueAt: wita('2026-03-12 12:00') };
      await cases([
        serviceCase(u, '2026-03-10 09:00', '2026-03-12 11:00', { ...due, status: 'ditolak' }),
        serviceCase(u, '2026-03-10 09:00', null, { ...due, status: 'dibatalkan' }),
        serviceCase(u, '2026-03-10 09:00', null, due),
        serviceCase(u, '2026-03-10 09:00', '2026-03-12 11:00', due),
        serviceCase(u, '2026-03-10 09:00', '2026-03-12 11:00'),
      ]);
      expect((await summary(u, MARCH)).turnaround).toEqual(
        jasmine.objectContaining({
          due: 3,
          dueMet: 2,
          dueMetShare: 2 / 3,
          completed: 2,
          promised: 1,
          withinStandard: 1,
          withinStandardShare: 1,
        }),
      );
    });

    it('counts what is past its deadline and not done, at the end of a period or now', async () => {
      const u = nextUnit();
      const due = (local: string) => ({ dueAt: wita(local) });
      const twenty = due('2026-02-20 12:00');
      await cases([
        serviceCase(u, '2026-02-10 09:00', null, twenty),
        serviceCase(u, '2026-02-10 09:00', '2026-03-05 09:00', twenty),
        serviceCase(u, '2026-02-10 09:00', '2026-02-19 09:00', twenty),
        serviceCase(u, '2026-02-10 09:00', '2026-02-21 09:00', twenty),
        serviceCase(u, '2026-02-10 09:00', null, { ...twenty, status: 'dibatalkan' }),
        serviceCase(u, '2026-03-02 09:00', '2026-03-12 09:00', {
          ...due('2026-03-10 12:00'),
          status: 'ditolak',
        }),
        serviceCase(u, '2026-04-14 09:00', null, due('2026-04-15 10:30')),
        serviceCase(u, '2026-04-14 09:00', '2026-04-15 09:30', due('2026-04-15 09:00')),
        serviceCase(u, '2026-04-14 09:00'),
      ]);
      const overdue = async (query: string) => (await summary(u, query)).turnaround.overdue;
      // The first two; then the first and the one that is refused a day later; then the first.
      expect(await overdue(FEBRUARY)).toBe(2);
      expect(await overdue('from=2026-03-01&to=2026-03-11')).toBe(2);
      expect(await overdue(MARCH)).toBe(1);
      expect(await overdue('from=2026-04-01&to=2026-04-30')).toBe(1);
      expect(await overdue('from=2026-05-01&to=2026-05-31')).toBe(1);
      setNow('2026-04-15T10:30:00+08:00');
      expect(await overdue('from=2026-04-01&to=2026-04-30')).toBe(2);
      expect(await overdue('from=2026-05-01&to=2026-05-31')).toBe(2);
      const { points } = await readSeries(
        `/measures/turnaround/series?unit=${u}&field=overdue&from=2026-01-01&to=2026-04-30`,
      );
      expect(points.map(({ value }) => value)).toEqual([null, 2, 1, 2]);
    });

    it('measures the time on site over single visits, and where cases were prepared', async () => {
      const u = nextUnit();
      const done = (until: string, more: Record<string, string | number | boolean>) =>
        serviceCase(u, '2026-03-06 09:00', `2026-03-06 ${until}`, more);
      await cases([
        done('09:10', { visits: 1, preparedOnline: true }),
        done('09:20', { visits: 1, preparedOnline: false }),
        done('09:40', { visits: 1, preparedOnline: true }),
        done('14:00', { visits: 2, preparedOnline: true }),
        done('14:00', {}),
        serviceCase(u, '2026-03-06 09:00', '2026-03-06 09:01', { visits: 1, status: 'ditolak' }),
      ]);
      const { turnaround } = await summary(u, MARCH);
      expect(turnaround).toEqual(
        jasmine.objectContaining({ visitsKnown: 4, singleVisit: 3, preparedKnown: 4, preparedShare: 3 / 4 }),
      );
      expect(Math.abs((turnaround.medianOnSiteMinutes ?? 0) - 20)).toBeLessThanOrEqual(0.2);
      expect((await summary(u, FEBRUARY)).turnaround).toEqual(
        jasmine.objectContaining({ medianOnSiteMinutes: null, preparedShare: null, preparedKnown: 0 }),
      );
    });

    it('measures both clocks by nearest rank', async () => {
      const u = nextUnit();
      // Friday 6 March 15.30 → Monday 9 March 09.30: 66 hours, of which the unit was open for two.
      await cases([
        serviceCase(u, '2026-03-06 15:30', '2026-03-09 09:30', { visits: 1 }),
        serviceCase(u, '2026-03-06 15:30', '2026-03-09 09:30', { visits: 2 }),
        serviceCase(u, '2026-03-06 09:00', '2026-03-06 09:01', { visits: 1 }),
        serviceCase(u, '2026-03-06 09:00', '2026-03-06 09:00'),
      ]);
      const { turnaround } = await summary(u, MARCH);
      // Ranks 2 and 4 of 0, 1, 3,960, 3,960 minutes; 0, 1, 120, 120 on the official clock.
      expect(turnaround.medianMinutes).toBe(1);
      expect(Math.abs((turnaround.p90Minutes ?? 0) - 3960)).toBeLessThanOrEqual(39.6);
      expect(turnaround.medianWorkingMinutes).toBe(1);
      expect(Math.abs((turnaround.p90WorkingMinutes ?? 0) - 120)).toBeLessThanOrEqual(1.2);
      expect(turnaround.approximate).toBeTrue();
      expect([turnaround.visitsKnown, turnaround.sameVisitShare]).toEqual([3, 2 / 3]);
      const early = await summary(u, 'from=2026-03-06&to=2026-03-06');
      expect([
        early.turnaround.medianMinutes,
        early.turnaround.p90Minutes,
        early.turnaround.approximate,
      ]).toEqual([0, 1, false]);
    });
  });
});

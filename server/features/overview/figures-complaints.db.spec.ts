import { MARCH, useFigures } from './figures.testing.ts';

/** The definitions of the complaint measures, each on a handful of records whose figures are counted by hand beside them. */
describe('figures', () => {
  const { nextUnit, complaint, complaints, summary, breakdown, setNow } = useFigures();

  describe('complaints', () => {
    it('are the cohort’s state at the end of the period', async () => {
      const u = nextUnit();
      await complaints([
        complaint(u, '2026-02-10 09:00', {
          firstResponseAt: '2026-03-02 09:00',
          dueAt: '2026-03-05 09:00',
          resolvedAt: '2026-03-10 09:00',
          status: 'selesai',
        }),
      ]);
      const state = async (to: string) => (await summary(u, `from=2026-02-01&to=${to}`)).complaints;
      expect(await state('2026-02-28')).toEqual(
        jasmine.objectContaining({
          received: 1,
          valid: 1,
          followedUp: 0,
          resolved: 0,
          judged: 0,
          withinDeadlineShare: null,
          overdue: 0,
          open: 1,
          medianResolutionMinutes: null,
        }),
      );
      expect(await state('2026-03-02')).toEqual(
        jasmine.objectContaining({ followedUp: 1, followedUpShare: 1, resolved: 0, overdue: 0 }),
      );
      expect(await state('2026-03-05')).toEqual(
        jasmine.objectContaining({ resolved: 0, judged: 1, withinDeadlineShare: 0, overdue: 1, open: 1 }),
      );
      const end = await state('2026-03-31');
      expect(end).toEqual(
        jasmine.objectContaining({
          resolved: 1,
          resolvedShare: 1,
          judged: 1,
          withinDeadlineShare: 0,
          overdue: 0,
          open: 0,
        }),
      );
      // 28 days = 40,320 minutes.
      expect(Math.abs((end.medianResolutionMinutes ?? 0) - 40_320)).toBeLessThanOrEqual(403.2);
      // Of a period that is not over, the state is that of now.
      setNow('2026-03-05T08:59:59+08:00');
      expect(await state('2026-03-31')).toEqual(
        jasmine.objectContaining({ followedUp: 1, resolved: 0, judged: 0, overdue: 0, open: 1 }),
      );
      setNow('2026-03-05T09:00:01+08:00');
      expect(await state('2026-03-31')).toEqual(
        jasmine.objectContaining({ resolved: 0, judged: 1, overdue: 1 }),
      );
    });

    it('are open at the end of a period however long it took to settle them', async () => {
      const u = nextUnit();
      const solved = (receivedAt: string, resolvedAt: string) =>
        complaint(u, receivedAt, { firstResponseAt: receivedAt, resolvedAt, status: 'selesai' });
      // Received and solved: after 0, 59, exactly 60, 61 and 190 days, each by 09.00.
      await complaints([
        solved('2025-07-01 09:00', '2025-07-01 10:00'),
        solved('2025-07-01 09:00', '2025-08-29 09:00'),
        solved('2025-07-01 09:00', '2025-08-30 09:00'),
        solved('2025-07-01 09:00', '2025-08-31 09:00'),
        solved('2025-07-01 09:00', '2026-01-07 09:00'),
      ]);
      const open = async (from: string, to: string) =>
        (await summary(u, `from=${from}&to=${to}`)).complaints.open;
      expect(await open('2025-07-01', '2025-07-31')).toBe(4);
      expect(await open('2025-01-01', '2025-08-28')).toBe(4);
      expect(await open('2025-01-01', '2025-08-29')).toBe(3);
      expect(await open('2025-01-01', '2025-08-30')).toBe(2);
      expect(await open('2025-01-01', '2025-08-31')).toBe(1);
      expect(await open('2024-01-01', '2026-01-06')).toBe(1);
      expect(await open('2024-01-01', '2026-01-07')).toBe(0);
    });

    it('leave out what is invalid or not the kabupaten’s, and do not take closed for solved', async () => {
      const u = nextUnit();
      await complaints([
        complaint(u, '2026-03-02 09:00', { status: 'tidak-valid' }),
        complaint(u, '2026-03-02 09:00', { status: 'bukan-kewenangan', resolvedAt: '2026-03-03 09:00' }),
        complaint(u, '2026-03-02 09:00', { status: 'ditutup', closedAt: '2026-03-03 09:00' }),
        complaint(u, '2026-03-02 09:00', {
          status: 'dibuka-kembali',
          resolvedAt: '2026-03-03 09:00',
          dueAt: '2026-03-04 09:00',
        }),
        complaint(u, '2026-03-02 09:00', {
          status: 'ditutup',
          resolvedAt: '2026-03-03 09:00',
          closedAt: '2026-03-05 09:00',
          dueAt: '2026-03-04 09:00',
        }),
        complaint(u, '2026-03-02 09:00', { status: 'ditindaklanjuti' }),
      ]);
      expect((await summary(u, MARCH)).complaints).toEqual(
        jasmine.objectContaining({
          received: 6,
          valid: 4,
          followedUp: 3,
          followedUpShare: 3 / 4,
          resolved: 1,
          resolvedShare: 1 / 4,
          open: 3,
          judged: 2,
          withinDeadlineShare: 1 / 2,
          overdue: 1,
          reopened: 1,
        }),
      );
    });

    it('take their deadline from the class', async () => {
      const u = nextUnit();
      // Domain rules, section 3: received Tuesday 17 March, 5 working days (normatif) → 31 March.
      await complaints([
        complaint(u, '2026-03-17 09:00', {
          class: 'normatif',
          status: 'selesai',
          resolvedAt: '2026-03-31 23:59',
        }),
        complaint(u, '2026-03-17 09:00', {
          class: 'normatif',
          status: 'selesai',
          resolvedAt: '2026-04-01 00:00',
        }),
        complaint(u, '2026-03-17 09:00', { class: 'normatif' }),
        complaint(u, '2026-03-17 09:00', { class: 'aspirasi' }),
      ]);
      expect((await summary(u, 'from=2026-03-01&to=2026-03-30')).complaints).toEqual(
        jasmine.objectContaining({ judged: 0, overdue: 0, resolved: 0, open: 4 }),
      );
      expect((await summary(u, 'from=2026-03-01&to=2026-04-14')).complaints).toEqual(
        jasmine.objectContaining({ judged: 3, withinDeadlineShare: 1 / 3, overdue: 1, resolved: 2, open: 2 }),
      );
      const { items, total } = await breakdown('complaints', u, 'from=2026-03-01&to=2026-04-14&by=class');
      expect(items.map((item) => [item.key, 'received' in item && item.received])).toEqual([
        ['normatif', 3],
        ['aspirasi', 1],
      ]);
      expect(total).toEqual(jasmine.objectContaining({ received: 4 }));
    });
  });
});

import type { Breakdown, Series, Summary } from '#contract/measures';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

/**
 * The definitions of the measures, each on a handful of records whose figures are counted by hand beside them. Every
 * spec has a unit of its own. The zone is WITA (UTC+8), so that a day begins at 16.00 UTC of the day before.
 */
describe('figures', () => {
  const KABUPATEN = 'contoh-angka';
  /** Wednesday 2026-04-15, 10.00 WITA. */
  const NOW = '2026-04-15T10:00:00+08:00';
  const FEBRUARY = 'from=2026-02-01&to=2026-02-28';
  const MARCH = 'from=2026-03-01&to=2026-03-31';

  let product: TestProduct;
  let bupati: ApiCaller;
  let unitsUsed = 0;
  let records = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.load(KABUPATEN, 'units', [
      ...Array.from({ length: 30 }, (_, index) => unit(`unit-${index + 1}`, KABUPATEN)),
      unit('induk', KABUPATEN),
      unit('anak-1', 'induk'),
      unit('anak-2', 'induk'),
      unit('cucu', 'anak-2'),
      unit('camat-lama', KABUPATEN),
      unit('camat-baru', KABUPATEN),
      { ...unit('titik', 'camat-lama'), validTo: '2026-02-28' },
      { ...unit('titik-baru', 'camat-baru'), validFrom: '2026-03-01', predecessorCode: 'titik' },
    ]);
    bupati = await product.signIn('bupati');
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  function unit(code: string, parentCode: string) {
    return {
      code,
      name: `Unit ${code}`,
      kind: 'skpd',
      parentCode,
      validFrom: null as string | null,
      validTo: null as string | null,
      predecessorCode: null as string | null,
    };
  }

  function nextUnit(): string {
    return `unit-${(unitsUsed += 1)}`;
  }

  /** A case at local times `2026-02-10 09:00`; finished when there is a second one. */
  function serviceCase(
    unitCode: string,
    received: string,
    completed: string | null = null,
    more: Record<string, string | number> = {},
  ) {
    return {
      number: String((records += 1)),
      unit: unitCode,
      service: 'umum',
      channel: 'tatap-muka',
      receivedAt: wita(received),
      completedAt: completed === null ? null : wita(completed),
      status: completed === null ? 'diproses' : 'selesai',
      dueAt: null as string | null,
      visits: null as number | null,
      ...more,
    };
  }

  function complaint(unitCode: string, received: string, more: Record<string, string> = {}) {
    const times = Object.fromEntries(
      Object.entries(more).map(([field, value]) => [field, field.endsWith('At') ? wita(value) : value]),
    );
    return {
      number: String((records += 1)),
      unit: unitCode,
      channel: 'whatsapp',
      class: 'aspirasi',
      receivedAt: wita(received),
      firstResponseAt: null,
      resolvedAt: null,
      closedAt: null,
      dueAt: null,
      status: 'diterima',
      ...times,
    };
  }

  function survey(
    unitCode: string,
    date: string,
    answers: readonly number[],
    more: Record<string, string> = {},
  ) {
    return {
      number: String((records += 1)),
      unit: unitCode,
      service: 'umum',
      instrument: answers.length === 14 ? 'kep-25-2004' : 'permenpanrb-14-2017',
      date,
      ...Object.fromEntries(answers.map((answer, index) => [`u${index + 1}`, answer])),
      ...more,
    };
  }

  /** `2026-02-10 09:00` or `2026-02-10 09:00:00`, WITA, as an instant. */
  const wita = (local: string) => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
  const all = (answer: number, unsur = 9): number[] => Array.from({ length: unsur }, () => answer);
  const cases = (list: readonly Record<string, string | number | null>[]) =>
    product.load(KABUPATEN, 'service-cases', list);
  const complaints = (list: readonly Record<string, string | null>[]) =>
    product.load(KABUPATEN, 'complaints', list);
  const surveys = (list: readonly Record<string, string | number>[]) =>
    product.load(KABUPATEN, 'survey-responses', list);
  const summary = (unitCode: string, query: string) =>
    bupati.read<Summary>(`/measures/summary?unit=${unitCode}&${query}`);
  const breakdown = (measure: string, unitCode: string, query: string) =>
    bupati.read<Breakdown>(`/measures/${measure}/breakdown?unit=${unitCode}&${query}`);

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
        previous: { received: 2, completed: 0, rejected: 0, cancelled: 1, open: 1 },
      });
      expect((await summary(u, MARCH)).volume).toEqual(
        jasmine.objectContaining({ received: 1, completed: 1, open: 2 }),
      );
      expect((await summary(u, 'from=2026-04-01&to=2026-12-31')).volume.open).toBe(2);
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
        product.setNow(now);
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
      product.setNow('2026-04-15T10:00:00+08:00');
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
      product.setNow('2026-03-05T08:59:59+08:00');
      expect(await state('2026-03-31')).toEqual(
        jasmine.objectContaining({ followedUp: 1, resolved: 0, judged: 0, overdue: 0, open: 1 }),
      );
      product.setNow('2026-03-05T09:00:01+08:00');
      expect(await state('2026-03-31')).toEqual(
        jasmine.objectContaining({ resolved: 0, judged: 1, overdue: 1 }),
      );
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

  describe('IKM', () => {
    it('scores the newest instrument and lists the others', async () => {
      const u = nextUnit();
      await surveys([
        survey(u, '2026-03-02', all(3)),
        survey(u, '2026-03-03', all(3)),
        survey(u, '2026-03-04', all(4, 14)),
      ]);
      const { ikm } = await summary(u, MARCH);
      // 3 × 9 × 1/9 × 25 = 75,00: C in 2017 (65,00–76,60). 4 × 14 × 0,071 × 25 = 99,40: A in 2004.
      expect(ikm).toEqual(
        jasmine.objectContaining({
          instrument: 'permenpanrb-14-2017',
          score: 75,
          grade: 'C',
          respondents: 2,
          others: [{ instrument: 'kep-25-2004', score: 99.4, grade: 'A', respondents: 1 }],
          // Nobody was served: no sample can be required.
          requiredRespondents: null,
          sufficient: null,
          participationShare: null,
        }),
      );
    });

    it('pools responses, and shows the score without the cost', async () => {
      const u = nextUnit();
      await surveys([
        ...[1, 2, 3].map(() => survey(u, '2026-03-02', all(4), { service: 'kk' })),
        survey(u, '2026-03-02', all(1), { service: 'sktm' }),
        survey(u, '2026-02-02', [3, 3, 3, 4, 3, 3, 3, 3, 3]),
      ]);
      const { ikm } = await summary(u, MARCH);
      // Pooled 13/4 × 25 = 81,25; the mean of the services' scores would be (100 + 25) / 2.
      expect([ikm.score, ikm.grade, ikm.respondents]).toEqual([81.25, 'B', 4]);
      // (8 × 3 + 4) / 9 × 25 = 77,777… → 77,78; without U4: 3 × 25.
      expect([ikm.previous.score, ikm.previous.grade, ikm.previous.scoreWithoutCost]).toEqual([
        77.78,
        'B',
        75,
      ]);
      const { items } = await breakdown('ikm', u, `${MARCH}&by=service`);
      expect(items.map((item) => [item.key, 'score' in item && item.score])).toEqual([
        ['kk', 100],
        ['sktm', 25],
      ]);
      const unsur = await breakdown('ikm', u, `${MARCH}&by=unsur`);
      expect(unsur.items.length).toBe(9);
      expect(unsur.items[3]).toEqual(jasmine.objectContaining({ key: 'U4', mean: 3.25, respondents: 4 }));
    });

    it('asks for a sample of the people served', async () => {
      const u = nextUnit();
      await cases(Array.from({ length: 100 }, () => serviceCase(u, '2026-03-02 09:00', '2026-03-02 10:00')));
      await surveys(Array.from({ length: 79 }, () => survey(u, '2026-03-02', all(4))));
      // Krejcie & Morgan (1970), table: N = 100 → S = 80.
      expect((await summary(u, MARCH)).ikm).toEqual(
        jasmine.objectContaining({ requiredRespondents: 80, sufficient: false, participationShare: 0.79 }),
      );
      await surveys([survey(u, '2026-03-03', all(4))]);
      expect((await summary(u, `${MARCH}&channel=tatap-muka`)).ikm.sufficient).toBeTrue();
      // Surveys know no channel, so that the people served are not narrowed to one either.
      const web = await summary(u, `${MARCH}&channel=web`);
      expect([web.ikm.respondents, web.ikm.requiredRespondents, web.ignoredFilters.ikm]).toEqual([
        80,
        80,
        ['channel'],
      ]);
    });
  });

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
      const series = await bupati.read<Series>(
        `/measures/volume/series?unit=${u}&from=2026-01-01&to=2026-05-31&grain=month`,
      );
      expect(series.points.map(({ from, value, n, state }) => [from, value, n, state])).toEqual([
        ['2026-01-01', null, 0, 'missing'],
        ['2026-02-01', 1, 1, 'defined'],
        ['2026-03-01', null, 0, 'missing'],
        ['2026-04-01', 1, 1, 'partial'],
        ['2026-05-01', null, 0, 'missing'],
      ]);
      const open = await bupati.read<Series>(
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
      expect(total).toEqual({ received: 5, completed: 1, rejected: 0, cancelled: 0, open: 4 });
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

import { DEMO_SEED, demoRows } from './demo-kabupaten.ts';
import type { DemoServiceCase } from './demo-rows.ts';
import {
  BEKASI,
  KUKAR,
  TODAY,
  cases,
  complaints,
  local,
  office,
  pauses,
  pausesByCase,
  responses,
  settings,
  shareOf,
  steps,
} from './demo-rows.testing.ts';
import { PLANS } from './leadership-story.ts';

/** Open seconds of the pause of a case; a pause that still runs has none. */
function pausedSeconds({ unit, number }: DemoServiceCase): number {
  const pause = pausesByCase.get(`${unit} ${number}`);
  return pause?.endedAt ? office.workingSecondsBetween(local(pause.startedAt), local(pause.endedAt)) : 0;
}

/** Share of the KK of a unit (two working hours) that were due in a month and completed in time. */
function kkOnTime(unit: string, month: string): number {
  const due = cases
    .filter((each) => each.unit === unit && each.service === 'kk' && each.status !== 'dibatalkan')
    .flatMap((each) => {
      const deadline = office.addWorkingSeconds(local(each.receivedAt), 2 * 3600 + pausedSeconds(each));
      if (!deadline.day.startsWith(month) || deadline.day >= TODAY) return [];
      const done = each.completedAt === null ? null : local(each.completedAt);
      return [
        done !== null &&
          (done.day < deadline.day || (done.day === deadline.day && done.second <= deadline.second)),
      ];
    });
  return due.filter(Boolean).length / due.length;
}

const completedBetween = (unit: string, from: string, to: string): DemoServiceCase[] =>
  cases.filter(
    (each) =>
      each.unit === unit && each.status === 'selesai' && each.completedAt! >= from && each.completedAt! < to,
  );

describe('the story of the demo', () => {
  it('Muara Kaman: on-time KK fall from 91 % to 74 % since June, after two years of the usual', () => {
    // The 24 months that limits are made of, May 2024 to April 2026, are over before the decline.
    const usual = Array.from({ length: 24 }, (_, index) => {
      const month = 4 + index;
      return kkOnTime(
        '64.02.11',
        `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      );
    });
    expect(usual.reduce((sum, share) => sum + share, 0) / 24).toBeCloseTo(0.91, 2);
    expect(Math.min(...usual)).toBeGreaterThan(0.86);
    expect(kkOnTime('64.02.11', '2026-10')).toBeCloseTo(0.74, 2);
    expect(kkOnTime('64.02.11', '2026-11')).toBeLessThan(0.78);
    const months = ['06', '07', '08', '09', '10', '11'].map((month) => kkOnTime('64.02.11', `2026-${month}`));
    expect(months.filter((share) => share >= 0.86)).toEqual([]);
    expect(months.at(-1)! < months[0]!).toBeTrue();
    const open = cases.filter(
      (each) =>
        each.unit === '64.02.11' &&
        each.service === 'kk' &&
        each.completedAt === null &&
        each.status !== 'dibatalkan',
    );
    expect(open.length).toBeGreaterThan(25);
    expect(open.length).toBeLessThan(50);
    // Forms are short since then, and the time goes into printing.
    const short = pauses.filter(({ reason }) => reason === 'blangko-kosong');
    expect(new Set(short.map(({ unit }) => unit))).toEqual(new Set(['64.02.11']));
    expect(short.map(({ startedAt }) => startedAt).toSorted()[0]! >= '2026-06-01').toBeTrue();
    const printing = steps
      .filter(
        ({ unit, step, startedAt, completedAt }) =>
          unit === '64.02.11' && step === 'Pencetakan' && startedAt >= '2026-06-01' && completedAt !== null,
      )
      .map(({ startedAt, completedAt }) =>
        office.workingSecondsBetween(local(startedAt), local(completedAt!)),
      );
    expect(shareOf(printing, (seconds) => seconds > 8 * 3600)).toBeGreaterThan(0.15);
  });

  it('Anggana: twelve complaints about water without an answer, the oldest for nine working days', () => {
    const unanswered = complaints.filter(
      (each) =>
        each.unit === '64.02.04' &&
        each.category === 'Air bersih' &&
        each.receivedAt >= '2026-11-09' &&
        each.firstResponseAt === null,
    );
    expect(unanswered.length).toBeGreaterThanOrEqual(12);
    // 10–13 and 16–20 November are nine working days.
    expect(unanswered.some(({ receivedAt }) => receivedAt.startsWith('2026-11-09'))).toBeTrue();
    const water = (month: string) =>
      complaints.filter(
        (each) =>
          each.unit === '64.02.04' && each.category === 'Air bersih' && each.receivedAt.startsWith(month),
      ).length;
    expect(water('2026-11')).toBeGreaterThan(3 * water('2026-08'));
  });

  it('RSUD: an IKM of about 84 from far too few answers; more patients since July', () => {
    const year = responses.filter((each) => each.unit === 'rsud' && each.date >= '2025-12-01');
    const total = year.flatMap(({ answers }) => answers).reduce((sum, answer) => sum + answer, 0);
    expect((total / year.length / 9) * 25).toBeGreaterThan(82.5);
    expect((total / year.length / 9) * 25).toBeLessThan(86);
    // Krejcie–Morgan asks for 365 of about 7,300 patients.
    expect(year.length).toBeLessThan(100);
    const received = (month: string) =>
      cases.filter((each) => each.unit === 'rsud' && each.receivedAt.startsWith(month)).length;
    expect(received('2026-09') + received('2026-10')).toBeGreaterThan(
      1.15 * (received('2025-09') + received('2025-10')),
    );
  });

  it('Tabang: nothing since the 6th of November', () => {
    const ofTabang = [...cases, ...complaints]
      .filter(({ unit }) => unit === '64.02.12')
      .map(({ receivedAt }) => receivedAt);
    expect(ofTabang.toSorted().at(-1)! < '2026-11-06').toBeTrue();
    expect(ofTabang.filter((receivedAt) => receivedAt.startsWith('2026-11')).length).toBeGreaterThan(0);
    const atMonthStart = [
      ...demoRows(KUKAR, 'service-cases', { seed: DEMO_SEED, today: '2026-12-03' }),
    ].filter(({ unit }) => unit === '64.02.12');
    // Ten working days up to and including 3 December begin on 20 November.
    expect(
      atMonthStart
        .map(({ receivedAt }) => receivedAt.slice(0, 10))
        .toSorted()
        .at(-1)! < '2026-11-20',
    ).toBeTrue();
  });

  it('Sebulu: from 71 % to 94 % done in one visit since PECUT, faster, and an IKM of about 90', () => {
    const before = completedBetween('64.02.07', '2024-11-01', '2025-11-01');
    const after = completedBetween('64.02.07', '2025-12-01', '2026-11-21');
    expect(shareOf(before, ({ visits }) => visits === 1)).toBeCloseTo(0.71, 1);
    expect(shareOf(after, ({ visits }) => visits === 1)).toBeGreaterThan(0.92);
    expect(after.length).toBeGreaterThan(1_000);
    const median = (rows: readonly DemoServiceCase[]) =>
      rows
        .map((each) => office.workingSecondsBetween(local(each.receivedAt), local(each.completedAt!)))
        .toSorted((a, b) => a - b)[rows.length >> 1]!;
    expect(median(after)).toBeLessThan(0.5 * median(before));
    const answers = responses
      .filter((each) => each.unit === '64.02.07' && each.date >= '2025-12-01')
      .flatMap((each) => each.answers);
    expect((answers.reduce((sum, answer) => sum + answer, 0) / answers.length) * 25).toBeGreaterThan(89);
  });

  it('Tenggarong Seberang: nearly every complaint resolved in time since January', () => {
    // Deadlines of the classes in working days; what is not yet due in November is left out.
    const days: Record<string, number> = {
      normatif: 5,
      'tidak-berkadar-pengawasan': 14,
      'permintaan-informasi': 10,
    };
    const judged = complaints.filter(
      (each) =>
        each.unit === '64.02.16' &&
        each.class in days &&
        each.receivedAt >= '2026-08-01' &&
        each.receivedAt < '2026-10-30' &&
        !['tidak-valid', 'bukan-kewenangan'].includes(each.status),
    );
    const inTime = judged.filter(
      (each) =>
        each.resolvedAt !== null &&
        each.resolvedAt.slice(0, 10) <=
          office.addWorkingDays(each.receivedAt.slice(0, 10), days[each.class]!),
    );
    expect(judged.length).toBeGreaterThan(25);
    expect(inTime.length / judged.length).toBeGreaterThan(0.93);
  });

  it('BPKAD: the fourteen unsur of 2004 until January, the nine of 2017 since February', () => {
    const asked = responses.map(({ unit, date, instrument, answers }) => ({
      old: unit === 'bpkad' && date < '2026-02-01',
      told: `${instrument} ${String(answers.length)}`,
    }));
    const told = (old: boolean) => new Set(asked.filter((each) => each.old === old).map((each) => each.told));
    expect(told(true)).toEqual(new Set(['kep-25-2004 14']));
    expect(told(false)).toEqual(new Set(['permenpanrb-14-2017 9']));
    // KEP/25/M.PAN/2/2004: the mean of each unsur × 0.071, their sum × 25.
    const before = responses.filter(({ unit, date }) => unit === 'bpkad' && date < '2026-02-01');
    const total = before.flatMap(({ answers }) => answers).reduce((sum, answer) => sum + answer, 0);
    const score = (total / before.length) * 0.071 * 25;
    expect(score).toBeGreaterThan(83.6);
    expect(score).toBeLessThan(85.6);
  });

  it('the weakest unsur is what its unit plans to put right', () => {
    const weakest = (unit: string): number => {
      const answers = responses
        .filter((each) => each.unit === unit && each.date >= '2026-02-01')
        .map((each) => each.answers);
      const totals = Array.from({ length: 9 }, (_, unsur) =>
        answers.reduce((sum, each) => sum + (each[unsur] ?? 0), 0),
      );
      return totals.indexOf(Math.min(...totals)) + 1;
    };
    expect(PLANS.length).toBe(4);
    for (const { unit, unsur } of PLANS)
      expect(`U${weakest(unit)}`)
        .withContext(unit)
        .toBe(unsur);
  });

  it('a day without SIAK: on 15 September far more requests waited for the system than on any other', () => {
    // Ten working days after 1 September 2026.
    const waited = Map.groupBy(
      pauses.filter(({ reason }) => reason === 'gangguan-sistem'),
      ({ startedAt }) => startedAt.slice(0, 10),
    );
    expect(waited.get('2026-09-15')?.length).toBeGreaterThan(25);
    waited.delete('2026-09-15');
    expect(Math.max(...[...waited.values()].map(({ length }) => length))).toBeLessThan(6);
  });

  it('two kecamatan serve on the first Sunday of a month, and say so', () => {
    const served = cases.filter(({ servicePoint }) => servicePoint === 'Sesi Minggu 09.00–11.00');
    expect(new Set(served.map(({ unit }) => unit))).toEqual(new Set(['64.02.06', '64.02.13']));
    const days = [...demoRows(KUKAR, 'extra-sessions', settings)]
      .filter(({ unit }) => unit === '64.02.06')
      .map(({ date }) => date);
    // First Sundays from May to the one that is announced.
    expect(days).toEqual([
      '2026-05-03',
      '2026-06-07',
      '2026-07-05',
      '2026-08-02',
      '2026-09-06',
      '2026-10-04',
      '2026-11-01',
      '2026-12-06',
    ]);
    expect(served.filter(({ receivedAt }) => !days.includes(receivedAt.slice(0, 10)))).toEqual([]);
  });

  it('Bekasi: Sunday sessions at Cikarang Utara between 09.00 and 11.00', () => {
    const sessions = [...demoRows(BEKASI, 'service-cases', settings)].filter(
      ({ servicePoint }) => servicePoint === 'Sesi Minggu 09.00–11.00',
    );
    expect(sessions.length).toBeGreaterThan(200);
    expect(new Set(sessions.map(({ unit }) => unit))).toEqual(new Set(['32.16.09']));
    expect(
      sessions.filter(({ receivedAt }) => receivedAt.slice(11) < '09:00' || receivedAt.slice(11) >= '11:00'),
    ).toEqual([]);
    expect(sessions.some(({ receivedAt }) => receivedAt.startsWith('2026-11-15'))).toBeTrue();
    expect(
      shareOf(
        sessions,
        ({ receivedAt, completedAt }) => completedAt?.slice(0, 10) === receivedAt.slice(0, 10),
      ),
    ).toBeGreaterThan(0.6);
  });
});

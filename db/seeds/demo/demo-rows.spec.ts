import { WorkingCalendar } from '#domain/calendar/working-calendar';
import { defaultOpeningHours } from '#domain/calendar/calendar-definition';
import { HOLIDAYS } from '../reference/data/holidays.ts';
import { CHANNELS } from '../reference/data/channels.ts';
import { STARTER_SERVICES } from '../reference/data/starter-services.ts';
import { DEMO_KABUPATEN, DEMO_SEED, demoRows, type DemoKabupaten } from './demo-kabupaten.ts';
import type { DemoServiceCase } from './demo-rows.ts';

const TODAY = '2026-11-21';
const [KUKAR, BEKASI] = DEMO_KABUPATEN as [DemoKabupaten, DemoKabupaten, DemoKabupaten];
const settings = { seed: DEMO_SEED, today: TODAY };

const cases = [...demoRows(KUKAR, 'service-cases', settings)];
const complaints = [...demoRows(KUKAR, 'complaints', settings)];
const responses = [...demoRows(KUKAR, 'survey-responses', settings)];
const pauses = [...demoRows(KUKAR, 'pauses', settings)];
const steps = [...demoRows(KUKAR, 'case-steps', settings)];

/** Mon–Fri 08.00–16.00, made here and not by the code under test. */
const office = new WorkingCalendar({
  from: '2024-01-01',
  to: '2027-12-31',
  openingHours: defaultOpeningHours('2024-01-01'),
  closedDays: HOLIDAYS,
});

const local = (instant: string) => ({
  day: instant.slice(0, 10),
  second:
    Number(instant.slice(11, 13)) * 3600 + Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19)),
});

const pausesByCase = new Map(pauses.map((pause) => [`${pause.unit} ${pause.number}`, pause]));

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

function shareOf<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

const completedBetween = (unit: string, from: string, to: string): DemoServiceCase[] =>
  cases.filter(
    (each) =>
      each.unit === unit && each.status === 'selesai' && each.completedAt! >= from && each.completedAt! < to,
  );

describe('demo rows', () => {
  it('are the same for the same seed and day, and others for another seed', () => {
    expect([...demoRows(KUKAR, 'complaints', settings)]).toEqual(complaints);
    expect([...demoRows(BEKASI, 'service-cases', settings)]).toEqual([
      ...demoRows(BEKASI, 'service-cases', settings),
    ]);
    expect([...demoRows(KUKAR, 'complaints', { ...settings, seed: 'other' })]).not.toEqual(complaints);
  });

  it('have the same past on another day of the month', () => {
    // Anggana's unanswered complaints and Tabang's silence are told backwards from today.
    const past = (rows: readonly DemoServiceCase[]) =>
      rows.filter(
        (each) =>
          each.unit !== '64.02.12' &&
          each.receivedAt < '2026-11-10' &&
          each.completedAt !== null &&
          each.completedAt < '2026-11-14',
      );
    const earlier = past([...demoRows(KUKAR, 'service-cases', { seed: DEMO_SEED, today: '2026-11-14' })]);
    expect(earlier.length).toBeGreaterThan(50_000);
    expect(JSON.stringify(past(cases)) === JSON.stringify(earlier)).toBeTrue();
  });

  it('are as many as two years of a kabupaten', () => {
    expect(cases.length).toBeGreaterThan(60_000);
    expect(cases.length).toBeLessThan(90_000);
    expect(complaints.length).toBeGreaterThan(3_500);
    expect(complaints.length).toBeLessThan(4_500);
    expect(responses.length).toBeGreaterThan(12_000);
  });

  it('lie between the first day and yesterday, in order, in the kabupaten’s zone', () => {
    for (const { receivedAt, completedAt, recordedAt } of cases) {
      const fits = receivedAt >= '2024-11-01' && receivedAt < TODAY && (completedAt ?? receivedAt) < TODAY;
      if (!fits || (completedAt !== null && completedAt < receivedAt) || !receivedAt.endsWith('+08:00')) {
        fail(`${receivedAt} ${String(recordedAt)} ${String(completedAt)}`);
      }
    }
    for (const { receivedAt, verifiedAt, firstResponseAt, resolvedAt, closedAt } of complaints) {
      const times = [receivedAt, verifiedAt, firstResponseAt, resolvedAt, closedAt].filter(
        (time) => time !== null,
      );
      if (times.toSorted().join() !== times.join() || times.some((time) => time >= TODAY))
        fail(times.join(' '));
    }
    expect(responses.every(({ date }) => date >= '2024-11-01' && date < TODAY)).toBeTrue();
  });

  it('complete a request exactly when its status says so', () => {
    expect(
      cases.filter((each) => (each.completedAt !== null) !== ['selesai', 'ditolak'].includes(each.status)),
    ).toEqual([]);
    const refused = shareOf(cases, ({ status }) => status === 'ditolak');
    expect(refused).toBeGreaterThan(0.01);
    expect(refused).toBeLessThan(0.03);
  });

  it('use every number once in a unit, and only codes a new kabupaten has', () => {
    expect(new Set(cases.map(({ unit, number }) => `${unit} ${number}`)).size).toBe(cases.length);
    expect(new Set(complaints.map(({ unit, number }) => `${unit} ${number}`)).size).toBe(complaints.length);
    expect(
      new Set(responses.map(({ unit, service, date, number }) => `${unit} ${service} ${date} ${number}`))
        .size,
    ).toBe(responses.length);
    const services = new Set(STARTER_SERVICES.map(({ code }) => code));
    expect(
      [...new Set([...cases, ...responses].map(({ service }) => service))].filter(
        (code) => !services.has(code),
      ),
    ).toEqual([]);
    const channels = new Set(CHANNELS.map(({ code }) => code));
    expect(
      [...new Set([...cases, ...complaints].map(({ channel }) => channel))].filter(
        (code) => !channels.has(code),
      ),
    ).toEqual([]);
  });

  it('come to the counters on working days between 08.00 and 16.00', () => {
    const counters = cases.filter(
      ({ unit, servicePoint }) => unit !== 'rsud' && servicePoint !== 'Sesi Minggu 09.00–11.00',
    );
    expect(counters.filter((each) => !office.isWorkingDay(each.receivedAt.slice(0, 10)))).toEqual([]);
    expect(
      counters.filter(
        (each) => local(each.receivedAt).second < 8 * 3600 || local(each.receivedAt).second > 16 * 3600,
      ),
    ).toEqual([]);
    expect(
      cases.filter(({ service, receivedAt }) => service === 'igd' && receivedAt.startsWith('2026-08-17'))
        .length,
    ).toBeGreaterThan(0);
  });

  it('pause within the case, once, and stage by stage without a gap', () => {
    const known = new Map(cases.map((each) => [`${each.unit} ${each.number}`, each]));
    expect(pausesByCase.size).toBe(pauses.length);
    expect(pauses.length).toBeGreaterThan(900);
    for (const { unit, number, startedAt, endedAt } of pauses) {
      const found = known.get(`${unit} ${number}`);
      if (!found || startedAt < found.receivedAt || (endedAt ?? startedAt) > (found.completedAt ?? TODAY))
        fail(`${unit} ${number} ${startedAt} ${String(endedAt)}`);
    }
    const byCase = Map.groupBy(steps, ({ unit, number }) => `${unit} ${number}`);
    expect(byCase.size).toBeGreaterThan(5_000);
    for (const [key, stages] of byCase) {
      const found = known.get(key);
      const joined = stages.every(
        (stage, index) => index === 0 || stage.startedAt === stages[index - 1]?.completedAt,
      );
      const ends = stages.length === 3 ? stages[2]?.completedAt : null;
      if (!joined || stages[0]?.startedAt !== found?.receivedAt || ends !== found?.completedAt)
        fail(`${key} ${stages.map(({ startedAt }) => startedAt).join(' ')}`);
    }
  });

  it('hold kecamatan, survey and complaints to a target that says it is an example', () => {
    const targets = [...demoRows(KUKAR, 'targets', settings)];
    expect(targets.map(({ level, field, atLeast, validFrom }) => [level, field, atLeast, validFrom])).toEqual(
      [
        ['kecamatan', 'dueMetShare', '90%', '2026-01-01'],
        [null, 'score', 81.25, '2026-01-01'],
        [null, 'resolvedShare', '85%', '2026-01-01'],
      ],
    );
    expect(targets.every(({ legalBasis }) => legalBasis.endsWith('(contoh)'))).toBeTrue();
  });

  it('say nothing about a person', () => {
    const words = [
      ...complaints.map(({ text }) => text),
      ...responses.map(({ suggestion }) => suggestion ?? ''),
    ];
    expect(words.filter((text) => /\d{6,}|@|\b0?8\d{8,}/.test(text))).toEqual([]);
    expect(complaints.every(({ text }) => text.length > 20)).toBeTrue();
  });
});

describe('the story of the demo', () => {
  it('Muara Kaman: on-time KK fall from about 91 % to below 80 % since June', () => {
    expect(kkOnTime('64.02.11', '2026-05')).toBeGreaterThan(0.88);
    expect(kkOnTime('64.02.11', '2026-10')).toBeGreaterThan(0.7);
    expect(kkOnTime('64.02.11', '2026-10')).toBeLessThan(0.8);
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

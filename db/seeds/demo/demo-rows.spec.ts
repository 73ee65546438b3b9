import { CHANNELS } from '../reference/data/channels.ts';
import { STARTER_SERVICES } from '../reference/data/starter-services.ts';
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

  it('are as many as two and a half years of a kabupaten', () => {
    expect(cases.length).toBeGreaterThan(80_000);
    expect(cases.length).toBeLessThan(110_000);
    expect(complaints.length).toBeGreaterThan(4_500);
    expect(complaints.length).toBeLessThan(6_000);
    expect(responses.length).toBeGreaterThan(20_000);
  });

  it('lie between the first day and yesterday, in order, in the kabupaten’s zone', () => {
    for (const { receivedAt, completedAt, recordedAt } of cases) {
      const fits = receivedAt >= '2024-05-01' && receivedAt < TODAY && (completedAt ?? receivedAt) < TODAY;
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
    expect(responses.every(({ date }) => date >= '2024-05-01' && date < TODAY)).toBeTrue();
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

import { findField, type MeasureId } from '#domain/measures';
import { addDays, addMonthsToStart, monthEnd, monthStart } from '#domain/period/civil-date';
import { judgeSeries } from '#domain/spc/series-judgement';
import type { TargetRecord } from '#domain/targets/target-in-force';
import { UnitTree, type UnitRecord } from '#domain/unit-tree';
import type { AlertSources, JudgedSeries } from './alert-sources.ts';
import { onTimeTarget } from './alert-target.testing.ts';
import { watchedMatters, watchedUnitsOf, type WatchedMatter } from './watched-matters.ts';

const CODE = '64.98';
const DUE = 'turnaround.dueMetShare';
const unit = (code: string, more: Partial<UnitRecord> = {}): UnitRecord => ({
  code,
  name: code.toUpperCase(),
  kind: 'kecamatan',
  parentCode: CODE,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});
const structureOf = (...units: readonly UnitRecord[]) => ({
  units: new UnitTree([unit(CODE, { parentCode: null, kind: 'kabupaten' }), ...units]),
  services: new Map(),
  channels: new Map(),
});

/** A field of unit `a` month by month, the last of them the month before a day; null: no records. */
function seriesOf(today: string, key: string, values: readonly (number | null)[]): JudgedSeries {
  const [measure = '', name = ''] = key.split('.');
  const field = findField(measure as MeasureId, name);
  if (field === null) throw new Error(`no field ${key}`);
  const points = values.map((value, index) => {
    const from = addMonthsToStart(monthStart(today), index - values.length);
    const state = value === null ? ('missing' as const) : ('defined' as const);
    return { from, to: monthEnd(from), value, n: value === null ? 0 : 100, state, signal: null };
  });
  const lastDay = addDays(monthStart(today), -1);
  const judgement = judgeSeries(points, field, { rebasedOn: [], targetOn: () => null, lastDay });
  return { measure: measure as MeasureId, field, points, judgement };
}

interface Known {
  readonly series?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly targets?: readonly TargetRecord[];
  readonly arrivals?: readonly string[];
  readonly nil?: readonly string[];
}

describe('watched matters', () => {
  /** What is watched of unit `a`. */
  async function watch(today: string, { series = {}, targets = [], arrivals = [], nil = [] }: Known) {
    const fields = Object.entries(series).map(
      ([key, values]) => [key, seriesOf(today, key, values)] as const,
    );
    const sources: AlertSources = {
      judge: () => Promise.resolve([{ key: 'a', fields: new Map(fields) }]),
      targets: () => Promise.resolve(targets),
      arrivalDays: () => Promise.resolve(new Map([['a', arrivals]])),
      workingDays: (_transaction, _codes, { from, to }) => {
        const days: string[] = [];
        for (let day = from; day <= to; day = addDays(day, 1))
          if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
        return Promise.resolve(new Map([['a', days]]));
      },
      nilMonths: () => Promise.resolve(new Map([['a', nil]])),
      praise: () => Promise.resolve([]),
      ownerOf: () => null,
    };
    const transaction = {
      kabupatenCode: CODE,
      database: {},
      rows: () => Promise.reject(new Error('nothing is read beside the sources')),
    };
    const clock = { today, now: `${today}T02:00:00Z`, zone: 'Asia/Makassar' };
    const matters = await watchedMatters({ transaction, structure: structureOf(unit('a')), clock }, sources);
    return (field: string): WatchedMatter => {
      const matter = matters.find((each) => each.field === field);
      if (matter === undefined) throw new Error(`not watched: ${field}`);
      return matter;
    };
  }
  const trackOf = (matter: WatchedMatter, rule: string) => matter.tracks.find((track) => track.rule === rule);
  const holding = (matter: WatchedMatter, rule: string) =>
    trackOf(matter, rule)
      ?.periods.filter(({ state }) => state === 'holds')
      .map(({ from }) => from);

  it('are of the units that are there today, from their first day to the one before their end', () => {
    const structure = structureOf(
      unit('begins', { validFrom: '2026-11-20' }),
      unit('later', { validFrom: '2026-11-21' }),
      unit('ended', { validTo: '2026-11-20' }),
      unit('ends', { validTo: '2026-11-21' }),
      unit('below', { parentCode: 'ends' }),
    );
    expect(watchedUnitsOf(structure, CODE, '2026-11-20').map(({ code }) => code)).toEqual(['begins', 'ends']);
  });

  // Two years of 92 % and 94 % in turn: mean 93 %, σ̂ = 2 / 1.128 = 1.773 points; then 80 % twice.
  const usual = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 0.92 : 0.94));
  const fallen = [...usual, 0.8, 0.8];

  it('see the last two of more than two years as they are', async () => {
    const matter = (await watch('2026-11-20', { series: { [DUE]: fallen }, targets: [onTimeTarget()] }))(DUE);
    expect(holding(matter, 'worsening')).toEqual(['2026-09-01', '2026-10-01']);
    expect(holding(matter, 'target-missed')).toEqual(['2026-09-01', '2026-10-01']);
    const { month, value, n, atLeast, usual: centre, far } = matter.facts;
    expect([month, value, n, atLeast]).toEqual(['2026-10-01', 0.8, 100, 0.9]);
    expect(centre).toBeCloseTo(0.93, 6);
    // (93 − 80) / 1.773; the target is nearer.
    expect(far).toBeCloseTo(7.332, 2);
  });

  it('are not far from what is usual when they are better, nor when a month says nothing', async () => {
    const better = (
      await watch('2026-11-20', { series: { [DUE]: [...usual, 0.97] }, targets: [onTimeTarget()] })
    )(DUE);
    expect(better.facts.far).toBe(0);
    // Held to 98 % it misses by one point.
    const strict = await watch('2026-11-20', {
      series: { [DUE]: [...usual, 0.97] },
      targets: [onTimeTarget({ atLeast: 0.98 })],
    });
    expect(strict(DUE).facts.far).toBeCloseTo(0.01 / (0.02 / 1.128), 2);
    const gap = (await watch('2026-11-20', { series: { [DUE]: [...fallen, null] } }))(DUE);
    expect([gap.facts.month, gap.facts.value]).toEqual(['2026-09-01', 0.8]);
  });

  it('know when a pattern began that took months to show', async () => {
    // Seven months below the mean in a row make a signal; it holds in the seventh and the eighth.
    const low = Array.from({ length: 8 }, () => 0.925);
    const matter = (await watch('2026-11-20', { series: { [DUE]: [...usual.slice(0, 24), ...low] } }))(DUE);
    expect(holding(matter, 'worsening')).toEqual(['2026-09-01', '2026-10-01']);
    expect(trackOf(matter, 'worsening')?.since).toBe('2026-03-01');
    const calm = (await watch('2026-11-20', { series: { [DUE]: usual } }))(DUE);
    expect(trackOf(calm, 'worsening')?.since).toBeNull();
  });

  it('are held to the target of all services together, not to that of one', async () => {
    const one = await watch('2026-11-20', {
      series: { [DUE]: fallen },
      targets: [onTimeTarget({ service: 'kk' })],
    });
    expect(holding(one(DUE), 'target-missed')).toEqual([]);
    expect(one(DUE).facts.atLeast).toBeNull();
  });

  it('wait with complaints until the last of a month can no longer be in time', async () => {
    const key = 'complaints.resolvedShare';
    const targets = [onTimeTarget({ measure: 'complaints', field: 'resolvedShare' })];
    const series = { [key]: Array.from({ length: 12 }, () => 0.5) };
    // Fourteen working days after 31 October are over on 19 November.
    const lastOn = async (today: string) =>
      trackOf((await watch(today, { series, targets }))(key), 'target-missed')?.periods.at(-1)?.from;
    expect(await lastOn('2026-11-19')).toBe('2026-09-01');
    expect(await lastOn('2026-11-25')).toBe('2026-10-01');
  });

  it('count the working days of silence from the day after the last record to yesterday', async () => {
    // The last record on Monday 2 November: without one are Tuesday the 3rd to Thursday the 19th, 13 working days.
    const silent = (await watch('2026-11-20', { arrivals: ['2026-11-02'] }))('');
    expect([silent.facts.lastOn, silent.facts.silentDays]).toEqual(['2026-11-02', 13]);
    expect(silent.tracks.map(({ since, turning }) => [since, turning])).toEqual([['2026-11-03', false]]);
    expect(holding(silent, 'not-reporting')).toEqual(['2026-11-09']);
  });

  it('turn with a record of this week, or with the word that this month has none', async () => {
    const turning = async (known: Known) => (await watch('2026-11-20', known))('').tracks[0]?.turning;
    // This week began on Monday the 16th.
    expect(await turning({ arrivals: ['2026-11-15'] })).toBeFalse();
    expect(await turning({ arrivals: ['2026-11-16'] })).toBeTrue();
    expect(await turning({ arrivals: ['2026-11-02'], nil: ['2026-10-01'] })).toBeFalse();
    expect(await turning({ arrivals: ['2026-11-02'], nil: ['2026-11-01'] })).toBeTrue();
  });
});

import type { AlertReason } from '#domain/alerts/alert-episode';
import { findField } from '#domain/measures';
import { addDays, addMonthsToStart, monthEnd, monthStart } from '#domain/period/civil-date';
import { judgeSeries } from '#domain/spc/series-judgement';
import type { TargetRecord } from '#domain/targets/target-in-force';
import { clockAt } from '../../platform/clock.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { alertRound } from './alert-round.ts';
import type { AlertMail, AlertSources, JudgedSeries } from './alert-sources.ts';
import { onTimeTarget } from './alert-target.testing.ts';
import { digestRound } from './digest-round.ts';

const KABUPATEN = 'contoh-putaran';
const TRIAL = 'contoh-masa-uji';
const NIL = 'contoh-nihil';
const ZONE = 'Asia/Makassar';
const UNITS = ['a', 'b', 'c'];
const FIRST = '2025-01-01';

/** What the round is told of the world; each look may find it otherwise. */
interface World {
  /** On time at `a`; at `b` it is 80 % at all times, and of `c` there is nothing. */
  targets: TargetRecord[];
  /** Units that said that they have nothing to report in a month. */
  nil: Record<string, string[]>;
}

/** 92 % and 94 % in turn until July 2026, 80 % in August and September, 93 % from October on. */
function onTimeAtA(month: string, index: number): number {
  if (month === '2026-08-01' || month === '2026-09-01') return 0.8;
  return month > '2026-09-01' ? 0.93 : index % 2 === 0 ? 0.92 : 0.94;
}

/** The whole months before a day as the signal engine judges them: a hundred cases in each. */
function seriesOf(today: string, valueOf: (month: string, index: number) => number): JudgedSeries {
  const field = findField('turnaround', 'dueMetShare');
  if (field === null) throw new Error('no field');
  const points: JudgedSeries['points'][number][] = [];
  for (let from = FIRST; monthEnd(from) < today; from = addMonthsToStart(from, 1))
    points.push({
      from,
      to: monthEnd(from),
      value: valueOf(from, points.length),
      n: 100,
      state: 'defined',
      signal: null,
    });
  const lastDay = addDays(monthStart(today), -1);
  const judgement = judgeSeries(points, field, { rebasedOn: [], targetOn: () => null, lastDay });
  return { measure: 'turnaround', field, points, judgement };
}

function sourcesOf(world: World): AlertSources {
  const days = ({ from, to }: { readonly from: string; readonly to: string }) => {
    const all: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
    return all.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
  };
  return {
    judge: (_transaction, { today }) =>
      Promise.resolve([
        { key: 'a', fields: new Map([['turnaround.dueMetShare', seriesOf(today, onTimeAtA)]]) },
        { key: 'b', fields: new Map([['turnaround.dueMetShare', seriesOf(today, () => 0.8)]]) },
      ]),
    targets: () => Promise.resolve(world.targets),
    // `c` has been silent since Friday 14 August; the others report every working day.
    arrivalDays: (_transaction, keys, period) =>
      Promise.resolve(
        new Map(keys.map((key) => [key, days(key === 'c' ? { ...period, to: '2026-08-14' } : period)])),
      ),
    workingDays: (_transaction, codes, period) =>
      Promise.resolve(new Map(codes.map((code) => [code, days(period)]))),
    nilMonths: () => Promise.resolve(new Map(Object.entries(world.nil))),
    praise: () => Promise.resolve([]),
    ownerOf: () => null,
  };
}

describe('the round of alerts', () => {
  let product: TestProduct;
  const world: World = { targets: [], nil: {} };

  /** Looks once; the mails that it makes, as `who: subject`. */
  async function lookAt(instant: string, code = KABUPATEN): Promise<string[]> {
    const mails: AlertMail[] = [];
    const deps = {
      sources: sourcesOf(world),
      mail: {
        queue: (_transaction: unknown, _kabupaten: unknown, mail: AlertMail) => {
          mails.push(mail);
          return Promise.resolve();
        },
        stateOf: () => Promise.resolve('ready' as const),
      },
      publicUrl: null,
    };
    const { now, today } = clockAt(new Date(instant), ZONE);
    const kabupaten = { code, name: 'Kabupaten Contoh', timeZone: ZONE, demo: false };
    for (const task of [alertRound(deps), digestRound(deps)])
      await task.run({ database: product.database.application, kabupaten, today, now });
    const users = (await product.database.owner('users').select('id', 'username')) as {
      id: string;
      username: string;
    }[];
    return mails
      .map(({ to, subject }) => `${users.find(({ id }) => id === to)?.username}: ${subject}`)
      .toSorted();
  }
  const episodeOf = (unit: string, code = KABUPATEN) =>
    product.database
      .owner('alert_episodes')
      .where({ kabupaten_code: code, unit_code: unit })
      .first<{ reasons: AlertReason[]; settled: object; told_on: string; ending: string | null }>();
  const eventsOf = async (unit: string) =>
    product.database
      .owner('alert_events as v')
      .join('alert_episodes as e', 'e.id', 'v.episode_id')
      .where({ 'e.kabupaten_code': KABUPATEN, 'e.unit_code': unit })
      .orderBy(['v.at', 'v.id'])
      .pluck<string[]>('v.kind');
  /** Kinds of the notices to the head of a unit. */
  const headHeard = (unit: string) =>
    product.database
      .owner('notices as n')
      .join('posts as p', 'p.id', 'n.to_post')
      .where({ 'n.kabupaten_code': KABUPATEN, 'p.unit_code': unit })
      .orderBy('n.created_at')
      .pluck<string[]>('n.kind');
  async function settings(username: string, ways: object, digest = 'off'): Promise<void> {
    const held = await product.database
      .owner('users as u')
      .join('post_holders as h', 'h.user_id', 'u.id')
      .join('posts as p', 'p.id', 'h.post_id')
      .where('u.username', username)
      .first<{ kabupaten_code: string; user_id: string; post_id: string }>(
        'p.kabupaten_code',
        'h.user_id',
        'h.post_id',
      );
    await product.database.owner('alert_settings').insert({
      ...held,
      ways: JSON.stringify(ways),
      digest,
      updated_at: '2026-09-01T00:00:00Z',
    });
  }

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-09-01T10:00:00+08:00', rounds: false });
    for (const code of [KABUPATEN, TRIAL, NIL]) {
      await product.addKabupaten(code, ZONE);
      await product.load(
        code,
        'units',
        UNITS.map((unit) => ({
          code: unit,
          name: `UNIT ${unit.toUpperCase()}`,
          kind: 'kecamatan',
          parentCode: code,
          validFrom: null,
          validTo: null,
          predecessorCode: null,
        })),
      );
    }
    for (const role of ['bupati', 'sekda'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    for (const unit of UNITS)
      await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten: KABUPATEN, unit });
    await product.addPerson('bupati.uji', { role: 'bupati', kabupaten: TRIAL });
    await product.addPerson('camat.uji', { role: 'camat', kabupaten: TRIAL, unit: 'b' });
  });
  beforeEach(() => Object.assign(world, { targets: [], nil: {} }));
  afterAll(() => product.stop());

  it('tells of each turn who asked to hear of it, and nobody of what eased or was taken away', async () => {
    // The first look: `c` is silent, `b` misses its target.
    world.targets = [onTimeTarget({ unit: 'b' })];
    expect(await lookAt('2026-09-15T10:00:00+08:00')).toEqual([]);
    expect(await eventsOf('b')).toEqual(['opened']);
    expect(await headHeard('b')).toEqual(['alert-opened']);
    await settings('bupati', { worsening: 'mail' });
    await settings('sekda', { 'target-missed': 'mail', worsening: 'off' });

    // August and September are far below what is usual at `a`; it has no target.
    expect(await lookAt('2026-10-01T10:00:00+08:00')).toEqual([
      'bupati: Peringatan PANDU: 1 baru – Kabupaten Contoh',
      'sekda: Peringatan PANDU: 1 masih berlangsung – Kabupaten Contoh',
    ]);
    // A target is set for `a`, that of `b` is taken away: the one escalates, the other ends without a word.
    world.targets = [onTimeTarget({ unit: 'a' })];
    expect(await lookAt('2026-10-02T10:00:00+08:00')).toEqual([
      'sekda: Peringatan PANDU: 1 bertambah berat – Kabupaten Contoh',
    ]);
    expect(await eventsOf('b')).toEqual(['opened', 'reminded', 'withdrawn']);
    expect((await episodeOf('b'))?.ending).toBe('withdrawn');
    expect(await headHeard('b')).toEqual(['alert-opened', 'alert-reminded']);
    // The target of `a` goes as well: its signal alone is left, which is no news. The next reminder keeps its day.
    world.targets = [];
    expect(await lookAt('2026-10-05T10:00:00+08:00')).toEqual([]);
    expect(await headHeard('a')).toEqual(['alert-opened', 'alert-escalated']);
    const eased = await episodeOf('a');
    expect(eased?.reasons.map(({ rule }) => rule)).toEqual(['worsening']);
    expect([eased?.told_on, eased?.settled]).toEqual(['2026-10-02', { 'target-missed': '2026-09-30' }]);

    // October and November were as usual. Who asked for the target was told of it: its end is theirs to know.
    expect(await lookAt('2026-12-01T10:00:00+08:00')).toEqual([
      'bupati: Peringatan PANDU: 1 pulih – Kabupaten Contoh',
      'sekda: Peringatan PANDU: 1 pulih – Kabupaten Contoh',
    ]);
    expect(await eventsOf('a')).toEqual(['opened', 'escalated', 'eased', 'recovered']);
    expect((await episodeOf('a'))?.settled).toEqual({
      'target-missed': '2026-09-30',
      worsening: '2026-11-30',
    });
    // With a target again: what was settled when the old one went opens nothing.
    world.targets = [onTimeTarget({ unit: 'a' })];
    expect(await lookAt('2026-12-02T10:00:00+08:00')).toEqual([]);
  });

  it('shows on the same day that a silent unit has said there is nothing', async () => {
    const holds = async () => (await episodeOf('c', NIL))?.reasons.map((reason) => reason.holds);
    await lookAt('2026-12-03T10:00:00+08:00', NIL);
    expect(await holds()).toEqual([true]);
    world.nil = { c: ['2026-12-01'] };
    await lookAt('2026-12-03T11:00:00+08:00', NIL);
    expect(await holds()).toEqual([false]);
  });

  it('tells nobody anything in the trial period, and begins when it is over', async () => {
    await product.database.owner('trial_periods').insert({
      kabupaten_code: TRIAL,
      starts_on: '2026-09-01',
      ends_on: '2026-12-01',
      post_title: 'Sekretaris Daerah',
    });
    await settings('bupati.uji', { 'target-missed': 'mail' }, 'daily');
    world.targets = [onTimeTarget({ unit: 'b' })];
    expect(await lookAt('2026-11-30T10:00:00+08:00', TRIAL)).toEqual([]);
    expect(await episodeOf('b', TRIAL)).toBeUndefined();
    expect(await lookAt('2026-12-01T10:00:00+08:00', TRIAL)).toEqual([
      'bupati.uji: Pemantauan PANDU dimulai: 1 hal di 1 unit – Kabupaten Contoh',
      'bupati.uji: Rangkuman peringatan 30 Nov 2026 – Kabupaten contoh-masa-uji',
    ]);
  });
});

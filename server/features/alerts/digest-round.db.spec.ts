import type { AlertRule } from '#domain/alerts/alert-episode';
import { NO_FACTS } from '#domain/alerts/alert-words';
import { clockAt } from '../../platform/clock.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import type { AlertMail, AlertSources } from './alert-sources.ts';
import { digestRound } from './digest-round.ts';

const KABUPATEN = 'contoh-rangkuman';
const ZONE = 'Asia/Makassar';
const id = (last: number) => `0198c0de-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** Every weekday is a working day; nothing else is asked of anybody. */
const SOURCES: AlertSources = {
  judge: () => Promise.resolve([]),
  targets: () => Promise.resolve([]),
  arrivalDays: () => Promise.resolve(new Map()),
  workingDays: (_transaction, codes, { from, to }) => {
    const days: string[] = [];
    for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
      if (![0, 6].includes(new Date(at).getUTCDay())) days.push(new Date(at).toISOString().slice(0, 10));
    return Promise.resolve(new Map(codes.map((code) => [code, days])));
  },
  nilMonths: () => Promise.resolve(new Map()),
  praise: () => Promise.resolve([]),
  ownerOf: () => null,
};

describe('the round of digests', () => {
  let product: TestProduct;
  let mails: AlertMail[] = [];
  let users: { id: string; username: string }[] = [];

  const lookAt = async (instant: string): Promise<void> => {
    const { now, today } = clockAt(new Date(instant), ZONE);
    const kabupaten = { code: KABUPATEN, name: 'Kabupaten Contoh', timeZone: ZONE, demo: false };
    const mail = {
      queue: (_transaction: unknown, _kabupaten: unknown, each: AlertMail) => {
        mails.push(each);
        return Promise.resolve();
      },
      stateOf: () => Promise.resolve('ready' as const),
    };
    const { application: database } = product.database;
    await digestRound({ sources: SOURCES, mail, publicUrl: null }).run({ database, kabupaten, today, now });
  };
  /** What somebody wants in every post. */
  async function wants(username: string, digest: string, sentOn: string | null): Promise<void> {
    const posts = await product.database
      .owner('post_holders as h')
      .join('users as u', 'u.id', 'h.user_id')
      .where('u.username', username)
      .select<{ user_id: string; post_id: string }[]>('h.user_id', 'h.post_id');
    await product.database.owner('alert_settings').insert(
      posts.map((post) => ({
        ...post,
        kabupaten_code: KABUPATEN,
        ways: '{}',
        digest,
        digest_on: sentOn,
        updated_at: '2026-09-01T00:00:00Z',
      })),
    );
  }
  const textsOf = (username: string) =>
    mails
      .filter(({ to }) => to === users.find((user) => user.username === username)?.id)
      .map(({ subject, text }) => `${subject}\n${text}`.replaceAll('\u00a0', ' '));

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-11-20T10:00:00+08:00', rounds: false });
    await product.addKabupaten(KABUPATEN, ZONE);
    await product.load(
      KABUPATEN,
      'units',
      ['a', 'b'].map((code) => ({
        code,
        name: `Unit ${code}`,
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
    await product.addPerson(
      'rangkap',
      { role: 'camat', kabupaten: KABUPATEN, unit: 'a' },
      { role: 'camat', kabupaten: KABUPATEN, unit: 'b' },
    );
    users = await product.database.owner('users').select<typeof users>('id', 'username');
    // At `a` 80 % of October were on time: it opened on Wednesday 21 October, and was reminded of on Thursday 19 November.
    const reasons = JSON.stringify([
      { rule: 'target-missed' satisfies AlertRule, since: '2026-08-01', holds: true },
    ]);
    const facts = JSON.stringify({ ...NO_FACTS, month: '2026-10-01', value: 0.8, n: 10, atLeast: 0.9 });
    await product.database.owner('alert_episodes').insert(
      [
        { unit_code: 'b', id: id(1), opened_on: '2026-09-01', ended_on: '2026-09-20' },
        { unit_code: 'a', id: id(2), opened_on: '2026-10-21', ended_on: null },
      ].map(({ ended_on, ...of }) => ({
        ...of,
        kabupaten_code: KABUPATEN,
        field: 'turnaround.dueMetShare',
        since: '2026-08-01',
        opened_at: `${of.opened_on}T02:00:00Z`,
        told_on: '2026-11-19',
        reasons,
        facts,
        ended_on,
        ended_at: ended_on === null ? null : `${ended_on}T02:00:00Z`,
        ending: ended_on === null ? null : 'recovered',
      })),
    );
    await product.database.owner('alert_events').insert(
      [
        { episode_id: id(1), kind: 'recovered', on_day: '2026-10-19' },
        { episode_id: id(2), kind: 'opened', on_day: '2026-10-21' },
        { episode_id: id(2), kind: 'reminded', on_day: '2026-11-19' },
        { episode_id: id(2), kind: 'reminded', on_day: '2026-11-20' },
      ].map((event, index) => ({
        ...event,
        kabupaten_code: KABUPATEN,
        id: id(11 + index),
        at: `${event.on_day}T02:00:00Z`,
        reasons,
        facts,
      })),
    );
  });
  beforeEach(async () => {
    mails = [];
    await product.database.owner('alert_settings').delete();
  });
  afterAll(() => product.stop());

  it('tells numbers to who may see the records alone', async () => {
    await wants('bupati', 'daily', '2026-11-19');
    await wants('organisasi', 'daily', '2026-11-19');
    await lookAt('2026-11-20T10:00:00+08:00');
    expect(textsOf('bupati')[0]).toContain('Unit a: tepat waktu 80,0 % pada Oktober, di bawah target 90,0 %');
    expect(textsOf('organisasi')[0]).toContain('Unit a: tepat waktu belum mencapai target sejak Agustus.');
    expect(textsOf('organisasi')[0]).not.toContain('%');
  });

  it('tells of the days since the last one up to yesterday, a month at most', async () => {
    await wants('bupati', 'daily', '2026-09-01');
    await wants('organisasi', 'weekly', null);
    await wants('rangkap', 'daily', null);
    await lookAt('2026-11-20T10:00:00+08:00');
    // 31 days before 20 November is 20 October: what opened on the 21st is told, what recovered on the 19th is not.
    expect(textsOf('bupati')[0]).toMatch(/^Rangkuman peringatan 20 Okt.+19 Nov 2026 – /);
    expect(textsOf('bupati')[0]).toContain('Peringatan baru');
    expect(textsOf('bupati')[0]).not.toContain('Unit b');
    // Never before: the last seven days, or yesterday.
    expect(textsOf('organisasi')[0]).toMatch(/^Rangkuman peringatan 13.+19 Nov 2026 – /);
    expect(textsOf('rangkap')[0]).toMatch(/^Rangkuman peringatan 19 Nov 2026 – /);
  });

  it('goes to a person in two posts for each of them, and every day under a key of its own', async () => {
    await wants('rangkap', 'daily', '2026-11-19');
    await lookAt('2026-11-20T10:00:00+08:00');
    await lookAt('2026-11-20T11:00:00+08:00');
    await lookAt('2026-11-23T10:00:00+08:00');
    expect(mails.length).toBe(4);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(4);
    expect(new Set(mails.map(({ post }) => post)).size).toBe(2);
    expect(textsOf('rangkap').filter((text) => text.includes('Unit a: ')).length).toBe(2);
  });

  it('goes to who holds the post today alone, with an account that is open', async () => {
    const { owner } = product.database;
    await wants('bupati', 'daily', '2026-11-19');
    const post = () => owner('posts').where({ kabupaten_code: KABUPATEN, role: 'bupati' });
    const holder = () =>
      owner('post_holders').whereIn(
        'post_id',
        owner('posts').select('id').where({ kabupaten_code: KABUPATEN, role: 'bupati' }),
      );
    const user = () => owner('users').where({ username: 'bupati' });
    const count = async () => {
      mails = [];
      await owner('alert_settings').update({ digest_on: '2026-11-19' });
      await lookAt('2026-11-20T10:00:00+08:00');
      return mails.length;
    };
    // The first day without the post; a post that was closed; who only reads for its holder; a closed account.
    await holder().update({ valid_to: '2026-11-20' });
    expect(await count()).toBe(0);
    await holder().update({ valid_to: '2026-11-21', capacity: 'ajudan' });
    expect(await count()).toBe(0);
    await holder().update({ valid_to: null, capacity: 'plt' });
    await post().update({ closed_on: '2026-11-20' });
    expect(await count()).toBe(0);
    await post().update({ closed_on: '2026-11-21' });
    await user().update({ active: false });
    expect(await count()).toBe(0);
    await user().update({ active: true });
    expect(await count()).toBe(1);
    await post().update({ closed_on: null });
    await holder().update({ capacity: 'tetap' });
  });

  it('goes once though two processes look at the same time', async () => {
    await wants('bupati', 'daily', '2026-11-19');
    await Promise.all([lookAt('2026-11-20T10:00:00+08:00'), lookAt('2026-11-20T10:00:00+08:00')]);
    expect(mails.length).toBe(1);
  });
});

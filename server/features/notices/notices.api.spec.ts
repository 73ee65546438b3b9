import type { Notice } from '#contract/notices';
import type { NoticeKind, NoticeParams } from '#domain/notices/notice-kinds';
import { writeInScope } from '../../platform/database/scoped.ts';
import { type NoticeReceiver, sendNotice, settleNotices } from '../../platform/notices/notices.repository.ts';
import { type ApiCaller, problemOf } from '../../testing/api-caller.ts';
import { EventListener } from '../../testing/event-listener.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { noticeRetention } from './notices.repository.ts';

interface NoticeList {
  readonly items: readonly Notice[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly unread: number;
  readonly waiting: number;
}

interface Sent {
  readonly kind?: NoticeKind;
  readonly params?: NoticeParams;
  readonly about?: string;
  readonly needsAction?: boolean;
  readonly dueOn?: string | null;
  readonly at?: string;
}

const KUKAR = '64.02';
const BEKASI = '32.16';
const NOW = '2026-03-17T02:00:00Z';

describe('Notices', () => {
  let product: TestProduct;
  let people = 0;
  let things = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten(BEKASI, 'Asia/Jakarta');
  });
  afterAll(() => product.stop());

  /** A camat with a post of their own, whom nothing was sent to yet. */
  async function newCamat(kabupaten = KUKAR, unit = '64.02.07') {
    const username = `camat${String((people += 1))}`;
    await product.addPerson(username, { role: 'camat', kabupaten, unit });
    const holder = (await product.database
      .owner('post_holders')
      .join('users', 'users.id', 'post_holders.user_id')
      .where({ username })
      .first('post_id', 'user_id')) as { post_id: string; user_id: string };
    return { username, post: holder.post_id, user: holder.user_id, caller: await product.signIn(username) };
  }

  function send(to: NoticeReceiver, sent: Sent = {}, kabupatenCode = KUKAR): Promise<void> {
    return writeInScope(product.database.application, { kabupatenCode }, async (transaction) => {
      await sendNotice(transaction, kabupatenCode, {
        to,
        kind: sent.kind ?? 'disposition-received',
        params: sent.params ?? { from: 'Bupati', about: 'Tambah petugas loket.' },
        about: { kind: 'disposition', id: sent.about ?? `hal-${String((things += 1))}` },
        link: '/disposisi',
        needsAction: sent.needsAction ?? true,
        dueOn: sent.dueOn ?? null,
        at: sent.at ?? NOW,
      });
      return { result: undefined, changed: false };
    });
  }

  const settle = (about: string): Promise<void> =>
    writeInScope(product.database.application, { kabupatenCode: KUKAR }, async (transaction) => {
      await settleNotices(transaction, KUKAR, { kind: 'disposition', id: about }, NOW);
      return { result: undefined, changed: false };
    });
  const list = (caller: ApiCaller, query = ''): Promise<NoticeList> => caller.read(`/notices${query}`);
  const counts = async (caller: ApiCaller): Promise<readonly [number, number]> => {
    const { unread, waiting } = await list(caller, '?limit=1');
    return [unread, waiting];
  };

  it('say in the reader’s language what waits, since when, and how many working days are left', async () => {
    const camat = await newCamat();
    await send({ post: camat.post }, { dueOn: '2026-03-27', at: '2026-03-16T01:00:00Z' });
    await send(
      { post: camat.post },
      {
        kind: 'recommendation-returned',
        params: { number: 'REK-3', due: '2026-03-31' },
        needsAction: false,
        dueOn: '2026-03-31',
      },
    );
    const { items, unread, waiting } = await list(camat.caller);
    expect([unread, waiting]).toEqual([2, 1]);
    // The newer one first; 3 working days after Tuesday 17 March are 27 March, 5 are 31 March: Nyepi and Idul Fitri lie between.
    expect(items.map(({ id: _id, ...told }) => told)).toEqual([
      {
        kind: 'recommendation-returned',
        sentence: 'Rekomendasi REK-3 belum sesuai; tenggat baru 31 Mar 2026.',
        link: '/disposisi',
        waiting: false,
        done: false,
        dueOn: '2026-03-31',
        workingDaysLeft: 5,
        at: '2026-03-17T02:00:00.000Z',
        read: false,
      },
      {
        kind: 'disposition-received',
        sentence: 'Disposisi dari Bupati: Tambah petugas loket.',
        link: '/disposisi',
        waiting: true,
        done: false,
        dueOn: '2026-03-27',
        workingDaysLeft: 3,
        at: '2026-03-16T01:00:00.000Z',
        read: false,
      },
    ]);
    const english = await camat.caller.get('/notices', { 'Accept-Language': 'en' });
    expect((english.json as NoticeList).items[0]?.sentence).toBe(
      'Recommendation REK-3 is not met yet; new date 31 Mar 2026.',
    );
  });

  it('count what is late backwards: two working days from a Friday to the Tuesday after', async () => {
    const camat = await newCamat();
    await send({ post: camat.post }, { dueOn: '2026-03-13' });
    expect((await list(camat.caller)).items[0]?.workingDaysLeft).toBe(-2);
  });

  it('wait until the step was done, by whomever, and are no news then', async () => {
    const camat = await newCamat();
    await send({ post: camat.post }, { about: 'langkah' });
    // The same word is not said twice while it waits.
    await send({ post: camat.post }, { about: 'langkah' });
    expect(await counts(camat.caller)).toEqual([1, 1]);
    await settle('langkah');
    expect(await counts(camat.caller)).toEqual([0, 0]);
    const [done] = (await list(camat.caller)).items;
    expect([done?.waiting, done?.done, done?.read]).toEqual([false, true, true]);
    expect((await list(camat.caller, '?show=waiting')).items).toEqual([]);
  });

  it('are marked as read, one or all; what waits goes on waiting', async () => {
    const camat = await newCamat();
    for (let number = 0; number < 3; number += 1) await send({ post: camat.post });
    const [newest] = (await list(camat.caller)).items;
    const read = (ids?: readonly string[]) =>
      camat.caller.post('/notices/read', ids === undefined ? {} : { ids });
    expect((await read([newest?.id ?? ''])).json).toEqual({ unread: 2 });
    const left = await list(camat.caller, '?show=unread&limit=1');
    expect([left.items.length, left.total]).toEqual([1, 2]);
    expect((await read()).json).toEqual({ unread: 0 });
    expect(await counts(camat.caller)).toEqual([0, 3]);
  });

  it('come in pages, none twice and none left out', async () => {
    const camat = await newCamat();
    for (let number = 0; number < 5; number += 1)
      await send({ post: camat.post }, { params: { from: String(number), about: 'a' }, at: NOW });
    const seen: string[] = [];
    let query: string | null = '?limit=2';
    for (let page = 0; query !== null; page += 1) {
      const answer: NoticeList = await list(camat.caller, query);
      seen.push(...answer.items.map(({ sentence }) => sentence.slice(-4, -3)));
      query = answer.nextCursor === null ? null : `?limit=2&cursor=${answer.nextCursor}`;
      expect(page).toBeLessThan(4);
    }
    expect(seen).toEqual(['4', '3', '2', '1', '0']);
    expect((await camat.caller.get('/notices?cursor=ngawur')).status).toBe(400);
  });

  it('are for the post and the person, and for nobody else', async () => {
    const [camat, other] = [await newCamat(), await newCamat()];
    const elsewhere = await newCamat(BEKASI, '32.16.09');
    await send({ post: camat.post });
    await send({ user: camat.user }, { kind: 'flag-to-explain', params: { rule: 'X', until: '2026-03-27' } });
    expect(await counts(camat.caller)).toEqual([2, 2]);
    for (const stranger of [other, elsewhere]) {
      expect((await list(stranger.caller)).items).toEqual([]);
      const ids = (await list(camat.caller)).items.map(({ id }) => id);
      expect((await stranger.caller.post('/notices/read', { ids })).status).toBe(200);
    }
    expect(await counts(camat.caller)).toEqual([2, 2]);
  });

  it('of the post are seen by who reads for its holder, who marks none, and never what is for the holder alone', async () => {
    const camat = await newCamat();
    const ajudan = `ajudan${String((people += 1))}`;
    await product.addPerson(ajudan);
    await product.database.owner('users').where({ username: ajudan }).update({ home_kabupaten: KUKAR });
    expect((await camat.caller.post('/account/readers', { username: ajudan })).status).toBeLessThan(300);
    await send({ post: camat.post });
    await send({ user: camat.user }, { kind: 'flag-to-explain', params: { rule: 'X', until: '2026-03-27' } });
    const caller = await product.signIn(ajudan);
    expect((await list(caller)).items.map(({ kind }) => kind)).toEqual(['disposition-received']);
    const refused = await caller.post('/notices/read', {});
    expect([refused.status, problemOf(refused).code]).toEqual([403, 'forbidden']);
    expect(await counts(camat.caller)).toEqual([2, 2]);
  });

  it('tell those who listen that there is something, and neither what nor for whom', async () => {
    const [camat, other] = [await newCamat(), await newCamat()];
    const elsewhere = await newCamat(BEKASI, '32.16.09');
    const here = await EventListener.open(product.address, other.caller);
    const there = await EventListener.open(product.address, elsewhere.caller);
    try {
      await send({ user: camat.user });
      const event = await here.waitFor(({ event: name }) => name === 'notices-changed');
      expect(event.data).toEqual({});
      // An own event behind it: whatever was sent before it has arrived.
      await send({ post: elsewhere.post }, {}, BEKASI);
      await there.waitFor(({ event: name }) => name === 'notices-changed');
      expect(there.events.filter(({ event: name }) => name === 'notices-changed').length).toBe(1);
    } finally {
      await here.close();
      await there.close();
    }
  });

  it('are deleted a year after they were settled, not while they wait', async () => {
    const camat = await newCamat();
    const old = '2025-03-16T02:00:00Z';
    await send({ post: camat.post }, { about: 'lama', at: old });
    await send({ post: camat.post }, { about: 'menunggu', at: old });
    await send({ post: camat.post }, { about: 'kabar', at: old, needsAction: false });
    await send({ post: camat.post }, { about: 'baru' });
    await settle('baru');
    await product.database.owner('notices').where({ about_id: 'lama' }).update({ settled_at: old });
    const kabupaten = { code: KUKAR, name: 'Kukar', timeZone: 'Asia/Makassar', demo: false };
    await noticeRetention.run({
      database: product.database.application,
      kabupaten,
      today: '2026-03-17',
      now: NOW,
    });
    const kept: { about_id: string }[] = await product.database
      .owner('notices')
      .where({ to_post: camat.post })
      .orderBy('id')
      .select('about_id');
    expect(kept.map(({ about_id }) => about_id)).toEqual(['menunggu', 'baru']);
  });
});

import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import {
  insertDelivery,
  listStranded,
  putOff,
  settleDelivery,
  takeUp,
  type NewDelivery,
} from './deliveries.repository.ts';
import {
  confirmWaiting,
  countTry,
  findMailAddress,
  forgetAddress,
  keepWaiting,
} from './mail-addresses.repository.ts';
import {
  findByToken,
  findSubscription,
  inKabupaten,
  insertSubscription,
  listDue,
  listOfUser,
  markEnded,
  readWorkingDays,
  type NewSubscription,
} from './subscriptions.repository.ts';
import { tokenHash } from './unsubscribe-token.ts';

const CODE = '64.98';
const OTHER = '64.99';
const id = (last: number) => `0198c0de-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [CAMAT, SEKCAM, POST] = [id(1), id(2), id(3)];
const NOW = '2026-11-20T02:00:00.000Z';
const LATER = '2026-11-20T03:00:00.000Z';

describe('mail as it is kept', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const kabupaten_code of [CODE, OTHER]) {
      const of = { kabupaten_code };
      await database
        .owner('kabupaten')
        .insert({ code: kabupaten_code, name: 'Contoh', time_zone: 'Asia/Makassar' });
      await database
        .owner('calendars')
        .insert({ ...of, code: 'default', name: 'Umum', version: 2, definition: '{}' });
      await database
        .owner('units')
        .insert({ ...of, code: kabupaten_code, name: 'Contoh', kind: 'kabupaten', calendar_code: 'default' });
    }
    await database.owner('users').insert(
      [CAMAT, SEKCAM].map((user, index) => ({
        id: user,
        username: `orang-${index}`,
        name: 'Contoh',
        password_hash: 'x',
      })),
    );
  });
  afterEach(async () => {
    for (const table of ['deliveries', 'subscriptions', 'mail_addresses'])
      await database.owner(table).delete();
  });
  afterAll(() => database.drop());

  const within = <T>(work: (transaction: Knex.Transaction) => Promise<T>, code = CODE): Promise<T> =>
    inKabupaten(database.application, code, work);
  const subscribe = (more: Partial<NewSubscription> = {}, code = CODE) =>
    within(
      (transaction) =>
        insertSubscription(transaction, code, {
          userId: CAMAT,
          postId: POST,
          report: 'ringkasan-wa',
          unit: code,
          grain: 'month',
          which: 'running',
          format: 'text',
          schedule: { rhythm: 'daily', hour: 11 },
          nextDue: NOW,
          now: NOW,
          tokenHash: (own) => tokenHash(own),
          ...more,
        }),
      code,
    );
  const deliver = (more: Partial<NewDelivery> = {}) =>
    within((transaction) =>
      insertDelivery(transaction, CODE, {
        dedupe: 'a',
        kind: 'alert',
        userId: CAMAT,
        subscriptionId: null,
        postId: POST,
        subject: 'Peringatan',
        body: 'Tunggakan.',
        dueAt: NOW,
        sendAfter: NOW,
        now: NOW,
        ...more,
      }),
    );
  const states = () => database.owner('deliveries').orderBy('dedupe').pluck<string[]>('state');

  describe('subscriptions', () => {
    it('keep the day of their rhythm', async () => {
      const weekly = await subscribe({ schedule: { rhythm: 'weekly', weekday: 3, hour: 8 } });
      const monthly = await subscribe({ schedule: { rhythm: 'monthly', monthDay: 31, hour: 8 } });
      const of = (one: string) => within((transaction) => findSubscription(transaction, CODE, one));
      expect([(await of(weekly))?.weekday, (await of(weekly))?.month_day]).toEqual([3, null]);
      expect([(await of(monthly))?.weekday, (await of(monthly))?.month_day]).toEqual([null, 31]);
    });

    it('fall due at their instant, the longest waiting first; ended ones never', async () => {
      const now = await subscribe();
      const early = await subscribe({ nextDue: '2026-11-19T03:00:00Z' });
      const gone = await subscribe();
      await subscribe({ nextDue: '2026-11-20T02:00:01Z' });
      await subscribe({}, OTHER);
      await within((transaction) => markEnded(transaction, CODE, gone, 'own', NOW));
      const due = (most: number) => within((transaction) => listDue(transaction, CODE, NOW, most));
      expect((await due(10)).map((each) => each.id)).toEqual([early, now]);
      expect((await due(1)).map((each) => each.id)).toEqual([early]);
      expect((await due(10)).every(({ ended_at: ended }) => ended === null)).toBeTrue();
    });

    it('are left to the process that is at them', async () => {
      const one = await subscribe();
      await within(async (transaction) => {
        expect((await listDue(transaction, CODE, NOW, 10)).length).toBe(1);
        const other = await within(async (second) => {
          await second.raw(`set local lock_timeout = '2s'`);
          return listDue(second, CODE, NOW, 10);
        });
        expect(other).toEqual([]);
      });
      expect((await within((transaction) => findByToken(transaction, CODE, tokenHash(one))))?.id).toBe(one);
    });

    it('end once, with the mails of them that have not left, and no others', async () => {
      const [one, other] = [await subscribe(), await subscribe()];
      const mail = (dedupe: string, subscriptionId: string) =>
        deliver({ dedupe, subscriptionId, kind: 'report', subject: null, body: null });
      await mail('a', one);
      const left = await mail('b', one);
      await mail('c', other);
      await within((transaction) =>
        settleDelivery(transaction, CODE, left ?? '', { state: 'sent', problem: null, now: NOW }),
      );
      const end = (reason: 'own' | 'unsubscribed', at: string) =>
        within((transaction) => markEnded(transaction, CODE, one, reason, at));
      expect(await end('unsubscribed', NOW)).toBeTrue();
      expect(await end('own', LATER)).toBeFalse();
      expect(await states()).toEqual(['dropped', 'sent', 'waiting']);
      const kept = await within((transaction) => findSubscription(transaction, CODE, one));
      expect([kept?.ended_reason, kept?.ended_at?.toISOString(), kept?.next_due]).toEqual([
        'unsubscribed',
        NOW,
        null,
      ]);
    });

    it('are listed to their owner: those in force, and those that ended since a day', async () => {
      const [ended, running] = [await subscribe(), await subscribe()];
      await subscribe({ userId: SEKCAM });
      await within((transaction) => markEnded(transaction, CODE, ended, 'own', NOW));
      const since = async (day: string) =>
        (await within((transaction) => listOfUser(transaction, CODE, CAMAT, day))).map((each) => each.id);
      expect(await since('2026-11-19T00:00:00Z')).toEqual([running, ended]);
      expect(await since('2026-11-21T00:00:00Z')).toEqual([running]);
    });

    it('know the working days of the calendar that is in force', async () => {
      const day = (date: string, version: number, isWorking: boolean) => ({
        kabupaten_code: CODE,
        calendar_code: 'default',
        version,
        day: date,
        is_working: isWorking,
        working_day_number: 1,
        working_seconds_before: 0,
        working_seconds: isWorking ? 27_000 : 0,
        opens: isWorking ? [28_800, 55_800] : [],
      });
      await database.owner('calendar_days').insert([
        day('2026-11-20', 2, true),
        day('2026-11-23', 2, false),
        // As it was before the holiday was named.
        day('2026-11-23', 1, true),
      ]);
      const isWorking = await within((transaction) => readWorkingDays(transaction, CODE, '2026-11-20'));
      expect(['2026-11-20', '2026-11-23', '2026-11-24'].map(isWorking)).toEqual([true, false, false]);
    });
  });

  describe('deliveries', () => {
    it('are made once under a key', async () => {
      expect(await deliver()).not.toBeNull();
      expect(await deliver()).toBeNull();
      expect(await states()).toEqual(['waiting']);
    });

    it('are taken up, put off and settled while they wait, and never again once they are settled', async () => {
      const [one, other] = [await deliver(), await deliver({ dedupe: 'b' })];
      const own = one ?? '';
      const take = () => within((transaction) => takeUp(transaction, CODE, own, LATER));
      expect((await take())?.attempts).toBe(1);
      expect((await take())?.attempts).toBe(2);
      const settle = (state: 'sent' | 'failed') =>
        within((transaction) =>
          settleDelivery(transaction, CODE, own, { state, problem: null, now: LATER, bytes: 7 }),
        );
      expect(await settle('sent')).toBeTrue();
      expect(await settle('failed')).toBeFalse();
      expect(await take()).toBeNull();
      await within((transaction) => putOff(transaction, CODE, own, LATER, LATER));
      const rows = await database
        .owner('deliveries')
        .orderBy('dedupe')
        .select<{ id: string; state: string; attempts: number; sent_at: Date | null; send_after: Date }[]>();
      expect(
        rows.map((row) => [
          row.id,
          row.state,
          row.attempts,
          row.sent_at?.toISOString(),
          row.send_after.toISOString(),
        ]),
      ).toEqual([
        [own, 'sent', 2, LATER, NOW],
        [other ?? '', 'waiting', 0, undefined, NOW],
      ]);
    });

    it('are stranded when they wait beyond their time and nobody touched them since', async () => {
      const at = (sendAfter: string, now: string) => ({ sendAfter, now });
      const early = '2026-11-19T22:00:00Z';
      const stranded = await deliver({ dedupe: 'a', ...at(early, early) });
      await deliver({ dedupe: 'b', ...at(LATER, early) });
      await deliver({ dedupe: 'c', ...at(early, LATER) });
      const sent = await deliver({ dedupe: 'd', ...at(early, early) });
      await within((transaction) =>
        settleDelivery(transaction, CODE, sent ?? '', { state: 'sent', problem: null, now: early }),
      );
      expect(await within((transaction) => listStranded(transaction, CODE, NOW))).toEqual([stranded ?? '']);
    });
  });

  describe('mail addresses', () => {
    const hash = Buffer.alloc(32, 1);
    const ask = (address: string, now: string, user = CAMAT, code = hash) =>
      keepWaiting(database.application, user, address, code, now);
    const known = (user = CAMAT) => findMailAddress(database.application, user);
    const confirm = (address: string, user = CAMAT) =>
      within((transaction) => confirmWaiting(transaction, user, address, NOW));

    it('wait for a code a minute apart, each with its own code and tries', async () => {
      expect(await ask('a@contoh.go.id', '2026-11-20T02:00:00Z')).toBeTrue();
      expect(await ask('b@contoh.go.id', '2026-11-20T02:00:59Z')).toBeFalse();
      expect(await countTry(database.application, CAMAT)).toBe(1);
      expect(await countTry(database.application, CAMAT)).toBe(2);
      const second = Buffer.alloc(32, 2);
      expect(await ask('b@contoh.go.id', '2026-11-20T02:01:00Z', CAMAT, second)).toBeTrue();
      const waiting = await known();
      expect([waiting.waiting_address, waiting.code_hash, waiting.code_tries]).toEqual([
        'b@contoh.go.id',
        second,
        0,
      ]);
    });

    it('are confirmed for who asked, by the code of the address that still waits', async () => {
      // Two people with one office mailbox, each with a code of their own.
      await ask('a@contoh.go.id', NOW);
      await ask('a@contoh.go.id', NOW, SEKCAM);
      expect(await countTry(database.application, CAMAT)).toBe(1);
      expect((await known(SEKCAM)).code_tries).toBe(0);
      // Another address was asked for while the code of the first one was on its way.
      expect(await confirm('lain@contoh.go.id')).toBeFalse();
      expect(await confirm('a@contoh.go.id')).toBeTrue();
      expect(await known()).toEqual(
        jasmine.objectContaining({ address: 'a@contoh.go.id', waiting_address: null, code_hash: null }),
      );
      expect(await known(SEKCAM)).toEqual(
        jasmine.objectContaining({ address: null, waiting_address: 'a@contoh.go.id' }),
      );
      // Nothing waits any more: a try is none, and what was confirmed stays.
      expect(await countTry(database.application, CAMAT)).toBe(0);
      expect(await confirm('a@contoh.go.id')).toBeFalse();
      expect((await known()).address).toBe('a@contoh.go.id');
    });

    it('are forgotten for who asks, with what they were', async () => {
      for (const [user, address] of [
        [CAMAT, 'a@contoh.go.id'],
        [SEKCAM, 'b@contoh.go.id'],
      ] as const) {
        await ask(address, NOW, user);
        await confirm(address, user);
      }
      expect(await within((transaction) => forgetAddress(transaction, CAMAT))).toBe('a@contoh.go.id');
      expect(await within((transaction) => forgetAddress(transaction, CAMAT))).toBeNull();
      expect((await known(SEKCAM)).address).toBe('b@contoh.go.id');
    });
  });
});

import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import type { AlertReason, AlertRule } from '#domain/alerts/alert-episode';
import { NO_FACTS } from '#domain/alerts/alert-words';
import { setKabupatenSql } from '../../platform/database/scoped.ts';
import { keyOf, noteDigest, readMemory, takeStep, type TakeableStep } from './alerts.repository.ts';
import { endMails, listMailedPersons } from './mailed-alerts.repository.ts';

const CODE = '64.98';
const KEY = { unit: 'a', field: 'turnaround.dueMetShare' };
const id = (last: number) => `0198c0de-0000-7000-8000-${String(last).padStart(12, '0')}`;
const reason = (rule: AlertRule, since: string): AlertReason => ({ rule, since, holds: true });

describe('what is remembered of alerts', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner('kabupaten').insert({ code: CODE, name: 'Contoh', time_zone: 'Asia/Makassar' });
    const of = { kabupaten_code: CODE };
    await database
      .owner('calendars')
      .insert({ ...of, code: 'default', name: 'Umum', version: 1, definition: '{}' });
    await database
      .owner('units')
      .insert(['a', 'b'].map((code) => ({ ...of, code, name: code, kind: 'kecamatan' })));
  });
  afterEach(async () => {
    for (const table of ['alert_events', 'alert_episodes', 'alert_settings'])
      await database.owner(table).delete();
  });
  afterAll(() => database.drop());

  const within = <T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> =>
    database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(CODE));
      return work(transaction);
    });
  const memory = () => within((transaction) => readMemory(transaction, CODE));
  /** Takes a step from what is remembered, on a day. */
  const take = (
    today: string,
    kind: TakeableStep['kind'],
    reasons: readonly AlertReason[],
    settled: TakeableStep['settled'] = {},
    key = KEY,
  ) =>
    within(async (transaction) => {
      const known = (await readMemory(transaction, CODE)).get(keyOf(key));
      return takeStep(
        transaction,
        CODE,
        known ?? { key, open: null },
        { kind, reasons, settled },
        { facts: NO_FACTS, today, now: `${today}T02:00:00Z` },
      );
    });

  it('is by rule the last day that is settled, over all episodes of a figure, and since when it all began', async () => {
    await take('2026-09-01', 'open', [reason('target-missed', '2026-07-01')]);
    await take('2026-09-08', 'remind', [reason('target-missed', '2026-07-01')]);
    const both = [reason('target-missed', '2026-07-01'), reason('worsening', '2026-08-01')];
    await take('2026-10-01', 'escalate', both);
    // The target left with September, the signal with October. What began in July did, whichever reason is left.
    const eased = await take('2026-10-02', 'ease', [reason('worsening', '2026-08-01')], {
      'target-missed': '2026-09-30',
    });
    expect(eased.since).toBe('2026-07-01');
    const told = await database.owner('alert_episodes').first<object>('told_on', 'reminders');
    expect(told).toEqual({ told_on: '2026-10-01', reminders: 1 });
    await take('2026-11-01', 'recover', [reason('worsening', '2026-08-01')], { worsening: '2026-10-31' });
    expect((await memory()).get(keyOf(KEY))).toEqual({
      key: KEY,
      open: null,
      settled: { 'target-missed': '2026-09-30', worsening: '2026-10-31' },
      firstOn: '2026-09-01',
    });
    // A second episode settles the target later: the first one does not take it back, nor the day of the first.
    await take('2027-01-01', 'open', [reason('target-missed', '2026-11-01')]);
    await take('2027-03-01', 'recover', [reason('target-missed', '2026-11-01')], {
      'target-missed': '2027-02-28',
    });
    await take('2027-05-01', 'open', [reason('target-missed', '2027-03-01')]);
    const known = (await memory()).get(keyOf(KEY));
    expect(known?.settled).toEqual({ 'target-missed': '2027-02-28', worsening: '2026-10-31' });
    expect([known?.firstOn, known?.open?.since]).toEqual(['2026-09-01', '2027-03-01']);
  });

  it('changes the one episode that a step is about', async () => {
    const other = { unit: 'b', field: KEY.field };
    await take('2026-09-01', 'open', [reason('target-missed', '2026-07-01')]);
    await take('2026-09-01', 'open', [reason('target-missed', '2026-06-01')], {}, other);
    await take('2026-11-01', 'recover', [reason('target-missed', '2026-07-01')], {
      'target-missed': '2026-10-31',
    });
    expect((await memory()).get(keyOf(other))).toEqual(
      jasmine.objectContaining({ open: jasmine.objectContaining({ since: '2026-06-01' }), settled: {} }),
    );
  });

  /** What two people want to hear, the first of them in two posts. */
  async function twoPersons(): Promise<void> {
    const settings = (user: number, post: number, ways: object, digest: string) => ({
      kabupaten_code: CODE,
      user_id: id(user),
      post_id: id(post),
      ways: JSON.stringify(ways),
      digest,
      digest_on: '2026-11-19',
      updated_at: '2026-11-01T00:00:00Z',
    });
    await database
      .owner('alert_settings')
      .insert([
        settings(1, 11, { 'target-missed': 'mail', worsening: 'notice' }, 'daily'),
        settings(1, 12, { worsening: 'notice' }, 'off'),
        settings(2, 21, { 'not-reporting': 'mail' }, 'weekly'),
      ]);
  }
  const settingsNow = () =>
    database.owner('alert_settings').orderBy('post_id').select('ways', 'digest', 'digest_on');

  it('is for each post of a person apart when the digest went out, once a day', async () => {
    await twoPersons();
    const note = (post: number, today: string) =>
      within((transaction) => noteDigest(transaction, CODE, { user_id: id(1), post_id: id(post) }, today));
    expect(await note(11, '2026-11-20')).toBeTrue();
    expect(await note(11, '2026-11-20')).toBeFalse();
    expect(await note(12, '2026-11-20')).toBeTrue();
    expect((await settingsNow()).map(({ digest_on }: { digest_on: string }) => digest_on)).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-11-19',
    ]);
  });

  it('ends one kind of mails of one person in every post, and of nobody else', async () => {
    await twoPersons();
    expect(await within((transaction) => listMailedPersons(transaction, CODE))).toEqual(
      jasmine.arrayWithExactContents([
        { userId: id(1), wants: { alert: true, digest: true } },
        { userId: id(2), wants: { alert: true, digest: true } },
      ]),
    );
    const now = '2026-11-20T02:00:00Z';
    await within((transaction) => endMails(transaction, CODE, id(1), 'alert', now));
    const notices = { 'target-missed': 'notice', worsening: 'notice' };
    expect(await settingsNow()).toEqual([
      jasmine.objectContaining({ ways: notices, digest: 'daily' }),
      jasmine.objectContaining({ ways: { worsening: 'notice' }, digest: 'off' }),
      jasmine.objectContaining({ ways: { 'not-reporting': 'mail' }, digest: 'weekly' }),
    ]);
    await within((transaction) => endMails(transaction, CODE, id(1), 'digest', now));
    expect((await settingsNow()).map(({ digest }: { digest: string }) => digest)).toEqual([
      'off',
      'off',
      'weekly',
    ]);
    expect(await within((transaction) => listMailedPersons(transaction, CODE))).toEqual(
      jasmine.arrayWithExactContents([
        { userId: id(1), wants: { alert: false, digest: false } },
        { userId: id(2), wants: { alert: true, digest: true } },
      ]),
    );
  });
});

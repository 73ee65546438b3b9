import { pino } from 'pino';
import type { Delivery } from '#contract/reports/subscriptions';
import type { Notice } from '#contract/notices';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { clockAt } from '../../platform/clock.ts';
import type { MailFault } from '../../platform/mail/mail-server.testing.ts';
import { smtpMailer } from '../../platform/mail/mailer.ts';
import type { ApiCaller } from '../../testing/api-caller.ts';
import {
  confirmAddress,
  DAILY_BRIEF,
  DUE,
  KABUPATEN,
  MAIL_FROM,
  OWN_UNIT,
  startMailingProduct,
  type MailingProduct,
} from './deliveries.testing.ts';
import { MovedTime } from './moved-time.testing.ts';
import { mailQueue } from './queue-mail.ts';
import { inKabupaten } from './subscriptions.repository.ts';
import { until } from '../../testing/until.ts';

const MINUTE = 60_000;
const START = Date.parse(DUE);

/**
 * How the server fails, from which minute on. The pauses of the product are drawn between once and twice 1, 2, 4, 8 and 16
 * minutes: by hand, the second attempt is made in minute 1–2, the third in 3–6, the fourth in 7–14, the fifth in 15–30.
 */
const HOUR_OF_TROUBLE: readonly (readonly [number, MailFault | 'down'])[] = [
  [0, 'down'],
  [2.5, 'broken'],
  [6.5, '421'],
  [14.5, '451'],
];

describe('mail while the mail server fails, at the true pauses', () => {
  let mailing: MailingProduct;
  let camat: ApiCaller;
  let time: MovedTime;

  beforeEach(async () => {
    mailing = await startMailingProduct({
      truePauses: true,
      rounds: false,
      log: pino({ level: 'silent' }),
    });
    time = new MovedTime(mailing);
    await mailing.product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    await mailing.product.addPerson('admin', { role: 'admin', kabupaten: KABUPATEN });
    camat = await mailing.product.signIn('camat');
    await confirmAddress(camat, mailing.server, 'camat@contoh.go.id');
  });
  afterEach(() => mailing.stop());

  async function subscribe(): Promise<void> {
    const answer = await camat.post('/subscriptions', DAILY_BRIEF);
    if (answer.status !== 201) throw new Error(answer.text);
  }
  /** Moves to the next job, to the next turn for the worse, or to `end`. */
  async function step(turns: readonly number[], end: number): Promise<void> {
    const next = (await time.nextJobAt()) ?? end;
    await time.moveTo(Math.min(end, Math.max(next, time.now), ...turns.filter((turn) => turn > time.now)));
  }
  const operatorNotices = () =>
    mailing.product.database
      .owner('notices')
      .where({ kind: 'mail-server-failing' })
      .select<{ settled_at: Date | null }[]>('settled_at');

  it('for an hour: reports and an alert come once each, and the log tells how often it was tried', async () => {
    const { server, product } = mailing;
    for (let count = 0; count < 3; count += 1) await subscribe();
    await server.goDown();
    await time.moveTo(START);
    await queueAlert(mailing);
    await until(async () => (await time.deliveries()).length === 4, 20_000, 'what is due');
    const tried = new Map<string, number[]>();
    const seen = new Set<string>();
    async function note(): Promise<void> {
      for (const { id, attempts, state, problem } of await time.deliveries()) {
        const instants = tried.get(id) ?? [];
        if (instants.length < attempts) tried.set(id, [...instants, time.now]);
        if (state === 'waiting') seen.add(problem ?? 'none');
        // One step of time is one attempt at most.
        expect(tried.get(id)?.length ?? 0).toBe(attempts);
      }
    }
    const turns = HOUR_OF_TROUBLE.map(([minute]) => START + minute * MINUTE);
    const endOfTrouble = START + 60 * MINUTE;
    while (time.now < endOfTrouble) {
      const fault = HOUR_OF_TROUBLE.findLast(([minute]) => START + minute * MINUTE <= time.now)?.[1];
      if (fault === 'broken' && time.now === turns[1]) await server.comeUp();
      server.fail(fault === 'down' || fault === undefined ? null : fault);
      await time.settle();
      await note();
      await step(turns, endOfTrouble);
    }
    expect([...seen]).toEqual(['unreachable']);
    expect(server.mails.length).toBe(1);
    expect((await operatorNotices()).map(({ settled_at: settled }) => settled)).toEqual([null]);

    server.fail(null);
    // The sixth pause is of an hour at most.
    const end = endOfTrouble + 62 * MINUTE;
    while (time.now < end && (await time.deliveries()).some(({ state }) => state === 'waiting')) {
      await time.settle();
      await note();
      await step([], end);
    }
    const kept = await time.deliveries();
    expect(kept.map(({ state, problem }) => [state, problem])).toEqual(
      Array.from({ length: 4 }, () => ['sent', null]),
    );
    const sent = server.mails.slice(1);
    expect(sent.length).toBe(4);
    expect(sent.map(({ messageId }) => messageId).toSorted()).toEqual(
      kept.map(({ id }) => `<${id}.${KABUPATEN}@pandu.contoh.go.id>`).toSorted(),
    );
    for (const [id, instants] of tried) {
      // Five in the first half hour, then one within the hour or none, then the one that was taken.
      expect([6, 7]).withContext(id).toContain(instants.length);
      for (let pause = 1; pause < instants.length; pause += 1) {
        const minutes = ((instants[pause] ?? 0) - (instants[pause - 1] ?? 0)) / MINUTE;
        expect(minutes)
          .withContext(`pause ${pause}`)
          .toBeGreaterThanOrEqual(2 ** (pause - 1));
        expect(minutes)
          .withContext(`pause ${pause}`)
          .toBeLessThanOrEqual(Math.min(2 ** pause, 60) + 0.01);
      }
    }
    // Half a day later nothing more has come, and nothing waits.
    await time.moveTo(time.now + 2 * 60 * MINUTE);
    await time.settle();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(server.mails.length).toBe(5);
    expect(await time.nextJobAt()).toBeNull();
    const log = await (await product.signIn('camat')).read<{ items: Delivery[] }>('/deliveries');
    expect(log.items.map(({ id, state, attempts }) => [id, state, attempts]).toSorted()).toEqual(
      [...tried].map(([id, instants]) => [id, 'sent', instants.length]).toSorted(),
    );
    expect((await operatorNotices()).map(({ settled_at: settled }) => settled !== null)).toEqual([true]);
  }, 180_000);

  it('for good: it is given up after twenty attempts, none of them at night, and both sides are told', async () => {
    const { server, product } = mailing;
    await subscribe();
    await server.goDown();
    await time.moveTo(START);
    await until(async () => (await time.deliveries()).length === 1, 20_000, 'what is due');
    const hours = new Set<number>();
    let attempts = 0;
    for (let steps = 0; steps < 60; steps += 1) {
      await time.settle();
      const [delivery] = await time.deliveries();
      if (delivery !== undefined && delivery.attempts > attempts) {
        // WITA is UTC+8 the whole year.
        hours.add((new Date(time.now).getUTCHours() + 8) % 24);
        attempts = delivery.attempts;
      }
      if (delivery?.state !== 'waiting') break;
      await step([], Infinity);
    }
    const [delivery] = await time.deliveries();
    expect([delivery?.state, delivery?.problem, delivery?.attempts]).toEqual(['failed', 'unreachable', 20]);
    for (const hour of hours)
      expect(hour >= 6 && hour < 20)
        .withContext(`${hour}.00`)
        .toBeTrue();
    // From the morning on it was tried again, and given up within about an hour.
    const morning = Date.parse('2026-03-17T22:00:00Z');
    expect(time.now).toBeGreaterThan(morning);
    expect(time.now).toBeLessThan(morning + 2 * 60 * MINUTE + 5 * MINUTE);
    expect(await time.nextJobAt()).toBeNull();
    expect(server.mails.length).toBe(1);

    const person = await (await product.signIn('camat')).read<{ items: Notice[] }>('/notices');
    expect(person.items.map(({ kind, link }) => [kind, link])).toEqual([
      ['delivery-failed-here', '/laporan/langganan'],
    ]);
    expect(person.items[0]?.sentence).toMatch(/^Surel “.+ – Sebulu” tidak terkirim karena gangguan/);
    const admin = await product.signIn('admin');
    const told = await admin.read<{ items: Notice[] }>('/notices');
    expect(told.items.map(({ kind, waiting, link }) => [kind, waiting, link])).toEqual([
      ['mail-server-failing', true, '/pengaturan/surel'],
    ]);
    expect(told.items[0]?.sentence).toBe(
      'Surel PANDU tidak terkirim: server surel tidak dapat dihubungi atau sedang tidak menerima surel. Periksa server surel dan pengaturannya; catatan pengiriman menyebut surel yang tertahan dan yang gagal.',
    );
    const all = await admin.read<{ failedLately: number; waiting: number }>('/deliveries/all');
    expect([all.failedLately, all.waiting]).toEqual([1, 0]);
  }, 180_000);
});

/** An alert of the product, handed over by the road that alerts take. */
async function queueAlert({ product, server }: MailingProduct): Promise<void> {
  const database = product.database.application;
  const jobs = new JobQueue({ database, log: pino({ level: 'silent' }) });
  // It only hands over: its own jobs never come.
  jobs.work(
    { name: 'uji', retries: 0, firstPauseSeconds: 1, longestPauseSeconds: 1, expireSeconds: 60 },
    () => Promise.resolve(),
  );
  await jobs.start();
  const mailer = smtpMailer({ url: server.url, from: MAIL_FROM });
  const held = await product.database
    .owner('post_holders as h')
    .join('users as u', 'u.id', 'h.user_id')
    .where('u.username', 'camat')
    .first<{ user_id: string; post_id: string }>('h.user_id', 'h.post_id');
  const queue = mailQueue({ jobs, mailer, clock: (zone) => clockAt(new Date(DUE), zone) });
  await inKabupaten(database, KABUPATEN, (transaction) =>
    queue(
      transaction,
      { code: KABUPATEN, timeZone: 'Asia/Makassar' },
      {
        personId: held.user_id,
        postId: held.post_id,
        kind: 'alert',
        subject: 'Peringatan',
        text: 'Ada yang perlu dilihat.',
        key: 'alert uji',
      },
    ),
  );
  await jobs.stop();
  mailer.close();
}

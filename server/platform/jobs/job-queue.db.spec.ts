import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { JobQueue, type JobCall, type JobKind } from './job-queue.ts';
import { until } from '../../testing/until.ts';

const KIND: JobKind = {
  name: 'uji',
  retries: 2,
  firstPauseSeconds: 1,
  longestPauseSeconds: 1,
  expireSeconds: 60,
};
const log = pino({ level: 'silent' });

describe('background jobs', () => {
  let database: TestDatabase;
  let queues: JobQueue[];

  beforeEach(async () => {
    database = await createTestDatabase();
    queues = [];
  });

  afterEach(async () => {
    for (const queue of queues) await queue.stop();
    await database.drop();
  });

  async function queueWith(
    handler: (call: JobCall<{ number: number }>) => Promise<void>,
    kind: JobKind = KIND,
  ): Promise<JobQueue> {
    const queue = new JobQueue({
      database: database.application,
      log,
      pollSeconds: 0.5,
      superviseSeconds: 1,
      heartbeatSeconds: 10,
    });
    queue.work<{ number: number }>(kind, handler);
    await queue.start();
    queues.push(queue);
    return queue;
  }

  it('does what was handed over, one job at a time, with the rights of the application alone', async () => {
    const done: number[] = [];
    let atOnce = 0;
    let mostAtOnce = 0;
    const queue = await queueWith(async ({ data }) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce -= 1;
      done.push(data.number);
    });
    for (const number of [1, 2, 3]) await queue.send('uji', { number }, { key: `k${number}` });
    await until(() => done.length === 3);
    expect(done).toEqual([1, 2, 3]);
    expect(mostAtOnce).toBe(1);
  });

  it('takes a key once while it waits or runs, and again afterwards', async () => {
    let done = 0;
    const queue = await queueWith(() => {
      done += 1;
      return Promise.resolve();
    });
    const startAfter = new Date(Date.now() + 1_500);
    expect(await queue.send('uji', { number: 1 }, { key: 'sama', startAfter })).toBeTrue();
    expect(await queue.send('uji', { number: 2 }, { key: 'sama' })).toBeFalse();
    expect(done).toBe(0);
    await until(() => done === 1);
    await until(async () => queue.send('uji', { number: 3 }, { key: 'sama' }));
    await until(() => done === 2);
  });

  it('tries again after a failure, says which attempt is the last, and keeps no text of the failure', async () => {
    const attempts: { attempt: number; last: boolean }[] = [];
    const queue = await queueWith(({ attempt, last }) => {
      attempts.push({ attempt, last });
      return Promise.reject(new Error('surat untuk budi@contoh.go.id ditolak'));
    });
    await queue.send('uji', { number: 1 }, { key: 'gagal' });
    await until(() => attempts.length === 3);
    expect(attempts).toEqual([
      { attempt: 1, last: false },
      { attempt: 2, last: false },
      { attempt: 3, last: true },
    ]);
    const failed = async () =>
      (
        await database.owner.raw<{ rows: { state: string; output: unknown }[] }>(
          `select state::text, output from pgboss.job where name = 'uji'`,
        )
      ).rows;
    await until(async () => (await failed())[0]?.state === 'failed');
    expect(JSON.stringify(await failed())).not.toContain('budi');
  });

  it('is there with the commit of a transaction, and not at all without it', async () => {
    const done: number[] = [];
    const queue = await queueWith(({ data }) => {
      done.push(data.number);
      return Promise.resolve();
    });
    await expectAsync(
      database.application.transaction(async (transaction) => {
        await queue.send('uji', { number: 1 }, { key: 'batal', transaction });
        throw new Error('batal');
      }),
    ).toBeRejected();
    await database.application.transaction((transaction) =>
      queue.send('uji', { number: 2 }, { key: 'jadi', transaction }),
    );
    queue.wake('uji');
    await until(() => done.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(done).toEqual([2]);
  });

  it('waits at the stop for the job under way', async () => {
    let ended = false;
    let begun = false;
    const queue = await queueWith(async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 400));
      ended = true;
    });
    await queue.send('uji', { number: 1 }, { key: 'berjalan' });
    await until(() => begun);
    await queue.stop();
    expect(ended).toBeTrue();
  });

  it('stops at once when nothing runs', async () => {
    const queue = await queueWith(() => Promise.resolve());
    const started = performance.now();
    await queue.stop();
    expect(performance.now() - started).toBeLessThan(400);
  });

  it('takes up the job of a process that gives no sign any more', async () => {
    const done: number[] = [];
    const queue = await queueWith(({ data }) => {
      done.push(data.number);
      return Promise.resolve();
    });
    await queue.send('uji', { number: 7 }, { key: 'mati', startAfter: new Date(Date.now() + 3_600_000) });
    // As a killed process leaves it: begun a while ago, last sign half a minute old.
    await database.owner.raw(
      `update pgboss.job set state = 'active', start_after = now() - interval '1 minute',
              started_on = now() - interval '40 seconds', heartbeat_on = now() - interval '30 seconds'
        where name = 'uji'`,
    );
    await until(() => done.length === 1, 15_000);
    expect(done).toEqual([7]);
  });

  it('is tried once where its kind asks for no retry', async () => {
    let tried = 0;
    const queue = await queueWith(
      () => {
        tried += 1;
        return Promise.reject(new Error('tidak jadi'));
      },
      { ...KIND, retries: 0 },
    );
    await queue.send('uji', { number: 1 }, { key: 'sekali' });
    const states = () => database.owner('pgboss.job').where({ name: 'uji' }).pluck<string[]>('state');
    await until(async () => (await states())[0] === 'failed');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(tried).toBe(1);
  });

  it('keeps jobs that are over for two days, and one that nobody takes for two weeks', async () => {
    const first = await queueWith(() => Promise.resolve());
    await first.stop();
    // By hand, in hours: over 47 and 49 ago, done or failed; waiting since 13 and 15 days, and not due for long.
    const jobs: [string, string, string | null, string][] = [
      ['selesai', 'completed', '47 hours', '1 hour'],
      ['selesai-lama', 'completed', '49 hours', '1 hour'],
      ['gagal-lama', 'failed', '49 hours', '1 hour'],
      ['menunggu', 'created', null, '13 days'],
      ['menunggu-lama', 'created', null, '15 days'],
    ];
    const settings = (await database.owner('pgboss.queue').where({ name: 'uji' }).first()) as {
      deletion_seconds: number;
      retention_seconds: number;
    };
    expect(settings.deletion_seconds).toBe(172_800);
    expect(settings.retention_seconds).toBe(1_209_600);
    for (const [key, state, over, since] of jobs)
      await database.owner.raw(
        `insert into pgboss.job (name, singleton_key, state, completed_on, start_after, keep_until, deletion_seconds, policy,
                                 priority, retry_limit, retry_count, retry_delay, retry_backoff, expire_seconds)
         values ('uji', :key, :state::pgboss.job_state, now() - :over::interval, now() - :since::interval,
                 now() - :since::interval + :kept * interval '1 second', :done, 'exclusive', 0, 0, 0, 0, false, 60)`,
        { key, state, over, since, kept: settings.retention_seconds, done: settings.deletion_seconds },
      );
    // It cleans up once a day: the day is over.
    await database.owner('pgboss.queue').update({ maintain_on: null });
    // Another name: what waits is not taken.
    await queueWith(() => Promise.resolve(), { ...KIND, name: 'lain' });
    const kept = () =>
      database
        .owner('pgboss.job')
        .where({ name: 'uji' })
        .orderBy('singleton_key')
        .pluck<string[]>('singleton_key');
    await until(async () => (await kept()).length < 5);
    expect(await kept()).toEqual(['menunggu', 'selesai']);
  });
});

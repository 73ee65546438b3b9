import type { Delivery } from '#contract/reports/subscriptions';
import { startMailServer, type MailServer } from '../../platform/mail/mail-server.testing.ts';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { KilledProcesses } from '../../testing/killed-process.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import {
  confirmAddress,
  DAILY_BRIEF,
  DUE,
  KABUPATEN,
  MAIL_FROM,
  NOW,
  OWN_UNIT,
  PUBLIC_URL,
  startMailingProduct,
  type MailingProduct,
} from './deliveries.testing.ts';
import { until } from '../../testing/until.ts';

describe('mail when something fails', () => {
  let mailing: MailingProduct;
  let camat: ApiCaller;

  beforeEach(async () => {
    mailing = await startMailingProduct();
    await mailing.product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    camat = await mailing.product.signIn('camat');
    await confirmAddress(camat, mailing.server, 'camat@contoh.go.id');
  });
  afterEach(() => mailing.stop());

  const subscribe = (body: object = DAILY_BRIEF) => camat.post('/subscriptions', body);
  const log = async () => (await camat.read<{ items: Delivery[] }>('/deliveries')).items;

  it('waits while the mail server is down, and then sends every mail exactly once', async () => {
    const { server, product } = mailing;
    for (const hour of [11, 11, 11]) await subscribe({ ...DAILY_BRIEF, schedule: { rhythm: 'daily', hour } });
    await server.goDown();
    product.setNow(DUE);
    // Several attempts of each come to nothing.
    await until(async () => {
      const items = await log();
      return items.length === 3 && items.every(({ attempts }) => attempts >= 3);
    }, 40_000);
    for (const item of await log())
      expect([item.state, item.problem, item.sentAt]).toEqual(['waiting', 'unreachable', null]);
    expect(server.mails.length).toBe(1);
    await server.comeUp();
    await until(async () => (await log()).every(({ state }) => state === 'sent'), 40_000);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const sent = server.mails.slice(1);
    expect(sent.length).toBe(3);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(3);
  }, 100_000);

  it('does not try again where the address is refused, and tells its owner', async () => {
    const { server, product } = mailing;
    await subscribe();
    server.refuse('camat@contoh.go.id');
    product.setNow(DUE);
    await until(async () => (await log())[0]?.state === 'failed');
    const [item] = await log();
    expect([item?.problem, item?.attempts]).toEqual(['refused', 1]);
    const { items } = await camat.read<{ items: { kind: string; sentence: string }[] }>('/notices');
    expect(items.map(({ kind }) => kind)).toEqual(['delivery-failed-address']);
    expect(items[0]?.sentence).toContain('alamat surel');
    expect(server.mails.length).toBe(1);
  }, 60_000);

  it('sends nothing in the quiet hours, though it was tried in vain before', async () => {
    const { server, product } = mailing;
    await subscribe({ ...DAILY_BRIEF, schedule: { rhythm: 'daily', hour: 19 } });
    await server.goDown();
    // 19.00 WITA; then 20.30, when the server is there again.
    product.setNow('2026-03-17T11:00:10Z');
    const kept = () =>
      product.database
        .owner('deliveries')
        .first<{ send_after: Date; problem: string | null; state: string }>('send_after', 'problem', 'state');
    // The sign-in has run out meanwhile: the table is asked.
    await until(async () => {
      const rows = await product.database.owner('deliveries').pluck<string[]>('problem');
      return rows[0] === 'unreachable';
    });
    product.setNow('2026-03-17T12:30:00Z');
    await server.comeUp();
    await until(async () => (await kept()).send_after.toISOString() === '2026-03-17T22:00:00.000Z');
    expect(server.mails.length).toBe(1);
    expect((await kept()).state).toBe('waiting');
    // The database's clock is ahead of the product's: what came too early comes again, until it is 06.00 here.
    product.setNow('2026-03-17T22:00:10Z');
    await until(() => server.mails.length === 2, 30_000, 'the morning');
  }, 60_000);
});

describe('mail of a killed process', () => {
  let server: MailServer;
  let product: TestProduct;
  let processes: KilledProcesses;

  beforeEach(async () => {
    server = await startMailServer();
    // Without a mail server of its own: only the processes below send.
    product = await startTestProduct({ now: NOW });
    processes = new KilledProcesses(product, DUE, {
      url: server.url,
      from: MAIL_FROM,
      publicUrl: PUBLIC_URL,
    });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
  });
  afterEach(async () => {
    await processes.stop();
    await product.stop();
    await server.stop();
  });

  it('is sent by the next, and stands once in the mailbox', async () => {
    const { owner } = product.database;
    const [user] = await owner('users').where({ username: 'camat' }).pluck<string[]>('id');
    const [post] = await owner('posts').where({ kabupaten_code: KABUPATEN }).pluck<string[]>('id');
    await owner('mail_addresses').insert({ user_id: user, address: 'camat@contoh.go.id', verified_at: NOW });
    await owner('subscriptions').insert({
      kabupaten_code: KABUPATEN,
      id: '0198c0de-0000-7000-8000-00000000000a',
      user_id: user,
      post_id: post,
      report: DAILY_BRIEF.report,
      unit_code: OWN_UNIT,
      grain: 'month',
      which: 'running',
      format: 'text',
      rhythm: 'daily',
      hour: 11,
      next_due: '2026-03-17T03:00:00Z',
      created_at: NOW,
      token_hash: Buffer.alloc(32),
    });
    // The first process dies while it hands the mail over: the server has not said yes.
    const { reached } = server.holdNext(new Promise(() => undefined));
    const first = processes.start();
    await reached;
    first.kill('SIGKILL');
    await new Promise((done) => first.once('exit', done));
    const states = () => owner('deliveries').pluck<string[]>('state');
    expect(await states()).toEqual(['waiting']);
    processes.start();
    await until(async () => (await states())[0] === 'sent', 60_000);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(server.mails.length).toBe(1);
    const [delivery] = await owner('deliveries').select<{ id: string; attempts: number }[]>('id', 'attempts');
    expect(server.mails[0]?.messageId).toBe(`<${delivery?.id}.${KABUPATEN}@pandu.contoh.go.id>`);
    expect(delivery?.attempts).toBe(2);
  }, 120_000);

  it('comes a second time under the same Message-ID when it died after the server had taken it', async () => {
    const { owner } = product.database;
    const [user] = await owner('users').where({ username: 'camat' }).pluck<string[]>('id');
    await owner('mail_addresses').insert({ user_id: user, address: 'camat@contoh.go.id', verified_at: NOW });
    const id = '0198c0de-0000-7000-8000-00000000000b';
    await owner('deliveries').insert({
      kabupaten_code: KABUPATEN,
      id,
      dedupe: 'alert/uji',
      kind: 'alert',
      user_id: user,
      subject: 'Peringatan',
      body: 'Ada yang perlu dilihat.',
      due_at: '2026-03-17T00:00:00Z',
      send_after: '2026-03-17T00:00:00Z',
      state: 'waiting',
      updated_at: '2026-03-17T00:00:00Z',
    });
    processes.start();
    await until(() => server.mails.length === 1, 60_000);
    // As if the note of it had been lost with the process.
    await until(async () => (await owner('deliveries').pluck<string[]>('state'))[0] === 'sent');
    await owner('deliveries').update({ state: 'waiting', sent_at: null, updated_at: '2026-03-17T00:00:00Z' });
    await until(() => server.mails.length === 2, 60_000);
    expect(server.mails.map(({ messageId }) => messageId)).toEqual([
      `<${id}.${KABUPATEN}@pandu.contoh.go.id>`,
      `<${id}.${KABUPATEN}@pandu.contoh.go.id>`,
    ]);
  }, 120_000);
});

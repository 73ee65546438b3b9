import { addPeople, BY_MAIL, plain, tellStory, TOLD_IN_NUMBERS, ZONE } from './alert-mails.testing.ts';
import { KABUPATEN, MAIL_FROM, NOW, PUBLIC_URL } from './features/deliveries/deliveries.testing.ts';
import { startMailServer, type MailServer } from './platform/mail/mail-server.testing.ts';
import { KilledProcesses } from './testing/killed-process.ts';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';
import { until } from './testing/until.ts';

describe('an alert mail of a process that is killed while it hands it over', () => {
  let server: MailServer;
  let product: TestProduct;
  let processes: KilledProcesses;

  beforeEach(async () => {
    server = await startMailServer();
    // Without a mail server of its own: only the processes below look and send.
    product = await startTestProduct({ now: NOW, rounds: false });
    processes = new KilledProcesses(product, NOW, {
      url: server.url,
      from: MAIL_FROM,
      publicUrl: PUBLIC_URL,
    });
    await product.addKabupaten(KABUPATEN, ZONE);
    await addPeople(product);
    await tellStory(product);
    const [user] = await product.database.owner('users').where({ username: 'bupati' }).pluck<string[]>('id');
    await product.database
      .owner('mail_addresses')
      .insert({ user_id: user, address: 'bupati@contoh.go.id', verified_at: NOW });
    await (
      await product.signIn('bupati')
    ).send('PUT', '/alerts/settings', {
      body: { ways: BY_MAIL, digest: 'off' },
    });
  });
  afterEach(async () => {
    await processes.stop();
    await product.stop();
    await server.stop();
  });

  it('is told once: one alert, one mail, sent by the next process', async () => {
    const { owner } = product.database;
    const now = '2026-10-20T10:00:00+08:00';
    // The queue's clock goes with the product's, and goes on.
    await owner.raw(
      `create or replace function pgboss.job_now() returns timestamptz language sql stable
       as $$ select now() + interval '${Math.round((Date.parse(now) - Date.now()) / 1000)} seconds' $$`,
    );
    const { reached } = server.holdNext(new Promise(() => undefined));
    const first = processes.start(now);
    await reached;
    first.kill('SIGKILL');
    await new Promise((done) => first.once('exit', done));
    const states = () => owner('deliveries').where({ kind: 'alert' }).pluck<string[]>('state');
    expect(await states()).toEqual(['waiting']);
    const events = await owner('alert_events').count<{ count: string }[]>('* as count');
    processes.start(now);
    await until(async () => (await states())[0] === 'sent', 90_000, 'the mail');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(server.mails.length).toBe(1);
    expect(plain(server.mails[0]?.text ?? '')).toContain(TOLD_IN_NUMBERS);
    expect(await states()).toEqual(['sent']);
    const [delivery] = await owner('deliveries').select<{ id: string; attempts: number }[]>('id', 'attempts');
    expect(server.mails[0]?.messageId).toBe(`<${delivery?.id}.${KABUPATEN}@pandu.contoh.go.id>`);
    expect(delivery?.attempts).toBe(2);
    // The second process looked as well: it found nothing new to say.
    expect(await owner('alert_events').count<{ count: string }[]>('* as count')).toEqual(events);
  }, 180_000);
});

import type { Delivery, Subscription, SubscriptionList } from '#contract/reports/subscriptions';
import { problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import {
  confirmAddress,
  DAILY_BRIEF,
  DUE,
  KABUPATEN,
  NOW,
  OWN_UNIT,
  startMailingProduct,
  type MailingProduct,
  unsubscribePathOf,
} from './deliveries.testing.ts';
import { until } from '../../testing/until.ts';

describe('reports by mail', () => {
  let mailing: MailingProduct;
  let camat: ApiCaller;

  beforeEach(async () => {
    mailing = await startMailingProduct();
    await mailing.product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
    await mailing.product.addPerson('admin', { role: 'admin', kabupaten: KABUPATEN });
    await mailing.product.addPerson('admin-kedua', { role: 'admin', kabupaten: KABUPATEN });
    camat = await mailing.product.signIn('camat');
  });
  afterEach(() => mailing.stop());

  const log = async (caller: ApiCaller = camat) =>
    (await caller.read<{ items: Delivery[] }>('/deliveries')).items;
  async function subscribe(body: object = DAILY_BRIEF): Promise<Subscription> {
    const answer = await camat.post('/subscriptions', body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json as Subscription;
  }

  it('sends nothing to an address before its owner gave the code that was mailed there', async () => {
    const { server } = mailing;
    const early = await camat.post('/subscriptions', DAILY_BRIEF);
    expect([early.status, problemOf(early).code]).toEqual([409, 'mail-address-needed']);
    await camat.send('PUT', '/mail-address', { body: { address: 'camat@contoh.go.id' } });
    expect(server.mails.length).toBe(1);
    const again = await camat.send('PUT', '/mail-address', { body: { address: 'lain@contoh.go.id' } });
    expect([again.status, problemOf(again).code]).toEqual([429, 'mail-code-too-soon']);
    const code = /\d{6}/.exec(server.mails[0]?.text ?? '')?.[0] ?? '';
    const wrong = await camat.post('/mail-address/confirmation', {
      code: code === '111111' ? '222222' : '111111',
    });
    expect([wrong.status, problemOf(wrong).code]).toEqual([400, 'mail-code-wrong']);
    const still = await camat.post('/subscriptions', DAILY_BRIEF);
    expect(problemOf(still).code).toBe('mail-address-needed');
    const right = await camat.post('/mail-address/confirmation', { code });
    expect(right.json).toEqual({ address: 'camat@contoh.go.id', waiting: null, suggested: null });
    expect((await camat.post('/subscriptions', DAILY_BRIEF)).status).toBe(201);
  });

  it('says of anything but an address what an address looks like, in the words of an office', async () => {
    for (const address of ['', 'camat', 'camat@kantor', `${'x'.repeat(300)}@contoh.go.id`]) {
      const refused = await camat.send('PUT', '/mail-address', { body: { address } });
      expect([refused.status, problemOf(refused).code])
        .withContext(address)
        .toEqual([400, 'mail-address-invalid']);
      expect(refused.text).not.toContain('“address”');
    }
    expect(mailing.server.mails).toEqual([]);
  });

  it('takes no sixth try at a code, and none after half an hour', async () => {
    await camat.send('PUT', '/mail-address', { body: { address: 'camat@contoh.go.id' } });
    const code = /\d{6}/.exec(mailing.server.mails[0]?.text ?? '')?.[0] ?? '';
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1)
      await camat.post('/mail-address/confirmation', { code: wrong });
    expect(problemOf(await camat.post('/mail-address/confirmation', { code })).code).toBe('mail-code-over');
    mailing.product.setNow('2026-03-17T02:05:00Z');
    await camat.send('PUT', '/mail-address', { body: { address: 'camat@contoh.go.id' } });
    const second = /\d{6}/.exec(mailing.server.mails[1]?.text ?? '')?.[0] ?? '';
    mailing.product.setNow('2026-03-17T02:35:01Z');
    expect(problemOf(await camat.post('/mail-address/confirmation', { code: second })).code).toBe(
      'mail-code-over',
    );
  });

  it('sends at the hour, once, with who, what, until when and how far the figures are', async () => {
    const { server, product } = mailing;
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    const kept = await subscribe();
    // 11.00 WITA of the same day; afterwards comes 25 March, after Nyepi and Idul Fitri.
    expect(kept.nextDue).toBe('2026-03-17T03:00:00.000Z');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(server.mails.length).toBe(1);
    product.setNow(DUE);
    await until(() => server.mails.length === 2);
    const mail = server.mails[1];
    expect(mail?.subject).toContain('Sebulu');
    expect(mail?.subject).toContain('Maret 2026 (angka sementara)');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain(
      'Berhenti berlangganan:\nhttp://pandu.contoh.go.id/berhenti-langganan/64.02~',
    );
    await until(async () => (await log())[0]?.state === 'sent');
    expect<unknown>(await log()).toEqual([
      jasmine.objectContaining({
        kind: 'report',
        state: 'sent',
        attempts: 1,
        problem: null,
        address: 'c…@contoh.go.id',
        dueAt: '2026-03-17T03:00:00.000Z',
      }),
    ]);
    const after = await camat.read<SubscriptionList>('/subscriptions');
    expect(after.items[0]?.nextDue).toBe('2026-03-25T03:00:00.000Z');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(server.mails.length).toBe(2);
  });

  it('ends by the link without signing in, and by no mere look at it', async () => {
    const { server, product } = mailing;
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    await subscribe();
    product.setNow(DUE);
    await until(() => server.mails.length === 2);
    const path = unsubscribePathOf(server.mails[1]);
    const stranger = product.stranger();
    const looked = await stranger.get(path);
    expect(looked.json).toEqual(jasmine.objectContaining({ ended: false }));
    const page = await fetch(`${product.address}/api/v1${path}`, {
      headers: { Accept: 'text/html' },
      redirect: 'manual',
    });
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      `/berhenti-langganan/${encodeURIComponent(path.slice('/unsubscriptions/'.length))}`,
    ]);
    expect((await camat.read<SubscriptionList>('/subscriptions')).items[0]?.endedAt).toBeNull();
    // As a mail program does it: a form, no cookie, no token.
    const oneClick = await fetch(`${product.address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    const { items } = await camat.read<SubscriptionList>('/subscriptions');
    expect([items[0]?.endedReason, items[0]?.nextDue]).toEqual(['unsubscribed', null]);
    product.setNow('2026-03-25T03:00:10Z');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(server.mails.length).toBe(2);
    expect((await stranger.get(`/unsubscriptions/64.02~${'A'.repeat(43)}`)).status).toBe(404);
    expect((await stranger.get('/unsubscriptions/64.02~kurang')).status).toBe(404);
  });

  it('ends with the post it rested on, and says so', async () => {
    const { server, product } = mailing;
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    await subscribe();
    await product.database
      .owner('post_holders')
      .update({ valid_to: '2026-03-17' })
      .whereIn('user_id', product.database.owner('users').select('id').where({ username: 'camat' }));
    product.setNow(DUE);
    const ended = () =>
      product.database.owner('subscriptions').select('ended_reason').first<{ ended_reason: string | null }>();
    await until(async () => (await ended()).ended_reason !== null);
    expect((await ended()).ended_reason).toBe('post-ended');
    expect(server.mails.length).toBe(1);
    const notices = await product.database.owner('notices').pluck<string[]>('kind');
    expect(notices).toEqual(['subscription-ended-post']);
  });

  it('tells who looks after the installation of every mail, and nothing of what was in it', async () => {
    const { server, product } = mailing;
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    await subscribe();
    product.setNow(DUE);
    await until(async () => (await log())[0]?.state === 'sent');
    const admin = await product.signIn('admin');
    const answer = await admin.get('/deliveries/all');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('"username":"camat"');
    expect(answer.text).not.toContain('Sebulu');
    expect(answer.text).not.toContain('camat@');
    expect((await camat.get('/deliveries/all')).status).toBe(403);
  });

  it('lets nobody end or see what is another’s', async () => {
    const { server, product } = mailing;
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await confirmAddress(camat, server, 'camat@contoh.go.id');
    const kept = await subscribe();
    const bupati = await product.signIn('bupati');
    expect((await bupati.send('DELETE', `/subscriptions/${kept.id}`)).status).toBe(404);
    expect((await bupati.read<SubscriptionList>('/subscriptions')).items).toEqual([]);
    expect((await camat.send('DELETE', `/subscriptions/${kept.id}`)).status).toBe(204);
    const { items } = await camat.read<SubscriptionList>('/subscriptions');
    expect(items[0]?.endedReason).toBe('own');
  });

  it('takes no report of a unit outside the own scope, and none in a form it has not', async () => {
    await confirmAddress(camat, mailing.server, 'camat@contoh.go.id');
    const other = await camat.post('/subscriptions', { ...DAILY_BRIEF, unit: '64.02.08' });
    expect([other.status, problemOf(other).code]).toEqual([404, 'subscription-report-missing']);
    const form = await camat.post('/subscriptions', { ...DAILY_BRIEF, report: 'laporan-kinerja' });
    expect([form.status, problemOf(form).code]).toEqual([400, 'subscription-report-shape']);
    const night = await camat.post('/subscriptions', {
      ...DAILY_BRIEF,
      schedule: { rhythm: 'daily', hour: 22 },
    });
    expect(night.status).toBe(400);
    expect(NOW).toBe('2026-03-17T02:00:00Z');
  });
});

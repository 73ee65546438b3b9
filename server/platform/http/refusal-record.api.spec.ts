import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

describe('refusals on record', () => {
  const KABUPATEN = '64.02';
  const NOW = '2026-03-17T02:00:00Z';
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  interface Entry {
    action: string;
    subject: string;
    role: string | null;
    details: Readonly<Record<string, unknown>>;
  }

  /** What is on record of a person, oldest first. */
  async function entriesOf(username: string): Promise<Entry[]> {
    return product.database
      .owner('audit_entries as a')
      .join('users as u', 'u.id', 'a.user_id')
      .select('a.action', 'a.subject', 'a.role', 'a.details')
      .where({ 'a.kabupaten_code': KABUPATEN, 'u.username': username, 'a.action': 'akses-ditolak' })
      .orderBy('a.sequence');
  }

  async function camat(username: string): Promise<ApiCaller> {
    await product.addPerson(username, { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    return product.signIn(username);
  }

  it('say who reached for which unit, by which call', async () => {
    const caller = await camat('camat-satu');
    expect((await caller.get('/measures/summary?unit=64.02.08&from=2026-03-01')).status).toBe(404);
    expect((await caller.get('/measures/volume/series?unit=32.16')).status).toBe(404);
    expect((await caller.get('/audit')).status).toBe(403);
    expect(await entriesOf('camat-satu')).toEqual([
      {
        action: 'akses-ditolak',
        subject: '/measures/summary',
        role: 'camat',
        details: { method: 'GET', status: 404, code: 'unit-not-found', unit: '64.02.08' },
      },
      {
        action: 'akses-ditolak',
        subject: '/measures/volume/series',
        role: 'camat',
        details: { method: 'GET', status: 404, code: 'unit-not-found', unit: '32.16' },
      },
      {
        action: 'akses-ditolak',
        subject: '/audit',
        role: 'camat',
        details: { method: 'GET', status: 403, code: 'forbidden' },
      },
    ]);
  });

  it('hold no names, no secrets, and nothing a person wrote', async () => {
    const caller = await camat('camat-dua');
    await caller.send('PATCH', '/users/siti.aminah', { body: { name: 'Siti Aminah' } });
    await caller.get('/users?search=6402071234567890');
    await caller.get('/imports/0198c0de-0000-7000-8000-000000000000');
    await caller.get("/measures/summary?unit='%20or%201=1");
    const entries = await entriesOf('camat-dua');
    expect(entries.map(({ subject }) => subject)).toEqual([
      '/users/:username',
      '/users',
      '/imports/0198c0de-0000-7000-8000-000000000000',
      '/measures/summary',
    ]);
    // What is no code is not repeated.
    expect(entries.at(-1)?.details).toEqual({ method: 'GET', status: 404, code: 'unit-not-found' });
    expect(JSON.stringify(entries)).not.toMatch(/siti|aminah|6402071234567890/i);
  });

  it('are one entry per person, path and minute', async () => {
    const [one, other] = [await camat('camat-tiga'), await camat('camat-empat')];
    for (let index = 0; index < 5; index += 1) await one.get('/measures/summary?unit=64.02.08');
    await other.get('/measures/summary?unit=64.02.08');
    await one.get('/measures/matrix?unit=64.02.08');
    expect((await entriesOf('camat-tiga')).length).toBe(2);
    expect((await entriesOf('camat-empat')).length).toBe(1);
    product.setNow('2026-03-17T02:01:00Z');
    await one.get('/measures/summary?unit=64.02.08');
    expect((await entriesOf('camat-tiga')).length).toBe(3);
  });

  it('are thirty per person and minute at most, then one number', async () => {
    const caller = await camat('camat-banjir');
    const flood = (most: number) =>
      Promise.all(
        Array.from({ length: most }, (_, index) =>
          caller.send(
            'DELETE',
            `/${'x'.repeat(20)}/${String.fromCharCode(97 + (index % 26))}${'y'.repeat(1 + Math.floor(index / 26))}`,
            {
              xsrf: false,
            },
          ),
        ),
      );
    await flood(45);
    expect((await entriesOf('camat-banjir')).length).toBe(30);
    product.setNow('2026-03-17T02:01:00Z');
    await caller.get('/audit');
    expect((await entriesOf('camat-banjir')).length).toBe(31);
    const summed = await product.database
      .owner('audit_entries')
      .select('details')
      .where({ kabupaten_code: KABUPATEN, action: 'akses-ditolak-lagi' });
    expect(summed).toEqual([{ details: { count: 15 } }]);
  });

  it('are one for all ids that are no ids, and short', async () => {
    const caller = await camat('camat-panjang');
    for (let index = 0; index < 5; index += 1)
      await caller.send('PATCH', `/users/orang-${index}`, { body: { name: 'X' } });
    expect((await entriesOf('camat-panjang')).map(({ subject }) => subject)).toEqual(['/users/:username']);
    await caller.send('DELETE', '/panjang'.repeat(300), { xsrf: false });
    expect((await entriesOf('camat-panjang')).at(-1)?.subject.length).toBe(200);
  });

  it('leave out strangers, mistyped addresses, and what is one’s own', async () => {
    const caller = await camat('camat-lima');
    const statuses = [
      (await caller.get('/measures/summary?unit=64.02.07')).status,
      (await caller.get('/tidak-ada')).status,
      (await caller.get('/measures/laba/series')).status,
      (await caller.get('/measures/summary?unti=1')).status,
    ];
    expect(statuses).toEqual([200, 404, 404, 400]);
    expect(await entriesOf('camat-lima')).toEqual([]);
    const all = () =>
      product.database.owner('audit_entries').where({ action: 'akses-ditolak' }).count('* as n').first();
    const before = await all();
    expect((await product.stranger().get('/measures/summary?unit=64.02.08')).status).toBe(401);
    expect(await all()).toEqual(before);
  });

  it('put a request forged by another site on record too', async () => {
    const caller = await camat('camat-enam');
    expect((await caller.send('DELETE', '/session', { xsrf: false })).status).toBe(403);
    expect((await entriesOf('camat-enam')).map(({ details }) => details['code'])).toEqual(['xsrf-missing']);
  });

  it('are written alike for a unit that is elsewhere and for one that is nowhere', async () => {
    const caller = await camat('camat-tujuh');
    await caller.get('/measures/summary?unit=64.02.09');
    await caller.get('/measures/matrix?unit=tidak-ada');
    const entries = await entriesOf('camat-tujuh');
    expect(entries.map(({ details }) => [details['status'], details['code']])).toEqual([
      [404, 'unit-not-found'],
      [404, 'unit-not-found'],
    ]);
  });
});

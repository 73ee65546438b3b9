import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { KABUPATEN, NOW, OWN_UNIT } from './deliveries.testing.ts';
import { deliveryRetention } from './delivery-retention.repository.ts';

const OTHER = 'contoh-lain';
/** Twelve months after 17 March 2026, 10.00 WITA. */
const YEAR_LATER = '2027-03-17T02:00:00Z';
const BEFORE = '2026-03-17T01:59:59Z';
const AFTER = '2026-03-17T02:00:01Z';

describe('what is kept of mails', () => {
  let product: TestProduct;
  let made = 0;

  beforeEach(async () => {
    product = await startTestProduct({ now: NOW, rounds: false });
    for (const code of [KABUPATEN, OTHER]) await product.addKabupaten(code, 'Asia/Makassar');
    for (const name of ['camat', 'sekcam', 'kasi'])
      await product.addPerson(name, { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
  });
  afterEach(() => product.stop());

  const id = () => `0198c0de-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;
  const userId = async (username: string) =>
    (await product.database.owner('users').where({ username }).pluck<string[]>('id'))[0] ?? '';
  async function mail(name: string, kabupaten: string, fields: object): Promise<void> {
    await product.database.owner('deliveries').insert({
      kabupaten_code: kabupaten,
      id: id(),
      dedupe: name,
      kind: 'alert',
      user_id: await userId('camat'),
      subject: 'Peringatan',
      body: 'Ada yang perlu dilihat.',
      due_at: BEFORE,
      send_after: BEFORE,
      ...fields,
    });
  }
  async function subscription(endedAt: string | null): Promise<string> {
    const made = id();
    await product.database.owner('subscriptions').insert({
      kabupaten_code: KABUPATEN,
      id: made,
      user_id: await userId('camat'),
      post_id: id(),
      report: 'ringkasan-wa',
      unit_code: OWN_UNIT,
      grain: 'month',
      which: 'running',
      format: 'text',
      rhythm: 'daily',
      hour: 11,
      next_due: null,
      created_at: '2026-01-05T02:00:00Z',
      ended_at: endedAt,
      ended_reason: endedAt === null ? null : 'own',
      token_hash: Buffer.alloc(32),
    });
    return made;
  }
  async function run(): Promise<void> {
    const kabupaten = {
      code: KABUPATEN,
      name: 'Kabupaten Contoh',
      timeZone: 'Asia/Makassar',
      demo: false,
    };
    const call = {
      database: product.database.application,
      kabupaten,
      today: '2027-03-17',
      now: YEAR_LATER,
    };
    // A second time changes nothing.
    for (let twice = 0; twice < 2; twice += 1) await deliveryRetention.run(call);
  }

  it('is deleted twelve months after it was settled, and never while it waits', async () => {
    const sent = (at: string) => ({ state: 'sent', sent_at: at, updated_at: at });
    await mail('terkirim-lama', KABUPATEN, sent(BEFORE));
    await mail('terkirim', KABUPATEN, sent(AFTER));
    await mail('gagal-lama', KABUPATEN, { state: 'failed', problem: 'refused', updated_at: BEFORE });
    await mail('gagal', KABUPATEN, { state: 'failed', problem: 'refused', updated_at: AFTER });
    await mail('menunggu', KABUPATEN, { state: 'waiting', updated_at: BEFORE });
    await mail('kabupaten-lain', OTHER, sent(BEFORE));
    await run();
    const kept = await product.database.owner('deliveries').pluck<string[]>('dedupe');
    expect(kept.toSorted()).toEqual(['gagal', 'kabupaten-lain', 'menunggu', 'terkirim']);
  });

  it('takes a subscription that ended with it, once no mail of it is left', async () => {
    const [gone, lately, running, withMail] = [
      await subscription(BEFORE),
      await subscription(AFTER),
      await subscription(null),
      await subscription(BEFORE),
    ];
    const of = (one: string) => ({
      kind: 'report',
      subject: null,
      body: null,
      subscription_id: one,
      state: 'sent',
    });
    await mail('lama', KABUPATEN, { ...of(gone), sent_at: BEFORE, updated_at: BEFORE });
    await mail('baru', KABUPATEN, { ...of(withMail), sent_at: AFTER, updated_at: AFTER });
    await run();
    const kept = await product.database.owner('subscriptions').pluck<string[]>('id');
    expect(kept.toSorted()).toEqual([lately, running, withMail].toSorted());
  });

  it('forgets an address that waited for its code for a day, and keeps a confirmed one', async () => {
    const addresses = product.database.owner('mail_addresses');
    const waits = (sentAt: string) => ({
      waiting_address: 'salah@contoh.go.id',
      code_hash: Buffer.alloc(32),
      code_sent_at: sentAt,
    });
    await addresses.insert([
      { user_id: await userId('camat'), ...waits('2027-03-16T01:59:59Z') },
      { user_id: await userId('sekcam'), ...waits('2027-03-16T02:00:01Z') },
    ]);
    await product.database.owner('mail_addresses').insert({
      user_id: await userId('kasi'),
      address: 'kasi@contoh.go.id',
      verified_at: NOW,
      ...waits('2027-03-16T01:59:59Z'),
    });
    await run();
    const kept = await product.database
      .owner('mail_addresses as m')
      .join('users as u', 'u.id', 'm.user_id')
      .orderBy('u.username')
      .select<{ username: string; address: string | null; waiting_address: string | null; code: boolean }[]>(
        'u.username',
        'm.address',
        'm.waiting_address',
        product.database.owner.raw('m.code_hash is not null as code'),
      );
    expect(kept).toEqual([
      { username: 'camat', address: null, waiting_address: null, code: false },
      { username: 'kasi', address: 'kasi@contoh.go.id', waiting_address: null, code: false },
      { username: 'sekcam', address: null, waiting_address: 'salah@contoh.go.id', code: true },
    ]);
  });
});

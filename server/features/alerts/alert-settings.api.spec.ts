import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KABUPATEN = 'contoh-pilihan';
const OTHER_POST = '0198c0de-0000-7000-8000-00000000000a';
const WAYS = { 'target-missed': 'mail', worsening: 'off', 'not-reporting': 'notice' };

describe('what a person wants to hear of alerts', () => {
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-11-20T10:00:00+08:00', rounds: false });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('inspektorat', { role: 'inspektorat', kabupaten: KABUPATEN });
    bupati = await product.signIn('bupati');
  });
  afterEach(() => product.database.owner('alert_settings').delete());
  afterAll(() => product.stop());

  const rows = () => product.database.owner('alert_settings').whereNot({ post_id: OTHER_POST });
  /** Saves; the day up to which digests are told from then on. */
  async function save(digest: string, ways: object = WAYS): Promise<string | null> {
    const { status, text } = await bupati.send('PUT', '/alerts/settings', { body: { ways, digest } });
    expect(status).withContext(text).toBe(200);
    return (await rows().first<{ digest_on: string | null }>('digest_on')).digest_on;
  }

  it('begins its digests on the day it is saved, and leaves no day out when only the rhythm changes', async () => {
    expect(await save('daily')).toBe('2026-11-20');
    await rows().update({ digest_on: '2026-11-13' });
    expect(await save('weekly')).toBe('2026-11-13');
    expect(await save('off')).toBe('2026-11-20');
    await rows().update({ digest_on: '2026-11-13' });
    expect(await save('daily')).toBe('2026-11-20');
  });

  it('is of one post: another post of the same person goes on as it was', async () => {
    const { id } = await product.database
      .owner('users')
      .where({ username: 'bupati' })
      .first<{ id: string }>('id');
    const other = { ways: { worsening: 'mail' }, digest: 'daily', digest_on: '2026-11-01' };
    await product.database.owner('alert_settings').insert({
      ...other,
      ways: JSON.stringify(other.ways),
      kabupaten_code: KABUPATEN,
      user_id: id,
      post_id: OTHER_POST,
      updated_at: '2026-10-01T00:00:00Z',
    });
    expect(await save('daily')).toBe('2026-11-20');
    const kept = product.database.owner('alert_settings').where({ post_id: OTHER_POST });
    expect(await kept.first<object>('ways', 'digest', 'digest_on')).toEqual(other);
  });

  it('stands in the trail with what was chosen', async () => {
    await save('weekly');
    const entries = (await product.database
      .owner('audit_entries')
      .where({ action: 'alert-settings-changed' })
      .orderBy('sequence', 'desc')
      .select('details')) as { details: object }[];
    expect(entries[0]?.details).toEqual(jasmine.objectContaining({ ...WAYS, digest: 'weekly' }));
  });
});

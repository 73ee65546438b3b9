import type { Entry, EntryCard } from '#contract/innovations/catalogue';
import { seedShippedInnovations } from '../../../../db/seeds/reference/seed-shipped-innovations.ts';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { fillCatalogue } from '../search/fill-catalogue.testing.ts';
import { generatedEntries } from '../search/generated-entries.testing.ts';
import { searchVector } from '../search/search-vector.repository.ts';

describe('the public innovation catalogue', () => {
  let product: TestProduct;
  let stranger: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z', publicUrl: 'http://pandu.example' });
    stranger = product.stranger();
    await seedShippedInnovations(product.database.owner, searchVector);
    await fillCatalogue(
      product.database.application,
      [...generatedEntries(8)].map((entry, index) => ({
        ...entry,
        audience: index === 0 ? ('public' as const) : ('forcasi' as const),
      })),
    );
  });
  afterAll(() => product.stop());

  it('lists what is open to everyone, to people who do not sign in', async () => {
    const answer = await stranger.get('/public/innovations?limit=100');
    const { items, total, known } = answer.json as { items: EntryCard[]; total: number; known: number };
    // Five that public sources report, and the one of the invented that was opened.
    expect([items.length, total, known]).toEqual([6, 6, 6]);
    expect(items.every(({ audience }) => audience === 'public')).toBe(true);
    expect(items.every(({ home }) => !home.own && home.unit.code === null)).toBe(true);
    expect(items.filter(({ invented }) => invented).length).toBe(1);
  });

  it('shows one of them, with nothing to do', async () => {
    const answer = await stranger.get('/public/innovations/pecut-kecamatan-sebulu');
    const entry = answer.json as Entry;
    expect([entry.acronym, entry.actions, entry.followed]).toEqual(['PECUT', [], false]);
    expect((await stranger.get('/public/innovations/contoh-2-1')).status).toBe(404);
  });

  it('refuses what only members may ask', async () => {
    expect((await stranger.get('/public/innovations?show=own')).status).toBe(400);
    expect((await stranger.get('/innovations')).status).toBe(401);
    expect((await stranger.get('/innovations/export?format=csv')).status).toBe(401);
  });

  it('is a feed with addresses of its own, which says where an entry comes from', async () => {
    const { status, text, headers } = await stranger.get('/public/innovations.atom');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(text).toContain('href="http://pandu.example/api/v1/public/innovations.atom"');
    expect(text).toContain('<id>http://pandu.example/publik/inovasi</id>');
    expect(text).toContain('href="http://pandu.example/publik/inovasi/pecut-kecamatan-sebulu"');
    expect(text.match(/<entry>/g)?.length).toBe(6);
    expect(text).toContain('belum dikonfirmasi pemilik');
    expect(text).toContain('DATA CONTOH – bukan inovasi sebenarnya.');
    const updated = [...text.matchAll(/<updated>([^<]*)</g)].map((match) => match[1] ?? '');
    // The feed is as old as its newest entry, and the newest comes first.
    expect(updated).toEqual([updated[1] ?? '', ...updated.slice(1).toSorted().toReversed()]);
  });

  it('is not sent again to a reader who has it', async () => {
    const first = await stranger.get('/public/innovations.atom');
    const etag = first.headers.get('etag') ?? '';
    const again = await stranger.get('/public/innovations.atom', { 'If-None-Match': etag });
    expect([etag !== '', again.status, again.text]).toEqual([true, 304, '']);
  });
});

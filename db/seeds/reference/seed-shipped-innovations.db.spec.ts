import { entryContentSchema } from '#contract/innovations/entry-content';
import { entrySourceSchema } from '#contract/innovations/catalogue';
import { searchVector } from '../../../server/features/innovations/search/search-vector.repository.ts';
import { createKabupaten } from '../../../server/platform/kabupaten/create-kabupaten.repository.ts';
import { createTestDatabase, type TestDatabase } from '../../embedded/test-database.ts';
import { SHIPPED_INNOVATIONS } from './data/shipped-innovations.ts';
import { seedShippedInnovations } from './seed-shipped-innovations.ts';
import { STARTER_SET } from './starter-set.ts';

const PECUT = SHIPPED_INNOVATIONS[0]!;

describe('The shipped innovations', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
    await seedShippedInnovations(database.owner, searchVector);
  });
  afterEach(() => database.drop());

  const entries = () => database.owner('catalogue_entries').orderBy('id');

  it('are told by a source with its address, and confirmed by no owner', async () => {
    const rows = (await entries()) as Record<string, unknown>[];
    expect(rows.map((row) => row['slug'])).toEqual([
      'pecut-kecamatan-sebulu',
      'msc-9-11-cikarang-utara',
      'botram-kabupaten-bekasi',
      'i-ceta-indramayu',
      'laboratorium-inovasi-kutai-kartanegara',
    ]);
    for (const row of rows) {
      expect([row['owner_confirmed'], row['confirmed_on'], row['demo'], row['generated']])
        .withContext(String(row['slug']))
        .toEqual([false, null, false, false]);
      expect(entrySourceSchema.parse(row['source']).url).toMatch(/^https?:\/\//);
      expect(entryContentSchema.parse(row['content']).links.length).toBeGreaterThan(0);
    }
  });

  // The six services, hours and homes as the sources name them.
  it('hold the facts of their sources', async () => {
    const rows = (await entries()) as {
      slug: string;
      home_code: string;
      services: string[];
      content: unknown;
    }[];
    const [pecut, msc, botram] = rows;
    expect(pecut?.services.length).toBe(6);
    expect(pecut?.home_code).toBe('64.02');
    expect(entryContentSchema.parse(msc?.content).hours).toBe('Minggu dan hari libur, 09.00–11.00 WIB');
    expect(botram?.home_code).toBe('32.16');
    // What no source tells is not told.
    expect(entryContentSchema.parse(pecut?.content)).toEqual(
      jasmine.objectContaining({ budget: null, people: null, steps: [], contact: null }),
    );
  });

  it('are found by their words', async () => {
    const found = await database.owner.raw<{ rows: { slug: string }[] }>(
      `select slug from catalogue_entries
        where search @@ to_tsquery('pg_catalog.indonesian', 'menunggu & desa') order by slug`,
    );
    expect(found.rows.map(({ slug }) => slug)).toContain('pecut-kecamatan-sebulu');
  });

  it('are the same after a second start, and brought up to date by a later version', async () => {
    const before = await entries();
    await seedShippedInnovations(database.owner, searchVector);
    expect(await entries()).toEqual(before);
    await database.owner('catalogue_entries').where({ id: PECUT.id }).update({ name: 'Nama lama' });
    await seedShippedInnovations(database.owner, searchVector);
    expect(await entries()).toEqual(before);
  });

  it('that their owner claimed are not touched again, nor brought back once withdrawn', async () => {
    const { owner, application } = database;
    await createKabupaten(
      application,
      { code: '64.02', name: 'Kutai Kartanegara', timeZone: 'Asia/Makassar', demo: false },
      STARTER_SET,
    );
    const at = '2026-11-20T00:00:00Z';
    await owner('innovations').insert({
      kabupaten_code: '64.02',
      id: PECUT.id,
      slug: PECUT.slug,
      unit_code: '64.02',
      state: 'published',
      draft: JSON.stringify(PECUT.content),
      published: JSON.stringify(PECUT.content),
      post_title: 'Camat Sebulu',
      created_at: at,
      updated_at: at,
    });
    await owner('catalogue_entries')
      .where({ id: PECUT.id })
      .update({ owner_confirmed: true, name: 'PECUT menurut pemiliknya' });
    await seedShippedInnovations(owner, searchVector);
    expect(await owner('catalogue_entries').where({ id: PECUT.id }).pluck('name')).toEqual([
      'PECUT menurut pemiliknya',
    ]);
    await owner('catalogue_entries').where({ id: PECUT.id }).delete();
    await seedShippedInnovations(owner, searchVector);
    expect((await entries()).length).toBe(4);
  });
});

import { demoDesk } from '../../../server/commands/demo-desk.ts';
import { searchVector } from '../../../server/features/innovations/search/search-vector.repository.ts';
import { AuditLog } from '../../../server/platform/audit/audit-log.repository.ts';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import { createTestDatabase, type TestDatabase } from '../../embedded/test-database.ts';
import { seedReference } from '../reference/seed-reference.ts';
import { seedShippedInnovations } from '../reference/seed-shipped-innovations.ts';
import { CLAIMED } from './innovation-story.ts';
import { removeDemo } from './remove-demo.ts';
import { seedDemo, type LoadDemoRows } from './seed-demo.ts';

describe('Innovations of the demo', () => {
  let database: TestDatabase;
  const audit = new AuditLog('rahasia-untuk-uji-contoh');

  /** One request each, of 2 November: the story is told from the 3rd. */
  const load: LoadDemoRows = async (kabupatenCode, dataset, rows) => {
    if (dataset !== 'service-cases') return;
    const [first] = rows;
    await database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(kabupatenCode));
      await transaction('service_cases').insert({
        kabupaten_code: kabupatenCode,
        id: crypto.randomUUID(),
        unit_code: first?.unit ?? '',
        number: '1',
        received_at: '2026-11-02T09:00:00+08:00',
        received_on: '2026-11-02',
        channel: 'web',
        service_code: 'kk',
        status: 'diterima',
      });
    });
  };
  const seed = () =>
    seedDemo({
      owner: database.owner,
      application: database.application,
      today: '2026-11-21',
      password: 'sandi-contoh-1',
      load,
      desk: demoDesk(audit),
    });

  beforeEach(async () => {
    database = await createTestDatabase();
    await seedReference(database.owner);
    await seedShippedInnovations(database.owner, searchVector);
  });
  afterEach(() => database.drop());

  it('stand in every state, claimed ones shared and marked as invented, once', async () => {
    const { owner } = database;
    await seed();
    await seed();
    const own = (await owner('innovations').orderBy('kabupaten_code').orderBy('slug')) as Record<
      string,
      unknown
    >[];
    expect(
      own.map((row) =>
        [row['kabupaten_code'], row['slug'], row['state'], row['audience'], row['demo']].join(' '),
      ),
    ).toEqual([
      '32.16 msc-9-11-cikarang-utara published public true',
      '64.02 aniza-antrean-izin-lewat-whatsapp published own true',
      '64.02 jera-jemput-rekam-lansia-dan-orang-sakit published own true',
      '64.02 kice-kios-cetak-mandiri-di-pasar published own true',
      '64.02 lasib-lapor-sisa-blangko submitted own true',
      '64.02 loket-sore-tenggarong draft own true',
      '64.02 pecut-kecamatan-sebulu published public true',
    ]);
    // Told from 3 November 2026; 95 days before is 31 July.
    expect(
      await owner('innovations').where({ slug: 'kice-kios-cetak-mandiri-di-pasar' }).pluck('stopped_on'),
    ).toEqual(['2026-07-31']);
    const [pecut] = (await owner('catalogue_entries').where({ id: CLAIMED.pecut })) as Record<
      string,
      unknown
    >[];
    expect([
      pecut?.['owner_confirmed'],
      pecut?.['demo'],
      pecut?.['replications'],
      pecut?.['version'],
    ]).toEqual([true, true, 2, 2]);
    expect(await owner('catalogue_adoptions').orderBy('state').pluck('state')).toEqual([
      'running',
      'stopped',
    ]);
    expect(await owner('innovation_ideas').orderBy('id').pluck('stage')).toEqual([
      'dihentikan',
      'uji-coba',
      'uji-coba',
      'gagasan',
    ]);
  });

  it('go with the demo, and the shipped entries stand as they were', async () => {
    const { owner } = database;
    const before = await owner('catalogue_entries').orderBy('id');
    await seed();
    expect(await owner('catalogue_entries').orderBy('id')).not.toEqual(before);
    await removeDemo(owner);
    await seedShippedInnovations(owner, searchVector);
    expect(await owner('catalogue_entries').orderBy('id')).toEqual(before);
    for (const table of [
      'innovations',
      'innovation_adoptions',
      'adoption_steps',
      'catalogue_adoptions',
      'idea_steps',
    ])
      expect((await owner(table).select()).length)
        .withContext(table)
        .toBe(0);
  });

  it('of others stay: what another kabupaten told of a shipped entry', async () => {
    const { owner } = database;
    await seed();
    await owner('catalogue_adoptions').insert({
      id: crypto.randomUUID(),
      entry_id: CLAIMED.pecut,
      adopter_code: '33.07',
      adopter_name: 'Wonosobo',
      unit_name: 'Kecamatan Garung',
      state: 'running',
      updated_at: '2026-11-20T00:00:00Z',
    });
    await removeDemo(owner);
    expect(await owner('catalogue_adoptions').pluck('adopter_code')).toEqual(['33.07']);
    expect(await owner('catalogue_entries').where({ id: CLAIMED.pecut }).pluck('replications')).toEqual([1]);
  });
});

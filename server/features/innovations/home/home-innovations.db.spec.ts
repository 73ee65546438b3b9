import { EMPTY_CONTENT, type EntryContent } from '#contract/innovations/entry-content';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { readInScope } from '../../../platform/database/scoped.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { fillCatalogue } from '../search/fill-catalogue.testing.ts';
import { insertOwnEntry, type OwnEntry } from '../search/own-entry.testing.ts';
import { homeInnovations, type HomeInnovations, type HomeMatter } from './home-innovations.ts';

const HOME = '64.02';
const [SEBULU, TENGGARONG] = ['64.02.07', '64.02.06'];
const NOW = '2026-03-17T02:00:00Z';
const CLOCK = { now: NOW, today: '2026-03-17', zone: 'Asia/Makassar' };
const SLOW_KK: HomeMatter = {
  kind: 'signal',
  field: 'turnaround.dueMetShare',
  unit: TENGGARONG,
  service: 'Kartu Keluarga (KK)',
};
const UNANSWERED: HomeMatter = {
  kind: 'unanswered-complaints',
  field: null,
  unit: TENGGARONG,
  service: null,
};

let ids = 0;
const newId = (): string => `0198c0de-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
const told = (name: string, more: Partial<EntryContent> = {}): EntryContent => ({
  ...EMPTY_CONTENT,
  name,
  stage: 'penerapan',
  topics: ['waktu-proses'],
  ...more,
});

describe('innovations beside the exceptions of home', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(HOME, 'Asia/Makassar');
  });
  beforeEach(async () => {
    for (const table of ['innovation_proofs', 'innovations', 'catalogue_entries'])
      await product.database.owner(table).delete();
  });
  afterAll(() => product.stop());

  const own = async (name: string, more: Partial<EntryContent> = {}, entry: Partial<OwnEntry> = {}) => {
    const id = newId();
    await insertOwnEntry(product.database.owner, {
      kabupatenCode: HOME,
      unitCode: SEBULU,
      id,
      slug: `e-${ids}`,
      published: told(name, more),
      ...entry,
    });
    return id;
  };
  const foreign = (name: string, more: Partial<EntryContent> = {}, entry: object = {}) =>
    fillCatalogue(product.database.application, [
      {
        id: newId(),
        slug: `f-${ids}`,
        homeCode: '32.12',
        homeName: 'Indramayu',
        unitName: 'Diskominfo',
        content: told(name, more),
        ...entry,
      },
    ]);
  /** Links an own entry to a measure that went this way since. */
  const measured = async (id: string, verdict: EntryFigure['verdict']) => {
    const period = { from: '2025-01-01', to: '2025-12-31', value: 0.7, n: 400 };
    const result: EntryFigure = {
      measure: 'turnaround',
      field: 'dueMetShare',
      label: '',
      unit: 'share',
      decimals: 0,
      startedOn: '2026-01-01',
      before: period,
      after: { ...period, value: 0.9 },
      verdict,
      changedSince: null,
      points: [],
    };
    await product.database.owner('innovation_proofs').insert({
      kabupaten_code: HOME,
      id: newId(),
      innovation_id: id,
      measure: 'turnaround',
      field: 'dueMetShare',
      unit_code: SEBULU,
      started_on: '2026-01-01',
      before_from: '2025-01-01',
      before_to: '2025-12-31',
      locked_at: NOW,
      locked_by: 'Camat',
      result: JSON.stringify(result),
    });
    await product.database.owner('innovations').where({ id }).update({ proof: 'terukur' });
  };
  const read = (...matters: readonly HomeMatter[]): Promise<HomeInnovations> =>
    readInScope(product.database.application, { kabupatenCode: HOME }, (transaction) =>
      homeInnovations(transaction, matters, CLOCK, 'id'),
    );
  const named = async (matter: HomeMatter) => (await read(matter)).addressing[0]?.name ?? null;

  it('name the measured one before those that are only told, and say that it solved the problem', async () => {
    await own('Loket Cepat', { results: [], services: ['Kartu Keluarga (KK)'] });
    await foreign('Kilat', { services: ['KK'] }, { proof: 'dilaporkan-sendiri', replications: 9 });
    await measured(await own('Tunggu di Tempat', { acronym: 'TUTE' }), 'membaik');
    const { addressing } = await read(SLOW_KK);
    expect<unknown>(addressing).toEqual([
      {
        slug: jasmine.stringMatching(/^e-/),
        name: 'TUTE',
        sentence: 'Sebulu punya masalah serupa dan menyelesaikannya dengan',
        note: 'terukur',
      },
    ]);
  });

  it('do not recommend what made it worse', async () => {
    await measured(await own('Malah Lambat'), 'memburuk');
    await foreign('Kilat', { services: ['KK'] });
    expect(await named(SLOW_KK)).toBe('Kilat');
  });

  it('are about the same problem and the same service', async () => {
    await own('Izin Sehari', { services: ['Izin usaha mikro'] });
    await own('Antrean Duduk', { topics: ['jam-layanan'] });
    expect(await named(SLOW_KK)).toBeNull();
    await own('Semua Layanan');
    expect(await named(SLOW_KK)).toBe('Semua Layanan');
    await own('Kartu Kilat', { services: ['Akta kelahiran', 'KARTU KELUARGA'] });
    expect(await named(SLOW_KK)).toBe('Kartu Kilat');
    // Of all services any will do.
    await own('Tangga Aduan', { topics: ['aduan'], services: ['Pengaduan masyarakat'] });
    expect(await named(UNANSWERED)).toBe('Tangga Aduan');
    expect(await named({ ...SLOW_KK, field: 'ikm.score' })).toBeNull();
  });

  it('are not the unit’s own, nor what stopped, sleeps, is archived or only an idea', async () => {
    await own('Milik Sendiri', {}, { unitCode: TENGGARONG });
    await own('Arsip', {}, { state: 'archived' });
    await own('Baru Rencana', { stage: 'inisiatif' });
    const stopped = await own('Berhenti');
    await product.database.owner('innovations').where({ id: stopped }).update({ stopped_on: '2026-03-01' });
    await own('Lama Diam', {}, { publishedAt: '2025-01-01T00:00:00Z' });
    expect(await named(SLOW_KK)).toBeNull();
    expect(await named({ ...SLOW_KK, unit: SEBULU })).toBe('Milik Sendiri');
  });

  it('are those that the kabupaten may know, and say what no owner confirmed', async () => {
    await foreign('Tangga Aduan', { topics: ['aduan'] });
    await product.database.owner('catalogue_entries').update({ owner_confirmed: false });
    const { addressing } = await read(UNANSWERED);
    expect([addressing[0]?.sentence, addressing[0]?.note]).toEqual([
      'Diskominfo, Indramayu, punya masalah serupa dan menanganinya dengan',
      'dilaporkan sumber publik, belum dikonfirmasi pemilik',
    ]);
    await product.database.owner('catalogue_entries').delete();
    await own('Naskah', { topics: ['aduan'] }, { published: null, draft: told('Naskah') });
    expect(await named(UNANSWERED)).toBeNull();
  });

  it('count what is new in 30 days, and own ones that wait for a word', async () => {
    // 17 March less 30 days is 15 February; six months before it are 17 September.
    await own('Baru', {}, { publishedAt: '2026-02-20T00:00:00Z' });
    await foreign('Baru di Sana', {}, { publishedAt: '2026-03-16T00:00:00Z' });
    await foreign('Lama di Sana', {}, { publishedAt: '2025-09-01T00:00:00Z' });
    await own('Perlu Kabar', {}, { publishedAt: '2025-09-17T00:00:00Z' });
    await own('Masih Segar', {}, { publishedAt: '2025-09-18T00:00:00Z' });
    expect((await read()).counts).toEqual({ fresh: 2, toConfirm: 1 });
  });
});

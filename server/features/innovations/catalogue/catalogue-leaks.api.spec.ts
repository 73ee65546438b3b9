import type { Entry, EntryCard } from '#contract/innovations/catalogue';
import { EMPTY_CONTENT, type EntryContent } from '#contract/innovations/entry-content';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { fillCatalogue } from '../search/fill-catalogue.testing.ts';
import { insertOwnEntry } from '../search/own-entry.testing.ts';

const HOME = '64.02';
const UNIT = '64.02.07';
const ELSEWHERE = '32.16';

const KEPT = { id: '0198c0de-0000-7000-8000-0000000000a1', slug: 'loket-teratai' };
const DRAFT = { id: '0198c0de-0000-7000-8000-0000000000a2', slug: 'loket-melati' };
const HALF = { id: '0198c0de-0000-7000-8000-0000000000a3', slug: 'loket-kenanga' };
const OPEN = { id: '0198c0de-0000-7000-8000-0000000000a4', slug: 'loket-cempaka' };
const TAKEN_BACK = { id: '0198c0de-0000-7000-8000-0000000000a6', slug: 'loket-flamboyan' };
const OTHER = { id: '0198c0de-0000-7000-8000-0000000000a5', slug: 'meja-anggrek' };

/** What is ticked of the entries that are shared: not how they work, nor whom, what and how much they need. */
const TICKED = ['problem', 'services'];

/** A word for every field that is not ticked: whoever finds an entry by it, or reads it, has learnt that field. */
const WITHHELD_WORDS: Readonly<Record<string, string>> = {
  initiator: 'zamrud',
  goal: 'topaz',
  howItWorks: 'kecubung',
  novelty: 'biduri',
  hours: 'mirah',
  places: 'nilam',
  partners: 'akik',
  peopleNote: 'mutiara',
  budgetNote: 'intan',
  steps: 'yakut',
  challenges: 'firus',
  lessons: 'delima',
  results: 'pualam',
  beneficiaries: 'kristal',
  links: 'berlian',
  contact: 'safir',
};
/** Fields whose word is looked for with a slip of the hand as well. */
const SLIPS = ['howItWorks', 'lessons', 'partners'];
const word = (field: string): string => WITHHELD_WORDS[field] ?? '';

function told(name: string, more: Partial<EntryContent> = {}): EntryContent {
  return {
    ...EMPTY_CONTENT,
    name,
    acronym: name.replace('Loket ', '').toUpperCase(),
    form: 'pelayanan-publik',
    digital: true,
    stage: 'penerapan',
    summary: `Ringkasan ${name}: berkas diperiksa sebelum berangkat.`,
    topics: ['antrean', 'bolak-balik'],
    services: ['Kartu Keluarga (KK)'],
    problem: 'Warga menunggu di halaman sejak subuh.',
    initiator: word('initiator'),
    initiatedOn: '2024-01-08',
    goal: word('goal'),
    howItWorks: `Petugas ${word('howItWorks')} memeriksa.`,
    novelty: word('novelty'),
    hours: word('hours'),
    places: word('places'),
    partners: [word('partners')],
    people: 4,
    peopleNote: word('peopleNote'),
    budget: 30_000_000,
    budgetNote: word('budgetNote'),
    weeksToStart: 6,
    connectivity: 'tanpa-internet',
    regionTypes: ['perdesaan'],
    steps: [{ body: word('steps'), days: 3 }],
    challenges: word('challenges'),
    lessons: word('lessons'),
    results: [{ what: word('results'), before: '', after: '1', unit: '', method: '', n: null, period: '' }],
    beneficiaries: word('beneficiaries'),
    links: [{ title: word('links'), url: 'https://berlian.example/' }],
    contact: { name: word('contact'), post: '', phone: '0811', email: '' },
    ...more,
  };
}

interface List {
  readonly items: readonly EntryCard[];
  readonly total: number;
  readonly known: number;
  readonly facets: Readonly<Record<string, readonly { key: string; count: number }[]>>;
  readonly corrected: string | null;
}

describe('what is not shared', () => {
  let product: TestProduct;
  let home: ApiCaller;
  let elsewhere: ApiCaller;
  let forcasi: ApiCaller;
  let stranger: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(HOME, 'Asia/Makassar');
    await product.addKabupaten(ELSEWHERE, 'Asia/Jakarta');
    await product.addPerson('camat.asal', { role: 'camat', kabupaten: HOME, unit: UNIT });
    await product.addPerson('camat.lain', { role: 'camat', kabupaten: ELSEWHERE, unit: '32.16.09' });
    await product.addPerson('anggota', { role: 'forcasi', kabupaten: HOME });
    home = await product.signIn('camat.asal');
    elsewhere = await product.signIn('camat.lain');
    forcasi = await product.signIn('anggota');
    stranger = product.stranger();

    const { owner, application } = product.database;
    const at = { kabupatenCode: HOME, unitCode: UNIT };
    const kept = told('Loket Teratai', {
      topics: ['antrean', 'biaya-tidak-resmi'],
      services: ['Kartu Keluarga (KK)', 'Izin keramaian'],
      summary: 'Ringkasan teratai.',
    });
    const half = told('Loket Kenanga');
    const open = told('Loket Cempaka');
    await insertOwnEntry(owner, { ...at, ...KEPT, published: kept });
    await insertOwnEntry(owner, { ...at, ...DRAFT, published: null, draft: told('Loket Melati') });
    await insertOwnEntry(owner, {
      ...at,
      ...HALF,
      published: half,
      draft: told('Loket Kenanga', { problem: 'Rencana wijayakusuma belum terbit.' }),
      audience: 'forcasi',
    });
    await insertOwnEntry(owner, { ...at, ...OPEN, published: open, audience: 'public' });
    const from = {
      homeCode: HOME,
      homeName: 'Kutai Kartanegara',
      unitName: 'Kecamatan Sebulu',
      shared: TICKED,
    };
    await fillCatalogue(application, [
      { ...from, ...HALF, content: half, generated: false },
      { ...from, ...OPEN, content: open, audience: 'public', generated: false },
      {
        ...OTHER,
        homeCode: ELSEWHERE,
        homeName: 'Bekasi',
        unitName: 'Kecamatan Cikarang Utara',
        audience: 'public',
        content: { name: 'Meja Anggrek', summary: 'Meja tambahan.', topics: ['antrean'], services: [] },
        shared: TICKED,
        generated: false,
      },
    ]);
  });
  afterAll(() => product.stop());

  const list = (caller: ApiCaller, query = ''): Promise<List> =>
    caller.read<List>(caller === stranger ? `/public/innovations${query}` : `/innovations${query}`);
  const names = ({ items }: { readonly items: readonly EntryCard[] }): string[] =>
    items.map(({ name }) => name).toSorted();
  const counted = ({ facets }: List, facet: string): string[] =>
    (facets[facet] ?? []).map(({ key, count }) => `${key} ${count}`).toSorted();
  const others = (): readonly (readonly [string, ApiCaller, string[]])[] => [
    ['elsewhere', elsewhere, ['Loket Cempaka', 'Loket Kenanga']],
    ['forcasi', forcasi, ['Loket Cempaka', 'Loket Kenanga', 'Meja Anggrek']],
    ['stranger', stranger, ['Loket Cempaka', 'Meja Anggrek']],
  ];

  it('is in no list, and not in the number of what is known', async () => {
    const own = await list(home);
    expect(names(own)).toEqual(['Loket Cempaka', 'Loket Kenanga', 'Loket Teratai', 'Meja Anggrek']);
    expect([own.total, own.known]).toEqual([4, 4]);
    for (const [who, caller, seen] of others()) {
      const found = await list(caller);
      // Of Bekasi the entry in the shared catalogue is its own: it stands until the owner has one in its place.
      const expected = who === 'elsewhere' ? [...seen, 'Meja Anggrek'] : seen;
      expect(names(found)).withContext(who).toEqual(expected);
      expect([found.total, found.known]).withContext(who).toEqual([expected.length, expected.length]);
      expect(JSON.stringify(found))
        .withContext(who)
        .not.toMatch(new RegExp(Object.values(WITHHELD_WORDS).join('|')));
      const half = found.items.find(({ name }) => name === 'Loket Cempaka');
      expect([half?.people, half?.costBand, half?.connectivity, half?.weeksToStart, half?.regionTypes])
        .withContext(who)
        .toEqual([null, null, null, null, []]);
    }
  });

  it('is found by no word of it, whole or with a slip of the hand', async () => {
    for (const [field, said] of Object.entries(WITHHELD_WORDS)) {
      const own = await list(home, `?q=${said}`);
      // Contacts, notes about money and people, and links are not searched in at all.
      const isSearched = !['contact', 'peopleNote', 'budgetNote'].includes(field);
      if (isSearched && field !== 'links') expect(own.total).withContext(field).toBe(3);
      for (const [who, caller] of others())
        for (const q of SLIPS.includes(field) ? [said, `${said}x`] : [said]) {
          const { total, corrected, facets } = await list(caller, `?q=${q}`);
          expect([total, corrected]).withContext(`${who} ${field} ${q}`).toEqual([0, null]);
          expect(Object.values(facets).flat()).withContext(`${who} ${q}`).toEqual([]);
        }
    }
    for (const [who, caller] of others())
      for (const q of ['teratai', 'melati', 'wijayakusuma', 'keramaian', 'terata'])
        expect((await list(caller, `?q=${q}`)).total)
          .withContext(`${who} ${q}`)
          .toBe(0);
    expect((await list(home, '?q=terata')).corrected).toBeNull();
    expect(names(await list(home, '?q=keramaian'))).toEqual(['Loket Teratai']);
    for (const [who, caller] of others())
      expect(names(await list(caller, '?q=subuh')))
        .withContext(who)
        .toContain('Loket Cempaka');
  });

  it('is in no count of a facet, and found by none', async () => {
    const own = await list(home);
    expect(counted(own, 'topic')).toEqual(['antrean 4', 'biaya-tidak-resmi 1', 'bolak-balik 2']);
    expect(counted(own, 'cost')).toEqual(['di-bawah-50-juta 3']);
    for (const [who, caller] of others()) {
      const found = await list(caller);
      const shared = who === 'stranger' ? 1 : 2;
      expect(counted(found, 'topic'))
        .withContext(who)
        .toEqual([`antrean ${shared + 1}`, `bolak-balik ${shared}`]);
      expect(counted(found, 'service'))
        .withContext(who)
        .toEqual([`Kartu Keluarga (KK) ${shared}`]);
      for (const facet of ['cost', 'people', 'connectivity', 'region'])
        expect(counted(found, facet)).withContext(`${who} ${facet}`).toEqual([]);
      for (const query of [
        'cost=di-bawah-50-juta',
        'people=3-5',
        'connectivity=tanpa-internet',
        'region=perdesaan',
        'topic=biaya-tidak-resmi',
        'service=Izin%20keramaian',
      ])
        expect((await list(caller, `?${query}`)).total)
          .withContext(`${who} ${query}`)
          .toBe(0);
    }
    expect((await list(home, '?cost=di-bawah-50-juta')).total).toBe(3);
  });

  it('cannot be read by its address, nor can its kept fields', async () => {
    for (const { id, slug } of [KEPT, DRAFT])
      for (const [who, caller] of others())
        for (const key of [id, slug]) {
          const path = caller === stranger ? `/public/innovations/${key}` : `/innovations/${key}`;
          expect((await caller.get(path)).status)
            .withContext(`${who} ${key}`)
            .toBe(404);
          if (caller !== stranger)
            expect((await caller.get(`${path}/related`)).status)
              .withContext(`${who} ${key}`)
              .toBe(404);
        }
    expect((await stranger.get(`/public/innovations/${HALF.slug}`)).status).toBe(404);
    const whole = await home.read<Entry>(`/innovations/${HALF.slug}`);
    expect([whole.content.lessons, whole.withheld]).toEqual([word('lessons'), []]);
    const half = await elsewhere.read<Entry>(`/innovations/${HALF.slug}`);
    expect(half.content.problem).toBe('Warga menunggu di halaman sejak subuh.');
    expect(half.withheld).toEqual(TICKABLE_FIELDS.filter((field) => !TICKED.includes(field)));
    expect(JSON.stringify(half)).not.toMatch(new RegExp(Object.values(WITHHELD_WORDS).join('|')));
    expect(JSON.stringify(half)).not.toContain('wijayakusuma');
    expect(half.home.unit).toEqual({ code: null, name: 'Kecamatan Sebulu' });
    expect(half.actions).not.toContain('edit');
  });

  it('is related to nothing', async () => {
    const related = (caller: ApiCaller): Promise<{ items: EntryCard[] }> =>
      caller.read(`/innovations/${OPEN.slug}/related`);
    expect(names(await related(home))).toEqual(['Loket Kenanga', 'Loket Teratai', 'Meja Anggrek']);
    for (const caller of [elsewhere, forcasi])
      expect(names(await related(caller))).toEqual(['Loket Kenanga', 'Meja Anggrek']);
  });

  it('is in no file', async () => {
    const file = async (caller: ApiCaller): Promise<string> =>
      (await caller.get('/innovations/export?format=csv')).text;
    expect(await file(home)).toContain('Loket Teratai');
    expect(await file(home)).toContain('di bawah Rp50 juta');
    for (const caller of [elsewhere, forcasi]) {
      const text = await file(caller);
      expect(text).toContain('Loket Kenanga');
      expect(text).not.toMatch(/Teratai|Melati|Rp50|tanpa internet|perdesaan/);
      expect(text).not.toMatch(new RegExp(Object.values(WITHHELD_WORDS).join('|')));
    }
  });

  it('is in no feed, where only what is open to everyone stands', async () => {
    const { text } = await stranger.get('/public/innovations.atom');
    expect(text).toContain('<title>Loket Cempaka (CEMPAKA)</title>');
    expect(text).not.toMatch(/Kenanga|Teratai|Melati/);
    expect(text).not.toMatch(new RegExp(Object.values(WITHHELD_WORDS).join('|')));
  });

  it('is gone from everywhere as soon as it is taken back', async () => {
    const { owner, application } = product.database;
    const content = told('Loket Flamboyan');
    await insertOwnEntry(owner, {
      ...TAKEN_BACK,
      kabupatenCode: HOME,
      unitCode: UNIT,
      published: content,
      audience: 'public',
    });
    const copy = {
      ...TAKEN_BACK,
      homeCode: HOME,
      homeName: 'Kutai Kartanegara',
      unitName: 'Kecamatan Sebulu',
    };
    await fillCatalogue(application, [{ ...copy, content, shared: TICKED, audience: 'public' }]);
    const seen = async (): Promise<boolean[]> => [
      names(await list(elsewhere)).includes('Loket Flamboyan'),
      (await list(elsewhere, '?q=flamboyan')).total > 0,
      // A word with a slip, by what is kept in memory of words.
      (await list(elsewhere, '?q=flambyoan')).corrected !== null,
      (await elsewhere.get(`/innovations/${TAKEN_BACK.slug}`)).status === 200,
      (await stranger.get('/public/innovations.atom')).text.includes('Flamboyan'),
    ];
    expect(await seen()).toEqual([true, true, true, true, true]);
    await application('catalogue_entries').where({ id: TAKEN_BACK.id }).delete();
    expect(await seen()).toEqual([false, false, false, false, false]);
    expect(names(await list(home))).toContain('Loket Flamboyan');
    await owner('innovations').where({ kabupaten_code: HOME, id: TAKEN_BACK.id }).delete();
  });
});

import type { Entry, EntryCard } from '#contract/innovations/catalogue';
import { EMPTY_CONTENT, type EntryContent } from '#contract/innovations/entry-content';
import { seedShippedInnovations } from '../../../../db/seeds/reference/seed-shipped-innovations.ts';
import { problemOf, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { fillCatalogue } from '../search/fill-catalogue.testing.ts';
import { generatedEntries, TOLD_ENTRIES } from '../search/generated-entries.testing.ts';
import { insertOwnEntry } from '../search/own-entry.testing.ts';
import { searchVector } from '../search/search-vector.repository.ts';

interface List {
  readonly items: readonly EntryCard[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly known: number;
  readonly facets: Readonly<Record<string, readonly { key: string; count: number }[]>>;
  readonly corrected: string | null;
}

const id = (number: number): string => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
const told = (name: string, more: Partial<EntryContent> = {}): EntryContent => ({
  ...EMPTY_CONTENT,
  name,
  ...more,
});
const OWN = { kabupatenCode: '64.02', unitCode: '64.02.07' };

describe('the innovation catalogue', () => {
  let product: TestProduct;
  let camat: ApiCaller;
  let forcasi: ApiCaller;
  let bekasi: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten('64.02', 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    await product.addPerson('camat', { role: 'camat', kabupaten: '64.02', unit: '64.02.07' });
    await product.addPerson('anggota', { role: 'forcasi' });
    await product.addPerson('camat.bekasi', { role: 'camat', kabupaten: '32.16', unit: '32.16.09' });
    camat = await product.signIn('camat');
    forcasi = await product.signIn('anggota');
    bekasi = await product.signIn('camat.bekasi');
    const { owner, application } = product.database;
    await seedShippedInnovations(owner, searchVector);
    await fillCatalogue(
      application,
      [...generatedEntries(TOLD_ENTRIES)].map((entry, index) => ({
        ...entry,
        publishedAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}T00:00:00.123456Z`,
        replications: index % 7,
        proof: index % 10 === 0 ? ('dilaporkan-sendiri' as const) : ('belum-ada-data' as const),
      })),
    );
    await insertOwnEntry(owner, {
      ...OWN,
      id: id(1),
      slug: 'perahu-berkas',
      published: told('Perahu Berkas', {
        summary: 'Berkas diambil dengan perahu.',
        topics: ['jarak'],
        people: 3,
      }),
    });
    await insertOwnEntry(owner, {
      ...OWN,
      id: id(2),
      slug: 'loket-lama',
      published: told('Loket Lama'),
      state: 'archived',
    });
  });
  afterAll(() => product.stop());

  const list = (caller: ApiCaller, query: string): Promise<List> => caller.read<List>(`/innovations${query}`);
  const names = ({ items }: { readonly items: readonly EntryCard[] }): string[] =>
    items.map(({ name }) => name);

  it('is read page by page, in every order, each entry once', async () => {
    const all = TOLD_ENTRIES + 5 + 1;
    for (const sort of ['relevance', 'proof', 'replications', 'newest']) {
      const seen: EntryCard[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: List = await list(camat, `?sort=${sort}&limit=13&cursor=${cursor}`);
        expect([page.total, page.known]).withContext(sort).toEqual([all, all]);
        seen.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(new Set(seen.map((card) => card.id)).size)
        .withContext(sort)
        .toBe(all);
      expect(seen.length).withContext(sort).toBe(all);
      const proofs = seen.map(({ proof }) =>
        ['belum-ada-data', 'dilaporkan-sendiri', 'terukur'].indexOf(proof),
      );
      if (sort === 'proof' || sort === 'relevance') expect(proofs).toEqual(proofs.toSorted((a, b) => b - a));
      const days = seen.map(({ publishedOn }) => publishedOn);
      if (sort === 'newest') expect(days).toEqual(days.toSorted().toReversed());
    }
    const question = '?q=desa&limit=5';
    const first = await list(camat, question);
    const second = await list(camat, `${question}&cursor=${first.nextCursor ?? ''}`);
    expect(first.nextCursor).not.toBeNull();
    expect(second.items.length).toBeGreaterThan(0);
    expect(names(second).some((name) => names(first).includes(name))).toBe(false);
  });

  it('refuses a cursor that is none, or of another order', async () => {
    const { nextCursor } = await list(camat, '?sort=newest&limit=1');
    for (const query of ['?cursor=zzz', `?sort=proof&cursor=${nextCursor ?? ''}`, '?cursor=W10']) {
      const answer = await camat.get(`/innovations${query}`);
      expect([answer.status, problemOf(answer).code])
        .withContext(query)
        .toEqual([400, 'cursor-invalid']);
    }
  });

  it('counts a chosen facet as if nothing were chosen in it, and all others within the choice', async () => {
    const open = await list(camat, '');
    const chosen = await list(camat, '?topic=antrean&region=perkotaan');
    expect(chosen.items.length).toBeGreaterThan(0);
    for (const card of chosen.items) {
      expect(card.topics).toContain('antrean');
      expect(card.regionTypes).toContain('perkotaan');
    }
    const count = (found: List, facet: string, key: string): number =>
      found.facets[facet]?.find((value) => value.key === key)?.count ?? 0;
    // Counted by hand over what is listed.
    const byRegion = await list(camat, '?region=perkotaan&limit=100');
    expect(byRegion.items.length).toBe(byRegion.total);
    for (const { key, count: told } of chosen.facets['topic'] ?? [])
      expect(told)
        .withContext(key)
        .toBe(byRegion.items.filter(({ topics }) => topics.some((topic) => topic === key)).length);
    expect(count(chosen, 'topic', 'jarak')).toBeLessThan(count(open, 'topic', 'jarak'));
    expect(count(chosen, 'form', 'pelayanan-publik')).toBe(chosen.total);
    expect(count(open, 'people', '3-5')).toBeGreaterThan(0);
  });

  it('says what was searched for where a word was not known', async () => {
    const found = await list(camat, '?q=antrain%20obat');
    expect([found.corrected, names(found)[0]]).toEqual(['antrian obat', 'Antar Obat Kronis']);
    // The beginning of a word is no slip.
    const begun = await list(camat, '?q=posyan');
    expect([begun.corrected, begun.total > 0]).toEqual([null, true]);
    const nothing = await list(camat, '?q=qwertyuiop');
    expect([nothing.total, nothing.corrected, nothing.known > 60]).toEqual([0, null, true]);
    // Signs alone ask for nothing: the catalogue is browsed.
    expect((await list(camat, '?q=%3F%21')).total).toBe(found.known);
  });

  it('shows the own, the archived and the followed ones apart', async () => {
    expect(names(await list(camat, '?show=own'))).toContain('Perahu Berkas');
    expect(names(await list(camat, '?show=own')).some((name) => name.startsWith('Loket Terapung'))).toBe(
      false,
    );
    expect(names(await list(camat, '?show=archived'))).toEqual(['Loket Lama']);
    expect((await list(camat, '?show=followed')).total).toBe(0);
    const [user] = await product.database
      .owner('users')
      .select<{ id: string }[]>('id')
      .where({ username: 'camat' });
    await product.database.owner('catalogue_follows').insert([
      { user_id: user?.id, kind: 'entry', key: id(1), created_at: '2026-03-01T00:00:00Z' },
      { user_id: user?.id, kind: 'topic', key: 'jam-layanan', created_at: '2026-03-01T00:00:00Z' },
    ]);
    const followed = await list(camat, '?show=followed');
    expect(names(followed)).toContain('Perahu Berkas');
    expect(names(followed)).toContain('Sore Melayani');
    expect(followed.items.every((card) => card.id === id(1) || card.topics.includes('jam-layanan'))).toBe(
      true,
    );
    expect((await camat.read<Entry>(`/innovations/${id(1)}`)).followed).toBe(true);
    expect((await list(bekasi, '?show=followed')).total).toBe(0);
  });

  it('shows what public sources report, to its own kabupaten too, until that has published it itself', async () => {
    const slug = 'pecut-kecamatan-sebulu';
    const reported = await camat.read<Entry>(`/innovations/${slug}`);
    expect([reported.ownerConfirmed, reported.alive, reported.home.own]).toEqual([
      false,
      'belum-dikonfirmasi',
      true,
    ]);
    expect([reported.withheld, reported.source?.name]).toEqual([[], jasmine.stringContaining('FORCASI')]);
    expect(reported.actions).toContain('adopt');
    expect((await bekasi.read<Entry>(`/innovations/${slug}`)).actions).toContain('endorse');

    const { owner } = product.database;
    const claimed = { ...OWN, id: reported.id, slug, unitCode: '64.02.07' };
    await insertOwnEntry(owner, { ...claimed, published: null, draft: told('PECUT ditulis sendiri') });
    expect((await camat.read<Entry>(`/innovations/${slug}`)).ownerConfirmed).toBe(false);
    await owner('innovations').where({ kabupaten_code: '64.02', id: reported.id }).delete();
    await insertOwnEntry(owner, { ...claimed, published: told('PECUT ditulis sendiri') });
    const own = await camat.read<Entry>(`/innovations/${slug}`);
    expect([own.name, own.ownerConfirmed, own.alive]).toEqual(['PECUT ditulis sendiri', true, 'berjalan']);
    expect((await list(camat, '?q=pecut')).items.filter((card) => card.id === reported.id).length).toBe(1);
    expect((await bekasi.read<Entry>(`/innovations/${slug}`)).name).toBe(reported.name);
    await owner('innovations').where({ kabupaten_code: '64.02', id: reported.id }).delete();
  });

  it('tells how adoptions went, those that were told and the own ones', async () => {
    const { owner } = product.database;
    const entry = 'botram-kabupaten-bekasi';
    const { id: entryId } = await bekasi.read<Entry>(`/innovations/${entry}`);
    const told = { entry_id: entryId, adopter_name: 'Kutai Kartanegara', unit_name: 'Kecamatan Sebulu' };
    const at = '2026-03-01T00:00:00Z';
    await owner('catalogue_adoptions').insert([
      {
        ...told,
        id: id(11),
        adopter_code: '64.02',
        state: 'done',
        outcome: 'membaik',
        hardest: 'Jadwal',
        updated_at: at,
      },
      {
        ...told,
        id: id(12),
        adopter_code: '12.12',
        state: 'stopped',
        hardest: 'Jaringan',
        updated_at: '2026-03-02T00:00:00Z',
      },
    ]);
    await owner('innovation_adoptions').insert([
      {
        kabupaten_code: '64.02',
        id: id(11),
        entry_id: entryId,
        entry_home: '32.16',
        entry_name: 'BOTRAM',
        entry_version: 1,
        unit_code: '64.02.07',
        state: 'done',
        outcome: 'membaik',
        told: true,
        hardest: 'Jadwal',
        post_title: 'Camat',
        created_at: at,
        updated_at: at,
      },
      {
        kabupaten_code: '64.02',
        id: id(13),
        entry_id: entryId,
        entry_home: '32.16',
        entry_name: 'BOTRAM',
        entry_version: 1,
        unit_code: '64.02.08',
        state: 'running',
        post_title: 'Camat',
        created_at: at,
        updated_at: at,
      },
    ]);
    const adoptions = async (caller: ApiCaller): Promise<EntryCard['adoptions']> =>
      (await caller.read<Entry>(`/innovations/${entry}`)).adoptions;
    expect(await adoptions(bekasi)).toEqual({ total: 2, better: 1, stopped: 1, hardest: 'Jadwal, Jaringan' });
    // The own plan that was not told besides; the own one that was told is counted once.
    expect(await adoptions(camat)).toEqual({ total: 3, better: 1, stopped: 1, hardest: 'Jadwal, Jaringan' });
  });

  it('is open to members of FORCASI who belong to no kabupaten, as far as it is shared', async () => {
    const found = await list(forcasi, '?limit=100');
    expect(found.total).toBe(TOLD_ENTRIES + 5);
    expect(names(found)).not.toContain('Perahu Berkas');
    const read = await forcasi.read<Entry>('/innovations/pecut-kecamatan-sebulu');
    expect([read.home.own, read.actions]).toEqual([false, ['discuss', 'follow', 'endorse']]);
    expect((await forcasi.get(`/innovations/${id(1)}`)).status).toBe(404);
  });

  it('names entries for like problems and services', async () => {
    const { items } = await camat.read<{ items: EntryCard[] }>('/innovations/contoh-40-1/related');
    const { topics, services } = await camat.read<Entry>('/innovations/contoh-40-1');
    expect(items.length).toBe(5);
    for (const card of items)
      expect(
        card.topics.some((topic) => topics.includes(topic)) ||
          card.services.some((name) => services.includes(name)),
      )
        .withContext(card.name)
        .toBe(true);
    expect(items.map((card) => card.slug)).not.toContain('contoh-40-1');
  });

  it('is handed out as a file, which is put on record', async () => {
    const answer = await camat.get('/innovations/export?format=csv&topic=antrean');
    const { total } = await list(camat, '?topic=antrean');
    const lines = answer.text.trim().split('\r\n');
    expect(lines.length).toBe(total + 1);
    expect(lines[0]).toContain('Inovasi;Singkatan;Kabupaten;Unit');
    expect(answer.text).toContain('DATA CONTOH – bukan inovasi sebenarnya');
    const [entry] = await product.database
      .owner('audit_entries')
      .select<{ details: unknown }[]>('details')
      .where({ kabupaten_code: '64.02', action: 'export-innovations' });
    expect(entry?.details).toEqual({ rows: total, format: 'csv' });
    const sheet = await forcasi.get('/innovations/export?format=xlsx&q=hari%20libur');
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });
});

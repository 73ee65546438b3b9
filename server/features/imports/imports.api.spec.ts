import type { ImportResult } from '#contract/imports';
import type { Summary } from '#contract/measures';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { EventListener } from '../../testing/event-listener.ts';
import type { TestProduct } from '../../testing/test-product.ts';
import { countsOf, openImportDesk } from './import-desk.testing.ts';

describe('the API of imports', () => {
  let product: TestProduct;
  let bupati: ApiCaller;
  let camat: ApiCaller;

  beforeAll(async () => {
    ({ product, bupati, camat } = await openImportDesk());
  });
  afterAll(() => product.stop());

  it('tells how far it is, and that data changed, while it happens', async () => {
    const [own, other] = [
      await EventListener.open(product.address, camat),
      await EventListener.open(product.address, await product.signIn('bupati.lain')),
    ];
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `L-${index};64.02.07;kk;2026-02-${String(1 + (index % 28)).padStart(2, '0')}`,
    );
    const id = await camat.upload('service-cases', {
      name: 'besar.csv',
      text: ['nomor;unit;layanan;diterima', ...rows].join('\n'),
    });
    const changed = await own.waitFor((event) => event.event === 'data-changed');
    expect((await camat.importEnded(id)).rowsInserted).toBe(60_000);
    const progress = own.events
      .filter((event) => event.event === 'import-progress' && event.data['id'] === id)
      .map((event) => Number(event.data['rowsRead']));
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(60_000);
    const { dataVersion } = await camat.read<Summary>('/measures/summary');
    expect(changed.data).toEqual({ dataVersion });
    expect(own.headers.get('Content-Encoding')).toBeNull();
    // Another kabupaten hears nothing of it.
    expect(other.events).toEqual([]);
    await Promise.all([own.close(), other.close()]);
  });

  it('writes only into the person’s own unit, and shows others’ imports only to whoever sees the kabupaten', async () => {
    const file = {
      name: 'c.csv',
      text: 'nomor;unit;layanan;diterima\nS-1;64.02.07;kk;2026-03-02\nS-2;64.02.08;kk;2026-03-02\nS-3;64.02;kk;2026-03-02',
    };
    const id = await camat.upload('service-cases', file);
    const result = await camat.importEnded(id);
    expect([countsOf(result), result.errors.map((error) => error.code)]).toEqual([
      [3, 1, 0, 0, 2],
      ['unit-outside-scope', 'unit-outside-scope'],
    ]);
    const of = await bupati.upload('service-cases', file);
    await bupati.importEnded(of);
    expect([
      (await camat.get(`/imports/${of}`)).status,
      (await camat.get(`/imports/${of}/rejected`)).status,
      (await bupati.get(`/imports/${id}`)).status,
    ]).toEqual([404, 404, 200]);
    const other = await product.signIn('bupati.lain');
    expect([
      (await other.get(`/imports/${id}`)).status,
      (await other.get(`/imports/${id}/rejected`)).status,
    ]).toEqual([404, 404]);
    const { items } = await other.read<{ items: ImportResult[] }>('/imports?limit=100');
    expect(items.filter((item) => item.startedBy !== 'bupati.lain')).toEqual([]);
  });

  it('adds nothing to the kabupaten’s catalogue for someone who writes for some units only', async () => {
    const file = {
      name: 'd.csv',
      text: 'nomor;unit;layanan;kanal;diterima\nT-1;64.02.07;Layanan Palsu;Kanal Palsu;2026-03-02\nT-2;Unit Palsu;kk;;2026-03-02',
    };
    const mapping = { createMissing: ['unit', 'service', 'channel'] };
    const result = await camat.importEnded(await camat.upload('service-cases', file, { mapping }));
    expect([countsOf(result), result.created, result.errors.map((error) => error.code)]).toEqual([
      [2, 0, 0, 0, 2],
      [],
      ['service-unknown', 'channel-unknown', 'unit-unknown'],
    ]);
    const of = await bupati.importEnded(
      await bupati.upload('service-cases', file, { mapping, query: '?dryRun=true' }),
    );
    expect(of.created.map(({ kind }) => kind).toSorted()).toEqual(['channel', 'service', 'unit']);
  });

  it('lists imports a page at a time, newest first', async () => {
    const ids: string[] = [];
    const other = await product.signIn('bupati.lain');
    for (let round = 0; round < 5; round += 1) {
      const id = await other.upload(
        'complaints',
        { name: `${round}.csv`, text: 'nomor;unit;diterima\n1;32.16;2026-03-02' },
        { query: '?dryRun=1' },
      );
      ids.push(id);
      await other.importEnded(id);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 10; page += 1) {
      const answer: { items: ImportResult[]; nextCursor: string | null; total: number } = await other.read(
        `/imports?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(answer.total).toBe(5);
      seen.push(...answer.items.map((item) => item.id));
      cursor = answer.nextCursor;
    }
    expect(seen).toEqual(ids.toReversed());
    expect((await other.get('/imports?limit=0')).status).toBe(400);
    expect((await other.get('/imports?limit=101')).status).toBe(400);
  });
});

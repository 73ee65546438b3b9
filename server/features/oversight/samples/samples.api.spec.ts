import { createHash } from 'node:crypto';
import { sampleSchema, type Sample } from '#contract/oversight/samples';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { problemOf } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = '64.02';
const UNIT = '64.02.07';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('uji petik', () => {
  let product: TestProduct;
  let inspektorat: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-15T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KABUPATEN });
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: UNIT });
    inspektorat = await product.signIn('inspektur');
    await product.load(
      KABUPATEN,
      'service-cases',
      Array.from({ length: 40 }, (_, index) => served(index)),
    );
    await product.load(KABUPATEN, 'complaints', [
      {
        number: 'A-1',
        unit: UNIT,
        channel: 'whatsapp',
        class: 'berkadar-pengawasan',
        receivedAt: '2026-03-10T02:00:00Z',
        status: 'diterima',
        text: '=HYPERLINK("http://contoh.invalid") telepon 081234567890',
        reporterName: 'Siti Aminah',
      },
    ]);
  });
  afterAll(() => product.stop());

  const served = (index: number) => ({
    number: `K-${String(index).padStart(2, '0')}`,
    unit: UNIT,
    service: 'kk',
    receivedAt: `2026-03-${String(2 + (index % 20)).padStart(2, '0')}T01:00:00Z`,
    completedAt: null,
    status: 'diproses',
  });
  const QUERY = { count: 'volume.received', unit: UNIT, from: '2026-03-01', to: '2026-03-31' };
  const draw = async (body: Record<string, unknown>): Promise<Sample> => {
    const answer = await inspektorat.post('/samples', {
      dataset: 'service-cases',
      query: QUERY,
      size: 5,
      reason: 'pemeriksaan berkala',
      ...body,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return sampleSchema.parse(answer.json);
  };

  it('draws from exactly the records of the list, by the published method', async () => {
    const listed = await inspektorat.read<{ items: { id: string; number: string }[]; total: number }>(
      `/service-cases?${new URLSearchParams(QUERY).toString()}&limit=200`,
    );
    const sample = await draw({ seed: 'benih-uji' });
    expect([sample.population, sample.size, listed.total]).toEqual([40, 5, 40]);
    // The draw done over by hand: smallest SHA-256 of "seed:id".
    const byHand = listed.items
      .map(({ id, number }) => ({ number, hash: sha256(`benih-uji:${id}`) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))
      .slice(0, 5)
      .map(({ number }) => number);
    expect(sample.items.map(({ number }) => number)).toEqual(byHand);
    const ids = listed.items.map(({ id }) => id).toSorted();
    expect(sample.populationHash).toBe(sha256(ids.map((id) => `${id}\n`).join('')));
    expect(sample.selection).toBe('permohonan diterima, Sebulu, 1 Mar – 31 Mar 2026');
    expect(Object.fromEntries(new URL(sample.link, 'http://contoh.invalid').searchParams)).toEqual(QUERY);
    expect((await draw({ seed: 'benih-uji' })).items.map(({ id }) => id)).toEqual(
      sample.items.map(({ id }) => id),
    );
    const first = await draw({});
    expect(first.seed).not.toBe((await draw({})).seed);
  });

  it('keeps what was found, and says how many are done', async () => {
    const sample = await draw({ seed: 'periksa' });
    const record = sample.items[0]?.id ?? '';
    const path = `/samples/${sample.id}/checks/${record}`;
    const note = 'tanda tangan pemohon tidak ada';
    await inspektorat.send('PUT', path, { body: { verdict: 'sesuai', note: null } });
    const answer = await inspektorat.send('PUT', path, { body: { verdict: 'tidak-sesuai', note } });
    const after = answer.json as Sample;
    expect(after.items[0]?.check).toEqual(
      jasmine.objectContaining({ verdict: 'tidak-sesuai', note, by: 'Jabatan inspektur' }),
    );
    expect([after.checked, after.byVerdict]).toEqual([
      1,
      { sesuai: 0, 'tidak-sesuai': 1, 'berkas-tidak-ada': 0 },
    ]);
    const other = await inspektorat.send('PUT', `/samples/${sample.id}/checks/${sample.id}`, {
      body: { verdict: 'sesuai', note: null },
    });
    expect([other.status, problemOf(other).code]).toEqual([404, 'sample-record-not-found']);
    const trail = await inspektorat.read<{ items: { sentence: string }[] }>('/audit?limit=20');
    expect(trail.items.some(({ sentence }) => sentence.startsWith('Menarik 5 dari 40 berkas'))).toBeTrue();
    expect(JSON.stringify(trail)).not.toContain('tanda tangan pemohon');
  });

  it('proves a draw, and tells when the records have changed since', async () => {
    const own = (number: string) => ({ ...served(1), number, unit: '64.02.08' });
    await product.load(KABUPATEN, 'service-cases', ['U-1', 'U-2', 'U-3'].map(own));
    const sample = await draw({ seed: 'ulang', size: 3, query: { ...QUERY, unit: '64.02.08' } });
    const proof = await inspektorat.post(`/samples/${sample.id}/redraw`, {});
    expect(proof.json).toEqual(
      jasmine.objectContaining({
        samePopulation: true,
        sameSample: true,
        population: 3,
        added: [],
        gone: [],
      }),
    );
    await product.load(KABUPATEN, 'service-cases', ['U-4', 'U-5', 'U-6', 'U-7', 'U-8', 'U-9'].map(own));
    const later = (await inspektorat.post(`/samples/${sample.id}/redraw`, {})).json as {
      samePopulation: boolean;
      population: number;
      sentence: string;
      added: string[];
      gone: string[];
    };
    expect([later.samePopulation, later.population]).toEqual([false, 9]);
    expect(later.sentence).toContain('dahulu 3 berkas, sekarang 9');
    expect(later.added.length).toBe(later.gone.length);
    expect(later.gone.every((number) => /^U-[123]$/.test(number))).toBeTrue();
  });

  it('refuses more than there is, another list’s words, and everybody else', async () => {
    const refusal = async (body: Record<string, unknown>) => {
      const answer = await inspektorat.post('/samples', {
        dataset: 'complaints',
        query: {},
        size: 1,
        reason: 'pemeriksaan berkala',
        ...body,
      });
      return [answer.status, answer.status < 300 ? '' : problemOf(answer).code];
    };
    expect(await refusal({ size: 2 })).toEqual([400, 'population-too-small']);
    expect(await refusal({ query: { count: 'volume.received' } })).toEqual([400, 'selection-invalid']);
    expect(await refusal({ query: { pelapor: 'x' } })).toEqual([400, 'selection-invalid']);
    expect(await refusal({ query: { unit: '32.16' } })).toEqual([404, 'unit-not-found']);
    const camat = await product.signIn('camat');
    expect((await camat.get('/samples')).status).toBe(403);
    await draw({ seed: 'satu' });
    await draw({ seed: 'dua' });
    type Page = { total: number; items: { seed: string }[]; nextCursor: string | null };
    const page = await inspektorat.read<Page>('/samples?limit=1');
    const next = await inspektorat.read<Page>(`/samples?limit=1&cursor=${page.nextCursor ?? ''}`);
    expect([page, next].map(({ items }) => items.map(({ seed }) => seed))).toEqual([['dua'], ['satu']]);
  });
});

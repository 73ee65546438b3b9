import type { ComplaintLine } from '#contract/complaints';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';

describe('the search in the register of complaints', () => {
  let product: TestProduct;
  let camat: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    camat = await product.signIn('camat');
    await product.load(KUKAR, 'complaints', [
      record('ADU-20260302-01', 'Antrean panjang, pelayanannya lambat.', 'Loket'),
      record('ADU-20260302-02', 'Jalanan rusak sejak banjir.', 'Jalan rusak'),
      record('ADU-20260303-01', 'Hubungi 0812-3456-7890 atau siti@contoh.id segera.', 'Lampu 081298765432'),
      record('ADU-20260304-01', '=HYPERLINK("http://x") di RT 17', null),
      {
        ...record('ADU-20260305-01', 'Petugas meminta uang, layanan lambat.', null),
        class: 'berkadar-pengawasan',
      },
    ]);
  });
  afterAll(() => product.stop());

  function record(number: string, text: string, category: string | null) {
    return {
      number,
      unit: SEBULU,
      service: 'umum',
      channel: 'web',
      class: 'normatif',
      receivedAt: '2026-03-02T01:00:00Z',
      text,
      category,
      reporterName: 'Siti Aminah',
      reporterContact: '081234567890',
    };
  }

  async function found(search: string, caller = camat): Promise<string[]> {
    const path = `/complaints?sort=oldest&search=${encodeURIComponent(search)}`;
    return (await caller.read<{ items: ComplaintLine[] }>(path)).items
      .map(({ number }) => number.slice(4))
      .toSorted();
  }

  it('finds words in other forms, in text and category', async () => {
    // The Indonesian stemmer takes off -an, -nya and pe-…-an: "antre" and "antrean", "layanan" and "pelayanannya".
    expect(await found('antre')).toEqual(['20260302-01']);
    expect(await found('antrean')).toEqual(['20260302-01']);
    expect(await found('layanan')).toEqual(['20260302-01']);
    expect(await found('jalan')).toEqual(['20260302-02']);
    expect(await found('loket')).toEqual(['20260302-01']);
    expect(await found('rusak banjir')).toEqual(['20260302-02']);
    expect(await found('rusak -banjir')).toEqual([]);
    expect(await found('"lambat pelayanannya"')).toEqual([]);
    expect(await found('tidak-ada-kata-ini')).toEqual([]);
  });

  it('finds a number by its beginning, and short numbers in the text', async () => {
    expect(await found('adu-20260302')).toEqual(['20260302-01', '20260302-02']);
    expect(await found('ADU-20260303-01')).toEqual(['20260303-01']);
    expect(await found('17')).toEqual(['20260304-01']);
    expect(await found('%')).toEqual([]);
  });

  it('finds nothing that is masked: finding it would confirm it', async () => {
    for (const secret of [
      '0812-3456-7890',
      '081234567890',
      '3456',
      '7890',
      'siti@contoh.id',
      'contoh.id',
      '081298765432',
      'Lampu 081298765432',
      'Siti Aminah',
      'Aminah',
    ])
      expect(await found(secret))
        .withContext(secret)
        .toEqual([]);
    expect(await found('lampu')).toEqual(['20260303-01']);
    expect((await camat.read<{ total: number }>('/complaints?category=Lampu%20081298765432')).total).toBe(0);
    expect((await camat.read<{ total: number }>('/complaints?category=Jalan%20rusak')).total).toBe(1);
  });

  it('keeps suspected abuse to the Inspektorat', async () => {
    expect(await found('lambat')).toEqual(['20260302-01']);
    expect(await found('lambat', await product.signIn('inspektur'))).toEqual(['20260302-01', '20260305-01']);
  });

  it('gives the same complaints as a file: masked, without reporters, on record', async () => {
    const answer = await camat.get('/complaints/export?format=csv&sort=oldest&search=adu-2026030');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="aduan.csv"');
    const lines = answer.text.trim().split('\r\n');
    expect(lines[0]?.replace('\ufeff', '').split(';').slice(0, 3)).toEqual(['Nomor', 'Unit', 'Kecamatan']);
    expect(lines.length).toBe(5);
    for (const secret of ['Aminah', '0812-3456-7890', '081298765432', 'siti@contoh.id'])
      expect(answer.text).withContext(secret).not.toContain(secret);
    expect(answer.text).toContain('2026-03-02 09:00');
    // A spreadsheet would run a formula.
    expect(answer.text).not.toContain(';=HYPERLINK');
    const xlsx = await camat.get(
      '/complaints/export?format=xlsx&from=2026-03-01&to=2026-03-31&count=complaints.open',
    );
    expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK']);
    const entries = await product.database
      .owner<{ action: string; details: Record<string, unknown> }>('audit_entries')
      .where({ action: 'export-complaints' })
      .orderBy('at');
    expect(entries.map(({ details }) => [details['rows'], details['format']])).toEqual([
      [4, 'csv'],
      [4, 'xlsx'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('adu-2026030');
  });
});

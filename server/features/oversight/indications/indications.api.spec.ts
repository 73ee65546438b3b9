import type { Indication } from '#contract/oversight/indications';
import { formWith, problemOf, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = '64.02';
const PERIOD = 'from=2026-03-01&to=2026-04-15';
type Row = Record<string, string | number | null>;
interface Answer {
  readonly items: Indication[];
  readonly rules: { id: string; found: number }[];
}
interface Records {
  readonly items: { number: string; note: string; dataset: string; id: string | null }[];
  readonly total: number;
  readonly nextCursor: string | null;
}

describe('indications', () => {
  let product: TestProduct;
  let inspektorat: ApiCaller;
  let found: Answer;
  let numbers = 0;

  const served = (unit: string, received: string, completed: string | null, more: Row = {}): Row => ({
    number: `K-${(numbers += 1)}`,
    unit,
    service: 'kk',
    receivedAt: new Date(`${received}+08:00`).toISOString(),
    completedAt: completed === null ? null : new Date(`${completed}+08:00`).toISOString(),
    dueAt: null,
    recordedAt: new Date(`${received}+08:00`).toISOString(),
    fee: null,
    status: completed === null ? 'diproses' : 'selesai',
    ...more,
  });
  const many = (count: number, make: (index: number) => Row): Row[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const day = (index: number) => `2026-03-${String(2 + (index % 12)).padStart(2, '0')}`;
  const complaint = (unit: string, more: Row = {}): Row => ({
    number: `A-${(numbers += 1)}`,
    unit,
    channel: 'whatsapp',
    class: 'normatif',
    receivedAt: '2026-03-10T02:00:00Z',
    resolvedAt: null,
    status: 'diterima',
    ...more,
  });
  const form = (unit: string, date: string, answers: string): Row => ({
    number: `S-${(numbers += 1)}`,
    unit,
    service: 'kk',
    instrument: 'permenpanrb-14-2017',
    date,
    ...Object.fromEntries([...answers].map((answer, index) => [`u${index + 1}`, Number(answer)])),
  });

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-15T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KABUPATEN });
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    inspektorat = await product.signIn('inspektur');
    await product.database
      .owner('service_standards')
      .insert({
        kabupaten_code: KABUPATEN,
        service_code: 'ak-1',
        valid_from: '2026-01-01',
        promise_unit: 'working-days',
        promise_amount: 1,
        fee: 10_000,
        confirmed: true,
      })
      .onConflict(['kabupaten_code', 'service_code', 'valid_from'])
      .merge();
    await product.load(KABUPATEN, 'service-cases', [
      // 64.02.01: 24 closed at their time, 20 on Tuesday 31 March, the last working day.
      ...many(24, (index) => served('64.02.01', `${day(index)}T09:00`, `${day(index)}T10:00`)),
      ...many(20, (index) => served('64.02.01', `${day(index)}T09:00`, '2026-03-31T15:00')),
      // 64.02.02: 12 of 40 recorded five days later.
      ...many(28, (index) => served('64.02.02', `${day(index)}T09:00`, null)),
      ...many(12, () =>
        served('64.02.02', '2026-03-04T09:00', null, { recordedAt: '2026-03-09T02:00:00.000Z' }),
      ),
      // 64.02.03: six of twelve refused in the last hour of ten; completed ones in their first.
      ...many(6, () =>
        served('64.02.03', '2026-03-05T08:00', '2026-03-05T17:30', {
          status: 'ditolak',
          dueAt: '2026-03-05T10:00:00.000Z',
        }),
      ),
      ...many(6, () =>
        served('64.02.03', '2026-03-05T08:00', '2026-03-05T10:00', {
          status: 'ditolak',
          dueAt: '2026-03-05T10:00:00.000Z',
        }),
      ),
      ...many(10, () =>
        served('64.02.03', '2026-03-05T08:00', '2026-03-05T09:00', { dueAt: '2026-03-05T10:00:00.000Z' }),
      ),
      // 64.02.04: three paid more than Rp10,000, one paid that.
      ...many(3, () => served('64.02.04', '2026-03-05T08:00', null, { service: 'ak-1', fee: 35_000 })),
      served('64.02.04', '2026-03-05T08:00', null, { service: 'ak-1', fee: 10_000 }),
      // Five kecamatan with 100 requests each; the complaints below make one of them stand out.
      ...['64.02.06', '64.02.07', '64.02.08', '64.02.09', '64.02.10'].flatMap((unit) =>
        many(100, (index) => served(unit, `${day(index)}T09:00`, null)),
      ),
    ]);
    await product.load(KABUPATEN, 'complaints', [
      ...many(8, () => complaint('64.02.05', { status: 'selesai', resolvedAt: '2026-03-11T02:00:00Z' })),
      ...many(4, () => complaint('64.02.05', { status: 'dibuka-kembali' })),
      ...many(12, () => complaint('64.02.06')),
      complaint('64.02.06', { status: 'tidak-valid' }),
    ]);
    await product.load(KABUPATEN, 'survey-responses', [
      // 64.02.11: seven alike on 10 March; the 40 of the other days all differ from them.
      ...many(7, () => form('64.02.11', '2026-03-10', '434343434')),
      ...many(40, (index) =>
        form('64.02.11', day(index === 8 ? 1 : index).replace('03-10', '03-11'), '333333333'),
      ),
      ...many(30, (index) => form('64.02.06', day(index), '444444444')),
    ]);
    const rows = [1, 2, 3].map(
      (row) => `R-${row};64.02.12;kk;2026-03-10 08:00;2026-03-0${row} 08:00;selesai`,
    );
    const bupati = product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await bupati;
    const loader = await product.signIn('bupati');
    const upload = async (query: string) => {
      const answer = await loader.send('POST', `/imports/service-cases${query}`, {
        form: formWith({
          name: 'rekap.csv',
          text: ['nomor;unit;layanan;diterima;selesai;status', ...rows].join('\n'),
        }),
      });
      await loader.importEnded((answer.json as { id: string }).id);
    };
    await upload('');
    // A trial is no record of anything.
    await upload('?dryRun=1');
    found = await inspektorat.read<Answer>(`/indications?${PERIOD}`);
  });
  afterAll(() => product.stop());

  const keysOf = (rule: string) => found.items.filter((item) => item.rule === rule).map(({ key }) => key);

  it('find what each rule is about, and nothing else', () => {
    expect(keysOf('mass-closing')).toEqual(['mass-closing|64.02.01|2026-03-01|2026-03-31|2026-03-31']);
    expect(keysOf('late-entry')).toEqual(['late-entry|64.02.02|2026-03-01|2026-04-15|']);
    expect(keysOf('refusal-before-deadline')).toEqual([
      'refusal-before-deadline|64.02.03|2026-03-01|2026-04-15|',
    ]);
    expect(keysOf('fee-above-standard')).toEqual(['fee-above-standard|64.02.04|2026-03-01|2026-04-15|']);
    expect(keysOf('close-then-reopen')).toEqual(['close-then-reopen|64.02.05|2026-03-01|2026-04-15|']);
    expect(keysOf('ikm-against-complaints')).toEqual([
      'ikm-against-complaints|64.02.06|2026-03-01|2026-04-15|',
    ]);
    expect(keysOf('identical-forms')).toEqual([
      'identical-forms|64.02.11|2026-03-10|2026-03-10|permenpanrb-14-2017:434343434',
    ]);
    expect(found.rules.map(({ id, found: count }) => [id, count])).toEqual([
      ['mass-closing', 1],
      ['close-then-reopen', 1],
      ['completion-before-receipt', 0],
      ['late-entry', 1],
      ['identical-forms', 1],
      ['refusal-before-deadline', 1],
      ['ikm-against-complaints', 1],
      ['fee-above-standard', 1],
    ]);
  });

  it('count exactly the records that they list', async () => {
    const counts: Record<string, number> = {};
    for (const item of found.items) {
      const records = await inspektorat.read<Records>(
        `/indications/records?key=${encodeURIComponent(item.key)}&limit=200`,
      );
      expect([records.total, records.items.length]).withContext(item.key).toEqual([item.count, item.count]);
      expect(records.items.every(({ note }) => note !== '')).toBeTrue();
      counts[item.rule] = item.count;
    }
    expect(counts).toEqual({
      'mass-closing': 20,
      'late-entry': 12,
      'refusal-before-deadline': 6,
      'fee-above-standard': 3,
      'close-then-reopen': 4,
      'ikm-against-complaints': 12,
      'identical-forms': 7,
    });
  });

  it('find rejected rows among the imports of the days asked for', async () => {
    // Imports are dated by the database's clock, not by the product's.
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const query = `rule=completion-before-receipt&from=${today}&to=${today}`;
    const { items } = await inspektorat.read<Answer>(`/indications?${query}`);
    expect(items.map(({ unit, count }) => [unit.code, count])).toEqual([[KABUPATEN, 3]]);
    const records = await inspektorat.read<Records>(
      `/indications/records?key=${encodeURIComponent(items[0]?.key ?? '')}`,
    );
    expect(records.items.map(({ number, dataset, id }) => [number, dataset, id])).toEqual([
      ['Baris 2', 'rejected-rows', null],
      ['Baris 3', 'rejected-rows', null],
      ['Baris 4', 'rejected-rows', null],
    ]);
    expect(records.items[0]?.note).toContain('rekap.csv');
  });

  it('page through the records, and are the same whoever looks at which part', async () => {
    const key = encodeURIComponent('mass-closing|64.02.01|2026-03-01|2026-03-31|2026-03-31');
    const first = await inspektorat.read<Records>(`/indications/records?key=${key}&limit=12`);
    const second = await inspektorat.read<Records>(
      `/indications/records?key=${key}&limit=12&cursor=${first.nextCursor ?? ''}`,
    );
    const seen = [...first.items, ...second.items].map(({ number }) => number);
    expect([new Set(seen).size, second.nextCursor]).toEqual([20, null]);
    const one = await inspektorat.read<Answer>(`/indications?${PERIOD}&unit=64.02.02`);
    expect(one.items).toEqual(found.items.filter(({ unit }) => unit.code === '64.02.02'));
  });

  it('refuse what is none, too long a look, and everybody else', async () => {
    const problem = async (path: string) => {
      const answer = await inspektorat.get(path);
      return [answer.status, problemOf(answer).code];
    };
    expect(await problem('/indications/records?key=mass-closing')).toEqual([404, 'indication-not-found']);
    expect(await problem('/indications/records?key=late-entry%7C32.16%7C2026-03-01%7C2026-03-31%7C')).toEqual(
      [404, 'indication-not-found'],
    );
    expect(await problem('/indications?from=2024-01-01&to=2026-03-31')).toEqual([
      400,
      'indications-too-long',
    ]);
    const camat = await product.signIn('camat');
    expect((await camat.get(`/indications?${PERIOD}`)).status).toBe(403);
  });
});

import type * as z from 'zod';
import {
  reportPreviewSchema,
  type readReconciliation,
  type ReconciliationLine,
} from '#contract/oversight/reconciliations';
import { formWith, problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = '64.02';
const UNIT = '64.02.07';
type Whole = z.infer<typeof readReconciliation.answer>;

describe('selisih dengan laporan lain', () => {
  let product: TestProduct;
  let inspektorat: ApiCaller;
  let diskominfo: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-15T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KABUPATEN });
    await product.addPerson('kominfo', { role: 'diskominfo', kabupaten: KABUPATEN });
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
    inspektorat = await product.signIn('inspektur');
    diskominfo = await product.signIn('kominfo');
    const served = (number: string, more: Record<string, string | null> = {}) => ({
      number,
      unit: UNIT,
      service: 'kk',
      receivedAt: '2026-03-10T01:00:00Z',
      completedAt: '2026-03-11T02:00:00Z',
      status: 'selesai',
      ...more,
    });
    await product.load(KABUPATEN, 'service-cases', [
      served('S-1'),
      served('S-2'),
      served('S-3', { completedAt: null, status: 'diproses' }),
      served('S-4'),
      served('S-9'),
    ]);
    const reported = (number: string, more: Record<string, string> = {}) => ({
      number,
      unit: UNIT,
      channel: 'sp4n-lapor',
      class: 'normatif',
      receivedAt: '2026-03-10T01:00:00Z',
      status: 'diterima',
      ...more,
    });
    await product.load(KABUPATEN, 'complaints', [
      reported('7654321'),
      reported('7654322', { status: 'ditindaklanjuti' }),
      reported('7654323', { class: 'berkadar-pengawasan' }),
    ]);
  });
  afterAll(() => product.stop());

  const compare = (caller: ApiCaller, query: string, lines: readonly string[], mapping?: unknown) =>
    caller.send('POST', `/reconciliations?from=2026-03-01&to=2026-03-31&source=Rekap%20kecamatan&${query}`, {
      form: formWith({ name: 'laporan.csv', text: lines.join('\n') }, mapping),
    });
  const made = (answer: ApiAnswer): ReconciliationLine => {
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json as ReconciliationLine;
  };

  it('names each record that differs, and leaves none out', async () => {
    const line = made(
      await compare(inspektorat, `dataset=service-cases&unit=${UNIT}`, [
        'nomor;unit;layanan;diterima;selesai;status',
        's-1;Sebulu;kk;10/03/2026;11/03/2026;selesai',
        'S-2;Sebulu;kk;10/03/2026 09:00;11/03/2026 08:00;selesai',
        'S-3;Sebulu;kk;10/03/2026;12/03/2026;selesai',
        'S-5;Sebulu;kk;10/03/2026;11/03/2026;selesai',
        'S-6;Sebulu;kk;31/02/2026;11/03/2026;selesai',
        'S-4;Sebulu;kk;10/03/2026;11/03/2026;selesai',
      ]),
    );
    expect(line.counts).toEqual({
      theirs: 6,
      ours: 5,
      same: 2,
      onlyTheirs: 1,
      onlyOurs: 1,
      differs: 2,
      unreadable: 1,
    });
    expect(line.sentence).toBe(
      'Laporan mereka 6, PANDU 5: 1 hanya ada di sana, 1 hanya di sini, 2 berbeda isinya, 1 barisnya tidak terbaca.',
    );
    const whole = await inspektorat.read<Whole>(`/reconciliations/${line.id}`);
    expect(whole.total).toBe(5);
    const told = Object.fromEntries(
      whole.rows.map((row) => [
        row.number,
        [row.kind, row.row, row.differences.map(({ label, theirs, ours }) => [label, theirs, ours])],
      ]),
    );
    expect(told).toEqual({
      'S-6': ['unreadable', 6, [['Sebab tidak terbaca', 'tanggal 31/02/2026 tidak ada.', null]]],
      'S-2': ['differs', 3, [['Selesai', '11 Mar 2026 08.00', '11 Mar 2026 10.00']]],
      'S-3': [
        'differs',
        4,
        [
          ['Selesai', '12 Mar 2026', null],
          ['Status', 'selesai', 'diproses'],
        ],
      ],
      'S-5': ['only-theirs', 5, []],
      'S-9': ['only-ours', null, []],
    });
    expect(whole.rows.find(({ number }) => number === 'S-9')?.link).toMatch(/^\/permohonan\/[0-9a-f-]{36}$/);
    const only = await inspektorat.read<Whole>(`/reconciliations/${line.id}?kind=differs&limit=1`);
    expect([only.total, only.rows.length, only.nextCursor === null]).toEqual([2, 1, false]);
    const file = await inspektorat.get(`/reconciliations/${line.id}/differences`);
    expect([file.status, file.text.startsWith('PK')]).toEqual([200, true]);
  });

  it('reads an export of SP4N-LAPOR! by its own headers', async () => {
    const line = made(
      await compare(inspektorat, `dataset=complaints&unit=${UNIT}`, [
        'Tracking ID;Judul Laporan;Tanggal Laporan;Instansi Terdisposisi;Status Laporan',
        '#7654321;Lampu jalan;10/03/2026;Sebulu;Belum Terverifikasi',
        '#7654322;Antrean;10/03/2026;Sebulu;Selesai',
        '#7654323;Biaya;10/03/2026;Sebulu;Belum Terverifikasi',
        '#7654399;Air;10/03/2026;Sebulu;Diarsipkan',
      ]),
    );
    expect(line.counts).toEqual({
      theirs: 4,
      ours: 3,
      same: 2,
      onlyTheirs: 1,
      onlyOurs: 0,
      differs: 1,
      unreadable: 0,
    });
    const { rows } = await inspektorat.read<Whole>(`/reconciliations/${line.id}?kind=differs`);
    expect(rows.map(({ number, differences }) => [number, differences])).toEqual([
      ['7654322', [{ field: 'status', label: 'Status', theirs: 'selesai', ours: 'ditindaklanjuti' }]],
    ]);
  });

  it('tells nobody of complaints of suspected abuse who does not read these', async () => {
    const lines = ['nomor;diterima', '7654321;10/03/2026', '7654323;10/03/2026'];
    const query = `dataset=complaints&unit=${UNIT}`;
    const inspected = made(await compare(inspektorat, query, lines));
    const asked = made(await compare(diskominfo, query, lines));
    expect([inspected.counts.ours, asked.counts.ours, asked.counts.onlyTheirs]).toEqual([3, 2, 1]);
    expect((await diskominfo.get(`/reconciliations/${inspected.id}`)).status).toBe(404);
    const { items } = await diskominfo.read<{ items: { id: string }[] }>('/reconciliations');
    expect(items.map(({ id }) => id)).toEqual([asked.id]);
  });

  it('shows the columns of a foreign file first, and what they can be compared as', async () => {
    const form = formWith({ name: 'rekap.csv', text: 'kode berkas;Tgl Masuk;Pelapor\nS-1;10/03/2026;Siti' });
    const preview = (caller: ApiCaller) =>
      caller.send('POST', '/reconciliations/preview?dataset=service-cases', { form });
    const answer = await preview(inspektorat);
    expect(answer.status).toBe(200);
    const seen = reportPreviewSchema.parse(answer.json);
    expect(seen.columns.map(({ header, field, examples }) => [header, field, examples])).toEqual([
      ['kode berkas', null, ['S-1']],
      ['Tgl Masuk', 'receivedAt', ['10/03/2026']],
      ['Pelapor', null, ['Siti']],
    ]);
    expect(seen.fields.filter(({ required }) => required).map(({ english }) => english)).toEqual(['number']);
    // Who applied plays no part in a comparison.
    expect(seen.fields.some(({ english }) => /reporter|applicant|nik/i.test(english))).toBeFalse();
    expect(problemOf(await preview(diskominfo)).code).toBe('reconciliation-needs-records');
  });

  it('is made only by those who read such records, of a file that can be read', async () => {
    const lines = ['nomor;diterima', 'S-1;10/03/2026'];
    const refusal = async (caller: ApiCaller, dataset: string, rows: readonly string[]) => {
      const answer = await compare(caller, `dataset=${dataset}`, rows);
      return [answer.status, problemOf(answer).code];
    };
    const organisasi = await product.signIn('organisasi');
    expect(await refusal(organisasi, 'service-cases', lines)).toEqual([403, 'forbidden']);
    expect(await refusal(diskominfo, 'service-cases', lines)).toEqual([403, 'reconciliation-needs-records']);
    expect(
      await refusal(inspektorat, 'service-cases', ['diterima;selesai', '10/03/2026;11/03/2026']),
    ).toEqual([400, 'mapping-invalid']);
    const mapped = made(
      await compare(
        inspektorat,
        `dataset=service-cases&unit=${UNIT}`,
        ['kode permohonan;tgl', 'S-1;10/03/2026'],
        {
          columns: { number: 'kode permohonan', receivedAt: 'tgl', reporterName: 'pelapor' },
        },
      ),
    );
    expect([mapped.counts.same, mapped.counts.onlyOurs]).toEqual([1, 4]);
  });
});

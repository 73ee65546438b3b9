import type { ImportResult } from '#contract/imports';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const HEADER = 'nomor;unit;diterima;pelapor;kontak;nik_pelapor;rahasia';
const NIK = '6402076503900001';

interface ReporterRow {
  number: string;
  name: string | null;
  contact: string | null;
  nik: string | null;
  confidential: boolean;
}

describe('reporters in an imported register', () => {
  let product: TestProduct;
  let diskominfo: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('kominfo', { role: 'diskominfo', kabupaten: KUKAR });
    diskominfo = await product.signIn('kominfo');
  });
  afterAll(() => product.stop());

  async function importFile(...lines: readonly string[]): Promise<ImportResult> {
    const id = await diskominfo.upload('complaints', { name: 'aduan.csv', text: lines.join('\n') });
    return diskominfo.importEnded(id);
  }

  async function reporters(): Promise<ReporterRow[]> {
    return product.database
      .owner('complaint_reporters as r')
      .join('complaints as c', 'c.id', 'r.complaint_id')
      .select<ReporterRow[]>('c.number', 'r.name', 'r.contact', 'r.nik', 'r.confidential')
      .where('r.kabupaten_code', KUKAR)
      .orderBy('c.number');
  }

  const counts = ({ rowsInserted, rowsUpdated, rowsUnchanged, rowsRejected }: ImportResult) => [
    rowsInserted,
    rowsUpdated,
    rowsUnchanged,
    rowsRejected,
  ];

  it('are kept apart from the complaint, changed by what a file says, and left alone by what it does not', async () => {
    const registered = async () => (await reporters()).filter(({ number }) => number < 'p-5');
    const first = await importFile(
      HEADER,
      `p-1;64.02.07;2026-03-02 08:00;Siti Aminah;081234567890;6402 0765 0390 0001;ya`,
      `p-2;64.02.07;2026-03-02 09:00;Budi;;;`,
      `p-3;64.02.07;2026-03-02 10:00;;;;`,
    );
    expect(counts(first)).toEqual([3, 0, 0, 0]);
    const siti = {
      number: 'p-1',
      name: 'Siti Aminah',
      contact: '081234567890',
      nik: NIK,
      confidential: true,
    };
    const budi = { number: 'p-2', name: 'Budi', contact: null, nik: null, confidential: false };
    expect(await registered()).toEqual([siti, budi]);

    // Without the columns nothing changes; with one of them, only that one; an empty "rahasia" takes nothing back.
    const without = await importFile('nomor;unit;diterima', 'p-1;64.02.07;2026-03-02 08:00');
    expect(counts(without)).toEqual([0, 0, 1, 0]);
    expect(await registered()).toEqual([siti, budi]);
    const changed = await importFile(
      'nomor;unit;diterima;kontak;rahasia',
      'p-1;64.02.07;2026-03-02 08:00;siti@contoh.id;',
      'p-2;64.02.07;2026-03-02 09:00;;ya',
    );
    // Reporters are not counted: whoever guesses must not be told that the guess was right.
    expect(counts(changed)).toEqual([0, 0, 2, 0]);
    expect(await registered()).toEqual([
      { ...siti, contact: 'siti@contoh.id' },
      { ...budi, confidential: true },
    ]);
    const again = await importFile(
      'nomor;unit;diterima;kontak;rahasia',
      'p-1;64.02.07;2026-03-02 08:00;siti@contoh.id;',
    );
    expect(counts(again)).toEqual([0, 0, 1, 0]);
  });

  it('leave no trace in the history, the figures, the audit trail or the messages', async () => {
    const result = await importFile(
      HEADER,
      'p-8;64.02.07;2026-03-03 08:00;Rahmawati;085211112222;12345;',
      'p-9;64.02.07;2026-03-03 09:00;Rahmawati;085211112222;;',
    );
    expect(counts(result)).toEqual([1, 0, 0, 1]);
    expect(result.errors[0]?.message).toContain('NIK pelapor harus 16 angka');
    await importFile(
      `${HEADER};status;selesai`,
      'p-9;64.02.07;2026-03-03 09:00;Rahmawati Dewi;085211112222;;;selesai;2026-03-04 09:00',
    );
    expect((await reporters()).find((row) => row.number === 'p-9')?.name).toBe('Rahmawati Dewi');
    const { owner } = product.database;
    const told = JSON.stringify([
      await owner('record_changes').select('old_values', 'new_values'),
      await owner('complaint_rollups').select('*'),
      await owner('audit_entries').select('details', 'subject'),
      await owner('complaints').select('*'),
      result.errors,
    ]);
    expect(told).toContain('selesai');
    for (const secret of ['Rahmawati', '085211112222', '12345;', 'Siti', NIK])
      expect(told).withContext(secret).not.toContain(secret);
  });

  it('are not recorded by a trial run', async () => {
    const before = await reporters();
    const id = await diskominfo.upload(
      'complaints',
      { name: 'aduan.csv', text: `${HEADER}\np-2;64.02.07;2026-03-02 09:00;Orang Lain;;;` },
      { query: '?dryRun=true' },
    );
    expect((await diskominfo.importEnded(id)).status).toBe('succeeded');
    expect((await reporters()).filter((row) => row.name === 'Orang Lain')).toEqual([]);
    expect((await reporters()).length).toBe(before.length);
  });
});

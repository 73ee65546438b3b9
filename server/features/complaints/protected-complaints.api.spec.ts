import type { AuditEntry } from '#contract/audit';
import type { ImportResult } from '#contract/imports';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const NIK = '6402076503900001';
const IN_USE = 'nomor ini sudah dipakai dan tidak dapat diubah dari sini';

describe('what a file may not do to complaints', () => {
  let product: TestProduct;
  let camat: ApiCaller;
  let petugas: ApiCaller;
  let diskominfo: ApiCaller;
  let inspektorat: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('petugas', { role: 'petugas', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('kominfo', { role: 'diskominfo', kabupaten: KUKAR });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    [camat, petugas, diskominfo, inspektorat] = (await Promise.all(
      ['camat', 'petugas', 'kominfo', 'inspektur'].map((name) => product.signIn(name)),
    )) as [ApiCaller, ApiCaller, ApiCaller, ApiCaller];
  });
  afterAll(() => product.stop());
  beforeEach(async () => {
    await product.database.owner('complaints').where({ kabupaten_code: KUKAR }).delete();
    await product.load(KUKAR, 'complaints', [
      record('rahasia', 'normatif', { reporterName: 'Siti Aminah', reporterNik: NIK, confidential: true }),
      record('terbuka', 'normatif', { reporterName: 'Budi Santoso', confidential: false }),
      record('curiga', 'berkadar-pengawasan', { text: 'Diminta uang.' }),
    ]);
  });

  function record(number: string, complaintClass: string, rest: Record<string, string | boolean>) {
    const receivedAt = '2026-03-02T00:00:00Z';
    return {
      number,
      unit: SEBULU,
      service: 'umum',
      channel: 'web',
      class: complaintClass,
      receivedAt,
      ...rest,
    };
  }

  const row = (number: string, ...rest: readonly string[]) =>
    [number, SEBULU, '2026-03-02 08:00', ...rest].join(';');

  async function load(
    caller: ApiCaller,
    columns: string,
    rows: readonly string[],
    options: { dataset?: string; query?: string } = {},
  ): Promise<ImportResult> {
    const text = [`nomor;unit;diterima${columns === '' ? '' : `;${columns}`}`, ...rows].join('\n');
    const id = await caller.upload(
      options.dataset ?? 'complaints',
      { name: 'aduan.csv', text },
      options.query === undefined ? {} : { query: options.query },
    );
    return caller.importEnded(id);
  }

  const counts = ({ rowsInserted, rowsUpdated, rowsUnchanged, rowsRejected }: ImportResult) => [
    rowsInserted,
    rowsUpdated,
    rowsUnchanged,
    rowsRejected,
  ];

  async function stored(number: string) {
    return product.database
      .owner('complaints as c')
      .leftJoin('complaint_reporters as r', 'r.complaint_id', 'c.id')
      .where({ 'c.number': number })
      .first<{
        class: string;
        status: string;
        name: string | null;
        nik: string | null;
        confidential: boolean | null;
      }>('c.class', 'c.status', 'r.name', 'r.nik', 'r.confidential');
  }

  async function idOf(number: string): Promise<string> {
    const found = await product.database.owner('complaints').where({ number }).first<{ id: string }>('id');
    return found?.id ?? '';
  }

  const entries = async (action: string) =>
    (await inspektorat.read<{ items: AuditEntry[] }>(`/audit?action=${action}&limit=100`)).items;

  it('leaves a promised secrecy to those who may see the reporter', async () => {
    const id = await idOf('rahasia');
    const reveal = () =>
      camat.post(`/complaints/${id}/reveal`, { reason: 'Menghubungi pelapor untuk memastikan lokasi.' });
    expect((await reveal()).status).toBe(403);
    for (const caller of [camat, petugas]) {
      const result = await load(caller, 'rahasia', [row('rahasia', 'tidak'), row('terbuka', '')]);
      expect(counts(result)).toEqual([0, 0, 1, 1]);
      expect(result.errors[0]?.message).toContain(IN_USE);
    }
    expect((await reveal()).status).toBe(403);
    // Its name cannot be overwritten or guessed either; empty cells leave it, and the rest of the row is taken.
    const overwritten = await load(camat, 'pelapor', [row('rahasia', 'Siti Aminah')]);
    expect(counts(overwritten)).toEqual([0, 0, 0, 1]);
    const rest = await load(camat, 'pelapor;nik_pelapor;rahasia;status', [
      row('rahasia', '', '', 'ya', 'diverifikasi'),
      row('terbuka', 'Budi', '', 'ya', 'diterima'),
    ]);
    expect(counts(rest)).toEqual([0, 1, 1, 0]);
    expect(await stored('rahasia')).toEqual({
      class: 'normatif',
      status: 'diverifikasi',
      name: 'Siti Aminah',
      nik: NIK,
      confidential: true,
    });
    expect(await stored('terbuka')).toEqual(jasmine.objectContaining({ name: 'Budi', confidential: true }));

    expect(counts(await load(diskominfo, 'rahasia', [row('rahasia', 'tidak')]))).toEqual([0, 0, 1, 0]);
    expect((await stored('rahasia'))?.confidential).toBeFalse();
    const told = (await entries('reporter-secrecy-changed')).map(({ sentence }) => sentence);
    expect(told).toEqual([
      jasmine.stringMatching(/aduan rahasia di .* dari “ya” menjadi “tidak”/),
      jasmine.stringMatching(/aduan terbuka di .* dari “tidak” menjadi “ya”/),
    ]);
  });

  it('keeps a complaint of suspected abuse as it is, in the words of any other number that is taken', async () => {
    const secret = await load(camat, 'rahasia', [row('rahasia', 'tidak')]);
    const id = await idOf('curiga');
    for (const [columns, ...values] of [
      ['klasifikasi', 'normatif'],
      ['klasifikasi', 'berkadar-pengawasan'],
      ['status', 'diverifikasi'],
      ['pelapor;rahasia', 'Orang Lain', 'ya'],
      [''],
    ] as const) {
      const result = await load(camat, columns, [row('curiga', ...values)]);
      expect(counts(result)).withContext(columns).toEqual([0, 0, 0, 1]);
      expect(result.errors).withContext(columns).toEqual(secret.errors);
    }
    expect((await camat.get(`/complaints/${id}`)).status).toBe(404);
    expect(await stored('curiga')).toEqual({
      class: 'berkadar-pengawasan',
      status: 'diterima',
      name: null,
      nik: null,
      confidential: null,
    });
    const changed = await load(diskominfo, 'klasifikasi', [row('curiga', 'normatif')]);
    expect(counts(changed)).toEqual([0, 1, 0, 0]);
    expect((await camat.get(`/complaints/${id}`)).status).toBe(200);
  });

  it('takes a suspicion from anyone who brings data in, and records every change of class', async () => {
    const id = await idOf('terbuka');
    expect(counts(await load(petugas, 'klasifikasi', [row('terbuka', 'berkadar-pengawasan')]))).toEqual([
      0, 1, 0, 0,
    ]);
    expect(counts(await load(petugas, 'klasifikasi', [row('terbuka', 'normatif')]))).toEqual([0, 0, 0, 1]);
    expect((await inspektorat.get(`/complaints/${id}`)).status).toBe(200);
    expect(
      (await product.database.owner('audit_entries').where({ subject: `complaints/${id}` })).length,
    ).toBe(1);
    expect((await entries('complaint-class-changed'))[0]?.sentence).toMatch(
      /aduan terbuka di .* dari “normatif” menjadi “berkadar-pengawasan”/,
    );
  });

  it('records 200 changes of a file one by one, and how many more there were', async () => {
    const numbers = Array.from({ length: 210 }, (_, index) => `n-${index}`);
    await load(
      petugas,
      'klasifikasi',
      numbers.map((number) => row(number, 'normatif')),
    );
    const before = await product.database.owner('audit_entries').where({ action: 'complaint-class-changed' });
    const checked = numbers.map((number) => row(number, 'aspirasi'));
    const wanted = (await load(petugas, 'klasifikasi', checked, { query: '?dryRun=true' })).rowsUpdated;
    const result = await load(petugas, 'klasifikasi', checked);
    expect([wanted, result.rowsUpdated]).toEqual([210, 210]);
    const after = await product.database.owner('audit_entries').where({ action: 'complaint-class-changed' });
    // The trial changed nothing, so that it records none.
    expect(after.length - before.length).toBe(200);
    expect((await entries('complaints-reclassified')).map(({ sentence }) => sentence)).toEqual([
      jasmine.stringContaining('10 aduan lagi'),
    ]);
  });

  it('does not tell whether a guessed reporter is right, and a trial is on record', async () => {
    const before = (await entries('import-checked')).length;
    const tellings: unknown[] = [];
    for (const name of ['Budi Santoso', 'Orang Lain']) {
      const result = await load(petugas, 'pelapor', [row('terbuka', name)], { query: '?dryRun=true' });
      tellings.push([counts(result), result.errors, result.warnings]);
    }
    expect(tellings[0]).toEqual(tellings[1]);
    expect((await stored('terbuka'))?.name).toBe('Budi Santoso');
    const told = await entries('import-checked');
    expect(told.length - before).toBe(2);
    expect(told[0]?.sentence).toContain('Memeriksa 1 baris aduan dari “aduan.csv” tanpa menyimpannya');
    const failed = await load(petugas, '', [], { dataset: 'survey-responses', query: '?dryRun=true' });
    expect(failed.status).toBe('failed');
    expect((await entries('import-check-failed')).length).toBe(1);
    // What is stored is seen at once, though no number tells it.
    const version = async () =>
      (
        await product.database
          .owner('data_versions')
          .where({ kabupaten_code: KUKAR })
          .first<{ version: number }>()
      )?.version ?? 0;
    const known = await version();
    await load(petugas, 'pelapor', [row('terbuka', 'Orang Lain')]);
    expect(await version()).toBeGreaterThan(known);
  });

  it('tells those without a right to details one number for what was there, the same or not', async () => {
    const cases = (status: string) => [`k-1;${SEBULU};2026-03-02 08:00;kk;${status}`];
    const at = { dataset: 'service-cases' };
    await load(camat, 'layanan;status', cases('diterima'), at);
    const trial = { ...at, query: '?dryRun=true' };
    expect(counts(await load(camat, 'layanan;status', cases('diterima'), trial))).toEqual([0, 0, 1, 0]);
    expect(counts(await load(diskominfo, 'layanan;status', cases('diterima'), trial))).toEqual([0, 1, 0, 0]);
    expect(counts(await load(diskominfo, 'layanan;status', cases('diproses'), trial))).toEqual([0, 1, 0, 0]);
  });
});

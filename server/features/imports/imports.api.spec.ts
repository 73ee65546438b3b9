import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { ImportPreview, ImportResult } from '#contract/imports';
import type { Summary } from '#contract/measures';
import { EventListener } from '../../testing/event-listener.ts';
import { formWith, problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { writeWorkbook, writeZip } from './loading/import-file.testing.ts';
import { openSourceFile } from './files/open-source-file.ts';

describe('the API of imports', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;
  let bupati: ApiCaller;
  let camat: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-06-30T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    await product.addPerson('bupati.lain', { role: 'bupati', kabupaten: '32.16' });
    [bupati, camat] = [await product.signIn('bupati'), await product.signIn('camat')];
  });
  afterAll(() => product.stop());

  async function finished(caller: ApiCaller, id: string): Promise<ImportResult> {
    for (let wait = 0; wait < 2_000; wait += 1) {
      const result = await caller.read<ImportResult>(`/imports/${id}`);
      if (result.status === 'succeeded' || result.status === 'failed') return result;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`import ${id} did not end`);
  }
  const countsOf = (result: ImportResult) => [
    result.rowsRead,
    result.rowsInserted,
    result.rowsUpdated,
    result.rowsUnchanged,
    result.rowsRejected,
  ];
  const uploads = () =>
    existsSync(join(product.dataDir, 'uploads')) ? readdirSync(join(product.dataDir, 'uploads')) : [];

  const HEADER = 'nomor;unit;layanan;kanal;diterima;selesai;status;petugas;kunjungan';
  function goodRow(number: number): string[] {
    const day = String(1 + (number % 28)).padStart(2, '0');
    return [
      `K-${number}`,
      `64.02.${String(1 + (number % 18)).padStart(2, '0')}`,
      'kk',
      'tatap-muka',
      `2026-03-${day} 08:00`,
      `2026-03-${day} 09:30`,
      'selesai',
      'P-1',
      '1',
    ];
  }
  /** 37 ways to be wrong, each on a row of its own: column and value, and a part of the sentence that is given back. */
  const FAULTS: readonly [column: number, value: string, sentence: string][] = [
    [0, '', 'nomor'],
    [0, 'n'.repeat(101), 'terlalu panjang'],
    [1, 'Kecamatan Entah', 'tidak dikenal'],
    [1, 'Sebuluu', 'Sebulu'],
    [1, '64.99', 'tidak dikenal'],
    [2, 'tidak-ada', 'tidak dikenal'],
    [2, '', 'layanan'],
    [2, '=HYPERLINK("http://contoh.invalid";"klik")', 'tidak dikenal'],
    [3, 'merpati pos', 'tidak dikenal'],
    [3, '+cmd|calc', 'tidak dikenal'],
    [4, '', 'diterima'],
    [4, '31/02/2026', 'diterima'],
    [4, '2026-13-01', 'diterima'],
    [4, 'kemarin', 'diterima'],
    [4, '1889-01-01', 'diterima'],
    [4, '2099-01-01', 'diterima'],
    [4, '2026-03-01 25:00', 'diterima'],
    [4, '32/03/2026', 'diterima'],
    [4, '2026-02-30 08:00', 'diterima'],
    [5, '2026-02-01 08:00', 'sebelum diterima'],
    [5, 'besok', 'selesai'],
    [5, '2026-03-32', 'selesai'],
    [5, '', 'memerlukan tanggal selesai'],
    [5, '2026-00-10', 'selesai'],
    [6, 'beres banget', 'status'],
    [6, 'diproses', 'tanggal selesai terisi'],
    [6, 'dibatalkan', 'tanggal selesai terisi'],
    [6, 'diterima', 'tanggal selesai terisi'],
    [6, '-1', 'status'],
    [7, 'p'.repeat(201), 'terlalu panjang'],
    [8, '-1', 'kunjungan'],
    [8, '1,5', 'kunjungan'],
    [8, 'dua', 'kunjungan'],
    [8, '1001', 'kunjungan'],
    [8, '1e3', 'kunjungan'],
    [8, '@SUM(A1)', 'kunjungan'],
    [8, '٣٤x', 'kunjungan'],
  ];

  it('takes 5,000 rows of which 37 are wrong, gives those back, and takes them when they are right', async () => {
    expect(FAULTS.length).toBe(37);
    const faultOf = new Map(FAULTS.map((fault, index) => [100 + index * 130, fault]));
    const rows = Array.from({ length: 5_000 }, (_, index) => {
      const row = goodRow(index);
      const fault = faultOf.get(index);
      if (fault) row[fault[0]] = fault[1];
      return row.map((value) => (/[;"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(';');
    });
    const file = { name: 'Kasus März ÜÖ.csv', text: [HEADER, ...rows].join('\r\n') };
    const id = await bupati.upload('service-cases', file);
    const result = await finished(bupati, id);
    expect([countsOf(result), result.failure, result.fileName]).toEqual([
      [5_000, 4_963, 0, 0, 37],
      null,
      file.name,
    ]);
    expect(new Set(result.errors.map((error) => error.row)).size).toBe(37);

    const answer = await bupati.get(`/imports/${id}/rejected`);
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('Kasus März ÜÖ-ditolak.csv')}`,
    );
    const lines = answer.text
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe(`${HEADER};Kesalahan`);
    expect(lines.length).toBe(38);
    // Nothing in it is a formula when a spreadsheet program opens it.
    expect(answer.text).not.toMatch(/(^|[;"\n])(=H|\+c|@S)/m);
    expect(answer.text).toContain(`"'=HYPERLINK(""http://contoh.invalid"";""klik"")"`);

    const path = join(product.dataDir, 'ditolak.csv');
    writeFileSync(path, answer.text);
    const rejected = await openSourceFile(path);
    let index = 0;
    for await (const { values } of rejected.rows) {
      const [column = 0, value = '', sentence = ''] = FAULTS[index] ?? [];
      expect(values[column]?.trim()).withContext(`fault ${index}`).toBe(value);
      expect(values[9])
        .withContext(`fault ${index}: ${value}`)
        .toContain(`Baris ${2 + 100 + index * 130}: `);
      expect(values[9]?.toLowerCase())
        .withContext(`fault ${index}: ${value}`)
        .toContain(sentence.toLowerCase());
      index += 1;
    }
    expect(index).toBe(37);

    const corrected = [
      lines[0] ?? '',
      ...[...faultOf.keys()].map((number) => [...goodRow(number), 'sudah diperbaiki'].join(';')),
    ];
    const second = await finished(
      bupati,
      await bupati.upload('service-cases', { name: 'perbaikan.csv', text: corrected.join('\n') }),
    );
    expect(countsOf(second)).toEqual([37, 37, 0, 0, 0]);
    const all = {
      name: 'lengkap.csv',
      text: [HEADER, ...Array.from({ length: 5_000 }, (_, number) => goodRow(number).join(';'))].join('\n'),
    };
    expect(countsOf(await finished(bupati, await bupati.upload('service-cases', all)))).toEqual([
      5_000, 0, 0, 5_000, 0,
    ]);
    const { volume, turnaround } = await bupati.read<Summary>(
      '/measures/summary?from=2026-03-01&to=2026-03-31&channel=tatap-muka',
    );
    expect([volume.received, volume.completed, turnaround.promised]).toEqual([5_000, 5_000, 5_000]);
    expect((await bupati.get(`/imports/${await bupati.upload('service-cases', all)}/rejected`)).status).toBe(
      404,
    );
  });

  it('gives rejected rows of a workbook back as a workbook', async () => {
    const path = join(product.dataDir, 'data.xlsx');
    await writeWorkbook(path, [
      ['nomor', 'unit', 'layanan', 'diterima'],
      ['X-1', '64.02.07', 'kk', '2026-03-02'],
      ['X-2', '64.02.07', '=1+1', '2026-03-02'],
    ]);
    const id = await bupati.upload('service-cases', { name: 'data.xlsx', path });
    expect(countsOf(await finished(bupati, id))).toEqual([2, 1, 0, 0, 1]);
    const response = await fetch(`${product.address}/api/v1/imports/${id}/rejected`, {
      headers: { Cookie: [...bupati.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    const file = await openSourceFile(path);
    expect([file.format, file.header]).toEqual([
      'xlsx',
      ['nomor', 'unit', 'layanan', 'diterima', 'Kesalahan'],
    ]);
    for await (const { values } of file.rows)
      expect(values.slice(0, 4)).toEqual(['X-2', '64.02.07', '=1+1', '2026-03-02']);
  });

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
    expect((await finished(camat, id)).rowsInserted).toBe(60_000);
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
    const result = await finished(camat, id);
    expect([countsOf(result), result.errors.map((error) => error.code)]).toEqual([
      [3, 1, 0, 0, 2],
      ['unit-outside-scope', 'unit-outside-scope'],
    ]);
    const of = await bupati.upload('service-cases', file);
    await finished(bupati, of);
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
    const result = await finished(camat, await camat.upload('service-cases', file, { mapping }));
    expect([countsOf(result), result.created, result.errors.map((error) => error.code)]).toEqual([
      [2, 0, 0, 0, 2],
      [],
      ['service-unknown', 'channel-unknown', 'unit-unknown'],
    ]);
    const of = await finished(
      bupati,
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
      await finished(other, id);
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

  it('looks at a file without keeping it', async () => {
    const answer = await bupati.send('POST', '/imports/service-cases/preview', {
      form: formWith({ name: 'a.csv', text: 'Nomor Register,SKPD,Aneh,Tgl Diterima\n1,sebulu,?,2026-03-02' }),
    });
    const preview = answer.json as ImportPreview;
    expect(preview.columns.map(({ header, field }) => [header, field])).toEqual([
      ['Nomor Register', 'number'],
      ['SKPD', 'unit'],
      ['Aneh', null],
      ['Tgl Diterima', 'receivedAt'],
    ]);
    expect([preview.missing, preview.headerRow]).toEqual([['layanan'], 1]);
    expect(uploads().filter((name) => name.startsWith('lihat-'))).toEqual([]);
  });

  it('keeps what a file is called apart from where it is put', async () => {
    const names = [
      '../../../etc/passwd',
      '..\\..\\windows\\win.ini',
      '/etc/cron.d/x',
      '..',
      '\u202Egnp.csv',
      `${'n'.repeat(400)}.csv`,
      '💥 “kutip”.csv',
      '<img src=x onerror=alert(1)>.csv',
    ];
    for (const name of names) {
      const result = await finished(
        bupati,
        await bupati.upload(
          'complaints',
          { name, text: 'nomor;unit;diterima\n1;64.02;2026-03-02' },
          { query: '?dryRun=true' },
        ),
      );
      expect(result.status).withContext(name).toBe('succeeded');
      expect(result.fileName)
        .withContext(name)
        .not.toMatch(/[/\\\u0000]/);
      expect(result.fileName.length).withContext(name).toBeLessThanOrEqual(200);
    }
    const unreadable = await bupati.send('POST', '/imports/complaints', {
      form: formWith({ name: 'a\u0000b.csv', text: 'nomor' }),
    });
    expect(unreadable.status).toBe(400);
    // Our own names only, and none of them stays.
    for (const file of uploads()) expect(file).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says what is wrong with a request', async () => {
    const file = { name: 'a.csv', text: 'nomor;unit;layanan;diterima\n1;64.02;kk;2026-03-02' };
    const send = async (path: string, request: Parameters<ApiCaller['send']>[2]) => {
      const answer = await bupati.send('POST', path, request);
      return [answer.status, problemOf(answer).code];
    };
    expect(await send('/imports/tidak-ada', { form: formWith(file) })).toEqual([404, 'dataset-not-found']);
    expect(await send('/imports/service-cases?dry_run=1', { form: formWith(file) })).toEqual([
      400,
      'invalid-request',
    ]);
    expect(await send('/imports/service-cases?dryRun=ya', { form: formWith(file) })).toEqual([
      400,
      'invalid-request',
    ]);
    expect(await send('/imports/service-cases', { body: {} })).toEqual([415, 'file-missing']);
    expect(await send('/imports/service-cases', { form: new FormData() })).toEqual([400, 'file-missing']);
    expect(await send('/imports/service-cases', { form: formWith(file, '{"kolom": 1}') })).toEqual([
      400,
      'mapping-invalid',
    ]);
    expect(await send('/imports/service-cases', { form: formWith(file, '{rusak') })).toEqual([
      400,
      'mapping-invalid',
    ]);
    expect(
      await send('/imports/service-cases', {
        form: formWith(file, { values: { status: { 'a\u0000b': 'selesai' } } }),
      }),
    ).toEqual([400, 'invalid-request']);
    const cut = await send('/imports/service-cases', {
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnomor',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    });
    expect(cut).toEqual([400, 'file-missing']);
    expect(
      await send('/imports/service-cases/preview', { form: formWith({ name: 'a.csv', text: '' }) }),
    ).toEqual([400, 'file-unreadable']);
    expect(uploads().filter((name) => name.startsWith('lihat-'))).toEqual([]);
  });

  it('refuses a file that is announced as too large before it is sent', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(
        `${product.address}/api/v1/imports/service-cases`,
        {
          method: 'POST',
          headers: {
            Cookie: [...bupati.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            'X-XSRF-TOKEN': bupati.cookies.get('XSRF-TOKEN') ?? '',
            'Content-Type': 'multipart/form-data; boundary=x',
            'Content-Length': 600 * 1024 * 1024,
          },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
          request.destroy();
        },
      );
      request.on('error', reject);
      request.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnomor');
    });
    expect(status).toBe(413);
  });

  it('tells of a file that is no table, without loading anything', async () => {
    const bomb = join(product.dataDir, 'bom.xlsx');
    await writeZip(bomb, {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': Buffer.alloc(20_000_000, ' '),
    });
    const result = await finished(
      bupati,
      await bupati.upload('service-cases', { name: 'bom.xlsx', path: bomb }),
    );
    expect([result.status, result.failure]).toEqual([
      'failed',
      jasmine.stringContaining('dimampatkan tidak wajar'),
    ]);
    expect(countsOf(result)).toEqual([0, 0, 0, 0, 0]);
    // The queue goes on.
    const next = await finished(
      bupati,
      await bupati.upload('complaints', { name: 'a.csv', text: 'nomor;unit;diterima\nq-1;64.02;2026-03-02' }),
    );
    expect(next.status).toBe('succeeded');
  });
});

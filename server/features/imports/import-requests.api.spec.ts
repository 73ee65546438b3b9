import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { ImportPreview } from '#contract/imports';
import { formWith, problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import type { TestProduct } from '../../testing/test-product.ts';
import { countsOf, openImportDesk, uploadsOf } from './import-desk.testing.ts';
import { writeZip } from './loading/import-file.testing.ts';

describe('what an import may be asked', () => {
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    ({ product, bupati } = await openImportDesk());
  });
  afterAll(() => product.stop());

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
    expect(uploadsOf(product).filter((name) => name.startsWith('lihat-'))).toEqual([]);
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
      const result = await bupati.importEnded(
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
    for (const file of uploadsOf(product)) expect(file).toMatch(/^[0-9a-f-]{36}$/);
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
    expect(uploadsOf(product).filter((name) => name.startsWith('lihat-'))).toEqual([]);
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
    const result = await bupati.importEnded(
      await bupati.upload('service-cases', { name: 'bom.xlsx', path: bomb }),
    );
    expect([result.status, result.failure]).toEqual([
      'failed',
      jasmine.stringContaining('dimampatkan tidak wajar'),
    ]);
    expect(countsOf(result)).toEqual([0, 0, 0, 0, 0]);
    // The queue goes on.
    const next = await bupati.importEnded(
      await bupati.upload('complaints', { name: 'a.csv', text: 'nomor;unit;diterima\nq-1;64.02;2026-03-02' }),
    );
    expect(next.status).toBe('succeeded');
  });
});

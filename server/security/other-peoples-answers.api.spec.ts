import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '#contract/routes';
import { createLogger } from '../platform/logging/logger.ts';
import type { ApiCaller } from '../testing/api-caller.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../testing/test-product.ts';

describe('answers meant for someone else', () => {
  const TEMPORARY = join(import.meta.dirname, '..', '..', '.tmp');
  const PATH = '/measures/summary?from=2026-02-01&to=2026-02-28';
  let product: TestProduct;
  let folder: string;
  let lines: string[];
  let here: ApiCaller;
  let there: ApiCaller;
  let camat: ApiCaller;

  beforeAll(async () => {
    mkdirSync(TEMPORARY, { recursive: true });
    folder = mkdtempSync(join(TEMPORARY, 'client-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>PANDU</title>');
    lines = [];
    product = await startTestProduct({
      now: '2026-03-17T02:00:00Z',
      answerCacheSize: 50,
      clientDir: folder,
      log: createLogger('trace', { write: (line: string) => void lines.push(line) }),
    });
    for (const [code, zone] of [
      ['64.02', 'Asia/Makassar'],
      ['32.16', 'Asia/Jakarta'],
    ] as const) {
      await product.addKabupaten(code, zone);
      await product.addPerson(`bupati-${code}`, { role: 'bupati', kabupaten: code });
    }
    await product.addPerson('camat', { role: 'camat', kabupaten: '64.02', unit: '64.02.08' });
    await product.load('64.02', 'service-cases', [
      {
        number: '1',
        unit: '64.02.07',
        service: 'kk',
        receivedAt: '2026-02-03T02:00:00Z',
        status: 'diproses',
      },
    ]);
    here = await product.signIn('bupati-64.02');
    there = await product.signIn('bupati-32.16');
    camat = await product.signIn('camat');
  });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true });
  });

  const received = (answer: { json: unknown }) =>
    (answer.json as { volume: { received: number } }).volume.received;

  it('are not given to whoever knows their ETag', async () => {
    const mine = await here.get(PATH);
    expect([mine.status, received(mine)]).toEqual([200, 1]);
    const tag = mine.headers.get('ETag') ?? '';
    for (const other of [there, camat]) {
      const answer = await other.get(PATH, { 'If-None-Match': tag });
      expect([answer.status, received(answer)]).toEqual([200, 0]);
      expect(answer.headers.get('ETag')).not.toBe(tag);
    }
    expect((await product.stranger().get(PATH, { 'If-None-Match': tag })).status).toBe(401);
    expect((await product.stranger().get(PATH, { 'If-None-Match': '*' })).status).toBe(401);
    expect((await here.get(PATH, { 'If-None-Match': tag })).status).toBe(304);
  });

  it('stay in no cache on the way', async () => {
    const paths = ROUTES.filter(({ method, path }) => method === 'get' && !/:|events/.test(path)).map(
      ({ path }) => path,
    );
    expect(paths).toContain('/units');
    for (const path of [
      ...paths,
      PATH,
      '/measures/ikm/series',
      '/datasets/complaints/template',
      '/tidak-ada',
    ]) {
      const { headers } = await here.get(path);
      expect(headers.get('Cache-Control'))
        .withContext(path)
        .toMatch(/no-store|private/);
      expect(headers.get('Cache-Control'))
        .withContext(path)
        .not.toMatch(/public|s-maxage/);
    }
    expect((await here.get(PATH)).headers.get('Vary')).toContain('Cookie');
    const refused = await product.stranger().get(PATH);
    expect(refused.headers.get('Cache-Control')).toBe('no-store');
    const signIn = await product.stranger().post('/session', { username: 'camat', password: TEST_PASSWORD });
    expect(signIn.headers.get('Cache-Control')).toBe('no-store');
  });

  it('are not made to look like a file a cache would keep', async () => {
    for (const path of [
      '/session/x.css',
      '/session.css',
      '/measures/summary.js',
      '/session;a.css',
      '/units/a.png',
      '/session%2fx.css',
    ]) {
      const answer = await here.get(path);
      expect([400, 404]).withContext(path).toContain(answer.status);
      expect(answer.headers.get('Cache-Control')).withContext(path).toBe('no-store');
    }
  });

  it('do not change with headers that caches do not know', async () => {
    const plain = (await here.get(PATH)).text;
    for (const name of [
      'X-Forwarded-Host',
      'X-Original-URL',
      'X-Forwarded-Scheme',
      'X-Rewrite-URL',
      'X-User',
      'X-Kabupaten',
    ])
      expect((await here.get(PATH, { [name]: '32.16' })).text)
        .withContext(name)
        .toBe(plain);
  });

  it('do not lie in files beside the client', async () => {
    for (const path of [
      '/uploads/x',
      '/.data/session-secret',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/....//....//package.json',
      '/%252e%252e/package.json',
      '//etc/passwd',
      '/index.html/../../package.json',
      '/.env',
      '/.git/config',
    ]) {
      const response = await fetch(product.address + path, {
        headers: { Accept: 'text/html' },
        redirect: 'manual',
      });
      const text = await response.text();
      expect(response.status).withContext(path).toBeLessThan(500);
      expect(text)
        .withContext(path)
        .not.toMatch(/"dependencies"|root:x:|\[core\]/);
      expect(response.headers.get('Location')).withContext(path).toBeNull();
    }
  });

  it('and secrets are not in the log', async () => {
    await product.stranger().post('/session', { username: 'camat', password: 'sandi-yang-salah-99' });
    await here.post('/account/password', { current: 'sandi-yang-salah-98', next: 'sandi-yang-baru-97' });
    await here.get('/units', { Authorization: 'Bearer pandu_token-rahasia-96' });
    // A failure deep below, with a value in the database's own message.
    await product.database.owner.raw('alter table users rename column name to nama');
    try {
      const failed = await product
        .stranger()
        .post('/session', { username: 'camat', password: 'sandi-yang-salah-95' });
      expect(failed.status).toBe(500);
      expect(failed.text).not.toMatch(/select|users|column/i);
    } finally {
      await product.database.owner.raw('alter table users rename column nama to name');
    }
    const log = lines.join('');
    expect(log).toContain('unexpected error');
    expect(log).toContain('42703');
    expect(log).not.toMatch(/sandi-yang|token-rahasia|pandu\.sid|select u\.id/);
    const cookie = here.cookies.get('pandu.sid') ?? '-';
    expect(log).not.toContain(cookie.slice(4, 30));
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';

describe('the served client', () => {
  const TEMPORARY = join(import.meta.dirname, '..', '.tmp');
  let product: TestProduct;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(TEMPORARY, { recursive: true });
    folder = mkdtempSync(join(TEMPORARY, 'client-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>PANDU</title>');
    writeFileSync(join(folder, 'main-ABCD1234.js'), `export const words = '${'kata '.repeat(1_000)}';`);
    writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
    writeFileSync(join(folder, 'style-ABCD1234.css'), 'body{}');
    writeFileSync(join(folder, 'style-ABCD1234.css.br'), brotliCompressSync('body{}'));
    writeFileSync(join(TEMPORARY, 'rahasia.txt'), 'isi yang tidak untuk umum');
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z', clientDir: folder });
  });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true });
    rmSync(join(TEMPORARY, 'rahasia.txt'));
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(product.address + path, { headers, redirect: 'manual' });

  it('answers every address of a screen with the page', async () => {
    for (const path of ['/', '/beranda', '/layanan/tepat-waktu?unit=64.02', '/masuk', '/unit/64.02.11']) {
      const response = await get(path, { Accept: 'text/html' });
      expect([response.status, response.headers.get('Cache-Control')])
        .withContext(path)
        .toEqual([200, 'no-cache']);
      expect(await response.text()).toContain('<title>PANDU</title>');
    }
  });

  it('says of files that are not there that they are not', async () => {
    for (const path of ['/main-ZZZZ9999.js', '/favicon.png', '/assets/x.css', '/.env.txt']) {
      const response = await get(path);
      expect([response.status, response.headers.get('Content-Type')])
        .withContext(path)
        .toEqual([404, 'application/problem+json; charset=utf-8']);
    }
    expect((await get('/beranda', { Accept: 'application/json' })).status).toBe(404);
    for (const path of [
      '/..%2Frahasia.txt',
      '/%2e%2e/rahasia.txt',
      '/..%5Crahasia.txt',
      '/%00',
      '/index.html%00.js',
    ]) {
      const response = await get(path, { Accept: 'text/html' });
      expect(response.status).withContext(path).toBeLessThan(500);
      expect(await response.text())
        .withContext(path)
        .not.toContain('tidak untuk umum');
    }
  });

  it('keeps hashed files for ever and asks anew for the others', async () => {
    expect((await get('/main-ABCD1234.js')).headers.get('Cache-Control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/manifest.webmanifest')).headers.get('Cache-Control')).toBe('no-cache');
    expect(
      (await get('/main-ABCD1234.js', { 'Accept-Encoding': 'gzip' })).headers.get('Content-Encoding'),
    ).toBe('gzip');
  });

  it('sends the copy made smaller at build time to browsers that read it', async () => {
    for (const [accepted, encoding] of [
      ['br, gzip', 'br'],
      ['identity', null],
    ] as const) {
      const response = await get('/style-ABCD1234.css', { 'Accept-Encoding': accepted });
      expect(await response.text())
        .withContext(accepted)
        .toBe('body{}');
      const { headers } = response;
      expect([headers.get('Content-Encoding'), headers.get('Content-Type'), headers.get('Cache-Control')])
        .withContext(accepted)
        .toEqual([encoding, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable']);
    }
  });

  it('sends what a page only fetches without the rules for pages, but never lets its type be guessed', async () => {
    const { headers } = await get('/main-ABCD1234.js');
    expect(headers.get('Content-Security-Policy')).toBeNull();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  it('forbids foreign scripts, frames and guesses of content', async () => {
    for (const path of ['/', '/api/v1/session', '/api/docs']) {
      const { headers } = await get(path);
      const policy = Object.fromEntries(
        (headers.get('Content-Security-Policy') ?? '')
          .split(';')
          .map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1).join(' ')]),
      );
      expect(policy)
        .withContext(path)
        .toEqual(
          jasmine.objectContaining({
            'script-src': "'self'",
            'default-src': "'self'",
            'object-src': "'none'",
            'frame-ancestors': "'none'",
            'base-uri': "'self'",
            'form-action': "'self'",
          }),
        );
      expect(policy['upgrade-insecure-requests']).withContext(path).toBeUndefined();
      expect(headers.get('X-Content-Type-Options')).withContext(path).toBe('nosniff');
      expect(headers.get('X-Powered-By')).withContext(path).toBeNull();
      // A kabupaten may serve plain http in its own network.
      expect(headers.get('Strict-Transport-Security')).withContext(path).toBeNull();
    }
  });

  it('is beside a description of the API, and signs of life', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as { openapi: string; paths: object };
    expect([document.openapi, Object.keys(document.paths).length > 15]).toEqual(['3.1.0', true]);
    const docs = await (await get('/api/docs')).text();
    // Made and packed once, and sent only to those who do not have it.
    const address = `${product.address}/api/openapi.json`;
    const packed = await fetch(address);
    const plain = await fetch(address, { headers: { 'Accept-Encoding': 'identity' } });
    expect([packed.headers.get('Content-Encoding'), plain.headers.get('Content-Encoding')]).toEqual([
      'gzip',
      null,
    ]);
    expect(await packed.json()).toEqual(await plain.json());
    const etag = packed.headers.get('ETag') ?? '';
    expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect(docs).toContain('/api/v1/measures/summary');
    // The page must work under its own policy.
    expect(docs).not.toContain('<script');
    expect(await (await get('/health/live')).json()).toEqual({
      status: 'ok',
      version: jasmine.any(String),
    });
    expect((await get('/health/ready')).status).toBe(200);
    // Only with a token.
    expect((await get('/metrics', { Accept: 'text/plain' })).status).toBe(401);
  });
});

import type { ApiCaller } from './testing/api-caller.ts';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';

describe('ETags', () => {
  const KABUPATEN = '64.02';
  const PAST = '/measures/summary?from=2026-02-01&to=2026-02-28';
  const RUNNING = '/measures/summary?from=2026-03-01&to=2026-03-31';
  const NOW = '2026-03-17T02:00:10Z';
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW, answerCacheSize: 3 });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    bupati = await product.signIn('bupati');
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  async function etag(path: string, headers: Record<string, string> = {}, caller = bupati): Promise<string> {
    const answer = await caller.get(path, headers);
    expect(answer.status).toBe(200);
    return answer.headers.get('ETag') ?? '';
  }
  const oneCase = (number: string) =>
    product.load(KABUPATEN, 'service-cases', [
      { number, unit: '64.02.07', service: 'kk', receivedAt: '2026-02-03T02:00:00Z', status: 'diproses' },
    ]);

  it('spare an answer that the caller has', async () => {
    for (const path of [
      PAST,
      RUNNING,
      '/measures/matrix?to=2026-03-01',
      '/measures/trends',
      '/measures/ikm/series',
      '/measures/volume/breakdown?by=service',
    ]) {
      const tag = await etag(path);
      expect(tag).toMatch(/^"[\w-]{27}"$/);
      const again = await bupati.get(path, { 'If-None-Match': tag });
      expect([again.status, again.text, again.headers.get('ETag')])
        .withContext(path)
        .toEqual([304, '', tag]);
      expect((await bupati.get(path, { 'If-None-Match': '"lain"' })).status).toBe(200);
      // What proxies and HTTP libraries may make of it (RFC 9110, section 13.1.2).
      for (const field of [`W/${tag}`, `"lain", ${tag}`, `"lain",W/${tag}`, '*'])
        expect((await bupati.get(path, { 'If-None-Match': field })).status)
          .withContext(field)
          .toBe(304);
      expect(again.headers.get('Cache-Control')).toBe('private, no-cache');
    }
  });

  it('are new with new data, and only then', async () => {
    const before = await etag(PAST);
    expect(await etag(PAST)).toBe(before);
    await oneCase('1');
    const after = await etag(PAST);
    expect(after).not.toBe(before);
    expect((await bupati.get(PAST, { 'If-None-Match': before })).status).toBe(200);
    // The same record again is no new data.
    await oneCase('1');
    expect(await etag(PAST)).toBe(after);
  });

  it('are another’s for another language, query, unit or person', async () => {
    const tags = [
      await etag(PAST),
      await etag(PAST, { 'Accept-Language': 'en' }),
      await etag(`${PAST}&channel=web`),
      await etag(`${PAST}&service=kk`),
      await etag(`${PAST}&unit=64.02.07`),
      await etag(PAST, {}, await product.signIn('camat')),
      await etag('/measures/trends?from=2026-02-01&to=2026-02-28'),
      await etag('/measures/trends?from=2026-02-01&to=2026-02-28&grain=week'),
      await etag('/measures/volume/breakdown?by=unit&from=2026-02-01&to=2026-02-28'),
      await etag('/measures/volume/breakdown?by=channel&from=2026-02-01&to=2026-02-28'),
      await etag('/measures/volume/series?from=2026-02-01&to=2026-02-28'),
      await etag('/measures/volume/series?from=2026-02-01&to=2026-02-28&field=open'),
      await etag('/measures/turnaround/series?from=2026-02-01&to=2026-02-28'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('change with the minute only while the period is not over', async () => {
    const [past, running] = [await etag(PAST), await etag(RUNNING)];
    product.setNow('2026-03-17T02:00:59Z');
    expect([await etag(PAST), await etag(RUNNING)]).toEqual([past, running]);
    product.setNow('2026-03-17T02:01:00Z');
    expect(await etag(PAST)).toBe(past);
    expect(await etag(RUNNING)).not.toBe(running);
    product.setNow('2026-04-01T00:00:00Z');
    const over = await etag(RUNNING);
    product.setNow('2026-04-01T00:05:00Z');
    expect(await etag(RUNNING)).toBe(over);
  });

  it('lead to the same answer, from memory or computed', async () => {
    await oneCase('2');
    const first = await bupati.get(PAST);
    // More answers than are kept push the first one out.
    for (const unit of ['64.02.01', '64.02.02', '64.02.03', '64.02.04'])
      await bupati.get(`${PAST}&unit=${unit}`);
    const computed = await bupati.get(PAST);
    const remembered = await bupati.get(PAST);
    expect([computed.text, remembered.text]).toEqual([first.text, first.text]);
    expect(remembered.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  });
});

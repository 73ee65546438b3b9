import { problemOf, type ApiCaller } from './testing/api-caller.ts';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';

describe('requests that are not right', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;
  let bupati: ApiCaller;
  let camat: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    bupati = await product.signIn('bupati');
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    camat = await product.signIn('camat');
  });
  afterAll(() => product.stop());

  async function refusal(path: string, headers: Record<string, string> = {}) {
    const answer = await bupati.get(path, headers);
    const problem = problemOf(answer);
    return { status: answer.status, code: problem.code, paths: problem.errors.map((error) => error.path) };
  }

  it('are told what they name that is not known', async () => {
    for (const path of [
      '/measures/summary?unti=64.02',
      '/units?a=1',
      '/session?x',
      '/imports?page=2',
      '/measures/volume/series?garin=day',
      '/measures/matrix?service=kk',
    ]) {
      const { status, code, paths } = await refusal(path);
      expect([status, code, paths.length]).withContext(path).toEqual([400, 'invalid-request', 1]);
    }
    expect(await refusal('/measures/summary?from=2026-03-01&dari=x&sampai=y')).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['dari', 'sampai'],
    });
    const body = await bupati.post('/session/role', { role: 'bupati', unit: 'x' });
    expect([body.status, problemOf(body).errors.map((error) => [error.path, error.code])]).toEqual([
      400,
      [['unit', 'unknown-parameter']],
    ]);
  });

  it('are told which value is wrong', async () => {
    expect(await refusal('/measures/summary?from=2026-02-30')).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['from'],
    });
    expect(await refusal('/measures/summary?from=kemarin&to=2026-1-1')).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['from', 'to'],
    });
    expect(await refusal('/measures/volume/series?grain=hour')).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['grain'],
    });
    expect(await refusal('/measures/summary?unit=')).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['unit'],
    });
    expect(await refusal(`/measures/summary?unit=${'x'.repeat(65)}`)).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['unit'],
    });
    expect(await refusal('/measures/summary?unit=64.02&unit=32.16')).toEqual({
      status: 400,
      code: 'invalid-request',
      paths: ['unit'],
    });
    expect((await refusal('/measures/summary?from=2026-03-02&to=2026-03-01')).code).toBe('period-reversed');
    expect((await refusal('/measures/summary?from=1990-01-01&to=2100-12-31')).code).toBe('period-too-long');
    expect((await refusal('/measures/volume/series?from=2020-01-01&to=2026-03-01&grain=day')).code).toBe(
      'too-many-points',
    );
    expect((await refusal('/measures/volume/series?field=score')).code).toBe('field-not-applicable');
    expect((await refusal('/measures/ikm/breakdown?by=channel')).code).toBe('breakdown-not-applicable');
    expect(await refusal('/measures/laba/series')).toEqual({
      status: 404,
      code: 'measure-not-found',
      paths: [],
    });
    expect((await refusal('/measures/__proto__/series')).code).toBe('measure-not-found');
    expect((await refusal('/measures/summary?service=tidak-ada')).code).toBe('service-not-found');
    expect((await refusal('/calendar?from=2026-03-01')).paths).toEqual(['to']);
    expect((await refusal('/calendar?from=2020-01-01&to=2026-03-01')).code).toBe('period-too-long');
  });

  it('are told which days can be asked for', async () => {
    for (const path of [
      '/measures/summary?from=0001-01-01&to=0001-01-31',
      '/measures/summary?to=9999-12-31',
      '/measures/summary?from=1989-12-31&to=1989-12-31',
      '/measures/complaints/series?to=2101-01-01',
      '/complaints?from=0001-01-01',
      '/complaints?to=9999-12-31',
      '/calendar?from=9999-12-01&to=9999-12-31',
    ]) {
      const problem = problemOf(await bupati.get(path));
      expect([problem.status, problem.code]).withContext(path).toEqual([400, 'invalid-request']);
      expect(problem.errors.map(({ message }) => message).join(' '))
        .withContext(path)
        .toContain('harus antara 1990-01-01 dan 2100-12-31');
    }
    const peers = '/measures/complaints/peers';
    expect((await camat.get(`${peers}?from=9999-01-01&to=9999-12-31`)).status).toBe(400);
    for (const year of ['1990', '2100'])
      for (const path of [
        '/measures/summary?',
        '/measures/trends?grain=day&',
        '/measures/complaints/breakdown?by=class&',
        '/measures/matrix?',
        '/complaints?',
      ]) {
        const { status } = await bupati.get(`${path}from=${year}-01-01&to=${year}-12-31`);
        expect(status).withContext(`${path} ${year}`).toBe(200);
      }
    for (const year of ['+275760', '-000001', '0000', '9999']) {
      const place = `${year}-01-01T00:00:00.000Z 0198c0de-0000-7000-8000-000000000000`;
      const cursor = Buffer.from(place).toString('base64url');
      const problem = problemOf(await bupati.get(`/complaints?cursor=${cursor}`));
      expect([problem.status, problem.code]).withContext(year).toEqual([400, 'cursor-invalid']);
    }
  });

  it('are answered in the language of the caller', async () => {
    const say = async (language: string) => {
      const { title, detail } = problemOf(
        await bupati.get('/measures/summary?from=2026-03-02&to=2026-03-01', { 'Accept-Language': language }),
      );
      return `${title}: ${detail}`;
    };
    const indonesian =
      'Permintaan belum benar: Tanggal awal (2 Mar 2026) sesudah tanggal akhir (1 Mar 2026).';
    expect(await say('id')).toBe(indonesian);
    expect(await say('fr')).toBe(indonesian);
    expect(await say('id, en;q=0.9')).toBe(indonesian);
    expect(await say('en-GB, id;q=0.5')).toBe(
      'The request is not right: The first day (2 Mar 2026) is after the last day (1 Mar 2026).',
    );
    const field =
      problemOf(await bupati.get('/measures/summary?from=x', { 'Accept-Language': 'en' })).errors[0]
        ?.message ?? '';
    expect(field).not.toMatch(/tanggal|bukan|tulis/);
    expect(problemOf(await bupati.get('/measures/summary?from=x')).errors[0]?.message).toContain('tanggal');
  });

  it('are answered by a problem, wherever they go', async () => {
    const stranger = product.stranger();
    for (const [method, path, status] of [
      ['GET', '/tidak-ada', 404],
      ['POST', '/units', 404],
      ['PUT', '/measures/summary', 404],
      ['GET', '/imports/x/y/z', 404],
      ['PATCH', '/session', 404],
      ['GET', '/imports/x', 404],
    ] as const) {
      const answer = await bupati.send(method, path);
      expect([answer.status, problemOf(answer).type])
        .withContext(`${method} ${path}`)
        .toEqual([status, 'about:blank']);
      expect(answer.headers.get('Cache-Control')).withContext(path).toBe('no-store');
    }
    const outside = await stranger.get('/api/v2/units');
    expect([outside.status, problemOf(outside).code]).toEqual([404, 'not-found']);
    const broken = await stranger.send('POST', '/session', { body: '{"username": ' });
    expect([broken.status, problemOf(broken).code]).toEqual([400, 'body-not-json']);
    const large = await stranger.send('POST', '/session', {
      body: { username: 'a', password: 'x'.repeat(1_100_000) },
    });
    expect(large.status).toBe(413);
    const wrongShape = await stranger.send('POST', '/session', { body: ['bupati'] });
    expect(wrongShape.status).toBe(400);
    const noBody = await stranger.send('POST', '/session');
    expect(noBody.status).toBe(400);
    const encoding = await stranger.send('POST', '/session', {
      body: '{}',
      headers: { 'Content-Type': 'application/json; charset=aneh' },
    });
    expect([encoding.status, problemOf(encoding).status]).toEqual([415, 415]);
    const compressed = await stranger.send('POST', '/session', {
      body: '{}',
      headers: { 'Content-Encoding': 'aneh' },
    });
    expect(compressed.status).toBe(415);
  });

  it('do no harm with odd characters', async () => {
    const odd = [
      '%00',
      'a%00b',
      '%EF%BF%BF',
      '%F0%9F%91%A9%F0%9F%8F%BD',
      '%E2%80%AE',
      "'; drop table users; --",
      '..%2F..%2Fetc',
      '$%7Bx%7D',
      '*',
      '=64.02',
      '%25',
      '%09',
      'constructor',
    ];
    for (const value of odd) {
      for (const path of [
        `/measures/summary?unit=${value}`,
        `/measures/summary?service=${value}`,
        `/measures/summary?channel=${value}`,
        `/imports/${value}`,
        `/imports/${value}/rejected`,
        `/imports?cursor=${value}`,
        `/measures/${value}/series`,
        `/datasets/${value}/template`,
        `/calendar?from=2026-03-01&to=2026-03-01&unit=${value}`,
        `/measures/turnaround/breakdown?by=service&channel=${value}`,
      ]) {
        const { status } = await bupati.get(path);
        expect([200, 400, 404]).withContext(`${path}: ${status}`).toContain(status);
      }
      const name = decodeURIComponent(value);
      const signIn = await product.stranger().post('/session', { username: name, password: name });
      expect([400, 401]).withContext(name).toContain(signIn.status);
    }
    for (const path of ['/imports/%E0%A4%A', '/measures/%/series', '/imports/%C0%80'])
      expect((await bupati.get(path)).status)
        .withContext(path)
        .toBe(400);
    // A whole channel or service cannot be asked for by the sign the roll-ups use for "all".
    expect((await bupati.get('/measures/summary?service=*')).status).toBe(404);
    expect((await bupati.get('/measures/summary?unit==64.02')).status).toBe(404);
  });
});

import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { Session } from '#contract/session';
import { ApiCaller, problemOf } from '../testing/api-caller.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../testing/test-product.ts';

describe('requests forged on another site or on the way', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z', publicUrl: 'http://pandu.contoh' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson(
      'bupati',
      { role: 'bupati', kabupaten: KABUPATEN },
      { role: 'sekda', kabupaten: KABUPATEN },
    );
    await product.addPerson('admin', { role: 'admin', kabupaten: KABUPATEN });
    bupati = await product.signIn('bupati');
  });
  afterAll(() => product.stop());

  const cookies = (caller: ApiCaller) =>
    [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const roleNow = async () => (await bupati.read<Session>('/session')).user.role;

  /** A request with headers that fetch would not send. */
  function raw(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders,
  ): Promise<{ status: number; text: string; headers: string }> {
    return new Promise((resolve, reject) => {
      const sent = httpRequest(`${product.address}${path}`, { method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            headers: JSON.stringify(response.headers),
          }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  it('change nothing without the XSRF token of this very session', async () => {
    const other = await product.signIn('bupati');
    const foreign = other.cookies.get('XSRF-TOKEN') ?? '';
    for (const token of ['', 'x', foreign, 'undefined', `${bupati.cookies.get('XSRF-TOKEN') ?? ''}x`]) {
      const answer = await bupati.send('POST', '/session/role', {
        body: { role: 'sekda' },
        xsrf: false,
        headers: { 'X-XSRF-TOKEN': token },
      });
      expect([answer.status, problemOf(answer).code])
        .withContext(token)
        .toEqual([403, 'xsrf-missing']);
    }
    // A cookie that an attacker plants beside a header of the same value is not the session's.
    const planted = new ApiCaller(product.address);
    for (const [name, value] of bupati.cookies) planted.cookies.set(name, value);
    planted.cookies.set('XSRF-TOKEN', 'dipilih-penyerang');
    const answer = await planted.post('/session/role', { role: 'sekda' });
    expect([answer.status, await roleNow()]).toEqual([403, 'bupati']);
  });

  it('cannot be a form of another site', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      const posted = await fetch(`${product.address}/api/v1/session/role`, {
        method: 'POST',
        headers: { 'Content-Type': type, Cookie: cookies(bupati) },
        body: '{"role":"sekda"}',
      });
      expect(posted.status).withContext(type).toBe(403);
      // Nor sign somebody in unknowingly: JSON in disguise is not read as JSON.
      const signIn = await fetch(`${product.address}/api/v1/session`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: JSON.stringify({ username: 'admin', password: TEST_PASSWORD }),
      });
      expect([signIn.status, signIn.headers.getSetCookie()]).withContext(type).toEqual([400, []]);
    }
    const told = await product.stranger().send('POST', '/session', {
      body: { username: 'admin', password: TEST_PASSWORD },
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect([told.status, told.headers.getSetCookie()]).toEqual([403, []]);
    expect(await roleNow()).toBe('bupati');
  });

  it('cannot be read by another origin', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await fetch(`${product.address}/api/v1/session`, {
        method,
        headers: {
          Cookie: cookies(bupati),
          Origin: 'https://evil.example',
          'Access-Control-Request-Method': 'DELETE',
        },
      });
      expect(answer.headers.get('Access-Control-Allow-Origin')).withContext(method).toBeNull();
      expect(answer.headers.get('Cross-Origin-Resource-Policy')).withContext(method).toBe('same-origin');
    }
  });

  it('have the method they have, whatever a header says', async () => {
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      expect((await bupati.get('/session', { [name]: 'DELETE' })).status)
        .withContext(name)
        .toBe(200);
      expect((await bupati.get('/session', { [name]: 'DELETE' })).status)
        .withContext(name)
        .toBe(200);
    }
    expect((await bupati.get('/session?_method=DELETE')).status).toBe(400);
    expect((await bupati.get('/session')).status).toBe(200);
    for (const method of ['TRACE', 'PROPFIND'])
      expect([400, 404, 405])
        .withContext(method)
        .toContain((await raw(method, '/api/v1/session', {})).status);
  });

  it('make no link and no redirect from the host they name', async () => {
    for (const path of [
      '/api/v1/session/hint',
      '/api/v1/session/sso',
      '/api/v1/session/sso/callback?code=x',
      '/api/openapi.json',
      '/api/docs',
    ]) {
      for (const headers of [
        { Host: 'evil.example' },
        { Host: 'pandu.contoh', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
        { Host: 'pandu.contoh', 'X-Original-URL': '/evil.example', 'X-Rewrite-URL': '/evil.example' },
      ]) {
        const answer = await raw('GET', path, headers);
        expect(answer.text + answer.headers)
          .withContext(path)
          .not.toContain('evil.example');
      }
    }
    const admin = await product.signIn('admin');
    const link = await fetch(`${product.address}/api/v1/users/bupati/link`, {
      method: 'POST',
      headers: {
        Cookie: cookies(admin),
        'X-XSRF-TOKEN': admin.cookies.get('XSRF-TOKEN') ?? '',
        'X-Forwarded-Host': 'evil.example',
      },
    });
    expect(await link.text()).not.toContain('evil.example');
  });

  it('bring no session along: a known id is exchanged at sign-in, an invented one is not taken up', async () => {
    const invented = new ApiCaller(product.address);
    invented.cookies.set('pandu.sid', 's%3Adipilih-penyerang.AAAA');
    expect((await invented.get('/session/hint')).headers.getSetCookie()).toEqual([]);
    const signedIn = await invented.post('/session', { username: 'bupati', password: TEST_PASSWORD });
    expect([signedIn.status, signedIn.text]).toEqual([200, jasmine.any(String)]);
    const taken = invented.cookies.get('pandu.sid') ?? '';
    expect(taken).not.toContain('dipilih-penyerang');
    // Signing in once more in the same browser ends the session before.
    const before = new ApiCaller(product.address);
    for (const [name, value] of invented.cookies) before.cookies.set(name, value);
    await invented.post('/session', { username: 'bupati', password: TEST_PASSWORD });
    expect(invented.cookies.get('pandu.sid')).not.toBe(taken);
    expect((await before.get('/session')).status).toBe(401);
    // An id in the address is no session.
    const { value } = { value: invented.cookies.get('pandu.sid') ?? '' };
    expect([400, 401]).toContain((await product.stranger().get(`/session?pandu.sid=${value}`)).status);
  });
});

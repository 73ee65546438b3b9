import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createLogger } from '../platform/logging/logger.ts';
import { TEST_PASSWORD, startTestProduct, type TestProduct } from '../testing/test-product.ts';

interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A call as the proxy sends it on. */
function call(
  address: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    const sent = httpRequest(
      `${address}${path}`,
      {
        method: options.method ?? 'GET',
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...options.headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('behind a proxy with https', () => {
  let product: TestProduct;
  const HTTPS = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.9' };

  beforeAll(async () => {
    product = await startTestProduct({
      now: '2026-03-17T02:00:00Z',
      publicUrl: 'https://pandu.contoh',
      trustProxy: 1,
    });
    await product.addKabupaten('64.02', 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: '64.02' });
    await product.addPerson('camat', { role: 'camat', kabupaten: '64.02', unit: '64.02.07' });
  });
  afterAll(() => product.stop());

  const signIn = (username: string, headers: Record<string, string> = HTTPS) =>
    call(product.address, '/api/v1/session', {
      method: 'POST',
      headers,
      body: { username, password: TEST_PASSWORD },
    });

  it('cookies travel by https alone and belong to this host', async () => {
    const answer = await signIn('bupati');
    expect(answer.status).toBe(200);
    const cookies = answer.headers['set-cookie'] ?? [];
    const session = cookies.find((cookie) => cookie.startsWith('__Host-pandu.sid=')) ?? '';
    for (const part of ['; Secure', '; HttpOnly', '; SameSite=Lax', '; Path=/'])
      expect(session).withContext(session).toContain(part);
    expect(session).not.toContain('Domain=');
    expect(cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))).toContain('; Secure');
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    expect(
      (await call(product.address, '/api/v1/session', { headers: { ...HTTPS, Cookie: cookie } })).status,
    ).toBe(200);
  });

  it('tells browsers to stay with https', async () => {
    for (const path of ['/api/v1/session', '/health/live', '/api/docs']) {
      const { headers } = await call(product.address, path, { headers: HTTPS });
      expect(headers['strict-transport-security'])
        .withContext(path)
        .toMatch(/^max-age=63072000/);
      if (!path.startsWith('/api/v1/'))
        expect(headers['permissions-policy']).withContext(path).toContain('camera=()');
      expect(headers['cross-origin-opener-policy']).withContext(path).toBe('same-origin');
    }
  });

  it('takes no password over plain http', async () => {
    for (const headers of [{}, { 'X-Forwarded-Proto': 'http' }]) {
      const answer = await signIn('bupati', headers);
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
      expect(answer.text).toContain('https://pandu.contoh');
    }
    // Signs of life are asked for by machines inside.
    expect((await call(product.address, '/health/live')).status).toBe(200);
  });

  it('takes the address from the proxy, not from what the caller wrote before it', async () => {
    const cookie = ((await signIn('camat')).headers['set-cookie'] ?? [])
      .map((each) => each.split(';')[0])
      .join('; ');
    const before = await addresses();
    const refused = await call(product.address, '/api/v1/measures/summary?unit=64.02.08', {
      headers: { ...HTTPS, 'X-Forwarded-For': '198.51.100.1, 203.0.113.77', Cookie: cookie },
    });
    expect(refused.status).toBe(404);
    expect((await addresses()).slice(before.length)).toEqual(['203.0.113.77']);
  });

  async function addresses(): Promise<(string | undefined)[]> {
    const rows: { personal: Buffer | null }[] = await product.database
      .owner('audit_entries')
      .select('personal')
      .where({ kabupaten_code: '64.02', action: 'akses-ditolak' })
      .orderBy('sequence');
    const opened = await product.audit.openPersonal(
      product.database.owner,
      rows.map((row) => row.personal),
    );
    return opened.map((values) => values.actor?.['address']);
  }
});

describe('without a trusted proxy', () => {
  const log = createLogger('silent');
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct({
      log,
      now: '2026-03-17T02:00:00Z',
      rateLimits: { address: 5, reads: 600, writes: 120, exports: 30, streams: 20 },
    });
  });
  afterAll(() => product.stop());

  it('nobody gets a fresh allowance by inventing addresses, and the operator is told once', async () => {
    const warned = spyOn(log, 'warn');
    await call(product.address, '/health/live');
    expect(warned).not.toHaveBeenCalled();
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const headers = { 'X-Forwarded-For': `198.51.100.${index}`, 'X-Real-IP': `198.51.100.${index}` };
      statuses.push((await call(product.address, '/api/v1/session/hint', { headers })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    expect(warned).toHaveBeenCalledOnceWith(jasmine.stringContaining('PANDU_TRUST_PROXY is not set'));
  });

  it('says nothing of https, which a kabupaten may not have', async () => {
    const { headers } = await call(product.address, '/health/live', {
      headers: { 'X-Forwarded-Proto': 'https' },
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

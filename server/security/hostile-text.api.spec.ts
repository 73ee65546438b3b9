import { gzipSync } from 'node:zlib';
import type { Role } from '#domain/permissions';
import { formWith, problemOf, type ApiCaller } from '../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../testing/test-product.ts';

interface OpenApiOperation {
  readonly operationId: string;
  readonly 'x-roles': readonly Role[];
  readonly parameters: readonly { name: string; in: 'path' | 'query'; schema: JsonSchema }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: JsonSchema }>> };
}
interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

/** SQL, LIKE patterns, line ends for headers, paths, objects of JavaScript, formulas, characters without a place. */
const HOSTILE = [
  `'`,
  `"`,
  `' or '1'='1`,
  `'; drop table complaints; --`,
  `') union select password_hash from users --`,
  `1; select pg_sleep(5)`,
  `64.02' and pg_sleep(5) is null --`,
  '%',
  '%\\',
  'a\r\nSet-Cookie: pandu.sid=x',
  'a\nX-Injected: ya',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '__proto__',
  'constructor',
  '=cmd|calc!A1',
  '\u202e\u0000',
  '\ud83d',
  'x'.repeat(3_000),
];

/** Something the schema accepts, as far as a schema says. */
function acceptable(schema: JsonSchema): unknown {
  const choice = schema.anyOf?.[0];
  if (choice) return acceptable(choice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, each]) => [name, acceptable(each)]),
    );
  if (schema.type === 'array') return schema.items ? [acceptable(schema.items)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  const formats: Readonly<Record<string, string>> = {
    date: '2026-03-17',
    email: 'orang@contoh.id',
    uuid: '0198c0de-0000-7000-8000-000000000000',
  };
  return formats[schema.format ?? ''] ?? 'sembarang-1';
}

describe('hostile text', () => {
  const KABUPATEN = '64.02';
  const ROLES_TRIED: readonly Role[] = ['bupati', 'inspektorat', 'diskominfo', 'admin', 'camat'];
  let product: TestProduct;
  let document: OpenApi;
  const callers = new Map<Role, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    for (const role of ROLES_TRIED) {
      await product.addPerson(role, { role, kabupaten: KABUPATEN, unit: '64.02.07' });
      callers.set(role, await product.signIn(role));
    }
    document = (await product.stranger().get('/api/openapi.json')).json as OpenApi;
  });
  afterAll(() => product.stop());

  function callerFor(operation: OpenApiOperation): ApiCaller {
    const role = ROLES_TRIED.find((each) => operation['x-roles'].includes(each));
    return (role && callers.get(role)) ?? product.stranger();
  }

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    );

  /** The path with every parameter filled in, one of them by the text. */
  const pathWith = (path: string, name: string, text: string): string =>
    path.replace(/\{(\w+)\}/g, (_whole, each: string) =>
      encodeURIComponent(each === name ? wellFormed(text) : '0198c0de-0000-7000-8000-000000000000'),
    );
  /** Half a surrogate pair has no place in an address. */
  const wellFormed = (text: string) => text.toWellFormed();

  async function count(): Promise<unknown> {
    const result: { rows: unknown[] } = await product.database.owner.raw(
      `select (select count(*) from users) as users, (select count(*) from posts) as posts,
              (select count(*) from units) as units, (select count(*) from kabupaten) as kabupaten,
              (select count(*) from api_tokens) as tokens, to_regclass('complaints')::text as complaints`,
    );
    return result.rows[0];
  }

  it('in any parameter of any route is refused or finds nothing, at once', async () => {
    const before = await count();
    let tried = 0;
    for (const { path, method, operation } of operations()) {
      if (['readEvents', 'deleteSession'].includes(operation.operationId)) continue;
      for (const parameter of operation.parameters) {
        for (const text of HOSTILE) {
          const caller = callerFor(operation);
          const address =
            parameter.in === 'path'
              ? pathWith(path, parameter.name, text)
              : `${pathWith(path, '', '')}?${parameter.name}=${encodeURIComponent(wellFormed(text))}`;
          const started = performance.now();
          const answer = await caller.send(method, address).catch((error: unknown) => {
            throw new Error(`${method} ${address.slice(0, 300)}`, { cause: error });
          });
          tried += 1;
          const context = `${method} ${path} ${parameter.name}=${JSON.stringify(text.slice(0, 40))}: ${answer.text.slice(0, 200)}`;
          expect(answer.status).withContext(context).toBeLessThan(500);
          if (text.includes('pg_sleep'))
            expect(performance.now() - started)
              .withContext(context)
              .toBeLessThan(4_900);
          expect(answer.headers.get('X-Injected')).withContext(context).toBeNull();
          expect(answer.text)
            .withContext(context)
            .not.toMatch(/Kabupaten 32\.16|\$argon2|root:x:0/);
        }
      }
    }
    expect(tried).toBeGreaterThan(1_000);
    expect(await count()).toEqual(before);
    console.log(`hostile text: ${tried} parameters tried`);
  }, 300_000);

  it('in any field of any body is refused or harmless', async () => {
    let tried = 0;
    for (const { path, method, operation } of operations()) {
      const schema = operation.requestBody?.content['application/json']?.schema;
      if (!schema || operation.operationId === 'createSession') continue;
      for (const variant of schema.anyOf ?? [schema]) {
        const whole = acceptable(variant) as Readonly<Record<string, unknown>>;
        for (const field of Object.keys(variant.properties ?? {})) {
          for (const text of HOSTILE) {
            // All else is right, so that the text gets as far as it can.
            const answer = await callerFor(operation).send(method, pathWith(path, '', ''), {
              body: { ...whole, [field]: text },
            });
            tried += 1;
            expect(answer.status)
              .withContext(
                `${method} ${path} ${field}=${JSON.stringify(text.slice(0, 40))}: ${answer.text.slice(0, 200)}`,
              )
              .toBeLessThan(500);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(300);
    expect(await count()).toEqual(jasmine.objectContaining({ complaints: 'complaints' }) as unknown);
    // Who was there is there still, and can work.
    for (const caller of callers.values()) expect((await caller.get('/session')).status).toBe(200);
  }, 300_000);

  it('does not reach the prototype of anything', async () => {
    const bupati = callers.get('bupati') ?? product.stranger();
    for (const body of [
      '{"role":"bupati","__proto__":{"isAdmin":true}}',
      '{"__proto__":{"role":"bupati"}}',
      '{"constructor":{"prototype":{"isAdmin":true}},"role":"bupati"}',
      '{"role":"__proto__"}',
    ]) {
      const answer = await bupati.send('POST', '/session/role', { body });
      expect(answer.status).withContext(body).toBe(400);
    }
    const mapping =
      '{"columns":{"__proto__":"x"},"values":{"__proto__":{"polluted":"ya"}},"constants":{"__proto__":"y"}}';
    const upload = await bupati.send('POST', '/imports/complaints/preview', {
      form: formWith({ name: 'a.csv', text: 'nomor;unit;diterima\n1;64.02;2026-03-02' }, mapping),
    });
    expect(upload.status).toBeLessThan(500);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await bupati.get('/measures/summary?__proto__[x]=1')).status).toBe(400);
    expect((await bupati.get('/session')).status).toBe(200);
  });

  it('in the name of a file makes no header of its own, and in its cells no formula', async () => {
    const bupati = callers.get('bupati') ?? product.stranger();
    const formulas = ['=HYPERLINK("http://evil.example")', '+cmd|calc', '-2+3+cmd|x', '@SUM(A1)', '\t=1+1'];
    const text = [
      'nomor;unit;layanan;diterima',
      ...formulas.map((cell) => `"${cell.replaceAll('"', '""')}";64.02;kk;bukan tanggal`),
    ].join('\n');
    const id = await bupati.upload('service-cases', { name: 'a"\r\nX-Injected: ya\r\n\r\n<b>.csv', text });
    let status = 'queued';
    while (status === 'queued' || status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ({ status } = await bupati.read<{ status: string }>(`/imports/${id}`));
    }
    const answer = await bupati.get(`/imports/${id}/rejected`);
    expect([answer.status, answer.headers.get('X-Injected')]).toEqual([200, null]);
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="ditolak\.csv"; filename\*=UTF-8''[^\r\n";]+$/,
    );
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const cells = answer.text
      .split('\r\n')
      .slice(1)
      .filter((line) => line !== '');
    expect(cells.length).toBe(formulas.length);
    for (const line of cells) expect(line).toMatch(/^"?'[=+\-@\t]/);
  });

  it('fills no memory: bodies, addresses and headers have an end', async () => {
    const bupati = callers.get('bupati') ?? product.stranger();
    const large = await bupati.send('POST', '/session/role', { body: { role: 'x'.repeat(1_100_000) } });
    expect([large.status, problemOf(large).code]).toEqual([413, 'body-too-large']);
    const nested = await bupati.send('POST', '/session/role', {
      body: `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    });
    expect(nested.status).toBe(400);
    const packed = await fetch(`${product.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' },
      body: new Uint8Array(gzipSync(Buffer.alloc(50_000_000, ' '))),
    });
    expect(packed.status).toBe(413);
    const long = await bupati.get(`/measures/summary?unit=${'x'.repeat(8_000)}`);
    expect([long.status, problemOf(long).code]).toEqual([414, 'address-too-long']);
    const headers = await fetch(`${product.address}/health/live`, {
      headers: { 'X-Long': 'x'.repeat(20_000) },
    });
    expect(headers.status).toBe(431);
  });
});

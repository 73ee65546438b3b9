import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import express from 'express';
import { createWebServer } from '../platform/http/web-server.ts';
import { limitBodyTime, limitStreamTime } from '../platform/http/request-limits.ts';
import { problemOf, type ApiCaller } from '../testing/api-caller.ts';
import { EventListener } from '../testing/event-listener.ts';
import { startTestProduct, type TestProduct } from '../testing/test-product.ts';
import { until } from '../testing/until.ts';

describe('too many calls', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({
      now: '2026-03-17T02:00:00Z',
      rateLimits: { address: 10_000, reads: 8, writes: 3, exports: 2, streams: 2 },
    });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    for (const name of ['satu', 'dua', 'tiga', 'empat', 'lima'])
      await product.addPerson(name, { role: 'bupati', kabupaten: KABUPATEN });
  });
  afterAll(() => product.stop());

  async function statuses(caller: ApiCaller, count: number, path: string, method = 'GET'): Promise<number[]> {
    const found: number[] = [];
    for (let index = 0; index < count; index += 1)
      found.push(
        (await caller.send(method, path, method === 'GET' ? {} : { body: { role: 'bupati' } })).status,
      );
    return found;
  }

  it('of one account are held back for the rest of the minute, and those of others are not', async () => {
    const [one, other] = [await product.signIn('satu'), await product.signIn('dua')];
    expect(await statuses(one, 10, '/units')).toEqual([...Array<number>(8).fill(200), 429, 429]);
    const refused = await one.get('/services');
    expect([refused.status, problemOf(refused).code, refused.headers.get('Retry-After')]).toEqual([
      429,
      'too-many-calls',
      '60',
    ]);
    // Another session of the same account shares its allowance; another account has its own.
    expect(await statuses(await product.signIn('satu'), 1, '/units')).toEqual([429]);
    expect(await statuses(other, 1, '/units')).toEqual([200]);
  });

  it('count without the XSRF token too, so that refusals do not fill the audit trail', async () => {
    await product.addPerson('enam', { role: 'bupati', kabupaten: KABUPATEN });
    const caller = await product.signIn('enam');
    const found: number[] = [];
    for (let index = 0; index < 5; index += 1)
      found.push((await caller.send('DELETE', '/session', { xsrf: false })).status);
    expect(found).toEqual([403, 403, 403, 429, 429]);
  });

  it('are counted by what they cost', async () => {
    const caller = await product.signIn('tiga');
    expect(await statuses(caller, 4, '/session/role', 'POST')).toEqual([200, 200, 200, 429]);
    expect(await statuses(caller, 3, '/datasets/complaints/template')).toEqual([200, 200, 429]);
    // The router reads addresses in any case and with a slash at the end; so does the limit.
    expect(await statuses(caller, 1, '/Datasets/complaints/template/')).toEqual([429]);
    expect(await statuses(caller, 1, '/units')).toEqual([200]);
  });

  it('have a ceiling for streams that are open at a time', async () => {
    const caller = await product.signIn('empat');
    const streams = [
      await EventListener.open(product.address, caller),
      await EventListener.open(product.address, caller),
    ];
    await expectAsync(EventListener.open(product.address, caller)).toBeRejectedWithError('event stream: 429');
    const other = await EventListener.open(product.address, await product.signIn('lima'));
    await other.close();
    await streams[0]?.close();
    await until(async () => {
      try {
        streams[0] = await EventListener.open(product.address, caller);
        return true;
      } catch {
        return false;
      }
    });
    expect(streams.length).toBe(2);
    for (const stream of streams) await stream.close();
  });
});

describe('streams that nobody looks after', () => {
  it('end by themselves, so that the browser has to show its session again', async () => {
    const app = express();
    app.get('/stream', (_request, response) => {
      response.write(': ada\n\n');
      limitStreamTime(response, 100);
    });
    const server = createWebServer(app);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/stream`);
    expect(await response.text()).toBe(': ada\n\n');
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
});

describe('slow senders', () => {
  it('are cut while they send headers, and while they send a body', async () => {
    const app = express();
    app.use(limitBodyTime(200));
    app.use(express.json());
    app.use((_request, response) => void response.json({ ok: true }));
    const server = createWebServer(app, { headers: 200, request: 60_000, check: 50 });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      const headers = await drip(port, 'GET / HTTP/1.1\r\nHost: a\r\n', 'X-a: b\r\n');
      expect(headers.milliseconds).toBeLessThan(2_000);
      expect(headers.text).toContain('408');
      const body = await drip(
        port,
        'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
        ' ',
      );
      expect(body.milliseconds).toBeLessThan(2_000);
      expect(body.text).toContain('408 Request Timeout');
      expect(body.text).toContain('body-too-slow');
      // Whoever sends at once is served.
      const quick = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect(quick.status).toBe(200);
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });

  it('would hold a server without that patience', async () => {
    // The same drip against a server that waits: so the specification above can fail.
    const open = new Set<Socket>();
    const server = createServer((socket) => void open.add(socket.on('error', () => undefined)));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { milliseconds } = await drip(port, 'GET / HTTP/1.1\r\n', 'X-a: b\r\n', 700);
    expect(milliseconds).toBeGreaterThanOrEqual(650);
    for (const socket of open) socket.destroy();
    await new Promise((done) => server.close(done));
  });
});

/** Sends a beginning and then a little every 20 ms, until the other side ends it or `most` milliseconds are over. */
function drip(
  port: number,
  start: string,
  more: string,
  most = 5_000,
): Promise<{ text: string; milliseconds: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(start));
    const timer = setInterval(() => {
      if (performance.now() - began > most) socket.destroy();
      else if (socket.writable) socket.write(more);
    }, 20);
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ text, milliseconds: performance.now() - began });
    });
  });
}

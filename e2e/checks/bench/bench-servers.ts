import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compose, type Composition } from '../../../server/compose.ts';
import { clockAt } from '../../../server/platform/clock.ts';
import { BenchClient } from './http-client.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Everything that a measurement leaves behind. */
export const FOLDER = join(ROOT, '.tmp', 'bench');
export const PASSWORD = 'tolok-ukur-kecepatan';

/** The present of the servers that are measured: two days after the last record, so that months are judged up to it. */
const PRESENT = Date.parse('2026-01-02T02:00:00Z');

export interface Served {
  readonly origin: string;
  /** Moves the server's clock on by a minute: answers about the present are computed anew. */
  tick(): void;
  stop(): Promise<void>;
}

/** Serves the product from this process, over a database that is there already. */
export async function serve(url: string, answerCacheSize: number): Promise<Served> {
  let now = PRESENT;
  const product: Composition = await compose({
    url,
    dataDir: join(FOLDER, 'data'),
    clientDir: null,
    sessionSecret: 'tolok-ukur',
    demo: false,
    rateLimits: null,
    answerCacheSize,
    clock: (zone) => clockAt(new Date(now), zone),
    extraRoutes: (router, database) => {
      router.get('/bench/select-1', async (_request, response) => {
        await database.raw('select 1');
        response.json({ ok: true });
      });
    },
  });
  const server: Server = createServer(product.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    tick: () => void (now += 60_000),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await product.stop();
    },
  };
}

/** Starts the product as an operator does, as a process of its own. */
export async function startProduct(
  dataDir: string,
): Promise<{ origin: string; pid: number; stop(): Promise<void> }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child: ChildProcess = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), PANDU_DATA_DIR: dataDir, PANDU_DEMO: '0' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (child.exitCode !== null) throw new Error('the product did not start');
    if (
      await fetch(`${origin}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      return {
        origin,
        pid: child.pid ?? 0,
        stop: async () => {
          child.kill('SIGTERM');
          if (child.exitCode === null) await once(child, 'exit');
        },
      };
    }
    await wait(100);
  }
  child.kill('SIGTERM');
  throw new Error('the product was not ready in ten minutes');
}

/** A signed-in Bupati of a kabupaten. */
export async function client(origin: string, code: string, connections = 1): Promise<BenchClient> {
  const made = new BenchClient(origin, connections);
  await made.signIn(`bupati.${code}`, PASSWORD);
  return made;
}

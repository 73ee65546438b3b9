import { createServer } from 'node:net';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startNode, stopChild } from './runner/children.ts';

const READY_LIMIT_MS = 5 * 60_000;
const DATA_FOLDER = resolve(import.meta.dirname, '../.tmp/journeys');
const DEMO_PASSWORD = 'perjalanan-uji-2026';

/** A running product with its demo data. */
export interface TestedProduct {
  /** Such as `http://127.0.0.1:41234`, without a slash at the end. */
  readonly address: string;
  /** The password of every demo account (`bupati`, `camat.sebulu`, …). */
  readonly password: string;
}

/** Hands the running product to the journeys, which run in a process of their own. */
export function productEnvironment({ address, password }: TestedProduct): Record<string, string> {
  return { PANDU_TEST_ADDRESS: address, PANDU_TEST_PASSWORD: password, PANDU_TEST_DATA_DIR: DATA_FOLDER };
}

/**
 * The product that the test run started.
 *
 * @throws when there is none: journeys are run with `npm test -- --only journeys`
 */
export function testedProduct(environment: NodeJS.ProcessEnv = process.env): TestedProduct {
  const address = environment['PANDU_TEST_ADDRESS'];
  const password = environment['PANDU_TEST_PASSWORD'];
  if (address === undefined || password === undefined) {
    throw new Error('No product to test: run the journeys with npm test -- --only journeys.');
  }
  return { address, password };
}

/**
 * Starts the product as `npm start` does, on a free port, with a fresh database and the demo data.
 *
 * @throws when it ends or is not ready within five minutes
 */
export async function startProduct(): Promise<TestedProduct & { stop(): Promise<void> }> {
  await rm(DATA_FOLDER, { recursive: true, force: true });
  const port = await freePort();
  const child = startNode(['server/main.ts'], 'inherit', {
    PORT: String(port),
    PANDU_DATA_DIR: DATA_FOLDER,
    PANDU_DEMO: '1',
    PANDU_DEMO_PASSWORD: DEMO_PASSWORD,
  });
  let ended = false;
  child.once('close', () => {
    ended = true;
  });
  const address = `http://127.0.0.1:${port}`;
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await isReady(address))) {
    if (ended || Date.now() > until) {
      await stopChild(child);
      throw new Error(
        ended ? 'The product ended before it was ready.' : 'The product was not ready in time.',
      );
    }
    await wait(250);
  }
  return { address, password: DEMO_PASSWORD, stop: () => stopChild(child) };
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('The machine gave no port.');
  return address.port;
}

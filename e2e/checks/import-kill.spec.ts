import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportResult } from '#contract/imports';
import { ROLLUP_FAMILIES } from '../../server/commands/loaders.ts';
import { verifyRollups } from '../../server/platform/database/rollups/verify-rollups.repository.ts';
import { ApiCaller } from '../../server/testing/api-caller.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../../server/testing/test-product.ts';
import { startNode } from '../runner/children.ts';

/**
 * A product that is killed while it imports leaves all of the file or nothing of it, and takes the import up again by
 * itself when it is next started.
 */
describe('a product killed during an import', () => {
  const ROWS = 200_000;
  const KILLS = 10;
  const MINUTES = 60_000;

  let setup: TestProduct;
  let file: string;
  const children = new Set<ChildProcess>();

  beforeAll(async () => {
    setup = await startTestProduct({ now: '2026-06-30T02:00:00Z' });
    await setup.addPerson('pembuka', { role: 'admin' });
    file = join(setup.dataDir, 'besar.csv');
    const stream = createWriteStream(file);
    stream.write('nomor;unit;layanan;kanal;diterima;selesai\n');
    for (let row = 0; row < ROWS; row += 1) {
      const day = `2026-0${1 + (row % 5)}-${String(1 + (row % 28)).padStart(2, '0')}`;
      stream.write(`${row};unit-${row % 7};kk;tatap-muka;${day} 08:15;${day} 1${row % 6}:00\n`);
    }
    await new Promise<void>((done) => stream.end(done));
  }, MINUTES);
  afterAll(async () => {
    for (const child of children) await kill(child);
    await setup.stop();
  });

  async function start(): Promise<{ child: ChildProcess; address: string }> {
    const child = startNode([join(import.meta.dirname, 'product-process.ts')], 'pipe', {
      DATABASE_URL: setup.database.url,
      PANDU_DATA_DIR: setup.dataDir,
    });
    children.add(child);
    child.stderr?.pipe(process.stderr);
    if (!child.stdout) throw new Error('no output to read the port from');
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^port (\d+)$/.exec(line)?.[1];
      if (port !== undefined) return { child, address: `http://127.0.0.1:${port}` };
    }
    throw new Error('The product ended before it listened.');
  }

  async function kill(child: ChildProcess): Promise<void> {
    children.delete(child);
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async function signedIn(address: string, username: string): Promise<ApiCaller> {
    const caller = new ApiCaller(address);
    const answer = await caller.post('/session', { username, password: TEST_PASSWORD });
    if (answer.status !== 200) throw new Error(answer.text);
    return caller;
  }

  /** Records, and records counted in the roll-ups, at one moment. */
  async function counted(code: string): Promise<string> {
    const { rows } = await setup.database.owner.raw<{
      rows: { records: number; rolled_up: number; status: string | null }[];
    }>(
      `select (select count(*) from service_cases where kabupaten_code = :code) as records,
              (select coalesce(sum(received), 0) from service_rollups
                where kabupaten_code = :code and unit_code = :code and service_code = '*' and channel = '*' and grain = 'y') as rolled_up,
              (select status from imports where kabupaten_code = :code) as status`,
      { code },
    );
    const [now] = rows;
    return `${now?.records} ${now?.rolled_up} ${now?.status === 'succeeded' ? 'succeeded' : 'unfinished'}`;
  }

  const NOTHING = '0 0 unfinished';
  const ALL = `${ROWS} ${ROWS} succeeded`;

  /** Waits until the import has ended; at every look all of it is there, or nothing. */
  async function succeeded(code: string): Promise<void> {
    for (const until = Date.now() + 2 * MINUTES; ; await wait(100)) {
      const state = await counted(code);
      if (state === ALL) return;
      expect(state).toBe(NOTHING);
      if (state !== NOTHING || Date.now() > until)
        throw new Error(`The import of ${code} stays at: ${state}`);
    }
  }

  /** Waits until the import has ended, one way or the other. */
  async function ended(caller: ApiCaller, id: string): Promise<ImportResult> {
    for (const until = Date.now() + 2 * MINUTES; Date.now() < until; await wait(100)) {
      const result = await caller.read<ImportResult>(`/imports/${id}`);
      if (result.status === 'failed' || result.status === 'succeeded') return result;
    }
    throw new Error('The import did not end.');
  }

  it(
    `leaves all or nothing at ${KILLS} moments, and recovers by itself`,
    async () => {
      const upload = async (address: string, code: string) => {
        const caller = await signedIn(address, code);
        return caller.upload(
          'service-cases',
          { name: 'besar.csv', path: file },
          { mapping: { createMissing: ['unit'] } },
        );
      };
      let kabupaten = 0;
      const nextKabupaten = async () => {
        const code = `bunuh-${(kabupaten += 1)}`;
        await setup.addKabupaten(code, 'Asia/Makassar');
        await setup.addPerson(code, { role: 'bupati', kabupaten: code });
        return code;
      };

      let product = await start();
      const undisturbed = await nextKabupaten();
      const begun = performance.now();
      await upload(product.address, undisturbed);
      await succeeded(undisturbed);
      const whole = performance.now() - begun;

      // One moment in each tenth of a whole run, and a little beyond its end; in any order.
      const moments = Array.from(
        { length: KILLS },
        (_, tenth) => ((tenth + randomInt(1_000) / 1_000) / KILLS) * whole * 1.1,
      );
      const outcomes: string[] = [];
      /** Kills the product after the next moment, and answers what was left. */
      const killLater = async (code: string): Promise<string> => {
        const [moment = 0] = moments.splice(randomInt(moments.length), 1);
        await wait(moment);
        await kill(product.child);
        const left = await counted(code);
        expect([NOTHING, ALL])
          .withContext(`killed after ${Math.round(moment)} of ${Math.round(whole)} ms`)
          .toContain(left);
        outcomes.push(`${Math.round((100 * moment) / whole)} % ${left === ALL ? 'all' : 'nothing'}`);
        return left;
      };

      for (let round = 0; moments.length > 0; round += 1) {
        const code = await nextKabupaten();
        const id = await upload(product.address, code);
        let left = await killLater(code);
        product = await start();
        // Every other time it is killed once more, while it does again what it was at.
        if (round % 2 === 1 && moments.length > 0 && left === NOTHING) {
          left = await killLater(code);
          product = await start();
          if (left === NOTHING) {
            // A file that ended the product twice is not tried a third time, unless it had not begun the second time.
            const { status, failure } = await ended(await signedIn(product.address, code), id);
            if (status === 'failed') expect(failure).toContain('tidak ada baris yang masuk');
            expect(await counted(code)).toBe(status === 'failed' ? NOTHING : ALL);
            continue;
          }
        }
        await succeeded(code);
        const result = await (await signedIn(product.address, code)).read<ImportResult>(`/imports/${id}`);
        expect([result.status, result.rowsInserted, result.rowsRejected, result.failure]).toEqual([
          'succeeded',
          ROWS,
          0,
          null,
        ]);
      }
      console.log(`killed imports: ${outcomes.join(', ')} of ${Math.round(whole)} ms`);
      await kill(product.child);
      expect(await verifyRollups(setup.database.application, ROLLUP_FAMILIES)).toEqual([]);
    },
    10 * MINUTES,
  );
});

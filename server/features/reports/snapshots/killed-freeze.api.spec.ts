import type { FreezeRun, SnapshotList, SnapshotReproduction } from '#contract/reports/snapshots';
import { problemOf, type ApiCaller } from '../../../testing/api-caller.ts';
import { FOR_ANOTHER_PROCESS_MS, KilledProcesses } from '../../../testing/killed-process.ts';
import type { TestProduct } from '../../../testing/test-product.ts';
import { KABUPATEN, NOW, startSnapshotProduct } from './snapshots.testing.ts';
import { until } from '../../../testing/until.ts';

/** The kabupaten and its seven kecamatan. */
const UNITS = 8;
const MARCH = { from_on: '2026-03-01' };
const FEBRUARY = { from_on: '2026-02-01' };

describe('freezing figures in a process that is killed', () => {
  let product: TestProduct;
  let as: (username: string) => ApiCaller;
  let processes: KilledProcesses;

  beforeAll(async () => {
    ({ product, as } = await startSnapshotProduct({ takesJobs: false, rounds: false }));
    processes = new KilledProcesses(product, NOW);
  });
  afterEach(() => processes.stop());
  afterAll(() => product.stop());

  const table = (name: string) => product.database.owner(name).where({ kabupaten_code: KABUPATEN });
  const count = async (name: string, where: object = {}): Promise<number> =>
    (await table(name).where(where).pluck('kabupaten_code')).length;
  const frozenEntries = (): Promise<number> => count('audit_entries', { action: 'figures-frozen' });
  const runOf = ({ id }: FreezeRun): Promise<FreezeRun> => as('sekda').read(`/snapshots/runs/${id}`);

  /** Waits for the end; `seen` are the numbers of units that were told meanwhile. */
  async function ended(run: FreezeRun): Promise<{ run: FreezeRun; seen: number[] }> {
    const seen: number[] = [];
    let now = run;
    await until(async () => {
      now = await runOf(run);
      seen.push(now.done);
      return now.state !== 'running';
    }, FOR_ANOTHER_PROCESS_MS);
    return { run: now, seen };
  }

  it('begins once for two who press at the same time, goes on in the next process, and doubles nothing', async () => {
    const before = await frozenEntries();
    const answers = await Promise.all(
      ['sekda', 'organisasi'].map((username) =>
        as(username).post('/snapshots', { grain: 'month', from: '2026-03-01' }),
      ),
    );
    const taken = answers.find(({ status }) => status === 202);
    const refused = answers.find(({ status }) => status === 409);
    const run = taken?.json as FreezeRun;
    expect(refused && problemOf(refused).detail).toBe(
      `Angka sedang ditetapkan oleh ${run.by}. Tunggu sampai selesai, lalu coba lagi bila masih perlu.`,
    );

    // Three units are computed, the fourth is on its way.
    await processes.killAt('snapshot_drafts', 'insert', 'new.place = 3');
    expect(await runOf(run)).toEqual(jasmine.objectContaining({ state: 'running', done: 3, total: UNITS }));
    expect(await count('snapshots', MARCH)).toBe(0);

    processes.start();
    const end = await ended(run);
    expect([end.run.state, end.run.frozen, end.run.problem]).toEqual(['done', UNITS, null]);
    expect(Math.min(...end.seen)).toBe(3);
    expect(await count('snapshots', MARCH)).toBe(UNITS);
    expect(new Set(await table('snapshots').where(MARCH).pluck<string[]>('freeze_id')).size).toBe(1);
    for (const left of ['snapshot_drafts', 'snapshot_draft_contents']) expect(await count(left)).toBe(0);
    expect(await table('snapshot_runs').where(MARCH).select('attempts', 'address')).toEqual([
      { attempts: 2, address: null },
    ]);
    const { items } = await as('bupati').read<SnapshotList>('/snapshots');
    const code = items.find(({ from }) => from === '2026-03-01')?.code ?? '';
    expect(await as('bupati').read<SnapshotReproduction>(`/snapshots/${code}/reproduction`)).toEqual(
      jasmine.objectContaining({ intact: true, same: true }),
    );

    // As a process leaves it that died after the figures were kept, and before it could say so.
    const job = () =>
      product.database.owner('pgboss.job').where({ name: 'freeze-figures', singleton_key: run.id });
    await until(
      async () => (await job().pluck<string[]>('state'))[0] === 'completed',
      FOR_ANOTHER_PROCESS_MS,
    );
    await product.database.owner.raw(
      `update pgboss.job set state = 'active', completed_on = null, started_on = now() - interval '40 seconds',
              heartbeat_on = now() - interval '30 seconds' where name = 'freeze-figures' and singleton_key = ?`,
      [run.id],
    );
    await until(
      async () => (await job().pluck<string[]>('state'))[0] === 'completed',
      FOR_ANOTHER_PROCESS_MS,
    );
    expect(await count('snapshots', MARCH)).toBe(UNITS);
    expect(await frozenEntries()).toBe(before + 1);
  }, 240_000);

  it('leaves nothing of what it was writing, and need not compute it again', async () => {
    const before = await frozenEntries();
    const answer = await as('sekda').post('/snapshots', { grain: 'month', from: '2026-02-01' });
    const run = answer.json as FreezeRun;
    // Some snapshots are written, in a transaction that never ends.
    await processes.killAt('snapshots', 'insert', `new.unit_code = 'tabang'`);
    expect(await runOf(run)).toEqual(jasmine.objectContaining({ state: 'running', done: UNITS }));
    expect(await count('snapshots', FEBRUARY)).toBe(0);
    expect(await count('snapshot_drafts')).toBe(UNITS);
    const drafted = await table('snapshot_draft_contents').pluck<string[]>('hash');

    processes.start();
    expect((await ended(run)).run).toEqual(jasmine.objectContaining({ state: 'done', frozen: UNITS }));
    expect(await count('snapshots', FEBRUARY)).toBe(UNITS);
    const codes = await table('snapshots').where(FEBRUARY).pluck<string[]>('code');
    const kept = await table('snapshot_contents').whereIn('snapshot_code', codes).pluck<string[]>('hash');
    expect(kept.toSorted()).toEqual(drafted.toSorted());
    expect(await frozenEntries()).toBe(before + 1);
  }, 240_000);
});

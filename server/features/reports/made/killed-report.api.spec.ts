import type { MadeReport } from '#contract/reports/made-reports';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { FOR_ANOTHER_PROCESS_MS, KilledProcesses } from '../../../testing/killed-process.ts';
import type { TestProduct } from '../../../testing/test-product.ts';
import { KABUPATEN, NOW, SEBULU, startSnapshotProduct } from '../snapshots/snapshots.testing.ts';
import { until } from '../../../testing/until.ts';

describe('a report that is made in a process that is killed', () => {
  let product: TestProduct;
  let bupati: ApiCaller;
  let processes: KilledProcesses;

  beforeAll(async () => {
    const started = await startSnapshotProduct({ takesJobs: false, rounds: false });
    product = started.product;
    bupati = started.as('bupati');
    processes = new KilledProcesses(product, NOW);
  });
  afterAll(async () => {
    await processes.stop();
    await product.stop();
  });

  it('is made by the next, once, with its whole file and one notice', async () => {
    const { owner } = product.database;
    await bupati.post('/made-reports', {
      report: 'laporan-kinerja',
      unit: SEBULU,
      grain: 'month',
      from: '2026-03-01',
      format: 'pdf',
    });
    const listed = async () => (await bupati.read<{ items: MadeReport[] }>('/made-reports')).items;
    // The file is drawn, and about to be stored.
    await processes.killAt('made_reports', 'update', `new.state = 'done'`);
    expect(await listed()).toEqual([
      jasmine.objectContaining({ state: 'running', progress: 95, bytes: null, fileName: null }),
    ]);
    expect((await bupati.get(`/made-reports/${(await listed())[0]?.id ?? ''}/file`)).status).toBe(404);

    processes.start();
    await until(async () => (await listed())[0]?.state !== 'running', FOR_ANOTHER_PROCESS_MS);
    const [made, ...more] = await listed();
    expect(more).toEqual([]);
    expect([made?.state, made?.progress]).toEqual(['done', 100]);
    const rows = await owner('made_reports').select<{ content: Buffer; bytes: number }[]>('content', 'bytes');
    expect(rows.length).toBe(1);
    expect(rows[0]?.content.length).toBe(rows[0]?.bytes ?? 0);
    expect(rows[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(rows[0]?.content.subarray(-8).toString()).toContain('%%EOF');
    const notices = await owner('notices').where({ kabupaten_code: KABUPATEN, kind: 'made-report-ready' });
    expect(notices.length).toBe(1);
  }, 240_000);
});

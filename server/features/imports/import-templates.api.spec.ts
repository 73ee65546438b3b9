import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATASETS, type DatasetName } from '#contract/imports';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

interface OfferedDataset {
  readonly name: DatasetName;
  readonly loadable: boolean;
}

describe('the datasets on offer', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;
  let bupati: ApiCaller;
  let camat: ApiCaller;
  let organisasi: ApiCaller;
  let bkpsdm: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-06-30T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
    await product.addPerson('bkpsdm', { role: 'bkpsdm', kabupaten: KABUPATEN });
    [bupati, camat, organisasi, bkpsdm] = [
      await product.signIn('bupati'),
      await product.signIn('camat'),
      await product.signIn('organisasi'),
      await product.signIn('bkpsdm'),
    ];
  });
  afterAll(() => product.stop());

  it('say which of them a person may load', async () => {
    const withheld = async (caller: ApiCaller) =>
      (await caller.read<{ items: OfferedDataset[] }>('/datasets')).items
        .filter(({ loadable }) => !loadable)
        .map(({ name }) => name);
    expect(await withheld(organisasi)).toEqual(['staff']);
    const offered = (await bkpsdm.read<{ items: OfferedDataset[] }>('/datasets')).items;
    expect(offered.filter(({ loadable }) => loadable).map(({ name }) => name)).toEqual(['staff']);
    expect(await withheld(bupati)).toEqual([
      'service-standards',
      'calendar',
      'targets',
      'boundaries',
      'pilot-milestones',
      'staff',
    ]);
    expect(await withheld(camat)).toEqual([
      'units',
      'services',
      'service-standards',
      'calendar',
      'targets',
      'boundaries',
      'pilot-milestones',
      'staff',
    ]);
  });

  // Boundaries come as GeoJSON, which has no template.
  it('hand out a template that can be loaded as it is', async () => {
    // Stages and pauses are of a case that must be there.
    const known = await bupati.upload('service-cases', {
      name: 'a.csv',
      text: 'nomor;unit;layanan;diterima\n474/001/2026;64.02.07;kk;2026-03-17 08:05',
    });
    expect((await bupati.importEnded(known)).rowsInserted).toBe(1);
    for (const dataset of DATASETS.filter((name) => name !== 'boundaries')) {
      const ofOrganisasi = ['service-standards', 'calendar', 'targets', 'pilot-milestones'];
      const loader = dataset === 'staff' ? bkpsdm : ofOrganisasi.includes(dataset) ? organisasi : bupati;
      const response = await fetch(`${product.address}/api/v1/datasets/${dataset}/template`, {
        headers: { Cookie: [...bupati.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      const path = join(product.dataDir, `${dataset}.xlsx`);
      writeFileSync(path, Buffer.from(await response.arrayBuffer()));
      const mapping = ['complaints', 'survey-responses', 'service-cases'].includes(dataset)
        ? { createMissing: ['unit', 'service', 'channel'] }
        : undefined;
      const result = await loader.importEnded(
        await loader.upload(dataset, { name: 'contoh.xlsx', path }, { query: '?dryRun=true', mapping }),
      );
      expect([result.failure, result.rowsRead, result.rowsRejected, result.errors])
        .withContext(dataset)
        .toEqual([null, 1, 0, []]);
    }
  });
});

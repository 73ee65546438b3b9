import { RENEWAL, ROLLUP_FAMILIES } from '../../../commands/loaders.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { renewRollups } from './renew-rollups.repository.ts';
import { ROLLUPS_VERSION } from './rollups-version.ts';
import { verifyRollups } from './verify-rollups.repository.ts';

describe('roll-ups of an earlier version', () => {
  const OLD = 'lama';
  const NEW = 'baru';
  let product: TestProduct;
  let told: string[] = [];

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-15T02:00:00Z' });
    for (const code of [OLD, NEW]) {
      await product.addKabupaten(code, 'Asia/Makassar');
      await product.load(code, 'service-cases', [
        {
          number: '1',
          unit: code,
          service: 'kk',
          receivedAt: '2026-03-02T02:00:00Z',
          completedAt: '2026-03-12T04:00:00Z',
          status: 'selesai',
          preparedOnline: true,
          // Completed on Thursday the 12th, and recorded on Monday.
          recordedAt: '2026-03-16T02:00:00Z',
        },
      ]);
    }
  });
  beforeEach(() => (told = []));
  afterAll(() => product.stop());

  const renew = () => renewRollups(product.database.application, RENEWAL, (line) => told.push(line));
  const versions = async (code: string) =>
    (await product.database
      .owner('data_versions')
      .where({ kabupaten_code: code })
      .first('version', 'rollups_version', 'committed_at')) as {
      version: number;
      rollups_version: number;
      committed_at: Date;
    };
  const differing = async () =>
    (await verifyRollups(product.database.application, ROLLUP_FAMILIES)).map((line) => line.split(' ')[0]);

  it('are made anew at the start, those of other kabupaten are left', async () => {
    const { owner } = product.database;
    // As a database of the version before has it: the columns are there, and empty.
    await owner('service_rollups').update({ prepared_known: 0, prepared_online: 0, late_completed: 0 });
    await owner('service_cases').update({ late_entry: false });
    await owner('service_rollups').update({ late_entries: 0 });
    await owner('data_versions').where({ kabupaten_code: OLD }).update({ rollups_version: 1 });
    expect((await differing()).toSorted()).toEqual([`${NEW}:`, `${OLD}:`]);
    const before = await versions(OLD);

    expect(await renew()).toEqual([OLD]);
    expect(told).toEqual([`Menghitung ulang rekapitulasi Kabupaten ${OLD} menurut definisi terbaru …`]);
    expect(await differing()).toEqual([`${NEW}:`]);
    const late = owner('service_cases').where({ late_entry: true });
    expect(await late.pluck('kabupaten_code')).toEqual([OLD]);
    const after = await versions(OLD);
    expect(after.rollups_version).toBe(ROLLUPS_VERSION);
    expect(after.version).toBe(before.version + 1);
    expect(after.committed_at).toEqual(before.committed_at);
  });

  it('are those of today in a new kabupaten, and nothing is done twice', async () => {
    expect((await versions(NEW)).rollups_version).toBe(ROLLUPS_VERSION);
    await renew();
    told = [];
    expect(await renew()).toEqual([]);
    expect(told).toEqual([]);
  });
});

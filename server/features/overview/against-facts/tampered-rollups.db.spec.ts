import { RENEWAL, ROLLUP_FAMILIES } from '../../../commands/loaders.ts';
import { renewRollups } from '../../../platform/database/rollups/renew-rollups.repository.ts';
import { verifyRollups } from '../../../platform/database/rollups/verify-rollups.repository.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

/** A count of each family; `received` where none is named. */
const COLUMNS: Readonly<Record<string, string>> = {
  survey_rollups: 'u3',
  step_rollups: 'completed',
  pause_rollups: 'pauses',
};

describe('roll-ups', () => {
  const CODE = 'acak-ubah';
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T03:17:42Z' });
    await product.addKabupaten(CODE, 'Asia/Jakarta');
  });
  afterAll(() => product.stop());

  it('are found out when a row was tampered with or is gone', async () => {
    const { application, owner } = product.database;
    const record = { unit: CODE, service: 'kk', number: '1', receivedAt: '2026-03-02T02:00:00Z' };
    await product.load(CODE, 'service-cases', [
      { ...record, completedAt: '2026-03-02T04:00:00Z', status: 'selesai' },
    ]);
    await product.load(CODE, 'complaints', [{ ...record, status: 'diterima' }]);
    await product.load(CODE, 'survey-responses', [
      {
        ...record,
        instrument: 'permenpanrb-14-2017',
        date: '2026-03-02',
        ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`u${index + 1}`, 3])),
      },
    ]);
    // How such facts are loaded is another spec's matter.
    await owner.raw(`insert into case_steps (kabupaten_code, id, unit_code, number, step, step_unit, started_at, completed_at, completed_on, service_code, official_seconds)
      values ('${CODE}', gen_random_uuid(), '${CODE}', '1', 'verifikasi', '${CODE}', '2026-03-02T02:00Z', '2026-03-02T03:00Z', '2026-03-02', 'kk', 3600)`);
    await owner.raw(`insert into case_pauses (kabupaten_code, id, unit_code, number, started_at, started_on, ended_at, reason, service_code, working_seconds)
      values ('${CODE}', gen_random_uuid(), '${CODE}', '1', '2026-03-02T02:00Z', '2026-03-02', '2026-03-02T03:00Z', 'berkas-kurang', 'kk', 3600)`);
    await owner('data_versions').where({ kabupaten_code: CODE }).update({ rollups_version: 1 });
    expect(await renewRollups(application, RENEWAL, () => undefined)).toContain(CODE);
    const differing = async () =>
      (await verifyRollups(application, ROLLUP_FAMILIES)).map((line) =>
        line.split(' ').slice(0, 2).join(' '),
      );
    expect(await differing()).toEqual([]);
    for (const { table } of ROLLUP_FAMILIES) {
      const column = COLUMNS[table] ?? 'received';
      for (const grain of ['d', 'm', 'y']) {
        const where = `where kabupaten_code = '${CODE}' and grain = '${grain}' and service_code = '*'`;
        await owner.raw(`update ${table} set ${column} = ${column} + 1 ${where}`);
        expect(await differing())
          .withContext(`${table} ${grain}`)
          .toEqual([`${CODE}: ${table}`]);
        await owner.raw(`update ${table} set ${column} = ${column} - 1 ${where}`);
      }
    }
    await owner.raw(
      `update service_rollups set duration_keys = duration_keys[2:] where kabupaten_code = '${CODE}' and grain = 'y'`,
    );
    await owner.raw(`delete from complaint_rollups where kabupaten_code = '${CODE}' and grain = 'm'`);
    expect(await differing()).toEqual([`${CODE}: service_rollups`, `${CODE}: complaint_rollups`]);
  });
});

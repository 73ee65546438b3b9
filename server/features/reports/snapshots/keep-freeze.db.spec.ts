import { commandActor } from '../../../platform/audit/audit-entry.ts';
import { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import type { FreezeOrder } from './freeze-order.ts';
import { keepFreeze } from './snapshots.repository.ts';

const KABUPATEN = 'contoh-simpan';
const NOW = '2026-04-14T10:00:00+08:00';

describe('keeping what was computed', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
  });
  afterAll(() => product.stop());

  const order: FreezeOrder = {
    kabupaten: { code: KABUPATEN, name: 'Contoh Simpan' },
    grain: 'month',
    period: { from: '2026-03-01', to: '2026-03-31' },
    reason: null,
    clock: { now: NOW, today: '2026-04-14', zone: 'Asia/Makassar' },
    actor: commandActor('uji'),
    post: { id: null, title: 'Sekretaris Daerah' },
    demo: false,
    language: 'id',
    claim: { kabupatenCode: KABUPATEN, id: '01a203a7-8c10-7645-aebc-61daf0253156', attempt: 1 },
  };
  const versionNow = async (): Promise<number> => {
    const row = await product.database
      .owner<{ kabupaten_code: string; version: string }>('data_versions')
      .where({ kabupaten_code: KABUPATEN })
      .first('version');
    return Number(row?.version ?? NaN);
  };

  it('is refused when records came meanwhile: the figures would be those of no data version', async () => {
    const computedAt = await versionNow();
    await product.load(KABUPATEN, 'units', [
      {
        code: 'baru',
        name: 'Kecamatan Baru',
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      },
    ]);
    const audit = new AuditLog('rahasia-untuk-uji');
    const keep = (version: number) => keepFreeze(product.database.application, audit, order, version);
    expect(await versionNow()).toBeGreaterThan(computedAt);
    expect(await keep(computedAt)).toBeNull();
    // At the version that holds, nothing was computed: there is nothing to keep, which is another answer.
    expect(await keep(await versionNow())).toBe(0);
  });
});

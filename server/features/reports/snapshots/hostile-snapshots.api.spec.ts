import type { Snapshot, SnapshotComparison, SnapshotList } from '#contract/reports/snapshots';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import type { TestProduct } from '../../../testing/test-product.ts';
import { caseOf, freeze, KABUPATEN, SEBULU, startSnapshotProduct, TENGGARONG } from './snapshots.testing.ts';

const MARCH_BODY = { grain: 'month', from: '2026-03-01' };
const REASON = 'berkas Maret dikoreksi';

describe('frozen figures and what nobody may learn from them', () => {
  let product: TestProduct;
  let as: (username: string) => ApiCaller;

  beforeAll(async () => {
    ({ product, as } = await startSnapshotProduct());
    await freeze(as('sekda'), MARCH_BODY);
    await product.load(
      KABUPATEN,
      'complaints',
      [SEBULU, TENGGARONG].map((unit) => ({
        number: `rahasia-${unit}`,
        unit,
        channel: 'whatsapp',
        class: 'berkadar-pengawasan',
        receivedAt: '2026-03-20T01:00:00Z',
        status: 'diterima',
      })),
    );
  });
  afterAll(() => product.stop());

  const codesOf = async (username: string, unit: string): Promise<string[]> =>
    (await as(username).read<SnapshotList>(`/snapshots?unit=${unit}`)).items.map(({ code }) => code);
  const complaintsOf = async (username: string, code: string): Promise<number | null | undefined> =>
    (await as(username).read<Snapshot>(`/snapshots/${code}`)).content.summary.complaints.received;

  it('are not corrected for a complaint of suspected abuse alone: that would tell that there is one', async () => {
    const [code = ''] = await codesOf('camat-tenggarong', TENGGARONG);
    const run = await freeze(as('sekda'), { ...MARCH_BODY, reason: REASON });
    expect([run.state, run.frozen]).toEqual(['failed', null]);
    expect(await codesOf('camat-tenggarong', TENGGARONG)).toEqual([code]);
    const camat = await as('camat-tenggarong').read<SnapshotComparison>(`/snapshots/${code}/comparison`);
    expect([camat.differences, camat.records.map(({ added }) => added)]).toEqual([[], [0, 0, 0]]);
    // Who reads them sees them beside what was frozen.
    const inspektorat = await as('inspektorat').read<SnapshotComparison>(`/snapshots/${code}/comparison`);
    expect(inspektorat.differences.length).toBeGreaterThan(0);
  });

  it('hold such a complaint for its readers once the unit is corrected for another reason', async () => {
    const [before = ''] = await codesOf('inspektorat', SEBULU);
    const counted = (await complaintsOf('inspektorat', before)) ?? 0;
    await product.load(KABUPATEN, 'service-cases', [
      caseOf('susulan-1', SEBULU, 'kk', Date.parse('2026-03-21T01:00:00Z'), 1),
    ]);
    const run = await freeze(as('sekda'), { ...MARCH_BODY, reason: REASON });
    expect(run.state).toBe('done');
    const [after = ''] = await codesOf('inspektorat', SEBULU);
    expect(after).not.toBe(before);
    expect(await complaintsOf('inspektorat', after)).toBe(counted + 1);
    expect(await complaintsOf('camat-sebulu', after)).toBe(await complaintsOf('camat-sebulu', before));
    // Nothing was corrected next door.
    expect((await codesOf('camat-tenggarong', TENGGARONG)).length).toBe(1);
  });
});

import type { ProfileTally } from '#domain/ikm/respondent-profile';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { unitDaysOf } from '../../platform/database/unit-days.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { tallyRespondents } from './survey-records.queries.ts';

const KABUPATEN = 'contoh-responden';
const OTHER = 'contoh-responden-lain';
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const NEW = 'permenpanrb-14-2017';
const OLD = 'kep-25-2004';

describe('the tally of who answered a survey', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-20T10:00:00+08:00', rounds: false });
    for (const code of [KABUPATEN, OTHER]) {
      await product.addKabupaten(code, 'Asia/Makassar');
      await product.load(
        code,
        'units',
        ['a', 'b'].map((unit) => ({
          code: unit,
          name: `Unit ${unit}`,
          kind: 'kecamatan',
          parentCode: code,
          validFrom: null,
          validTo: null,
          predecessorCode: null,
        })),
      );
      await product.load(code, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    }
    let number = 0;
    const form = (unit: string, date: string, who: object, instrument = NEW) => ({
      number: `form-${(number += 1)}`,
      unit,
      service: 'kk',
      instrument,
      date,
      ...Object.fromEntries(
        Array.from({ length: instrument === NEW ? 9 : 14 }, (_, unsur) => [`u${unsur + 1}`, 3]),
      ),
      ...who,
    });
    await product.load(KABUPATEN, 'survey-responses', [
      // The first and the last day of March count, the days around it do not.
      form('a', '2026-03-01', { sex: 'P', education: 'SMA' }),
      form('a', '2026-03-31', { sex: 'P', education: 'SMA' }),
      form('a', '2026-02-28', { sex: 'P', education: 'SMA' }),
      form('a', '2026-04-01', { sex: 'P', education: 'SMA' }),
      // One alone, one who wrote nothing, and one of the questionnaire before: no score is made of the last.
      form('a', '2026-03-10', { sex: 'L', education: 'S1' }),
      form('a', '2026-03-10', {}),
      form('a', '2026-03-10', { sex: 'L', education: 'SD' }, OLD),
      form('b', '2026-03-10', { sex: 'L', education: 'SMP' }),
    ]);
    await product.load(OTHER, 'survey-responses', [form('a', '2026-03-10', { sex: 'L', education: 'S2' })]);
  });
  afterAll(() => product.stop());

  /** As `sex education count`, whatever their order. */
  const tallyOf = (unit: string, period: typeof MARCH | null = MARCH, newestOnly = true) =>
    readInScope(product.database.application, { kabupatenCode: KABUPATEN }, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const tallies = await tallyRespondents(transaction, {
        unitDays: unitDaysOf(units, unit, false),
        service: null,
        period,
        newestOnly,
      });
      return tallies
        .map(({ sex, education, count }: ProfileTally) => `${sex} ${education} ${count}`)
        .toSorted();
    });

  it('counts the forms of the period that a score is made of, each with what it says', async () => {
    expect(await tallyOf('a')).toEqual(['L S1 1', 'P SMA 2', 'null null 1']);
  });

  it('adds the units below, and nothing of another kabupaten', async () => {
    expect(await tallyOf(KABUPATEN)).toEqual(['L S1 1', 'L SMP 1', 'P SMA 2', 'null null 1']);
  });

  it('counts all forms where neither a period nor the newest questionnaire is asked for', async () => {
    expect(await tallyOf('a', null, false)).toEqual(['L S1 1', 'L SD 1', 'P SMA 4', 'null null 1']);
  });
});

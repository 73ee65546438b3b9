import { randomInt } from 'node:crypto';
import { COMPLAINT_COUNTS } from '#contract/complaints';
import { CASE_COUNTS } from '#contract/service-cases';
import { Dice } from './features/overview/against-facts/random-facts.testing.ts';
import { RandomKabupaten } from './features/overview/against-facts/random-kabupaten.testing.ts';
import type { ApiCaller } from './testing/api-caller.ts';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';

/** A block of figures, or an item of a breakdown. */
type Block = Readonly<Record<string, unknown>>;
interface Breakdown {
  readonly items: readonly (Block & { readonly key: string })[];
  readonly total: Block;
}
interface List {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

/** Counts that stand in no block of the summary: `dueMissed` is what remains, `dueSoon` comes before any number. */
const NOT_TOLD = ['turnaround.dueSoon', 'complaints.inTime', 'complaints.invalid', 'complaints.unanswered'];
/** Of the whole register, whatever the period: nothing in a block to be compared with. */
const BACKLOG = ['complaints.backlog', 'complaints.backlogOverdue'];

/** Each count of the contract, with the list of its records. */
const WALKED = [
  ...CASE_COUNTS.map((count) => ({ count, list: '/service-cases', by: ['service', 'channel'] })),
  ...COMPLAINT_COUNTS.map((count) => ({ count, list: '/complaints', by: ['service', 'channel'] })),
  { count: 'ikm.respondents', list: '/survey-responses', by: ['service'] },
].filter(({ count }) => !NOT_TOLD.includes(count) && !BACKLOG.includes(count));

/**
 * From the kabupaten by unit, service and channel down to the records: on every level the items add up to the total,
 * and the list is exactly as long as the number.
 */
describe('the walk from a number to its records', () => {
  const SEED = randomInt(2 ** 31);
  const CODE = 'jalan';
  /** Friday 10 April 2026, 11.17 WITA. */
  const NOW = '2026-04-10T03:17:42Z';
  const PERIODS = {
    'a past month': 'from=2026-02-01&to=2026-02-28',
    'the running month': 'from=2026-04-01&to=2026-04-10',
    'days ahead': 'from=2026-03-20&to=2026-05-31',
  };
  let product: TestProduct;
  let inspector: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    const kabupaten = await RandomKabupaten.open({
      product,
      dice: new Dice(SEED),
      code: CODE,
      zone: 'Asia/Makassar',
      from: '2026-01-20',
      now: NOW,
    });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: CODE });
    await kabupaten.load('0', { cases: 500, complaints: 250, responses: 200 });
    inspector = await product.signIn('inspektur');
  });
  afterAll(() => product.stop());

  const breakdownOf = (measure: string, by: string, query: string): Promise<Breakdown> =>
    inspector.read<Breakdown>(`/measures/${measure}/breakdown?by=${by}&${query}`);

  /** The number of a count in a block; `undefined` when the block does not tell it. */
  function numberIn(block: Block, count: string): number | undefined {
    const [, field = ''] = count.split('.');
    const told = (name: string): number | undefined => {
      const value = block[name];
      return typeof value === 'number' ? value : undefined;
    };
    if (field !== 'dueMissed') return told(field);
    const [due, met] = [told('due'), told('dueMet')];
    return due === undefined || met === undefined ? undefined : due - met;
  }

  /** Says the place and the seed when a list is not as long as its number. */
  async function expectList(path: string, count: string, query: string, number: number): Promise<void> {
    const { items, total } = await inspector.read<List>(`${path}?count=${count}&limit=200&${query}`);
    const place = `${path}?count=${count}&${query} (seed ${SEED})`;
    expect(total).withContext(place).toBe(number);
    expect(new Set(items.map(({ id }) => id)).size)
      .withContext(place)
      .toBe(Math.min(number, 200));
  }

  for (const [name, period] of Object.entries(PERIODS)) {
    for (const measure of ['volume', 'turnaround', 'complaints', 'ikm']) {
      const walked = WALKED.filter(({ count }) => count.startsWith(`${measure}.`));

      it(`leads through ${name} for every count of ${measure}`, async () => {
        let longest = 0;
        const byUnit = await breakdownOf(measure, 'unit', `unit=${CODE}&${period}`);
        for (const { count, list, by } of walked) {
          const whole = numberIn(byUnit.total, count);
          expect(whole).withContext(`${count} is told`).toBeDefined();
          longest = Math.max(longest, whole ?? 0);
          await expectList(list, count, `unit=${CODE}&${period}`, whole ?? 0);
          await walkUnit(count, list, by, CODE, whole ?? 0, byUnit);
        }
        expect(longest).withContext('records to walk to').toBeGreaterThan(0);
      });

      const walkUnit = async (
        count: string,
        list: string,
        by: readonly string[],
        unit: string,
        whole: number,
        units: Breakdown,
      ): Promise<void> => {
        // Forms of two instruments are not added up: a unit may have been asked by the older one alone.
        if (measure !== 'ikm') expectSum(units, count, whole, unit);
        for (const item of units.items) {
          const number = numberIn(item, count) ?? 0;
          if (item.key === 'self') {
            await expectList(list, count, `unit=${unit}&self=true&${period}`, number);
            continue;
          }
          await expectList(list, count, `unit=${item.key}&${period}`, number);
          if (period !== PERIODS['days ahead']) await walkDown(count, list, by, `unit=${item.key}`, number);
        }
      };

      const walkDown = async (
        count: string,
        list: string,
        [by, ...deeper]: readonly string[],
        place: string,
        whole: number,
      ): Promise<void> => {
        if (by === undefined) return;
        const breakdown = await breakdownOf(measure, by, `${place}&${period}`);
        if (measure !== 'ikm') expectSum(breakdown, count, whole, place);
        for (const item of breakdown.items) {
          const number = numberIn(item, count) ?? 0;
          const below = `${place}&${by}=${item.key}`;
          await expectList(list, count, `${below}&${period}`, number);
          await walkDown(count, list, deeper, below, number);
        }
      };

      const expectSum = ({ items }: Breakdown, count: string, whole: number, place: string): void => {
        const sum = items.reduce((total, item) => total + (numberIn(item, count) ?? 0), 0);
        expect(sum).withContext(`${count} of ${place}, ${period} (seed ${SEED})`).toBe(whole);
      };
    }
  }

  it('leads on below a unit that has records of its own and units below it', async () => {
    const period = PERIODS['a past month'];
    for (const measure of ['volume', 'turnaround', 'complaints']) {
      const byUnit = await breakdownOf(measure, 'unit', `unit=A&${period}`);
      expect(byUnit.items.map(({ key }) => key).toSorted())
        .withContext(measure)
        .toEqual(['A-1', 'A-2', 'self']);
      for (const { count, list } of WALKED.filter((each) => each.count.startsWith(`${measure}.`))) {
        const numbers = byUnit.items.map((item) => numberIn(item, count) ?? 0);
        expect(numbers.reduce((sum, number) => sum + number, 0))
          .withContext(count)
          .toBe(numberIn(byUnit.total, count) ?? -1);
        for (const item of byUnit.items)
          await expectList(
            list,
            count,
            `${item.key === 'self' ? 'unit=A&self=true' : `unit=${item.key}`}&${period}`,
            numberIn(item, count) ?? 0,
          );
      }
    }
  });
});

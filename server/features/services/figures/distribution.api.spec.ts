import type { Distribution, Summary } from '#contract/measures';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MARCH = 'from=2026-03-01&to=2026-03-31';
/** Friday 6 March 2026, 15.00 WITA, and when each case was done. */
const RECEIVED = '2026-03-06T15:00:00+08:00';
const COMPLETED = [
  '2026-03-06T15:10:00+08:00',
  '2026-03-06T15:15:00+08:00',
  '2026-03-06T15:20:00+08:00',
  // Monday 09.00: 66 hours, of which two were open.
  '2026-03-09T09:00:00+08:00',
  // Monday 15.00: eight open hours, one working day.
  '2026-03-09T15:00:00+08:00',
  // Tuesday 15.30: two working days and half an hour.
  '2026-03-10T15:30:00+08:00',
];

describe('the spread of durations', () => {
  let product: TestProduct;
  let bupati: ApiCaller;
  let diskominfo: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z', answerCacheSize: 10 });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    for (const role of ['bupati', 'diskominfo'] as const)
      await product.addPerson(role, { role, kabupaten: KUKAR });
    bupati = await product.signIn('bupati');
    diskominfo = await product.signIn('diskominfo');
    await product.load(
      KUKAR,
      'service-cases',
      COMPLETED.map((completedAt, index) => ({
        number: String(index),
        unit: SEBULU,
        service: 'umum',
        channel: 'web',
        receivedAt: new Date(RECEIVED).toISOString(),
        completedAt: new Date(completedAt).toISOString(),
        status: 'selesai',
      })),
    );
  });
  afterAll(() => product.stop());

  const read = (caller: ApiCaller, query: string) =>
    caller.read<Distribution>(`/measures/turnaround/distribution?${query}`);
  const told = ({ items }: Distribution) =>
    items.filter(({ count }) => count > 0).map(({ upToMinutes, count }) => [upToMinutes, count]);

  it('adds up to what was completed, on either clock', async () => {
    const official = await read(bupati, MARCH);
    expect(official.clock).toBe('official');
    expect(told(official)).toEqual([
      [15, 2],
      [30, 1],
      [120, 1],
      [480, 1],
      [1_440, 1],
    ]);
    expect(official.approximate).toBeTrue();
    const citizen = await read(bupati, `${MARCH}&clock=citizen`);
    // 66, 72 and 96 1/2 hours: up to three days, up to seven.
    expect(told(citizen)).toEqual([
      [15, 2],
      [30, 1],
      [4_320, 2],
      [10_080, 1],
    ]);
    const summary = await bupati.read<Summary>(`/measures/summary?${MARCH}`);
    for (const { items, completed } of [official, citizen]) {
      expect(completed).toBe(summary.turnaround.completed);
      expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(6);
      expect(items.at(-1)?.cumulativeShare).toBe(1);
      expect(items.at(-1)?.upToMinutes).toBeNull();
    }
    const empty = await read(bupati, 'from=2026-02-01&to=2026-02-28');
    expect([empty.completed, empty.items.every(({ share }) => share === null)]).toEqual([0, true]);
  });

  it('is kept apart by clock, and not sent twice', async () => {
    const path = `/measures/turnaround/distribution?${MARCH}`;
    const first = await bupati.get(path);
    const etag = first.headers.get('ETag') ?? '';
    expect((await bupati.get(path, { 'If-None-Match': etag })).status).toBe(304);
    expect((await bupati.get(`${path}&clock=citizen`, { 'If-None-Match': etag })).status).toBe(200);
    expect((await bupati.get(`${path}&clock=lain`)).status).toBe(400);
  });

  it('is hidden with the figure it is a part of', async () => {
    const whole = await read(diskominfo, MARCH);
    expect([whole.completed, whole.suppressed]).toEqual([6, undefined]);
    for (const query of [`unit=${SEBULU}&service=umum&${MARCH}`, 'from=2026-03-01&to=2026-03-09']) {
      const hidden = await read(diskominfo, query);
      expect([hidden.completed, hidden.items, hidden.suppressed])
        .withContext(query)
        .toEqual([null, [], true]);
    }
  });
});

import type { Ageing } from '#contract/service-figures';
import type { Summary } from '#contract/measures';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const KENOHAN = '64.02.09';
/** Friday 10 April 2026, 10.00 WITA. Friday 3 April was a holiday. */
const NOW = '2026-04-10T02:00:00Z';
const APRIL = 'from=2026-04-01&to=2026-04-30';

describe('the age of what is open', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  const as = (username: string): ApiCaller => callers.get(username) ?? product.stranger();
  let numbers = 0;

  function record(unit: string, received: string, more: Record<string, string | null> = {}) {
    const times = Object.fromEntries(
      Object.entries(more).map(([name, value]) => [
        name,
        name.endsWith('At') && value !== null ? instant(value) : value,
      ]),
    );
    numbers += 1;
    return {
      number: String(numbers),
      unit,
      service: 'umum',
      channel: 'web',
      receivedAt: instant(received),
      completedAt: null as string | null,
      dueAt: null as string | null,
      status: more['completedAt'] ? 'selesai' : 'diproses',
      ...times,
    };
  }
  const instant = (local: string) => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    for (const role of ['bupati', 'diskominfo'] as const)
      await product.addPerson(role, { role, kabupaten: KUKAR });
    for (const role of ['bupati', 'diskominfo']) callers.set(role, await product.signIn(role));
    await product.load(KUKAR, 'service-cases', [
      // Today and yesterday: 0 and 1 working days. Monday 6 April: 4. Thursday 2 April, over the holiday: 5.
      record(SEBULU, '2026-04-10 08:00', { dueAt: '2026-04-10 10:30' }),
      record(SEBULU, '2026-04-09 08:00', { dueAt: '2026-04-10 10:00' }),
      record(SEBULU, '2026-04-06 08:00', { dueAt: '2026-04-14 16:00' }),
      record(SEBULU, '2026-04-02 08:00', { dueAt: '2026-04-15 08:00' }),
      // Wednesday 1 April: 6. A cancelled case and one that is done are not open.
      record(KENOHAN, '2026-04-01 08:00', { dueAt: '2026-04-08 08:00', status: 'ditunda' }),
      record(KENOHAN, '2026-04-01 08:00', { dueAt: '2026-04-08 08:00', status: 'dibatalkan' }),
      record(KENOHAN, '2026-04-01 08:00', { dueAt: '2026-04-13 08:00', completedAt: '2026-04-02 09:00' }),
      // Open at the end of February, done since; the second after more than a year's worth of looking.
      record(KENOHAN, '2026-02-26 08:00', { completedAt: '2026-03-02 09:00' }),
      record(KENOHAN, '2026-01-05 08:00', { completedAt: '2026-04-09 09:00', dueAt: '2026-01-20 09:00' }),
      record(KENOHAN, '2026-02-27 08:00', { completedAt: '2026-02-27 09:00' }),
    ]);
  });
  afterAll(() => product.stop());

  const classes = ({ items }: Ageing) =>
    items
      .filter(({ count }) => count > 0)
      .map(({ fromDays, toDays, count, overdue }) => [fromDays, toDays, count, overdue]);
  const ageing = (caller: string, query: string) => as(caller).read<Ageing>(`/service-ageing?${query}`);

  it('is counted in working days from receipt to now', async () => {
    const all = await ageing('bupati', APRIL);
    expect(classes(all)).toEqual([
      [0, 1, 2, 1],
      [2, 5, 2, 0],
      [6, 14, 1, 1],
    ]);
    expect([all.open, all.oldestDays]).toEqual([5, 6]);
    expect(all.suppressed).toBeUndefined();
    const summary = await as('bupati').read<Summary>(`/measures/summary?${APRIL}`);
    expect([summary.volume.open, summary.turnaround.overdue]).toEqual([5, 2]);
    const sebulu = await ageing('bupati', `unit=${SEBULU}&${APRIL}`);
    expect([sebulu.open, sebulu.oldestDays]).toEqual([4, 5]);
    expect((await ageing('bupati', `service=kk&${APRIL}`)).open).toBe(0);
    expect((await ageing('bupati', `channel=web&unit=${KENOHAN}&${APRIL}`)).open).toBe(1);
  });

  it('warns of the deadlines of today and the next two working days', async () => {
    // 10.30 today and Tuesday 16.00; 10.00 has passed, Wednesday is the third working day.
    expect((await ageing('bupati', APRIL)).dueSoon).toBe(2);
    expect((await ageing('bupati', `unit=${KENOHAN}&${APRIL}`)).dueSoon).toBe(0);
    product.setNow('2026-04-10T02:30:00Z');
    expect((await ageing('bupati', APRIL)).dueSoon).toBe(1);
    product.setNow(NOW);
    expect((await ageing('bupati', 'from=2026-03-01&to=2026-03-31')).dueSoon).toBeNull();
  });

  it('is that of the end of a past period', async () => {
    // 28 February is a Saturday. From Thursday 26: one working day. From 5 January: 15 more in January without the 16th
    // and 5 itself is 18, and 18 in February is 36.
    const february = await ageing('bupati', 'from=2026-02-01&to=2026-02-28');
    expect(classes(february)).toEqual([
      [0, 1, 1, 0],
      [31, null, 1, 1],
    ]);
    expect([february.open, february.oldestDays]).toEqual([2, 36]);
    const january = await ageing('bupati', 'from=2026-01-01&to=2026-01-15');
    expect([january.open, january.oldestDays, january.items[2]]).toEqual([
      1,
      8,
      { fromDays: 6, toDays: 14, count: 1, overdue: 0 },
    ]);
    const before = await ageing('bupati', 'from=2025-12-01&to=2025-12-31');
    expect([before.open, before.oldestDays]).toEqual([0, null]);
  });

  it('hides small numbers from whoever has no right to details', async () => {
    // Five are open, but received and due are small in the units: nothing at all is told.
    const hidden = await ageing('diskominfo', APRIL);
    expect([hidden.open, hidden.items, hidden.oldestDays, hidden.dueSoon, hidden.suppressed]).toEqual([
      null,
      [],
      null,
      null,
      true,
    ]);
    const other = '32.16';
    await product.addKabupaten(other, 'Asia/Jakarta');
    await product.addPerson('diskominfo.bekasi', { role: 'diskominfo', kabupaten: other });
    callers.set('diskominfo.bekasi', await product.signIn('diskominfo.bekasi'));
    await product.load(other, 'service-cases', [
      ...times(9, () => record('32.16.09', '2026-04-09 08:00')),
      ...times(3, () => record('32.16.09', '2026-04-06 08:00')),
      ...times(20, () => record('32.16.09', '2026-04-01 08:00')),
    ]);
    // 9, 3 and 20: three is small, nine the next smallest.
    const some = await ageing('diskominfo.bekasi', APRIL);
    expect([some.open, some.suppressed, some.oldestDays]).toEqual([32, true, null]);
    expect(some.items.map(({ fromDays, count }) => [fromDays, count])).toEqual([
      [6, 20],
      [15, 0],
      [31, 0],
    ]);
    expect((await ageing('diskominfo.bekasi', `unit=32.16.09&${APRIL}`)).items).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import type { ServiceHours } from '#contract/service-figures';
import type { OpeningHours } from '#domain/calendar/calendar-definition';
import type { Weekday } from '#domain/period/civil-date';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import {
  insertCalendar,
  readNationalHolidays,
} from '../../../platform/kabupaten/calendar-days.repository.ts';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const KENOHAN = '64.02.09';

/** Monday to Friday 08.00–16.00; in Ramadan 1447 H (18 February to 19 March 2026) Monday 08.00–12.00 and 12.30–15.00. */
const OPENING: readonly OpeningHours[] = [
  ...([1, 2, 3, 4, 5] as const).map((weekday) => hours(weekday, '1990-01-01', null, [8, 16])),
  hours(1, '2026-02-18', '2026-03-19', [8, 12], [12.5, 15]),
];

function hours(
  weekday: Weekday,
  validFrom: string,
  validTo: string | null,
  ...intervals: readonly [number, number][]
): OpeningHours {
  return {
    weekday,
    validFrom,
    validTo,
    intervals: intervals.map(([from, to]) => ({ from: from * 3600, to: to * 3600 })),
  };
}

describe('when the counter is open', () => {
  let product: TestProduct;
  let bupati: ApiCaller;
  let camat: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(KUKAR));
      const settings = { openingHours: OPENING, closedDays: [], nationalHolidays: true };
      const calendar = { code: 'ramadan', name: 'Dengan jam Ramadan', settings };
      await insertCalendar(transaction, KUKAR, calendar, await readNationalHolidays(transaction));
      await transaction('units')
        .where({ kabupaten_code: KUKAR, code: SEBULU })
        .update({ calendar_code: 'ramadan' });
      const session = (unit: string, service: string, day: string, opens: number, closes: number) => ({
        kabupaten_code: KUKAR,
        id: randomUUID(),
        unit_code: unit,
        service_code: service,
        day,
        opens: opens * 3600,
        closes: closes * 3600,
      });
      await transaction('extra_sessions').insert([
        // Sundays, and a Thursday that is a holiday.
        session(SEBULU, '*', '2026-04-05', 9, 11),
        session(SEBULU, '*', '2026-04-12', 9, 11),
        session(SEBULU, 'kk', '2026-04-09', 19.5, 20.5),
        session(KENOHAN, '*', '2026-04-05', 13, 14),
      ]);
    });
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    bupati = await product.signIn('bupati');
    camat = await product.signIn('camat');
  });
  afterAll(() => product.stop());

  const slots = (weekday: number, ...hoursOfDay: number[]) => hoursOfDay.map((hour) => weekday * 24 + hour);

  it('is told by the opening hours that were valid in the period', async () => {
    const april = await camat.read<ServiceHours>('/service-hours?from=2026-04-06&to=2026-04-10');
    expect(april.opens).toEqual([1, 2, 3, 4, 5].flatMap((day) => slots(day, 8, 9, 10, 11, 12, 13, 14, 15)));
    // Monday 2 March lies in Ramadan: until 15.00, and the hour of the break was open for half.
    const ramadan = await camat.read<ServiceHours>('/service-hours?from=2026-03-02&to=2026-03-02');
    expect(ramadan.opens).toEqual(slots(1, 8, 9, 10, 11, 12, 13, 14));
    const both = await camat.read<ServiceHours>('/service-hours?from=2026-03-02&to=2026-04-06');
    expect(both.opens).toEqual(april.opens);
    // A weekend, and Friday 3 April, which is a holiday.
    const closed = await camat.read<ServiceHours>('/service-hours?from=2026-04-03&to=2026-04-05');
    expect(closed.opens).toEqual([]);
  });

  it('has the extra sessions of the units below, as people say them', async () => {
    const own = await camat.read<ServiceHours>('/service-hours?from=2026-04-01&to=2026-04-30');
    expect(own.sessions).toEqual([...slots(4, 19, 20), ...slots(7, 9, 10)]);
    expect(own.sessionNames).toEqual(['Kamis 19.30–20.30', 'Minggu 09.00–11.00']);
    const sktm = await camat.read<ServiceHours>('/service-hours?service=sktm&from=2026-04-01&to=2026-04-30');
    expect(sktm.sessionNames).toEqual(['Minggu 09.00–11.00']);
    const all = await bupati.read<ServiceHours>('/service-hours?from=2026-04-01&to=2026-04-30');
    expect(all.sessions).toEqual([...slots(4, 19, 20), ...slots(7, 9, 10, 13)]);
    const may = await bupati.read<ServiceHours>('/service-hours?from=2026-05-01&to=2026-05-31');
    expect([may.sessions, may.sessionNames]).toEqual([[], []]);
    const english = await camat.get('/service-hours?from=2026-04-01&to=2026-04-30', {
      'Accept-Language': 'en',
    });
    expect((english.json as ServiceHours).sessionNames).toEqual([
      'Thursday 19:30–20:30',
      'Sunday 09:00–11:00',
    ]);
  });
});

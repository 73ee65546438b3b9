import { randomInt } from 'node:crypto';
import type { ServicePromise } from '#domain/calendar/deadline';
import type { OpeningHours } from '#domain/calendar/calendar-definition';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import type { Weekday } from '#domain/period/civil-date';
import { bucketOf, DURATION_EDGES, LONGEST_DURATION_SECONDS } from '#domain/statistics/duration-buckets';
import type { Knex } from 'knex';
import { setKabupatenSql } from '../../platform/database/scoped.ts';
import {
  insertCalendar,
  makeCalendar,
  readNationalHolidays,
  STARTER_CALENDARS,
  type StarterCalendar,
} from '../../platform/kabupaten/calendar-days.repository.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { rederiveCases } from './derive-cases.repository.ts';
import { RandomCases } from './random-cases.testing.ts';

/** Open in two intervals with a break, half of Saturday, with shorter hours during Ramadan 1447 H, closed on a local day. */
const BROKEN_DAY: StarterCalendar = {
  code: 'istirahat',
  name: 'Senin–Sabtu dengan istirahat',
  settings: {
    openingHours: [
      ...([1, 2, 3, 4, 5] as const).map((weekday) =>
        hours(weekday, '1990-01-01', null, [7.5, 12], [13, 16.25]),
      ),
      hours(6, '1990-01-01', null, [8, 10], [10.5, 11], [11.25, 12], [13, 13.5]),
      ...([1, 2, 3, 4] as const).map((weekday) =>
        hours(weekday, '2026-02-18', '2026-03-19', [8, 12], [12.5, 15]),
      ),
    ],
    closedDays: [{ day: '2026-09-28', kind: 'local', name: 'Hari jadi' }],
    nationalHolidays: true,
  },
};

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

/** The fast form of the calendar in SQL must give what `domain/calendar`, its definition, gives. */
describe('working time in SQL', () => {
  const SEED = randomInt(2 ** 31 - 100);
  /** In each of three zones: more than 10,000 together, each of them compared three times. */
  const CASES = 3_400;
  const PROMISES: readonly (ServicePromise & { code: string })[] = [
    { code: 'hari-1', unit: 'working-days', amount: 1 },
    { code: 'hari-2', unit: 'working-days', amount: 2 },
    { code: 'hari-14', unit: 'working-days', amount: 14 },
    { code: 'jam-2', unit: 'working-hours', amount: 2 },
    { code: 'jam-8', unit: 'working-hours', amount: 8 },
    { code: 'jam-40', unit: 'working-hours', amount: 40 },
    { code: 'menit-10', unit: 'minutes', amount: 10 },
    { code: 'menit-45', unit: 'minutes', amount: 45 },
  ];
  const CALENDARS = [...STARTER_CALENDARS, BROKEN_DAY];

  let product: TestProduct;
  const calendars = new Map<string, WorkingCalendar>();

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-12-31T00:00:00Z' });
    const holidays = await readNationalHolidays(product.database.owner);
    for (const calendar of CALENDARS) calendars.set(calendar.code, makeCalendar(calendar.settings, holidays));
  });
  afterAll(() => product.stop());

  async function prepare(code: string, zone: string): Promise<void> {
    await product.addKabupaten(code, zone);
    await product.load(
      code,
      'units',
      CALENDARS.map((calendar) => ({
        code: `unit-${calendar.code}`,
        name: calendar.name,
        kind: 'skpd',
        parentCode: code,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(
      code,
      'services',
      PROMISES.map((promise) => ({ code: promise.code, name: promise.code })),
    );
    await product.database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(code));
      await insertCalendar(transaction, code, BROKEN_DAY, await readNationalHolidays(transaction));
      for (const { code: calendar } of CALENDARS) {
        await transaction('units')
          .where({ kabupaten_code: code, code: `unit-${calendar}` })
          .update({ calendar_code: calendar });
      }
      await transaction('service_standards').insert(
        PROMISES.map((promise) => ({
          kabupaten_code: code,
          service_code: promise.code,
          valid_from: '2015-01-01',
          promise_unit: promise.unit,
          promise_amount: promise.amount,
        })),
      );
    });
  }

  for (const [zone, code] of [
    ['Asia/Makassar', 'kalender-wita'],
    ['Asia/Jayapura', 'kalender-wit'],
    ['America/New_York', 'kalender-ny'],
  ] as const) {
    it(`is that of the definition for ${CASES} random cases with pauses and sessions in ${zone}`, async () => {
      await prepare(code, zone);
      const random = new RandomCases(
        SEED + code.length,
        zone,
        CALENDARS.map((calendar) => calendar.code),
        PROMISES,
      );
      const { owner, application } = product.database;
      const inScope = (work: (transaction: Knex.Transaction) => Promise<unknown>) =>
        application.transaction(async (transaction) => {
          await transaction.raw(setKabupatenSql(code));
          await work(transaction);
        });
      const cases = random.cases(CASES);
      const expectAll = async (when: string, withPauses: boolean) => {
        const stored = await storedClocks(owner, code, zone);
        const wrong: string[] = [];
        for (const given of cases) {
          const calendar = calendars.get(given.calendar);
          if (!calendar) throw new Error('incomplete');
          const expected = random.expected(calendar, given, withPauses);
          const found = stored.get(given.number);
          if (found !== expected) wrong.push(`${random.describe(given)}: ${found} instead of ${expected}`);
        }
        expect(wrong.slice(0, 3))
          .withContext(`seed ${SEED}, ${when}, ${wrong.length} of ${CASES}`)
          .toEqual([]);
        expect(stored.size).toBe(CASES);
      };

      await inScope((transaction) =>
        transaction.batchInsert(
          'extra_sessions',
          random.sessions.map((session) => ({ kabupaten_code: code, ...session.row })),
          500,
        ),
      );
      await product.load(
        code,
        'service-cases',
        cases.map((each) => ({ ...each.fields, staff: 'A' })),
      );
      await expectAll('as new cases', false);

      await inScope(async (transaction) => {
        await transaction.batchInsert(
          'case_pauses',
          cases.flatMap((each) => each.pauseRows.map((row) => ({ kabupaten_code: code, ...row }))),
          500,
        );
        await rederiveCases(
          transaction,
          { kabupatenCode: code, timeZone: zone, keep: false },
          transaction.raw(
            'select unit_code, number from case_pauses where kabupaten_code = ? union select unit_code, number from service_cases where kabupaten_code = ?',
            [code, code],
          ),
        );
      });
      await expectAll('derived again', true);

      // Another value in every row: what is known is derived once more, by the road of an import.
      await owner('service_cases')
        .where({ kabupaten_code: code })
        .update({ due_at: null, due_on: null, official_seconds: -1, paused_seconds: -1 });
      await product.load(
        code,
        'service-cases',
        cases.map((each) => ({ ...each.fields, staff: 'B' })),
      );
      await expectAll('as changed cases', true);
    }, 240_000);
  }

  it('gives the deadlines of the worked examples', async () => {
    const code = 'kalender-contoh';
    await prepare(code, 'Asia/Makassar');
    // Domain rules, section 3: Monday to Friday 08.00–16.00 with the holidays of 2026.
    const examples: readonly [received: string, unit: ServicePromise['unit'], amount: number, due: string][] =
      [
        ['2026-03-17 09:00', 'working-days', 3, '2026-03-27 23:59'],
        ['2026-03-17 09:00', 'working-days', 5, '2026-03-31 23:59'],
        ['2026-03-17 09:00', 'working-days', 14, '2026-04-14 23:59'],
        ['2026-03-17 09:00', 'working-days', 60, '2026-06-26 23:59'],
        ['2026-05-13 09:00', 'working-days', 5, '2026-05-22 23:59'],
        ['2026-05-13 09:00', 'working-days', 14, '2026-06-09 23:59'],
        ['2026-08-14 09:00', 'working-days', 5, '2026-08-24 23:59'],
        ['2026-12-23 09:00', 'working-days', 3, '2026-12-30 23:59'],
        // Friday 15.30 and two office hours: half an hour on Friday, the rest on Monday. Saturday counts from Monday on.
        ['2026-03-06 15:30', 'working-hours', 2, '2026-03-09 09:30'],
        ['2026-03-07 11:00', 'working-hours', 2, '2026-03-09 10:00'],
        // The last second of a day ends that day, not at the next opening.
        ['2026-03-06 14:00', 'working-hours', 2, '2026-03-06 16:00'],
      ];
    await product.load(
      code,
      'services',
      examples.map((_, index) => ({ code: `contoh-${index}`, name: `contoh ${index}` })),
    );
    await product.database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(code));
      await transaction('service_standards').insert(
        examples.map(([, unit, amount], index) => ({
          kabupaten_code: code,
          service_code: `contoh-${index}`,
          valid_from: '2015-01-01',
          promise_unit: unit,
          promise_amount: amount,
        })),
      );
    });
    await product.load(
      code,
      'service-cases',
      examples.map(([received], index) => ({
        number: String(index),
        unit: 'unit-default',
        service: `contoh-${index}`,
        receivedAt: new Date(`${received.replace(' ', 'T')}+08:00`).toISOString(),
        status: 'diproses',
      })),
    );
    const { rows } = await product.database.owner.raw<{ rows: { due: string }[] }>(
      `select to_char(due_at at time zone 'Asia/Makassar', 'YYYY-MM-DD HH24:MI') as due
         from service_cases where kabupaten_code = ? order by number::integer`,
      [code],
    );
    expect(rows.map(({ due }) => due)).toEqual(examples.map(([, , , due]) => due));
  });

  it('sorts durations into the buckets of the definition', async () => {
    const edges = [...DURATION_EDGES];
    const seconds = [
      0,
      1,
      98,
      99,
      100,
      LONGEST_DURATION_SECONDS - 1,
      LONGEST_DURATION_SECONDS,
      2 * LONGEST_DURATION_SECONDS,
      ...edges.flatMap((edge) => [edge - 1, edge, edge + 1]),
    ];
    const { rows } = await product.database.owner.raw<{ rows: { bucket: number }[] }>(
      'select width_bucket(given.seconds, ?::bigint[]) as bucket from unnest(?::bigint[]) with ordinality as given (seconds, position) order by position',
      [edges, seconds],
    );
    expect(rows.map((row) => row.bucket)).toEqual(seconds.map((each) => bucketOf(each)));
    expect(rows.length).toBeGreaterThan(2_000);
  });
});

/** "official paused due", as `RandomCases.expected` writes it. */
async function storedClocks(owner: Knex, code: string, zone: string): Promise<Map<string, string>> {
  const rows: { number: string; clocks: string }[] = (
    await owner.raw<{ rows: { number: string; clocks: string }[] }>(
      `select number, concat_ws(' ', coalesce(official_seconds::text, '-'), coalesce(paused_seconds::text, '-'), due_source,
              coalesce(to_char(due_at at time zone ?, 'YYYY-MM-DD HH24:MI:SS.US'), '-')) as clocks
         from service_cases where kabupaten_code = ?`,
      [zone, code],
    )
  ).rows;
  return new Map(rows.map((row) => [row.number, row.clocks]));
}

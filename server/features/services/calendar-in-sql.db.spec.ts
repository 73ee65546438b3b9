import { randomInt } from 'node:crypto';
import { deadlineOf, type ServicePromise } from '#domain/calendar/deadline';
import type { OpeningHours } from '#domain/calendar/calendar-definition';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import type { Weekday } from '#domain/period/civil-date';
import { bucketOf, DURATION_EDGES, LONGEST_DURATION_SECONDS } from '#domain/statistics/duration-buckets';
import { setKabupatenSql } from '../../platform/database/scoped.ts';
import {
  insertCalendar,
  makeCalendar,
  readNationalHolidays,
  STARTER_CALENDARS,
  type StarterCalendar,
} from '../../platform/kabupaten/calendar-days.repository.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

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
  const SEED = randomInt(2 ** 31);
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

  interface Stored {
    readonly number: string;
    readonly officialSeconds: number | null;
    /** Local time `YYYY-MM-DD HH:MM:SS.ffffff`. */
    readonly dueLocal: string | null;
  }

  async function storedCases(code: string, zone: string): Promise<Map<string, Stored>> {
    const rows: Stored[] = (
      await product.database.owner.raw<{ rows: Stored[] }>(
        `select number, official_seconds as "officialSeconds", to_char(due_at at time zone ?, 'YYYY-MM-DD HH24:MI:SS.US') as "dueLocal"
         from service_cases where kabupaten_code = ?`,
        [zone, code],
      )
    ).rows;
    return new Map(rows.map((row) => [row.number, row]));
  }

  for (const [zone, code] of [
    ['Asia/Makassar', 'kalender-wita'],
    ['Asia/Jayapura', 'kalender-wit'],
    ['America/New_York', 'kalender-ny'],
  ] as const) {
    it(`is that of the definition for 3,000 random cases in ${zone}`, async () => {
      await prepare(code, zone);
      let state = SEED + code.length;
      const below = (count: number): number => {
        // Park and Miller: enough to spread days and seconds.
        state = (state * 48_271) % 2_147_483_647;
        return state % count;
      };
      const clock = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      const localOf = (instant: number) => {
        const [day = '', time = ''] = clock.format(instant).split(' ');
        const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
        return { day, second: hour * 3600 + minute * 60 + second };
      };
      const first = Date.parse('2024-12-01T00:00:00Z') / 1000;
      const cases = Array.from({ length: 3_000 }, (_, index) => {
        const received = first + below(700 * 86_400);
        const completed = received + below([60, 7_200, 86_400, 40 * 86_400][below(4)] ?? 1);
        const calendar = CALENDARS[below(CALENDARS.length)]?.code ?? '';
        return {
          number: String(index),
          received: received * 1000,
          completed: completed * 1000,
          calendar,
          promise: PROMISES[below(PROMISES.length)],
        };
      });
      await product.load(
        code,
        'service-cases',
        cases.map(({ number, received, completed, calendar, promise }) => ({
          number,
          unit: `unit-${calendar}`,
          service: promise?.code ?? '',
          receivedAt: new Date(received).toISOString(),
          completedAt: new Date(completed).toISOString(),
          status: 'selesai',
        })),
      );
      const stored = await storedCases(code, zone);
      const wrong: string[] = [];
      for (const { number, received, completed, calendar, promise } of cases) {
        const definition = calendars.get(calendar);
        if (!definition || !promise) throw new Error('incomplete');
        const due = deadlineOf(definition, localOf(received), promise);
        const expected = `${definition.workingSecondsBetween(localOf(received), localOf(completed))} ${due.day} ${due.endOfDay ? '23:59:59.999999' : timeOf(due.second)}`;
        const row = stored.get(number);
        if (`${row?.officialSeconds} ${row?.dueLocal}` !== expected) {
          wrong.push(
            `${clock.format(received)} – ${clock.format(completed)} ${calendar} ${promise.code}: ${row?.officialSeconds} ${row?.dueLocal} instead of ${expected}`,
          );
        }
      }
      expect(wrong.slice(0, 5)).withContext(`seed ${SEED}, ${wrong.length} of 3,000`).toEqual([]);
      expect(stored.size).toBe(3_000);
    });
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
    const stored = await storedCases(code, 'Asia/Makassar');
    expect(examples.map((_, index) => stored.get(String(index))?.dueLocal?.slice(0, 16))).toEqual(
      examples.map(([, , , due]) => due),
    );
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

function timeOf(second: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(second / 3600)}:${two((second % 3600) / 60)}:${two(second % 60)}.000000`;
}

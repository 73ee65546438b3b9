import type { Knex } from 'knex';
import { seedReference } from '../../../db/seeds/reference/seed-reference.ts';
import { newRecordId } from '../../platform/database/record-id.ts';
import { verifyRollups } from '../../platform/database/rollups/verify-rollups.repository.ts';
import { writeInScope } from '../../platform/database/scoped.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { moveOpenDeadlines, rederiveCases, type DerivedCases } from './derive-cases.repository.ts';
import { SERVICE_ROLLUPS } from './service-rollups.ts';

const KABUPATEN = 'jam-dinas';
const SCOPE = { kabupatenCode: KABUPATEN, timeZone: 'Asia/Makassar' };
const HOUR = 3600;

/** Local time "2026-12-23 09.00" in WITA. */
function instant(local: string): string {
  return new Date(`${local.replace(' ', 'T').replace('.', ':')}:00+08:00`).toISOString();
}

// Days of November and December 2026 are counted by hand: Monday to Friday 08.00–16.00, 12 November is a Thursday.
describe('cases that are derived again', () => {
  let product: TestProduct;
  let numbers = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-12-31T00:00:00Z' });
    // As an earlier version of the product had it: nobody knew of the cuti bersama on 24 December yet.
    await product.database.owner('national_holidays').where({ day: '2026-12-24' }).delete();
    await product.addKabupaten(KABUPATEN, SCOPE.timeZone);
    await product.load(KABUPATEN, 'units', [
      {
        code: 'dinas',
        name: 'Dinas',
        kind: 'skpd',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      },
    ]);
    const promises = [
      ['tiga-hari', 'working-days', 3],
      ['dua-hari', 'working-days', 2],
      ['berversi', 'working-days', 2],
      ['dua-jam', 'working-hours', 2],
    ] as const;
    await product.load(
      KABUPATEN,
      'services',
      promises.map(([code]) => ({ code, name: code })),
    );
    await product.database.owner('service_standards').insert(
      promises.map(([service, unit, amount]) => ({
        kabupaten_code: KABUPATEN,
        service_code: service,
        valid_from: '2026-01-01',
        promise_unit: unit,
        promise_amount: amount,
      })),
    );
  });
  afterAll(() => product.stop());
  afterEach(async () => {
    expect(await verifyRollups(product.database.application, [SERVICE_ROLLUPS])).toEqual([]);
  });

  interface Given {
    readonly received: string;
    readonly completed?: string;
    readonly status?: string;
    readonly service?: string;
    readonly recorded?: string;
    readonly visits?: number;
    readonly staff?: string;
  }

  async function load(number: string, given: Given): Promise<void> {
    await product.load(KABUPATEN, 'service-cases', [
      {
        number,
        unit: 'dinas',
        service: given.service ?? 'dua-hari',
        receivedAt: instant(given.received),
        completedAt: given.completed === undefined ? null : instant(given.completed),
        status: given.status ?? (given.completed === undefined ? 'diproses' : 'selesai'),
        ...(given.recorded === undefined ? {} : { recordedAt: instant(given.recorded) }),
        ...(given.visits === undefined ? {} : { visits: given.visits }),
        ...(given.staff === undefined ? {} : { staff: given.staff }),
      },
    ]);
  }

  async function newCase(given: Given): Promise<string> {
    const number = `K-${(numbers += 1)}`;
    await load(number, given);
    return number;
  }

  async function stored(number: string) {
    const { rows } = await product.database.owner.raw<{ rows: Record<string, unknown>[] }>(
      `select to_char(due_at at time zone 'Asia/Makassar', 'YYYY-MM-DD HH24.MI') as due, due_source as source,
              standard_from as standard, calendar_version as calendar, official_seconds as official,
              paused_seconds as paused, extra_visits as extra, late_entry as late
         from service_cases where kabupaten_code = ? and number = ?`,
      [KABUPATEN, number],
    );
    return rows[0] ?? {};
  }

  function write(work: (transaction: Knex.Transaction) => Promise<DerivedCases>): Promise<DerivedCases> {
    return writeInScope(product.database.application, SCOPE, async (transaction) => ({
      result: await work(transaction),
      changed: true,
    }));
  }

  /** Writes pauses of a case and derives it again. */
  async function pause(
    number: string,
    ...pauses: readonly { from: string; to?: string; reason?: string; told?: boolean }[]
  ): Promise<DerivedCases> {
    return write(async (transaction) => {
      await transaction('case_pauses').insert(
        pauses.map(({ from, to, reason, told }) => ({
          kabupaten_code: KABUPATEN,
          id: newRecordId(),
          unit_code: 'dinas',
          number,
          started_at: instant(from),
          started_on: from.slice(0, 10),
          ended_at: to === undefined ? null : instant(to),
          reason: reason ?? 'blangko-kosong',
          told: told ?? true,
          service_code: 'dua-hari',
        })),
      );
      return rederiveCases(
        transaction,
        SCOPE,
        transaction.raw(`select 'dinas' as unit_code, ?::text as number`, [number]),
      );
    });
  }

  async function changesOf(number: string): Promise<unknown[]> {
    const { rows } = await product.database.owner.raw<{ rows: { was: unknown; is: unknown }[] }>(
      `select r.old_values ->> 'due_on' as was, r.new_values ->> 'due_on' as "is"
         from record_changes r join service_cases c on c.kabupaten_code = r.kabupaten_code and c.id = r.record_id
        where r.kabupaten_code = ? and c.number = ? order by r.id`,
      [KABUPATEN, number],
    );
    return rows.map(({ was, is }) => [was, is]);
  }

  it('move when a holiday is added later, unless they were judged', async () => {
    // Received on 23 December, three working days. 24 counted then: due on the 29th. With 24 closed: the 30th.
    const given = { received: '2026-12-23 09.00', service: 'tiga-hari' };
    const open = await newCase(given);
    const done = await newCase({ ...given, completed: '2026-12-24 10.00' });
    const refused = await newCase({ ...given, completed: '2026-12-24 10.00', status: 'ditolak' });
    const cancelled = await newCase({ ...given, status: 'dibatalkan' });
    const due29 = jasmine.objectContaining({ due: '2026-12-29 23.59', calendar: 1 });
    expect(await stored(open)).toEqual(due29);

    const moved: DerivedCases[] = [];
    const { holidays } = await seedReference(
      product.database.owner,
      async (transaction, kabupaten, calendars) => {
        moved.push(await moveOpenDeadlines(transaction, kabupaten, calendars, null));
      },
    );
    expect(holidays).toBe(1);
    expect(moved).toEqual([{ changed: 1, moved: 1 }]);
    expect(await stored(open)).toEqual(
      jasmine.objectContaining({ due: '2026-12-30 23.59', calendar: 2, source: 'standard' }),
    );
    expect(await changesOf(open)).toEqual([['2026-12-29', '2026-12-30']]);
    // 09.00–16.00 on the 23rd and 08.00–10.00 on the 24th, which was a working day by the calendar it was judged by.
    const verdict = { due: '2026-12-29 23.59', calendar: 1, official: 9 * HOUR };
    for (const number of [done, refused]) {
      expect(await stored(number)).toEqual(jasmine.objectContaining(verdict));
    }
    expect(await stored(cancelled)).toEqual(due29);

    // The facts of a judged case change: it is judged again by the same calendar. 7 h + 8 h + 3 h on Monday 28th.
    await load(done, { ...given, completed: '2026-12-28 11.00' });
    expect(await stored(done)).toEqual(jasmine.objectContaining({ ...verdict, official: 18 * HOUR }));
    // An open case is judged when it is completed, by the calendar of that day: 7 h, and 3 h on the 28th.
    await load(open, { ...given, completed: '2026-12-28 11.00' });
    expect(await stored(open)).toEqual(
      jasmine.objectContaining({ due: '2026-12-30 23.59', calendar: 2, official: 10 * HOUR }),
    );
  });

  it('keep their verdict when the standard gets a new version', async () => {
    const open = await newCase({ service: 'berversi', received: '2026-11-12 10.00' });
    const done = await newCase({
      service: 'berversi',
      received: '2026-11-12 10.00',
      completed: '2026-11-16 10.00',
    });
    const before = await newCase({ service: 'berversi', received: '2026-10-30 10.00' });
    await product.database.owner('service_standards').insert({
      kabupaten_code: KABUPATEN,
      service_code: 'berversi',
      valid_from: '2026-11-01',
      promise_unit: 'working-days',
      promise_amount: 5,
    });
    try {
      const other = await write((transaction) => moveOpenDeadlines(transaction, SCOPE, null, ['tiga-hari']));
      expect(other).toEqual({ changed: 0, moved: 0 });
      const moved = await write((transaction) => moveOpenDeadlines(transaction, SCOPE, null, ['berversi']));
      expect(moved).toEqual({ changed: 1, moved: 1 });
      expect(await stored(open)).toEqual(
        jasmine.objectContaining({ due: '2026-11-19 23.59', standard: '2026-11-01' }),
      );
      // Received before the new version: two working days, 2 and 3 November.
      expect(await stored(before)).toEqual(
        jasmine.objectContaining({ due: '2026-11-03 23.59', standard: '2026-01-01' }),
      );
      const verdict = jasmine.objectContaining({ due: '2026-11-16 23.59', standard: '2026-01-01' });
      expect(await stored(done)).toEqual(verdict);
      await load(done, { service: 'berversi', received: '2026-11-12 10.00', completed: '2026-11-18 10.00' });
      expect(await stored(done)).toEqual(verdict);
      await pause(done, { from: '2026-11-13 08.10', to: '2026-11-17 09.30' });
      expect(await stored(done)).toEqual(
        jasmine.objectContaining({ due: '2026-11-18 23.59', standard: '2026-01-01' }),
      );
    } finally {
      await product.database
        .owner('service_standards')
        .where({ kabupaten_code: KABUPATEN, valid_from: '2026-11-01' })
        .delete();
      await write((transaction) => moveOpenDeadlines(transaction, SCOPE, null, null));
    }
  });

  it('stand still in a pause, and run on when it ends', async () => {
    const number = await newCase({ received: '2026-11-12 10.20' });
    expect(await pause(number, { from: '2026-11-13 08.10' })).toEqual({ changed: 1, moved: 1 });
    expect(await stored(number)).toEqual(jasmine.objectContaining({ due: null, source: 'paused' }));
    await product.database
      .owner('case_pauses')
      .where({ kabupaten_code: KABUPATEN, number })
      .update({ ended_at: instant('2026-11-17 09.30') });
    // Nothing but the pauses changed, so that a file which brings the same case again changes nothing.
    await load(number, { received: '2026-11-12 10.20' });
    expect(await stored(number)).toEqual(jasmine.objectContaining({ source: 'paused' }));
    await write((transaction) =>
      rederiveCases(
        transaction,
        SCOPE,
        'select unit_code, number from case_pauses where kabupaten_code is not null',
      ),
    );
    expect(await stored(number)).toEqual(
      jasmine.objectContaining({ due: '2026-11-18 23.59', source: 'standard', paused: null }),
    );
    expect(await changesOf(number)).toEqual([
      ['2026-11-16', null],
      [null, '2026-11-18'],
    ]);
    // Open 5 h 40 + 8 + 8 + 8 h until Tuesday's end, less 17 h 20 in the pause.
    await load(number, { received: '2026-11-12 10.20', completed: '2026-11-17 16.00' });
    expect(await stored(number)).toEqual(
      jasmine.objectContaining({ official: 12 * HOUR + 20 * 60, paused: 17 * HOUR + 20 * 60 }),
    );
  });

  it('are due on Monday 09.30 when two working hours began on Friday 15.30, with or without a Sunday session', async () => {
    const friday = { received: '2026-11-13 15.30', service: 'dua-jam' };
    const due = jasmine.objectContaining({ due: '2026-11-16 09.30' });
    const open = await newCase(friday);
    const sunday = await newCase({ ...friday, completed: '2026-11-15 10.00' });
    expect(await stored(open)).toEqual(due);
    expect(await stored(sunday)).toEqual(jasmine.objectContaining({ official: HOUR / 2 }));
    await product.database.owner('extra_sessions').insert({
      kabupaten_code: KABUPATEN,
      id: newRecordId(),
      unit_code: 'dinas',
      service_code: '*',
      day: '2026-11-15',
      opens: 9 * HOUR,
      closes: 11 * HOUR,
    });
    const changed = await write((transaction) =>
      rederiveCases(
        transaction,
        SCOPE,
        transaction.raw(
          `select unit_code, number from service_cases where kabupaten_code = ? and service_code = 'dua-jam'`,
          [KABUPATEN],
        ),
      ),
    );
    // Only the case that was completed in the session counts its hour.
    expect(changed).toEqual({ changed: 1, moved: 0 });
    expect(await stored(sunday)).toEqual(
      jasmine.objectContaining({ official: 1.5 * HOUR, due: '2026-11-16 09.30' }),
    );
    expect(await stored(open)).toEqual(due);
    expect(await stored(await newCase(friday))).toEqual(due);
    const within = await newCase({
      ...friday,
      received: '2026-11-15 09.20',
      completed: '2026-11-15 10.05',
    });
    expect(await stored(within)).toEqual(
      jasmine.objectContaining({ official: 45 * 60, due: '2026-11-16 10.00' }),
    );
  });

  it('know what was recorded late', async () => {
    const thursday = '2026-11-12 10.00';
    const cases: readonly [Given, boolean][] = [
      [{ received: thursday }, false],
      [{ received: thursday, recorded: '2026-11-12 15.00' }, false],
      [{ received: thursday, recorded: '2026-11-13 23.00' }, false],
      // Saturday is no working day more; Monday is the second.
      [{ received: thursday, recorded: '2026-11-14 10.00' }, false],
      [{ received: thursday, recorded: '2026-11-16 08.00' }, true],
      [{ received: '2026-11-13 10.00', recorded: '2026-11-16 08.00' }, false],
      // Together with its completion, or after it.
      [{ received: thursday, completed: '2026-11-12 11.00', recorded: '2026-11-12 11.00' }, true],
      [{ received: thursday, completed: '2026-11-12 11.00', recorded: '2026-11-12 10.59' }, false],
    ];
    for (const [given, late] of cases) {
      expect(await stored(await newCase(given)))
        .withContext(JSON.stringify(given))
        .toEqual(jasmine.objectContaining({ late }));
    }
    const open = await newCase({ received: thursday, recorded: '2026-11-12 15.00' });
    await load(open, { received: thursday, completed: '2026-11-12 14.00' });
    expect(await stored(open)).toEqual(jasmine.objectContaining({ late: true }));
  });

  it('took one visit more from the second pause on that made the applicant come again', async () => {
    const number = await newCase({ received: '2026-11-09 08.00', completed: '2026-11-12 10.00', visits: 1 });
    const singleVisits = async (): Promise<unknown[]> =>
      product.database
        .owner('service_rollups')
        .where({
          kabupaten_code: KABUPATEN,
          unit_code: 'dinas',
          service_code: '*',
          channel: '*',
          grain: 'd',
          bucket: '2026-11-12',
        })
        .pluck('single_visit');
    const before = await singleVisits();
    await pause(
      number,
      { from: '2026-11-09 09.00', to: '2026-11-09 10.00', reason: 'berkas-kurang' },
      { from: '2026-11-09 11.00', to: '2026-11-09 12.00', reason: 'berkas-kurang', told: false },
      { from: '2026-11-09 12.00', to: '2026-11-09 13.00', reason: 'blangko-kosong' },
    );
    // Told: 09.00–10.00 and 12.00–13.00. Open: 8 h on Monday, Tuesday and Wednesday, 2 h on Thursday.
    expect(await stored(number)).toEqual(
      jasmine.objectContaining({ extra: 0, paused: 2 * HOUR, official: 24 * HOUR }),
    );
    expect(await singleVisits()).toEqual(before);
    await pause(number, { from: '2026-11-10 09.00', to: '2026-11-10 10.00', reason: 'jadwal-pemohon' });
    expect(await stored(number)).toEqual(jasmine.objectContaining({ extra: 1 }));
    expect(await singleVisits()).toEqual(before.map((count) => Number(count) - 1));
  });

  it('are left alone in a trial, as far as roll-ups go, and many at once', async () => {
    const records = Array.from({ length: 50 }, (_, index) => ({
      number: `M-${index}`,
      unit: 'dinas',
      service: 'dua-hari',
      receivedAt: instant('2026-11-12 10.00'),
      completedAt: null,
      status: 'diterima',
    }));
    await product.load(KABUPATEN, 'service-cases', records);
    const trial = writeInScope(product.database.application, SCOPE, async (transaction) => {
      await transaction.raw(
        `insert into case_pauses (kabupaten_code, id, unit_code, number, started_at, started_on, reason, service_code)
         select kabupaten_code, id, unit_code, number, received_at, received_on, 'blangko-kosong', service_code
           from service_cases where kabupaten_code = ? and number like 'M-%'`,
        [KABUPATEN],
      );
      const cases = transaction.raw(
        `select unit_code, number from case_pauses where kabupaten_code = ? and number like 'M-%'`,
        [KABUPATEN],
      );
      const first = await rederiveCases(transaction, { ...SCOPE, keep: false }, cases);
      const second = await rederiveCases(transaction, { ...SCOPE, keep: false }, cases);
      throw new Error(`${first.changed} ${first.moved}, then ${second.changed}`);
    });
    await expectAsync(trial).toBeRejectedWithError('50 50, then 0');
  });
});

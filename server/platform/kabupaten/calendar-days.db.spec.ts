import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import { setKabupatenSql } from '../database/scoped.ts';
import { changeCalendar, findCalendar } from './calendar-days.repository.ts';
import { createKabupaten } from './create-kabupaten.repository.ts';

describe('a calendar that is changed', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await createKabupaten(
      database.application,
      { code: 'uji', name: 'Uji', timeZone: 'Asia/Makassar', demo: false },
      STARTER_SET,
    );
  });
  afterAll(() => database.drop());

  it('has a new version with its reason, and the days of the earlier one stay', async () => {
    const version = await database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql('uji'));
      const found = await findCalendar(transaction, 'uji', 'default');
      if (found === null) throw new Error('no calendar');
      const settings = {
        ...found.settings,
        closedDays: [{ day: '2026-09-28', kind: 'local', name: 'Hari jadi kabupaten' } as const],
      };
      return changeCalendar(transaction, 'uji', { code: 'default', settings, reason: 'Hari jadi' });
    });
    expect(version).toBe(2);
    // Monday 28 September 2026: open by the first version, closed by the second, the day after one number behind.
    const { rows } = await database.owner.raw<{ rows: Record<string, unknown>[] }>(
      `select d.version, d.is_working as open, d.reason, v.reason as why,
              next.working_day_number - before.working_day_number as days
         from calendar_days d
         join calendar_versions v on v.kabupaten_code = d.kabupaten_code and v.calendar_code = d.calendar_code and v.version = d.version
         join calendar_days next on next.kabupaten_code = d.kabupaten_code and next.calendar_code = d.calendar_code
          and next.version = d.version and next.day = '2026-09-29'
         join calendar_days before on before.kabupaten_code = d.kabupaten_code and before.calendar_code = d.calendar_code
          and before.version = d.version and before.day = '2026-09-25'
        where d.kabupaten_code = 'uji' and d.calendar_code = 'default' and d.day = '2026-09-28'
        order by d.version`,
    );
    expect(rows).toEqual([
      { version: 1, open: true, reason: null, why: null, days: 2 },
      { version: 2, open: false, reason: 'Hari jadi kabupaten', why: 'Hari jadi', days: 1 },
    ]);
  });

  it('must exist', async () => {
    const change = database.application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql('uji'));
      const settings = { openingHours: [], closedDays: [], nationalHolidays: true };
      return changeCalendar(transaction, 'uji', { code: 'tidak-ada', settings, reason: null });
    });
    await expectAsync(change).toBeRejectedWithError(RangeError, 'No calendar tidak-ada');
  });
});

import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../../../db/embedded/test-database.ts';
import { seedReference } from '../../../db/seeds/reference/seed-reference.ts';
import { STARTER_SET } from '../../../db/seeds/reference/starter-set.ts';
import { readInScope, setKabupatenSql } from '../database/scoped.ts';
import { OperatorError } from '../operator-error.ts';
import { createKabupaten } from './create-kabupaten.repository.ts';

const KUKAR = { code: '64.02', name: 'Kutai Kartanegara', timeZone: 'Asia/Makassar', demo: false };

describe('createKabupaten', () => {
  let database: TestDatabase;
  let application: Knex;
  let statements = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    application = database.application;
    await seedReference(database.owner);
    await createKabupaten(application, KUKAR, STARTER_SET);
  });
  afterAll(() => database.drop());

  /** One column of the kabupaten's rows, read as the application's role. */
  async function read(sql: string, kabupatenCode = KUKAR.code): Promise<unknown[]> {
    return readInScope(application, { kabupatenCode }, async (transaction) =>
      (await transaction.rows<{ value: unknown }>(`spec-${++statements}`, sql, [kabupatenCode])).map(
        ({ value }) => value,
      ),
    );
  }

  it('makes the kabupaten and its 20 kecamatan', async () => {
    expect(
      await read(`select name as value from units where kabupaten_code = $1 and kind = 'kabupaten'`),
    ).toEqual(['Kutai Kartanegara']);
    const kecamatan = await read(
      `select name as value from units where kabupaten_code = $1 and kind = 'kecamatan' and parent_code = '64.02' order by position`,
    );
    expect(kecamatan.length).toBe(20);
    expect([kecamatan[0], kecamatan[6], kecamatan[19]]).toEqual(['Muara Muntai', 'Sebulu', 'Samboja Barat']);
  });

  it('counts the records of every kecamatan in the kabupaten', async () => {
    const spans = await read(
      `select base_key || ' ' || valid_from || ' ' || valid_to as value from unit_spans
        where kabupaten_code = $1 and span_key = '64.02' order by 1`,
    );
    expect(spans.length).toBe(21);
    expect(spans[0]).toBe('64.02.01 1900-01-01 9999-12-31');
    expect(spans).toContain('=64.02 1900-01-01 9999-12-31');
  });

  it('has a calendar in which the deadlines of the worked examples come true', async () => {
    // Domain rules, section 3: received Tuesday 2026-03-17, 3 working days → 27 March, 60 → 26 June.
    const after = async (days: number) =>
      read(
        `select later.day as value from calendar_days start
           join calendar_days later on later.kabupaten_code = start.kabupaten_code and later.calendar_code = 'default'
            and later.is_working and later.working_day_number = start.working_day_number + ${days}
          where start.kabupaten_code = $1 and start.calendar_code = 'default' and start.day = '2026-03-17'`,
      );
    expect(await after(3)).toEqual(['2026-03-27']);
    expect(await after(60)).toEqual(['2026-06-26']);
    expect(
      await read(
        `select count(*) as value from calendar_days
          where kabupaten_code = $1 and calendar_code = 'default' and is_working and day >= '2026-01-01' and day < '2027-01-01'`,
      ),
    ).toEqual([240]);
  });

  it('counts eight hours a working day by default, 24 hours round the clock, and says why a day is closed', async () => {
    const day = async (calendar: string, date: string) =>
      read(
        `select working_seconds || ' ' || opens::text || ' ' || coalesce(reason, '-') as value from calendar_days
          where kabupaten_code = $1 and calendar_code = '${calendar}' and day = '${date}'`,
      );
    expect(await day('default', '2026-11-20')).toEqual(['28800 {28800,57600} -']);
    expect(await day('default', '2026-08-17')).toEqual(['0 {} Proklamasi Kemerdekaan']);
    expect(await day('default', '2026-11-21')).toEqual(['0 {} Sabtu']);
    expect(await day('24-jam', '2026-08-17')).toEqual(['86400 {0,86400} -']);
    // Whole days from 1990-01-01 to 2040-12-31: 51 years with 13 leap days.
    expect(
      await read(
        `select count(*) as value from calendar_days where kabupaten_code = $1 and calendar_code = '24-jam'`,
      ),
    ).toEqual([51 * 365 + 13]);
  });

  it('brings services with a standard from 2015 on', async () => {
    expect(
      await read(
        `select promise_amount || ' ' || promise_unit || ' ' || valid_from as value from service_standards
          where kabupaten_code = $1 and service_code = 'kk'`,
      ),
    ).toEqual(['2 working-hours 2015-01-01']);
    expect(
      await read(
        `select s.code as value from services s left join service_standards st
             on st.kabupaten_code = s.kabupaten_code and st.service_code = s.code
          where s.kabupaten_code = $1 and st.service_code is null`,
      ),
      // What names no service has promised nothing.
    ).toEqual(['umum']);
  });

  it('gives a foreign code its root unit only, and keeps it apart from the others', async () => {
    const created = await createKabupaten(
      application,
      { code: 'luar', name: 'Luar', timeZone: 'America/New_York', demo: false },
      STARTER_SET,
    );
    expect(created.kecamatanCount).toBe(0);
    expect(await read('select code as value from units where kabupaten_code = $1', 'luar')).toEqual(['luar']);
    const seenByLuar = await application.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql('luar'));
      return transaction('units').where({ kabupaten_code: KUKAR.code });
    });
    expect(seenByLuar).toEqual([]);
  });

  it('refuses with one sentence and leaves nothing behind', async () => {
    const refusal = async (change: Partial<typeof KUKAR>): Promise<string> => {
      const error: unknown = await createKabupaten(application, { ...KUKAR, ...change }, STARTER_SET).then(
        () => null,
        (reason: unknown) => reason,
      );
      return error instanceof OperatorError ? error.message : String(error);
    };
    expect(await refusal({})).toBe('Kabupaten dengan kode 64.02 sudah ada.');
    expect(await refusal({ code: "64'; drop table kabupaten" })).toContain('tidak dapat dipakai');
    expect(await refusal({ code: '32.16', timeZone: 'WITA' })).toContain('Zona waktu "WITA" tidak dikenal');
    expect(await refusal({ code: '32.16', timeZone: '+08:00' })).toContain('tidak dikenal');
    expect(await refusal({ code: '32.16', name: ' ' })).toBe('Nama kabupaten tidak boleh kosong.');
    expect(await application('kabupaten').where({ code: '32.16' })).toEqual([]);
  });
});

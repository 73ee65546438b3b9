import { createTestDatabase, type TestDatabase } from '../../embedded/test-database.ts';
import { createKabupaten } from '../../../server/platform/kabupaten/create-kabupaten.repository.ts';
import { seedReference } from './seed-reference.ts';
import { STARTER_SET } from './starter-set.ts';

describe('seedReference', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  it('knows the areas by Kemendagri code, and writes nothing the second time', async () => {
    // 38 provinsi, 514 kabupaten and kota (Kepmendagri 300.2.2-2138/2025).
    await seedReference(database.owner);
    const count = async (level: string): Promise<number> =>
      (await database.owner('areas').where({ level }).pluck('code')).length;
    expect(await count('provinsi')).toBe(38);
    expect(await count('kabupaten')).toBe(514);
    expect(await database.owner('areas').where({ code: '64.02.07' })).toEqual([
      { code: '64.02.07', name: 'Sebulu', level: 'kecamatan', parent_code: '64.02' },
    ]);
    expect(await seedReference(database.owner)).toEqual({ areas: 0, instruments: 0, holidays: 0 });
  });

  it('corrects what an earlier version had otherwise, in the calendars as well', async () => {
    const { owner } = database;
    await seedReference(owner);
    // As an earlier version might have forecast 2027: Idulfitri a day later than listed now (10 and 11 March).
    await owner('national_holidays').where({ day: '2027-03-10' }).delete();
    await owner('national_holidays').insert({
      day: '2027-03-16',
      kind: 'holiday',
      name: 'Idulfitri (perkiraan)',
      legal_basis: 'perkiraan',
      confirmed: false,
    });
    await owner('national_holidays').where({ day: '2026-08-17' }).update({ name: 'HUT RI' });
    await createKabupaten(
      owner,
      { code: 'uji', name: 'Uji', timeZone: 'Asia/Jakarta', demo: false },
      {
        channels: [{ code: 'web', name: 'Situs web' }],
        services: STARTER_SET.services.slice(0, 2),
        complaintDeadlines: [],
      },
    );
    const working = async (): Promise<unknown> =>
      owner('calendar_days')
        .where({ kabupaten_code: 'uji', calendar_code: 'default', is_working: true })
        .where(
          'version',
          owner('calendars').select('version').where({ kabupaten_code: 'uji', code: 'default' }),
        )
        .whereIn('day', ['2027-03-10', '2027-03-16', '2026-11-20'])
        .orderBy('day')
        .pluck('day');
    expect(await working()).toEqual(['2026-11-20', '2027-03-10']);

    expect(await seedReference(owner)).toEqual({ areas: 0, instruments: 0, holidays: 3 });
    expect(await working()).toEqual(['2026-11-20', '2027-03-16']);
    expect(await owner('national_holidays').where({ day: '2026-08-17' }).pluck('name')).toEqual([
      'Proklamasi Kemerdekaan',
    ]);
    expect(
      await owner('calendars').where({ kabupaten_code: 'uji' }).orderBy('code').pluck('version'),
    ).toEqual([1, 2]);
  });
});

import { createTestDatabase, type TestDatabase } from '../../../../db/embedded/test-database.ts';
import { STARTER_SET } from '../../../../db/seeds/reference/starter-set.ts';
import { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import { createKabupaten } from '../../../platform/kabupaten/create-kabupaten.repository.ts';
import { addUser } from '../../../platform/kabupaten/user-accounts.repository.ts';
import { loadTestRecords, type TestRecord } from '../../../testing/load-test-records.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { raiseFlags, type RaiseReport } from './raise-flags.ts';

export const KABUPATEN = 'contoh-pegawai';
export const UNIT = 'loket';
/** Sunday; the last settled quarter is July to September 2026. */
export const TODAY = '2026-11-22';
/** Working days of the two judged quarters, one for each case in turn. */
const DAYS = [
  ['2026-04-06', '2026-04-20', '2026-05-04', '2026-05-18', '2026-06-03', '2026-06-15'],
  ['2026-07-06', '2026-07-20', '2026-08-03', '2026-08-18', '2026-09-01', '2026-09-14'],
] as const;

/** A kabupaten with one counter, its camat, an official for staff, and officers; no server, so that no round runs by itself. */
export interface StaffKabupaten {
  readonly database: TestDatabase;
  readonly posts: { readonly head: string; readonly decider: string };
  /** Account of the officer `p-lambat`. */
  readonly account: string;
  load(dataset: string, records: Iterable<TestRecord>): Promise<void>;
  /** Cases of an officer, so many in each of the two quarters, of which so many late. */
  cases(
    staff: string,
    count: number,
    late: number,
    more?: Readonly<Record<string, string | number>>,
  ): TestRecord[];
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void>;
  rows<Row>(table: string): Promise<Row[]>;
  raise(today?: string): Promise<RaiseReport>;
  stop(): Promise<void>;
}

/** @param officers codes of the staff on the register */
export async function startStaffKabupaten(officers: readonly string[]): Promise<StaffKabupaten> {
  const database = await createTestDatabase();
  const { application, owner } = database;
  const audit = new AuditLog('rahasia-uji');
  await createKabupaten(
    application,
    { code: KABUPATEN, name: 'Contoh', timeZone: 'Asia/Makassar', demo: false },
    STARTER_SET,
  );
  await owner('trial_periods').where({ kabupaten_code: KABUPATEN }).delete();
  const load = async (dataset: string, records: Iterable<TestRecord>): Promise<void> => {
    await loadTestRecords(application, audit, { kabupatenCode: KABUPATEN, dataset }, records);
  };
  await load('units', [
    {
      code: UNIT,
      name: 'Kecamatan Loket',
      kind: 'kecamatan',
      parentCode: KABUPATEN,
      validFrom: null,
      validTo: null,
      predecessorCode: null,
    },
  ]);
  const grant = (role: 'camat' | 'bkpsdm' | 'petugas', unitCode: string | null) => ({
    role,
    kabupatenCode: KABUPATEN,
    unitCode,
    title: `Jabatan ${role}`,
    validFrom: '2020-01-01',
  });
  const user = (username: string, ...grants: ReturnType<typeof grant>[]): Promise<string> =>
    addUser(application, { username, name: username, passwordHash: 'x', demo: false, grants });
  await user('camat', grant('camat', UNIT));
  await user('bkpsdm', grant('bkpsdm', null));
  const account = await user('petugas', grant('petugas', UNIT));
  const postOf = async (role: string): Promise<string> => {
    const row: { id: string } | undefined = await owner('posts')
      .where({ kabupaten_code: KABUPATEN, role })
      .first('id');
    return row?.id ?? '';
  };
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    await owner(table).insert({ kabupaten_code: KABUPATEN, ...row });
  };
  for (const code of officers)
    await insert('staff_members', {
      id: newRecordId(),
      code,
      name: `Pegawai ${code}`,
      employment: 'pns',
      unit_code: UNIT,
      user_id: code === 'p-lambat' ? account : null,
    });
  let numbers = 0;
  return {
    database,
    posts: { head: await postOf('camat'), decider: await postOf('bkpsdm') },
    account,
    load,
    cases: (staff, count, late, more = {}) =>
      DAYS.flatMap((days) =>
        Array.from({ length: count }, (_, index): TestRecord => {
          const day = days[index % days.length] ?? '';
          const isLate = index < late;
          return {
            number: String((numbers += 1)),
            unit: UNIT,
            service: 'kk',
            channel: 'tatap-muka',
            receivedAt: `${day}T01:00:00Z`,
            recordedAt: `${day}T01:05:00Z`,
            completedAt: `${day}T${isLate ? '07' : '03'}:00:00Z`,
            dueAt: `${day}T05:00:00Z`,
            status: 'selesai',
            staff,
            ...more,
          };
        }),
      ),
    insert,
    rows: async <Row>(table: string): Promise<Row[]> =>
      application.transaction(async (transaction) => {
        await transaction.raw(setKabupatenSql(KABUPATEN));
        return (await transaction(table).where({ kabupaten_code: KABUPATEN }).select()) as Row[];
      }),
    raise: (today = TODAY) =>
      raiseFlags(
        {
          database: application,
          kabupaten: { code: KABUPATEN, name: 'Contoh', timeZone: 'Asia/Makassar', demo: false },
          today,
          now: `${today}T01:00:00Z`,
        },
        audit,
      ),
    stop: () => database.drop(),
  };
}

import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import { setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import { demoPlace, type DemoKabupaten } from './demo-kabupaten.ts';
import type { DemoStaffDesk } from './staff-desk.ts';
import { seedStaffHistory } from './staff-history.repository.ts';
import { DEMO_REMOTE_POST, DEMO_STAFF } from './staff-story.ts';

/**
 * Puts the register of staff, a remote post and an outage in place, when there is no register yet, and tells what became
 * of the proposals of earlier quarters. What the rules make of the last one they find at the next look.
 */
export async function seedDemoStaff(
  application: Knex,
  kabupaten: DemoKabupaten,
  desk: DemoStaffDesk,
): Promise<void> {
  const last = await seedRegister(application, kabupaten);
  if (last !== null) await seedStaffHistory({ application, kabupaten, desk, today: addDays(last, 1) });
}

/** @returns the day of the last request; null when the register was there, or there are no records to be named in */
async function seedRegister(application: Knex, kabupaten: DemoKabupaten): Promise<IsoDate | null> {
  const { code } = kabupaten;
  return application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(code));
    const present: unknown = await transaction('staff_members').where({ kabupaten_code: code }).first('id');
    const last = await lastRequestOn(transaction, code);
    if (present !== undefined || last === null) return null;
    const accounts = (await transaction('users')
      .select('id', 'username')
      .where({ demo: true })
      .whereIn(
        'username',
        DEMO_STAFF.flatMap(({ account }) => account ?? []),
      )) as { id: string; username: string }[];
    await transaction('staff_members').insert(
      DEMO_STAFF.map((member) => ({
        kabupaten_code: code,
        id: uuidv7(),
        code: member.code,
        name: member.name,
        nip: member.nip,
        employment: member.employment,
        unit_code: member.unit,
        user_id: accounts.find(({ username }) => username === member.account)?.id ?? null,
        valid_from: '2024-01-01',
        demo: true,
      })),
    );
    await transaction('remote_posts').insert({
      kabupaten_code: code,
      id: uuidv7(),
      unit_code: DEMO_REMOTE_POST.unit,
      legal_basis: DEMO_REMOTE_POST.legalBasis,
      valid_from: DEMO_REMOTE_POST.validFrom,
    });
    const { outageOn } = demoPlace(kabupaten, addDays(last, 1)).dates;
    await transaction('system_outages').insert({
      kabupaten_code: code,
      id: uuidv7(),
      system: 'SIAK',
      started_at: `${outageOn}T08:00:00+08:00`,
      ended_at: `${outageOn}T16:00:00+08:00`,
      note: 'SIAK tidak dapat diakses sehari (data contoh).',
      post_title: 'Kepala BKPSDM',
    });
    return last;
  });
}

async function lastRequestOn(transaction: Knex.Transaction, kabupatenCode: string): Promise<IsoDate | null> {
  const found: { rows: { last: IsoDate | null }[] } = await transaction.raw(
    'select max(received_on) as last from service_cases where kabupaten_code = ?',
    [kabupatenCode],
  );
  return found.rows[0]?.last ?? null;
}

import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { StaffAt } from './staff-facts.queries.ts';

/** Someone of the register, with the account that is told first. */
export interface RegisteredStaff extends StaffAt {
  readonly userId: string | null;
}

interface MemberRow {
  readonly id: string;
  readonly code: string;
  readonly employment: StaffAt['employment'];
  readonly unit_code: string;
  readonly service_point: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly user_id: string | null;
}

/** Everyone of the register, also who has left. */
export async function readRegisteredStaff(transaction: ReadTransaction): Promise<RegisteredStaff[]> {
  const rows = await transaction.rows<MemberRow & Record<string, unknown>>(
    'staff-registered',
    `select id, code, employment, unit_code, service_point, valid_from, valid_to, user_id
       from staff_members where kabupaten_code = $1 order by code`,
    [transaction.kabupatenCode],
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    employment: row.employment,
    unitCode: row.unit_code,
    servicePoint: row.service_point,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    userId: row.user_id,
  }));
}

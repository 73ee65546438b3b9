import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A member of staff as the list shows it: never more of the NIP than its last four digits. */
export interface StaffRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nip_end: string | null;
  readonly employment: 'pns' | 'pppk' | 'non-asn';
  readonly unit_code: string;
  readonly service_point: string | null;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export interface StaffFilter {
  readonly id?: string | null;
  readonly unitCodes: readonly string[] | null;
  /** Words in the name or the code. */
  readonly search: string | null;
}

const CONDITION = `($2::uuid is null or s.id = $2::uuid)
  and ($3::text[] is null or s.unit_code = any($3::text[]))
  and ($4::text is null or strpos(lower(s.name), $4::text) > 0 or strpos(lower(s.code), $4::text) > 0)`;

function valuesOf(transaction: ReadTransaction, { id, unitCodes, search }: StaffFilter): unknown[] {
  return [
    transaction.kabupatenCode,
    id ?? null,
    unitCodes === null ? null : [...unitCodes],
    search?.toLowerCase() ?? null,
  ];
}

/** A page of the list in the order of the codes; `after` is the code that the page before ended with. */
export async function listStaffRecords(
  transaction: ReadTransaction,
  filter: StaffFilter,
  limit: number,
  after: string | null,
): Promise<StaffRecord[]> {
  return transaction.rows<StaffRecord & Record<string, unknown>>(
    'staff-list',
    `select s.id, s.code, s.name, right(s.nip, 4) as nip_end, s.employment, s.unit_code, s.service_point, s.user_id,
            u.name as user_name, s.valid_from, s.valid_to
       from staff_members s
       left join users u on u.id = s.user_id
      where s.kabupaten_code = $1 and ${CONDITION} and ($5::text is null or s.code > $5::text)
      order by s.code limit $6::integer`,
    [...valuesOf(transaction, filter), after, limit],
  );
}

/** How many there are. */
export async function countStaffRecords(transaction: ReadTransaction, filter: StaffFilter): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'staff-count',
    `select count(*)::int as count from staff_members s where s.kabupaten_code = $1 and ${CONDITION}`,
    valuesOf(transaction, filter),
  );
  return rows[0]?.count ?? 0;
}

/** Codes in the records received since a day that belong to nobody on the list, the most frequent first. */
export async function listUnknownCodes(
  transaction: ReadTransaction,
  since: string,
  limit: number,
): Promise<readonly { readonly code: string; readonly unit_code: string; readonly cases: number }[]> {
  return transaction.rows<{ code: string; unit_code: string; cases: number }>(
    'staff-unknown-codes',
    `select c.staff as code, c.unit_code, count(*)::int as cases
       from service_cases c
      where c.kabupaten_code = $1 and c.received_on >= $2::date and c.staff is not null
        and not exists (select from staff_members s where s.kabupaten_code = $1 and s.code = c.staff)
      group by c.staff, c.unit_code order by cases desc, code, unit_code limit $3::integer`,
    [transaction.kabupatenCode, since, limit],
  );
}

/** Name of an account that holds a post of the kabupaten; null for any other. */
export async function findAccountHere(transaction: ReadTransaction, userId: string): Promise<string | null> {
  const rows = await transaction.rows<{ name: string }>(
    'staff-account',
    `select u.name from users u
      where u.id = $2::uuid and u.active and exists (
        select from post_holders h join posts p on p.id = h.post_id
         where h.user_id = u.id and p.kabupaten_code = $1)`,
    [transaction.kabupatenCode, userId],
  );
  return rows[0]?.name ?? null;
}

/** Active accounts that hold a post of the kabupaten, by name; at most 1 000. */
export async function listAccounts(
  transaction: ReadTransaction,
): Promise<readonly { readonly id: string; readonly name: string; readonly username: string }[]> {
  return transaction.rows<{ id: string; name: string; username: string }>(
    'staff-accounts',
    `select u.id, u.name, u.username from users u
      where u.active and exists (
        select from post_holders h join posts p on p.id = h.post_id
         where h.user_id = u.id and p.kabupaten_code = $1)
      order by u.name, u.username limit 1000`,
    [transaction.kabupatenCode],
  );
}

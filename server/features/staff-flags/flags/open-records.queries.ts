import { OVERSIGHT_CLASS, readsOversightComplaints } from '#domain/complaints/visibility';
import type { FactRecord } from '#domain/staff-flags/staff-rule';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Of the records behind a proposal those that the person may open; each is told by `dataset/id`. */
export async function readOpenRecords(
  transaction: ReadTransaction,
  person: Person,
  unitCodes: readonly string[],
  records: readonly FactRecord[],
): Promise<ReadonlySet<string>> {
  const idsOf = (dataset: FactRecord['dataset'], mayRead: boolean): string[] =>
    mayRead ? records.filter((record) => record.dataset === dataset).map(({ id }) => id) : [];
  const rows = await transaction.rows<{ key: string }>(
    'staff-flag-open-records',
    `select 'service-cases/' || id as key from service_cases
      where kabupaten_code = $1 and id = any($3::uuid[]) and unit_code = any($2::text[])
     union all
     select 'complaints/' || id from complaints
      where kabupaten_code = $1 and id = any($4::uuid[]) and unit_code = any($2::text[])
        and ($6::boolean or class <> '${OVERSIGHT_CLASS}')
     union all
     select 'survey-responses/' || id from survey_responses
      where kabupaten_code = $1 and id = any($5::uuid[]) and unit_code = any($2::text[])`,
    [
      transaction.kabupatenCode,
      [...unitCodes],
      idsOf('service-cases', may(person, 'cases:read')),
      idsOf('complaints', may(person, 'complaints:read')),
      idsOf('survey-responses', may(person, 'surveys:read')),
      readsOversightComplaints(person.role),
    ],
  );
  return new Set(rows.map(({ key }) => key));
}

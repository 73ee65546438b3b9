import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export interface ConductRecord {
  readonly complaint_id: string;
  readonly complaint_number: string;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly upheld: boolean;
  readonly decided_on: string;
  readonly letter_number: string;
  readonly letter_on: string;
  readonly note: string | null;
  readonly post_title: string;
}

/** What the Inspektorat found of complaints about conduct, the newest first; at most 200. */
export async function listConductRecords(
  transaction: ReadTransaction,
  filter: { readonly complaint: string | null; readonly staff: string | null },
): Promise<ConductRecord[]> {
  return transaction.rows<ConductRecord & Record<string, unknown>>(
    'conduct-findings',
    `select f.complaint_id, c.number as complaint_number, f.staff_id, s.name as staff_name, f.upheld, f.decided_on,
            f.letter_number, f.letter_on, f.note, f.post_title
       from conduct_findings f
       join complaints c on c.kabupaten_code = f.kabupaten_code and c.id = f.complaint_id
       join staff_members s on s.kabupaten_code = f.kabupaten_code and s.id = f.staff_id
      where f.kabupaten_code = $1 and ($2::uuid is null or f.complaint_id = $2::uuid)
        and ($3::uuid is null or f.staff_id = $3::uuid)
      order by f.decided_on desc, f.complaint_id, f.staff_id limit 200`,
    [transaction.kabupatenCode, filter.complaint, filter.staff],
  );
}

export interface ConductCandidate {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly unit_code: string;
}

/** More people than this are not chosen from in a list. */
const MOST_CANDIDATES = 500;

/** The staff of a complaint's unit, and of those below it, who had not left when it came. */
export async function listCandidates(
  transaction: ReadTransaction,
  units: UnitTree,
  complaint: string,
): Promise<ConductCandidate[]> {
  const [about] = await transaction.rows<{ unit_code: string; received_on: string }>(
    'conduct-unit',
    'select unit_code, received_on from complaints where kabupaten_code = $1 and id = $2::uuid',
    [transaction.kabupatenCode, complaint],
  );
  if (about === undefined) return [];
  return transaction.rows<ConductCandidate & Record<string, unknown>>(
    'conduct-candidates',
    `select id, name, code, unit_code from staff_members
      where kabupaten_code = $1 and unit_code = any($2::text[]) and (valid_to is null or valid_to >= $3::date)
      order by name, code limit ${MOST_CANDIDATES}`,
    [transaction.kabupatenCode, units.subtreeCodes(about.unit_code), about.received_on],
  );
}

/** Whether the complaint and the member of staff are there. */
export async function findConductParties(
  transaction: ReadTransaction,
  complaint: string,
  staff: string,
): Promise<{ readonly complaint: boolean; readonly staff: boolean; readonly receivedOn: string | null }> {
  const complaints = await transaction.rows<{ received_on: string }>(
    'conduct-complaint',
    'select received_on from complaints where kabupaten_code = $1 and id = $2::uuid',
    [transaction.kabupatenCode, complaint],
  );
  const members = await transaction.rows<{ id: string }>(
    'conduct-staff',
    'select id from staff_members where kabupaten_code = $1 and id = $2::uuid',
    [transaction.kabupatenCode, staff],
  );
  return {
    complaint: complaints.length > 0,
    staff: members.length > 0,
    receivedOn: complaints[0]?.received_on ?? null,
  };
}

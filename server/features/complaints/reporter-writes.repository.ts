import type { Knex } from 'knex';
import { readsConfidentialReporters } from '#domain/complaints/visibility';
import type { FieldValue, LoadContext, RowFault, RowReader } from '../../platform/database/dataset-loader.ts';
import { NO_CHANGES, RECORDED_AT_MOST, type ProtectionChanges } from './protected-complaints.repository.ts';

/** Columns of the staging table that go into the table of reporters, and into no other. */
export const REPORTER_COLUMNS = [
  { name: 'reporter_name', type: 'text' },
  { name: 'reporter_contact', type: 'text' },
  { name: 'reporter_nik', type: 'text' },
  { name: 'confidential', type: 'boolean' },
] as const;

/** Field of the contract, column of `complaint_reporters`, what is told now and what is known already. */
const FIELDS = [
  { field: 'reporterName', column: 'name', staged: 's.reporter_name', known: 'r.name' },
  { field: 'reporterContact', column: 'contact', staged: 's.reporter_contact', known: 'r.contact' },
  { field: 'reporterNik', column: 'nik', staged: 's.reporter_nik', known: 'r.nik' },
  {
    field: 'confidential',
    column: 'confidential',
    // A blank leaves what was asked for: nobody loses a promised protection by an empty cell.
    staged: 'coalesce(s.confidential, r.confidential, false)',
    known: 'coalesce(r.confidential, false)',
  },
] as const;

/**
 * The staged values of a row's reporter, in the order of {@link REPORTER_COLUMNS}. What is wrong is said without
 * repeating the value: messages are shown to more people than the file.
 */
export function stageReporter(row: RowReader, faults: RowFault[]): FieldValue[] {
  const nik = row.text('reporterNik')?.replace(/[\s.-]/g, '') ?? null;
  if (nik !== null && nik !== '' && !/^\d{16}$/.test(nik)) {
    faults.push({
      column: 'nik_pelapor',
      code: 'nik-invalid',
      message: 'NIK pelapor harus 16 angka; bila dari Excel, jadikan kolomnya teks.',
    });
  }
  return [
    row.text('reporterName'),
    row.text('reporterContact'),
    nik === '' ? null : nik,
    row.flag('confidential'),
  ];
}

/**
 * Writes the reporters of the staged complaints in the import's own transaction, after the complaints. Fields that the
 * file has not stay as they were; a reporter is never deleted. No history is kept of these values: what was true before
 * would be personal data without a purpose. Nor does anything tell whether they changed: that would confirm a guess.
 *
 * A reporter who is kept secret from the role stays as it was: `refuseProtected` took out rows that say otherwise, and
 * an empty cell changes nothing.
 */
export async function writeReporters(
  transaction: Knex.Transaction,
  context: LoadContext,
): Promise<{ told: boolean; secrecyChanges: ProtectionChanges }> {
  const given = FIELDS.filter(({ field }) => context.presentFields.has(field));
  if (given.length === 0) return { told: false, secrecyChanges: NO_CHANGES };
  const columns = given.map(({ column }) => column);
  const mayAll = context.role === null || readsConfidentialReporters(context.role);
  const value = ({ staged, known, column }: (typeof FIELDS)[number]) => {
    if (mayAll) return staged;
    if (column === 'confidential') return `(${known} or ${staged})`;
    return `case when r.confidential then ${known} else ${staged} end`;
  };
  const changed: { rows: (ProtectionChanges['first'][number] & { total: number })[] } = await transaction.raw(
    `with told as (
       select coalesce(d.existing_id, d.id) as complaint_id, d.decision, d.unit_code, d.number,
              ${given.map((field) => `${value(field)} as ${field.column}`).join(', ')},
              ${given.map(({ known, column }) => `${known} as old_${column}`).join(', ')}
         from stage_rows s
         join decided_rows d on d.id = s.id
         left join complaint_reporters r
           on r.kabupaten_code = :kabupaten and r.complaint_id = coalesce(d.existing_id, d.id)
     ), changed as (
       select * from told
        where (${columns.join(', ')}) is distinct from (${columns.map((name) => `old_${name}`).join(', ')})
     ), written as (
       insert into complaint_reporters (kabupaten_code, complaint_id, ${columns.join(', ')})
       select :kabupaten, complaint_id, ${columns.join(', ')} from changed
       on conflict (kabupaten_code, complaint_id)
       do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
       returning complaint_id
     )
     ${
       context.presentFields.has('confidential')
         ? `select complaint_id, unit_code, old_confidential as before, confidential as after, count(*) over () as total
              from changed where decision <> 'i' and confidential is distinct from old_confidential
             order by unit_code, number limit ${RECORDED_AT_MOST}`
         : 'select from written where false'
     }`,
    { kabupaten: context.kabupatenCode },
  );
  return { told: true, secrecyChanges: { first: changed.rows, total: changed.rows[0]?.total ?? 0 } };
}

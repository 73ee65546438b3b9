import type { Handover } from '#contract/people';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Records a hand-over sheet names: the longest waiting ones. */
const OLDEST = 10;

/** The statuses of a case that is still open (contract, "Definitions"). */
const OPEN_CASE = `status in ('diterima', 'diproses', 'ditunda')`;

/** Valid complaints that are not resolved, or were reopened (contract, "Definitions"). */
const OPEN_COMPLAINT = `c.status not in ('tidak-valid', 'bukan-kewenangan')
  and (c.resolved_at is null or c.resolved_at > $3::timestamptz or c.status = 'dibuka-kembali')`;

/** Open cases of the units whose deadline has passed at `now`. */
export async function countOverdueCases(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  now: string,
): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'handover-overdue-cases',
    `select count(*) as count from service_cases
      where kabupaten_code = $1 and unit_code = any($2::text[]) and ${OPEN_CASE} and due_at <= $3::timestamptz`,
    [transaction.kabupatenCode, unitCodes, now],
  );
  return rows[0]?.count ?? 0;
}

interface RecordRow {
  [column: string]: unknown;
  number: string;
  unit: string;
  kind: string;
  received_at: Date;
  due_at: Date | null;
}

/** The open cases that wait longest, as of `now`. */
export async function readOldestOpenCases(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  now: string,
): Promise<Handover['oldestOpenCases']> {
  const rows = await transaction.rows<RecordRow>(
    'handover-oldest-cases',
    `select c.number, u.name as unit, coalesce(s.name, c.service_code) as kind, c.received_at, c.due_at
       from service_cases c
       join units u on u.kabupaten_code = c.kabupaten_code and u.code = c.unit_code
       left join services s on s.kabupaten_code = c.kabupaten_code and s.code = c.service_code
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.${OPEN_CASE}
        and c.received_at <= $3::timestamptz
      order by c.received_at, c.number limit ${OLDEST}`,
    [transaction.kabupatenCode, unitCodes, now],
  );
  return rows.map((row) => ({
    number: row.number,
    unit: row.unit,
    service: row.kind,
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
  }));
}

/** The open complaints that wait longest, as of `now`, without those of the class `hidden`. */
export async function readOldestOpenComplaints(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  now: string,
  hidden: string | null,
): Promise<Handover['oldestOpenComplaints']> {
  const rows = await transaction.rows<RecordRow>(
    'handover-oldest-complaints',
    `select c.number, u.name as unit, c.class as kind, c.received_at, c.due_at
       from complaints c
       join units u on u.kabupaten_code = c.kabupaten_code and u.code = c.unit_code
      where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and ${OPEN_COMPLAINT}
        and c.received_at <= $3::timestamptz and ($4::text is null or c.class <> $4)
      order by c.received_at, c.number limit ${OLDEST}`,
    [transaction.kabupatenCode, unitCodes, now, hidden],
  );
  return rows.map((row) => ({
    number: row.number,
    unit: row.unit,
    class: row.kind,
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
  }));
}

/** The last import of each dataset that was finished from one of the units. */
export async function readLastImports(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
): Promise<Handover['imports']> {
  const rows = await transaction.rows<{
    dataset: string;
    file_name: string;
    finished_at: Date | null;
    rows_rejected: number;
  }>(
    'handover-imports',
    `select distinct on (dataset) dataset, file_name, finished_at, rows_rejected
       from imports
      where kabupaten_code = $1 and default_unit = any($2::text[]) and status = 'succeeded' and not dry_run
      order by dataset, id desc`,
    [transaction.kabupatenCode, unitCodes],
  );
  return rows.map((row) => ({
    dataset: row.dataset,
    fileName: row.file_name,
    finishedAt: row.finished_at?.toISOString() ?? null,
    rowsRejected: row.rows_rejected,
  }));
}

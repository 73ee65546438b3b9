import type { RECONCILED_DATASETS } from '#contract/oversight/reconciliations';
import type { OurRecord } from '#domain/oversight/difference';
import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { Period } from '#domain/period/period';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

export type ReconciledDataset = (typeof RECONCILED_DATASETS)[number];

export interface OurSelection {
  readonly dataset: ReconciledDataset;
  readonly unitCodes: readonly string[];
  readonly period: Period;
  /** Numbers of their file: looked up whenever they were received. */
  readonly numbers: readonly string[];
  /** False leaves out complaints that go to the Inspektorat only. */
  readonly withOversight: boolean;
  /** So many records are read at most. */
  readonly most: number;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly received_on: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

const CASE_VALUES = `jsonb_build_object('unit', c.unit_code, 'service', c.service_code, 'channel', c.channel,
  'receivedAt', c.received_at, 'completedAt', c.completed_at, 'dueAt', c.due_at, 'status', c.status,
  'visits', c.visits, 'fee', c.fee) as values`;
const COMPLAINT_VALUES = `jsonb_build_object('unit', c.unit_code, 'service', c.service_code, 'channel', c.channel,
  'class', c.class, 'receivedAt', c.received_at, 'firstResponseAt', c.first_response_at,
  'resolvedAt', c.resolved_at, 'closedAt', c.closed_at, 'dueAt', c.due_at, 'status', c.status) as values`;

/** Our records of the units and days, and those of other days whose number their file names. */
export async function readOurRecords(
  transaction: ReadTransaction,
  { dataset, unitCodes, period, numbers, withOversight, most }: OurSelection,
): Promise<OurRecord[]> {
  const values = [transaction.kabupatenCode, [...unitCodes], period.from, period.to, [...numbers], most];
  const rows =
    dataset === 'service-cases'
      ? await transaction.rows<Row & Record<string, unknown>>(
          'reconciled-cases',
          `select c.id, c.number, c.unit_code as unit, c.received_on, ${CASE_VALUES} from service_cases c
            where c.kabupaten_code = $1 and c.unit_code = any($2::text[])
              and (c.received_on between $3::date and $4::date or c.number = any($5::text[]))
            order by c.number, c.id limit $6`,
          values,
        )
      : await transaction.rows<Row & Record<string, unknown>>(
          'reconciled-complaints',
          `select c.id, c.number, c.unit_code as unit, c.received_on, ${COMPLAINT_VALUES} from complaints c
            where c.kabupaten_code = $1 and c.unit_code = any($2::text[])
              and (c.received_on between $3::date and $4::date or c.number = any($5::text[]))
              and ($7::boolean or c.class <> '${OVERSIGHT_CLASS}')
            order by c.number, c.id limit $6`,
          [...values, withOversight],
        );
  return rows.map(({ id, number, unit, received_on: receivedOn, values: own }) => ({
    id,
    number,
    unit,
    receivedOn,
    inPeriod: receivedOn >= period.from && receivedOn <= period.to,
    values: own,
  }));
}

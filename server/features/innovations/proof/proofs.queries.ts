import type { EntryFigure } from '#contract/innovations/catalogue';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { ProofAsk } from './proof-source.ts';

/** A locked proof with its last result. */
export interface ProofRecord extends Record<string, unknown> {
  readonly id: string;
  readonly innovation_id: string;
  readonly measure: string;
  readonly field: string;
  readonly unit_code: string;
  readonly service_code: string | null;
  readonly started_on: string;
  readonly before_from: string;
  readonly before_to: string;
  readonly compared_units: readonly string[];
  readonly locked_on: string;
  readonly locked_by: string;
  readonly result: EntryFigure | null;
  readonly computed_at: Date | null;
}

const COLUMNS = `id, innovation_id, measure, field, unit_code, service_code, started_on, before_from, before_to,
  compared_units, (locked_at at time zone $2)::date as locked_on, locked_by, result, computed_at`;

/** Proofs of an entry in the order in which they were locked. @param zone of the kabupaten's days */
export async function listProofsOf(
  transaction: ReadTransaction,
  zone: string,
  innovationId: string,
): Promise<ProofRecord[]> {
  return transaction.rows<ProofRecord>(
    'proofs-of-innovation',
    `select ${COLUMNS} from innovation_proofs
      where kabupaten_code = $1 and innovation_id = $3::uuid
      order by locked_at, id`,
    [transaction.kabupatenCode, zone, innovationId],
  );
}

/**
 * Proofs whose result is of other data than those of now, or of an earlier day: a month may have ended since.
 * @param only of one entry; null of all
 */
export async function listStaleProofs(
  transaction: ReadTransaction,
  zone: string,
  today: string,
  dataVersion: number,
  only: string | null,
): Promise<ProofRecord[]> {
  return transaction.rows<ProofRecord>(
    'stale-proofs',
    `select ${COLUMNS} from innovation_proofs
      where kabupaten_code = $1 and ($5::uuid is null or innovation_id = $5::uuid)
        and (computed_at is null or result_data_version is distinct from $4::bigint
             or (computed_at at time zone $2)::date <> $3::date)
      order by innovation_id, locked_at, id`,
    [transaction.kabupatenCode, zone, today, dataVersion, only],
  );
}

/** What is to be measured for a proof. */
export function askOf(proof: ProofRecord): ProofAsk {
  return {
    unit: proof.unit_code,
    service: proof.service_code,
    measure: proof.measure,
    field: proof.field,
    startedOn: proof.started_on,
    before: { from: proof.before_from, to: proof.before_to },
    comparedUnits: proof.compared_units,
    lockedOn: proof.locked_on,
  };
}

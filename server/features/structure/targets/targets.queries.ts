import type { KeptTarget } from '#contract/structure/targets';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { versionOf } from '../structure-desk.repository.ts';

/** All targets of the kabupaten, the latest to begin first. */
export async function readKeptTargets(transaction: ReadTransaction): Promise<KeptTarget[]> {
  const rows = await transaction.rows<{
    id: string;
    unit_code: string;
    unit_kind: KeptTarget['unitKind'];
    service_code: string;
    measure: KeptTarget['measure'];
    field: string;
    valid_from: string;
    valid_to: string | null;
    at_least: number | null;
    at_most: number | null;
    legal_basis: string | null;
  }>(
    'kept-targets',
    `select id, unit_code, unit_kind, service_code, measure, field, valid_from, valid_to, at_least, at_most, legal_basis
       from targets where kabupaten_code = $1 order by measure, field, valid_from desc, unit_code, unit_kind, service_code`,
    [transaction.kabupatenCode],
  );
  return rows.map((row) => {
    const target = {
      id: row.id,
      unit: row.unit_code,
      unitKind: row.unit_kind,
      service: row.service_code,
      measure: row.measure,
      field: row.field,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      atLeast: row.at_least,
      atMost: row.at_most,
      legalBasis: row.legal_basis,
    };
    return { ...target, version: versionOf(target) };
  });
}

import type { KeptService, Standard } from '#contract/structure/services';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { versionOf } from '../structure-desk.repository.ts';

interface StandardRow {
  readonly service_code: string;
  readonly valid_from: string;
  readonly promise_unit: Standard['promise']['unit'];
  readonly promise_amount: number;
  readonly fee: number | null;
  readonly legal_basis: string | null;
  readonly components: Standard['components'];
  readonly consultation: Partial<NonNullable<Standard['consultation']>> | null;
  readonly confirmed: boolean;
}

/** All services with every version of their standards, the newest first. */
export async function readKeptServices(transaction: ReadTransaction): Promise<KeptService[]> {
  const services = await transaction.rows<{ code: string; name: string }>(
    'kept-services',
    'select code, name from services where kabupaten_code = $1 order by name, code',
    [transaction.kabupatenCode],
  );
  const rows = await transaction.rows<StandardRow>(
    'kept-standards',
    `select service_code, valid_from, promise_unit, promise_amount, fee, legal_basis, components, consultation, confirmed
       from service_standards where kabupaten_code = $1 order by service_code, valid_from desc`,
    [transaction.kabupatenCode],
  );
  return services.map(({ code, name }) => {
    const standards = rows.filter((row) => row.service_code === code).map(toStandard);
    return { code, name, standards, version: versionOf([name, standards]) };
  });
}

function toStandard(row: StandardRow): Standard {
  const { consultation } = row;
  return {
    validFrom: row.valid_from,
    promise: { unit: row.promise_unit, amount: row.promise_amount },
    fee: row.fee,
    legalBasis: row.legal_basis,
    components: row.components,
    consultation:
      consultation?.heldOn === undefined
        ? null
        : {
            heldOn: consultation.heldOn,
            participants: consultation.participants ?? '',
            minutes: consultation.minutes ?? '',
            agreedChanges: consultation.agreedChanges ?? '',
            followUp: consultation.followUp ?? '',
          },
    confirmed: row.confirmed,
  };
}

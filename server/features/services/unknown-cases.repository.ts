import type { Knex } from 'knex';
import type { LoadContext, RowFault } from '../../platform/database/dataset-loader.ts';

/** Takes the staged parts of cases that are not known out of the stage: their time would belong to nothing. */
export async function refuseUnknownCases(
  transaction: Knex.Transaction,
  context: LoadContext,
): Promise<ReadonlyMap<number, RowFault>> {
  const unknown: { rows: { row_number: number; number: string; unit_code: string }[] } =
    await transaction.raw(
      `delete from stage_rows s
      where not exists (select from service_cases f
                         where f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number)
     returning s.row_number, s.number, s.unit_code`,
      { kabupaten: context.kabupatenCode },
    );
  return new Map(
    unknown.rows.map((row) => [
      row.row_number,
      {
        column: 'nomor',
        code: 'case-unknown',
        message: `permohonan nomor “${row.number}” tidak ada pada unit ${row.unit_code}; muat permohonannya dahulu, lalu unggah baris ini lagi.`,
      },
    ]),
  );
}

import type { Knex } from 'knex';
import type { LoadContext } from '../../platform/database/dataset-loader.ts';
import { refilePauses } from './pause-loader.repository.ts';
import { rederiveSteps } from './step-loader.repository.ts';

/**
 * Remembers the cases in `decided_rows` that are about another service now; their stages and pauses are counted under the
 * service of their case, and follow it by {@link followService}.
 */
export async function noteMovedServices(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(
    `create temporary table moved_services on commit drop as
     select unit_code, number from decided_rows where decision = 'c' and old_service_code <> service_code`,
  );
}

/** Files the stages and pauses of the remembered cases under their case's service. Uses `changed_cells` and `decided_rows`. */
export async function followService(transaction: Knex.Transaction, context: LoadContext): Promise<void> {
  const moved: { rows: unknown[] } = await transaction.raw('select from moved_services limit 1');
  if (moved.rows.length > 0) {
    const cases = 'select unit_code, number from moved_services';
    await refilePauses(transaction, context, cases);
    await rederiveSteps(transaction, context, cases);
  }
  await transaction.raw('drop table moved_services');
}

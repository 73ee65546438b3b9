import type { Logger } from 'pino';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { freezeFigures, type FreezeDeps, type FreezeOrder } from './freeze-figures.ts';
import { endRun, moveRun } from './snapshot-runs.repository.ts';

/**
 * Freezes figures and keeps how far it is; never fails. A process that ends in between leaves nothing half done: all is
 * kept in one transaction at the end, and the run that no longer moves is told as broken.
 */
export async function runFreeze(
  deps: FreezeDeps & { readonly log: Logger },
  order: FreezeOrder,
  run: string,
): Promise<void> {
  const kabupatenCode = order.kabupaten.code;
  try {
    const frozen = await freezeFigures(deps, order, (done) =>
      moveRun(deps.database, kabupatenCode, run, done),
    );
    await endRun(deps.database, kabupatenCode, run, { frozen });
  } catch (error) {
    const problem =
      error instanceof ProblemException
        ? { key: error.key, values: error.values }
        : ({ key: 'snapshot-run-broken', values: {} } as const);
    if (!(error instanceof ProblemException)) deps.log.error({ error }, 'freezing figures failed');
    await endRun(deps.database, kabupatenCode, run, { problem }).catch((reason: unknown) =>
      deps.log.warn({ error: reason }, 'the end of freezing figures could not be noted'),
    );
  }
}

import type { IRouter } from 'express';
import type { Logger } from 'pino';
import type { Language } from '#contract/messages';
import {
  freezeFigures as freezeRoute,
  listSnapshots,
  readFreezeRun,
  readSnapshot,
  readSnapshotComparison,
  readSnapshotReproduction,
} from '#contract/reports/snapshots';
import { typedCode } from '#domain/snapshots/snapshot-code';
import { isOver, periodName } from '#domain/snapshots/snapshot-period';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import type { JobQueue } from '../../../platform/jobs/job-queue.ts';
import { compareSnapshot, recordCounts, reproduceSnapshot } from './compare-snapshot.ts';
import { takenValues, unitsToFreeze } from './freeze-figures.ts';
import { FREEZE, runFreeze, type FreezeJob } from './freeze-job.ts';
import type { FigureSources } from './figure-sources.ts';
import { readFrozen, requirePeriod, type FiguresDeps } from './read-figures.ts';
import { viewOf } from './reader-of-person.ts';
import { lineOf, periodsOf, runOf } from './snapshot-answers.ts';
import { beginRun, currentRun, findRun, type NewRun } from './snapshot-runs.repository.ts';
import { findSnapshot, listOfUnit, newestSnapshot, type SnapshotRecord } from './snapshots.queries.ts';

export interface SnapshotDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly log: Logger;
  readonly figures: FiguresDeps;
  /** The same figures for everybody who may ever read them; see {@link FreezeDeps}. */
  readonly freezing: () => FigureSources;
  readonly jobs: Pick<JobQueue, 'work' | 'send' | 'wake'>;
}

/** Figures that were frozen: the list, one of them, what has changed since, and freezing itself. */
export function snapshotRoutes(router: IRouter, deps: SnapshotDeps): void {
  const { jobs } = deps;
  jobs.work<FreezeJob>(FREEZE, (call) => runFreeze(deps, call));

  bindRoute(router, listSnapshots, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const code = query.unit ?? scope.rootUnit;
      const unit = units.isWithin(code, scope.rootUnit) ? units.find(code) : null;
      if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
      const { clock, shownUntil } = await viewOf(transaction, deps.figures.clock, { person, language });
      const snapshots = await listOfUnit(transaction, unit.code);
      const mayFreeze = may(person, 'reports:freeze');
      const run = mayFreeze ? await currentRun(transaction) : null;
      return {
        unit: unit.code,
        unitName: unit.name,
        periods: periodsOf(snapshots, clock.today, shownUntil ?? clock.today, language),
        items: snapshots.map((snapshot) => lineOf(snapshot, language)),
        mayFreeze,
        running: run && runOf(run, language),
      };
    });
  });

  bindRoute(router, freezeRoute, async (call) => {
    const { kabupatenCode } = tenantScopeOf(call.person);
    const order = await readInScope(deps.database, { kabupatenCode }, (transaction) =>
      orderOf(transaction, deps, call),
    );
    const id = await beginRun(deps.database, kabupatenCode, order, (transaction, run) =>
      jobs.send(FREEZE.name, { kabupatenCode, id: run } satisfies FreezeJob, { key: run, transaction }),
    );
    if (id === null) throw await alreadyRunning(deps, call.person);
    // The answer does not wait: whoever asked looks how far it is.
    jobs.wake(FREEZE.name);
    return readRun(deps, call.person, call.language, id);
  });

  bindRoute(router, readFreezeRun, ({ params, person, language }) =>
    readRun(deps, person, language, params.id),
  );

  bindRoute(router, readSnapshot, ({ params, person, language }) =>
    withSnapshot(deps, person, params.code, async (transaction, snapshot) => {
      const frozen = await readFrozen(transaction, { person, language }, snapshot);
      const history = (await listOfUnit(transaction, snapshot.unit_code)).filter(
        ({ grain, from_on }) => grain === snapshot.grain && from_on === snapshot.from_on,
      );
      return {
        ...lineOf(snapshot, language),
        sentence: frozen.sentence,
        history: history.map((each) => lineOf(each, language)).toReversed(),
        filters: {},
        records: await recordCounts(transaction, person, snapshot),
        content: frozen.content,
        mayFreeze: may(person, 'reports:freeze'),
      };
    }),
  );

  bindRoute(router, readSnapshotComparison, ({ params, person, language }) =>
    withSnapshot(deps, person, params.code, (transaction, snapshot) =>
      compareSnapshot(transaction, deps.figures, { person, language }, snapshot),
    ),
  );

  bindRoute(router, readSnapshotReproduction, ({ params, person, language }) =>
    withSnapshot(deps, person, params.code, (transaction, snapshot) =>
      reproduceSnapshot(transaction, deps.figures, { person, language }, snapshot),
    ),
  );
}

/** A snapshot of a unit in the person's scope; 404 for all others, as if there were none. */
function withSnapshot<T>(
  { database }: SnapshotDeps,
  person: Person,
  code: string,
  read: (transaction: ReadTransaction, snapshot: SnapshotRecord) => Promise<T>,
): Promise<T> {
  const scope = tenantScopeOf(person);
  return readInScope(database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const snapshot = await findSnapshot(transaction, typedCode(code));
    if (snapshot === null || !units.isWithin(snapshot.unit_code, scope.rootUnit))
      throw new ProblemException(404, 'snapshot-not-found', { code });
    return read(transaction, snapshot);
  });
}

/**
 * What is to be frozen, checked.
 *
 * @throws ProblemException 400 for a period that is not over or not open to leadership yet; 409 when it was frozen before,
 * or when there is nothing yet that could be corrected
 */
async function orderOf(
  transaction: ReadTransaction,
  deps: SnapshotDeps,
  { body, person, language, request }: RouteCall<typeof freezeRoute>,
): Promise<NewRun> {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  const period = requirePeriod(body.grain, body.from);
  const name = periodName(period, language);
  const clock = deps.figures.clock(timeZone);
  if (!isOver(period, clock.today)) throw new ProblemException(400, 'snapshot-not-over', { period: name });
  const { shownUntil } = await viewOf(transaction, deps.figures.clock, { person, language });
  if (shownUntil !== null && period.to > shownUntil)
    throw new ProblemException(400, 'snapshot-not-shown', { period: name, day: shownUntil });
  const { units } = (await readStructure(transaction)).structure;
  const known = await newestSnapshot(transaction, kabupatenCode, body.grain, body.from);
  const reason = body.reason ?? null;
  if (known !== null && reason === null)
    throw new ProblemException(409, 'snapshot-taken', takenValues(known, { clock, language }));
  if (known === null && reason !== null)
    throw new ProblemException(409, 'snapshot-none-to-correct', { period: name });
  const { post } = person;
  if (post === null) throw new ProblemException(403, 'forbidden');
  return {
    grain: body.grain,
    from_on: period.from,
    total: unitsToFreeze(units, kabupatenCode, period).length,
    ordered_at: clock.now,
    user_id: person.userId,
    post_id: post.id,
    post_title: post.title,
    address: addressOf(request),
    reason,
    language,
  };
}

async function alreadyRunning({ database }: SnapshotDeps, person: Person): Promise<ProblemException> {
  const run = await readInScope(database, tenantScopeOf(person), currentRun);
  return new ProblemException(409, 'snapshot-running', { by: run?.post_title ?? '…' });
}

function readRun({ database }: SnapshotDeps, person: Person, language: Language, id: string) {
  return readInScope(database, tenantScopeOf(person), async (transaction) => {
    const run = await findRun(transaction, id);
    if (run === null) throw new ProblemException(404, 'snapshot-run-not-found');
    return runOf(run, language);
  });
}

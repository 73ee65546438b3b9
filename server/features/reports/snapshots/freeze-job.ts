import type { Logger } from 'pino';
import { periodAround } from '#domain/snapshots/snapshot-period';
import { actorOf, type AuditActor } from '../../../platform/audit/audit-entry.ts';
import { findUserById } from '../../../platform/auth/people.queries.ts';
import { personInPost } from '../../../platform/auth/person.ts';
import { clockAt } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { JobCall, JobKind, JobQueue } from '../../../platform/jobs/job-queue.ts';
import { listKabupaten, type KabupatenRecord } from '../../../platform/kabupaten/kabupaten.queries.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import { freezeFigures, type FreezeDeps } from './freeze-figures.ts';
import {
  currentRun,
  failRun,
  RunLost,
  takeUpRun,
  type RunOrder,
  type TakenRun,
} from './snapshot-runs.repository.ts';

/** What the job is told; everything else stands in the row of the run. */
export interface FreezeJob {
  readonly kabupatenCode: string;
  readonly id: string;
}

/** An hour is far more than the largest kabupaten takes. */
export const FREEZE: JobKind = {
  name: 'freeze-figures',
  retries: 2,
  firstPauseSeconds: 10,
  longestPauseSeconds: 60,
  expireSeconds: 3_600,
};
/** A run that takes its process down with it is not taken up for ever. */
const MOST_ATTEMPTS = 8;

/**
 * Freezes what somebody ordered and keeps how far it is. It may be called more than once for a run: one that has ended is
 * left as it is, and of two processes only the one that took it up last writes.
 *
 * @throws Error when it may help to try again
 */
export async function runFreeze(
  deps: FreezeDeps & { readonly log: Logger },
  { data, last, signal }: JobCall<FreezeJob>,
): Promise<void> {
  const { database, log } = deps;
  const { kabupatenCode, id } = data;
  const kabupaten = (await listKabupaten(database)).find(({ code }) => code === kabupatenCode);
  if (kabupaten === undefined) return;
  const taken = await takeUpRun(database, kabupatenCode, id);
  if (taken === null) return;
  try {
    await freezeOrFail(deps, kabupaten, taken, { last, signal });
  } catch (error) {
    if (!(error instanceof RunLost)) throw error;
    log.warn({ run: id, attempt: taken.claim.attempt }, 'freezing figures: the run is in other hands');
  }
}

async function freezeOrFail(
  deps: FreezeDeps,
  kabupaten: KabupatenRecord,
  { order, claim }: TakenRun,
  { last, signal }: Pick<JobCall<FreezeJob>, 'last' | 'signal'>,
): Promise<void> {
  const { database } = deps;
  try {
    if (claim.attempt > MOST_ATTEMPTS) throw new ProblemException(409, 'snapshot-run-broken');
    const actor = await actorOfOrder(database, order);
    if (actor === null) throw new ProblemException(409, 'snapshot-run-no-account');
    await freezeFigures(
      deps,
      {
        kabupaten,
        grain: order.grain,
        period: periodAround(order.grain, order.from_on),
        reason: order.reason,
        clock: clockAt(order.ordered_at, kabupaten.timeZone),
        actor,
        post: { id: order.post_id, title: order.post_title },
        demo: kabupaten.demo,
        language: order.language,
        claim,
      },
      signal,
    );
  } catch (error) {
    if (error instanceof ProblemException && error.status < 500) {
      await failRun(database, claim, { key: error.key, values: error.values });
      return;
    }
    if (last && !(error instanceof RunLost))
      await failRun(database, claim, { key: 'snapshot-run-broken', values: {} });
    throw error;
  }
}

/** Who ordered it, in the post of then; null when the account was closed since. */
async function actorOfOrder(database: Database, order: RunOrder): Promise<AuditActor | null> {
  const now = order.ordered_at.toISOString();
  const user = order.user_id === null ? null : await findUserById(database, order.user_id, now);
  const post = user?.posts.find(({ id }) => id === order.post_id);
  if (!user || post === undefined) return null;
  return actorOf(personInPost(user, post), order.address);
}

/** Jobs are in no backup: after a restore the run that was under way gets a new one. */
export function freezeAgain(jobs: Pick<JobQueue, 'send' | 'wake'>): RoundTask {
  return {
    name: 'freeze-again',
    run: async ({ database, kabupaten }) => {
      const run = await readInScope(database, { kabupatenCode: kabupaten.code }, currentRun);
      if (run === null) return;
      await jobs.send(FREEZE.name, { kabupatenCode: kabupaten.code, id: run.id }, { key: run.id });
    },
  };
}

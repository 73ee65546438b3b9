import { afterQuietHours, nextDue, type Schedule } from '#domain/deliveries/schedule';
import type { Weekday } from '#domain/period/civil-date';
import type { Logger } from 'pino';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import type { JobQueue } from '../../platform/jobs/job-queue.ts';
import { listKabupaten, type KabupatenRecord } from '../../platform/kabupaten/kabupaten.queries.ts';
import { errorText } from '../../platform/operator-error.ts';
import { insertDelivery, listStranded } from './deliveries.repository.ts';
import { DELIVER, enqueueDelivery } from './delivery-deps.ts';
import {
  inKabupaten,
  listDue,
  readWorkingDays,
  setNextDue,
  type SubscriptionRecord,
} from './subscriptions.repository.ts';

export interface RoundDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly log: Logger;
  readonly jobs: JobQueue;
  /** How often is looked; a minute unless given. */
  readonly everyMs?: number;
}

const MINUTE_MS = 60_000;
const AT_ONCE = 200;
/** Longer than any pause between two attempts. */
const STRANDED_MS = 2 * 60 * MINUTE_MS;

/**
 * Looks every minute which subscriptions fell due, and hands each over as a delivery. A delivery, the next due moment and
 * the job stand in one transaction: after a crash all of them are there or none. Several processes may look at once.
 */
export class DeliveryRound {
  readonly #deps: RoundDeps;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: RoundDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#look();
  }

  /** Resolves when a look under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #look(): void {
    this.#running = this.#lookEverywhere().then(() => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => this.#look(), this.#deps.everyMs ?? MINUTE_MS);
      this.#timer.unref();
    });
  }

  async #lookEverywhere(): Promise<void> {
    try {
      for (const kabupaten of await listKabupaten(this.#deps.database)) {
        if (this.#stopped) return;
        await handOverDue(this.#deps, kabupaten);
      }
    } catch (error) {
      if (!this.#stopped)
        this.#deps.log.error({ error: errorText(error) }, 'due subscriptions: a look failed');
    }
  }
}

/** Makes deliveries of what fell due in a kabupaten. Doing it twice changes nothing. @returns how many there are now */
export async function handOverDue(deps: RoundDeps, kabupaten: KabupatenRecord): Promise<number> {
  const { code: kabupatenCode, timeZone } = kabupaten;
  const { now, today } = deps.clock(timeZone);
  const { made, stranded } = await inKabupaten(deps.database, kabupatenCode, async (transaction) => {
    const lost = await listStranded(
      transaction,
      kabupatenCode,
      new Date(Date.parse(now) - STRANDED_MS).toISOString(),
    );
    const due = await listDue(transaction, kabupatenCode, now, AT_ONCE);
    if (due.length === 0) return { made: 0, stranded: lost };
    const isWorkingDay = await readWorkingDays(transaction, kabupatenCode, today);
    for (const subscription of due) {
      // What was missed while PANDU stood still is made up for once, not once for each day.
      const dueAt = (subscription.next_due ?? new Date(now)).toISOString();
      await setNextDue(
        transaction,
        kabupatenCode,
        subscription.id,
        nextDue(scheduleOf(subscription), now, isWorkingDay, timeZone),
      );
      const sendAfter = afterQuietHours(now, timeZone);
      const id = await insertDelivery(transaction, kabupatenCode, {
        dedupe: `subscription/${subscription.id}/${dueAt}`,
        kind: 'report',
        userId: subscription.user_id,
        subscriptionId: subscription.id,
        postId: null,
        subject: null,
        body: null,
        dueAt,
        sendAfter,
        now,
      });
      if (id !== null) await enqueueDelivery(deps.jobs, transaction, { kabupatenCode, id }, sendAfter);
    }
    return { made: due.length, stranded: lost };
  });
  // A delivery whose job is gone gets another; where the job still waits, the queue takes no second one.
  for (const id of stranded) await deps.jobs.send(DELIVER.name, { kabupatenCode, id }, { key: id });
  if (made > 0) deps.jobs.wake(DELIVER.name);
  return made;
}

/** The schedule of a kept subscription. */
export function scheduleOf({ rhythm, weekday, month_day, hour }: SubscriptionRecord): Schedule {
  if (rhythm === 'weekly') return { rhythm, weekday: (weekday ?? 1) as Weekday, hour };
  if (rhythm === 'monthly') return { rhythm, monthDay: month_day ?? 1, hour };
  return { rhythm, hour };
}

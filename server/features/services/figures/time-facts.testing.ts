import { randomUUID } from 'node:crypto';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import { rebuildFamily } from '../../../platform/database/rollups/rollup-writer.repository.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import type { TestProduct } from '../../../testing/test-product.ts';
import { PAUSE_ROLLUPS } from '../pause-rollups.ts';
import { STEP_ROLLUPS } from '../step-rollups.ts';

/** A stage that was completed, as it stands in the database. Times are of the zone WITA (UTC+8). */
export interface StepFact {
  readonly unit: string;
  readonly number: string;
  readonly service: string;
  readonly step: string;
  readonly stepUnit: string;
  /** `2026-03-02 09:00` */
  readonly started: string;
  readonly completed: string;
  readonly officialSeconds: number;
}

export interface PauseFact {
  readonly unit: string;
  readonly number: string;
  readonly service: string;
  readonly started: string;
  /** Null: it still runs. */
  readonly ended: string | null;
  readonly reason: string;
  readonly told: boolean;
  readonly workingSeconds: number | null;
}

/** Puts stages and pauses into the database with their roll-ups: how files bring them is another spec's matter. */
export async function writeTimeFacts(
  product: TestProduct,
  kabupaten: string,
  steps: readonly StepFact[],
  pauses: readonly PauseFact[],
): Promise<void> {
  const instant = (local: string) => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
  await product.database.application.transaction(async (transaction) => {
    await transaction.raw(setKabupatenSql(kabupaten));
    await transaction('case_steps').insert(
      steps.map((fact) => ({
        kabupaten_code: kabupaten,
        id: randomUUID(),
        unit_code: fact.unit,
        number: fact.number,
        step: fact.step,
        step_unit: fact.stepUnit,
        started_at: instant(fact.started),
        completed_at: instant(fact.completed),
        completed_on: fact.completed.slice(0, 10),
        service_code: fact.service,
        official_seconds: fact.officialSeconds,
      })),
    );
    await transaction('case_pauses').insert(
      pauses.map((fact) => ({
        kabupaten_code: kabupaten,
        id: randomUUID(),
        unit_code: fact.unit,
        number: fact.number,
        started_at: instant(fact.started),
        started_on: fact.started.slice(0, 10),
        ended_at: fact.ended === null ? null : instant(fact.ended),
        reason: fact.reason,
        told: fact.told,
        service_code: fact.service,
        working_seconds: fact.workingSeconds,
      })),
    );
    const context = { kabupaten, zone: 'Asia/Makassar', edges: DURATION_EDGES };
    for (const family of [STEP_ROLLUPS, PAUSE_ROLLUPS]) await rebuildFamily(transaction, family, context);
  });
}

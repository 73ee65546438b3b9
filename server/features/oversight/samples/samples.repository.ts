import type { Knex } from 'knex';
import type { Sample } from '#contract/oversight/samples';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { SampledDataset } from './sample-rows.queries.ts';

/** Where samples are written, and who writes. */
export interface SampleDesk {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
}

export interface NewSample {
  readonly dataset: SampledDataset;
  readonly query: Readonly<Record<string, string>>;
  readonly unitCode: string;
  readonly reason: string;
  readonly seed: string;
  readonly population: number;
  readonly populationHash: string;
  readonly dataVersion: number;
  readonly drawn: readonly string[];
}

/**
 * Records a draw. What was searched for, and the reason, may name people: in the trail they are sealed.
 * @returns its id
 */
export async function insertSample(desk: SampleDesk, sample: NewSample): Promise<string> {
  const { kabupatenCode } = desk;
  const id = newRecordId();
  const { search } = sample.query;
  return writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await transaction('case_samples').insert({
      kabupaten_code: kabupatenCode,
      id,
      dataset: sample.dataset,
      query: JSON.stringify(sample.query),
      unit_code: sample.unitCode,
      reason: sample.reason,
      seed: sample.seed,
      size: sample.drawn.length,
      population: sample.population,
      population_hash: sample.populationHash,
      data_version: sample.dataVersion,
      drawn: [...sample.drawn],
      post_title: desk.actor.postTitle ?? desk.actor.program ?? '',
      created_at: desk.now,
    });
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'sample-drawn',
      subject: `samples/${id}`,
      details: {
        dataset: sample.dataset,
        unit: sample.unitCode,
        size: sample.drawn.length,
        population: sample.population,
        seed: sample.seed,
        populationHash: sample.populationHash,
      },
      personal: { reason: sample.reason, ...(search === undefined ? {} : { search }) },
    });
    return { result: id, changed: false };
  });
}

/** Puts on record that a draw was repeated, and what came of it. */
export async function recordRedraw(
  desk: SampleDesk,
  sample: { readonly id: string; readonly dataset: SampledDataset; readonly unitCode: string },
  outcome: { readonly samePopulation: boolean; readonly sameSample: boolean },
): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'sample-redrawn',
      subject: `samples/${sample.id}`,
      details: { dataset: sample.dataset, unit: sample.unitCode, ...outcome },
    });
    return { result: undefined, changed: false };
  });
}

export interface RecordCheck {
  readonly sampleId: string;
  readonly recordId: string;
  readonly unitCode: string;
  readonly number: string;
  readonly verdict: NonNullable<Sample['items'][number]['check']>['verdict'];
  readonly note: string | null;
}

/** Records what was found in a drawn record; a later finding takes the place of an earlier one, which the trail keeps. */
export async function saveCheck(desk: SampleDesk, check: RecordCheck): Promise<void> {
  const { kabupatenCode } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    await transaction('sample_checks')
      .insert({
        kabupaten_code: kabupatenCode,
        sample_id: check.sampleId,
        record_id: check.recordId,
        verdict: check.verdict,
        note: check.note,
        post_title: desk.actor.postTitle ?? desk.actor.program ?? '',
        checked_at: desk.now,
      })
      .onConflict(['kabupaten_code', 'sample_id', 'record_id'])
      .merge(['verdict', 'note', 'post_title', 'checked_at']);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'sample-checked',
      subject: `samples/${check.sampleId}`,
      details: { unit: check.unitCode, number: check.number, verdict: check.verdict },
      ...(check.note === null ? {} : { personal: { note: check.note } }),
    });
    return { result: undefined, changed: false };
  });
}

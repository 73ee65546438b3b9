import type { Knex } from 'knex';
import type { Language } from '#contract/messages';
import { DEFINITIONS_VERSION } from '#domain/measures';
import type { RecordsBehind } from './record-kinds.ts';
import { inRuns, noteRun, type RunClaim } from './snapshot-runs.repository.ts';

/**
 * What is computed of a run so far, unit by unit, until all of it becomes snapshots in one transaction. So no process
 * holds more than one unit's figures, and one that takes a run up goes on where the last one ended.
 */
export interface SnapshotDraft {
  readonly unit: { readonly code: string; readonly name: string };
  /** Of the snapshot that it becomes; null where nothing differs from what was frozen before. */
  readonly number: number | null;
  /** Code of the snapshot it corrects. */
  readonly corrects: string | null;
  readonly contents: readonly {
    readonly rightsKey: string;
    readonly language: Language;
    readonly body: string;
    readonly hash: string;
  }[];
  readonly records: RecordsBehind | null;
}

/** Units that need not be computed again; what was computed of other records or by other definitions is thrown away. */
export async function draftedUnits(
  database: Knex,
  claim: RunClaim,
  dataVersion: number,
): Promise<ReadonlySet<string>> {
  const { kabupatenCode, id } = claim;
  return inRuns(database, kabupatenCode, async (transaction) => {
    const drafts = () => transaction('snapshot_drafts').where({ kabupaten_code: kabupatenCode, run_id: id });
    await drafts()
      .andWhereNot((same) => {
        void same.where({ data_version: dataVersion, definitions_version: DEFINITIONS_VERSION });
      })
      .delete();
    const units = await drafts().pluck<string[]>('unit_code');
    await noteRun(transaction, claim, { done: units.length });
    return new Set(units);
  });
}

/** Keeps what was computed of one unit, with how far the run is. */
export async function keepDraft(
  database: Knex,
  claim: RunClaim,
  draft: SnapshotDraft,
  at: { readonly place: number; readonly dataVersion: number },
): Promise<void> {
  const { kabupatenCode, id } = claim;
  const of = { run_id: id, unit_code: draft.unit.code };
  await inRuns(database, kabupatenCode, async (transaction) => {
    await noteRun(transaction, claim, { done: at.place + 1 });
    await transaction('snapshot_drafts').insert({
      kabupaten_code: kabupatenCode,
      ...of,
      unit_name: draft.unit.name,
      place: at.place,
      number: draft.number,
      corrects: draft.corrects,
      records: JSON.stringify(draft.records ?? {}),
      data_version: at.dataVersion,
      definitions_version: DEFINITIONS_VERSION,
    });
    for (const { rightsKey, language, body, hash } of draft.contents)
      await transaction('snapshot_draft_contents').insert({
        kabupaten_code: kabupatenCode,
        ...of,
        rights_key: rightsKey,
        language,
        body,
        hash,
      });
  });
}

import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import type { Language } from '#contract/messages';
import { DEFINITIONS_VERSION } from '#domain/measures';
import type { Period } from '#domain/period/period';
import { CODE_LENGTH, snapshotCode } from '#domain/snapshots/snapshot-code';
import type { SnapshotGrain } from '#domain/snapshots/snapshot-period';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { RECORD_KINDS, type RecordsBehind } from './record-kinds.ts';

/** One unit's figures, computed and ready to be kept. */
export interface NewSnapshot {
  readonly unit: { readonly code: string; readonly name: string };
  readonly number: number;
  /** Code of the snapshot it corrects. */
  readonly corrects: string | null;
  readonly contents: readonly {
    readonly rightsKey: string;
    readonly language: Language;
    readonly body: string;
    readonly hash: string;
  }[];
  readonly records: RecordsBehind;
}

/** What is frozen together: every unit at one data version. */
export interface NewFreeze {
  readonly kabupaten: { readonly code: string; readonly name: string };
  readonly grain: SnapshotGrain;
  readonly period: Period;
  readonly periodName: string;
  readonly reason: string | null;
  readonly dataVersion: number;
  /** ISO instant the figures were computed at. */
  readonly at: string;
  readonly post: { readonly id: string | null; readonly title: string };
  readonly demo: boolean;
  readonly snapshots: readonly NewSnapshot[];
}

/** Letters are drawn anew when a code is taken; a month would need thousands of snapshots for one to be taken twice. */
const MOST_DRAWS = 20;
const DRAW_STEPS = 1 << 30;

/**
 * Keeps what was computed, all of it or nothing.
 *
 * @returns false when records changed since it was computed: nothing was kept
 */
export async function keepFreeze(
  database: Knex,
  audit: AuditLog,
  actor: AuditActor,
  freeze: NewFreeze,
): Promise<boolean> {
  const kabupatenCode = freeze.kabupaten.code;
  return writeInScope(database, { kabupatenCode }, async (transaction) => {
    const version = await transaction<{ kabupaten_code: string; version: number }>('data_versions')
      .where({ kabupaten_code: kabupatenCode })
      .first('version');
    if (version?.version !== freeze.dataVersion) return { result: false, changed: false };
    const freezeId = newRecordId();
    const codes: string[] = [];
    for (const snapshot of freeze.snapshots)
      codes.push(await insertSnapshot(transaction, freeze, freezeId, snapshot));
    await audit.record(transaction, kabupatenCode, actor, {
      action: freeze.reason === null ? 'figures-frozen' : 'figures-corrected',
      subject: `snapshots/${freezeId}`,
      details: {
        period: freeze.periodName,
        grain: freeze.grain,
        from: freeze.period.from,
        to: freeze.period.to,
        units: codes.length,
        code: codes[0] ?? null,
        dataVersion: freeze.dataVersion,
        definitionsVersion: DEFINITIONS_VERSION,
      },
      ...(freeze.reason === null ? {} : { personal: { reason: freeze.reason } }),
    });
    return { result: true, changed: false };
  });
}

async function insertSnapshot(
  transaction: Knex.Transaction,
  freeze: NewFreeze,
  freezeId: string,
  snapshot: NewSnapshot,
): Promise<string> {
  const kabupatenCode = freeze.kabupaten.code;
  const code = await freeCode(transaction, freeze);
  await transaction('snapshots').insert({
    kabupaten_code: kabupatenCode,
    code,
    unit_code: snapshot.unit.code,
    unit_name: snapshot.unit.name,
    grain: freeze.grain,
    from_on: freeze.period.from,
    to_on: freeze.period.to,
    number: snapshot.number,
    state: snapshot.corrects === null ? 'tetap' : 'perbaikan',
    corrects: snapshot.corrects,
    reason: freeze.reason,
    freeze_id: freezeId,
    data_version: freeze.dataVersion,
    definitions_version: DEFINITIONS_VERSION,
    filters: JSON.stringify({}),
    frozen_at: freeze.at,
    post_id: freeze.post.id,
    post_title: freeze.post.title,
    demo: freeze.demo,
  });
  await transaction('snapshot_contents').insert(
    snapshot.contents.map(({ rightsKey, language, body, hash }) => ({
      kabupaten_code: kabupatenCode,
      snapshot_code: code,
      rights_key: rightsKey,
      language,
      body,
      hash,
    })),
  );
  await transaction('snapshot_records').insert(
    RECORD_KINDS.map((dataset) => ({
      kabupaten_code: kabupatenCode,
      snapshot_code: code,
      dataset,
      ids: snapshot.records[dataset],
    })),
  );
  return code;
}

async function freeCode(transaction: Knex.Transaction, freeze: NewFreeze): Promise<string> {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const letters = Array.from({ length: CODE_LENGTH }, () => randomInt(DRAW_STEPS) / DRAW_STEPS);
    const code = snapshotCode(freeze.kabupaten.name, freeze.grain, freeze.period.from, letters);
    const taken: unknown[] = await transaction('snapshots')
      .select('code')
      .where({ kabupaten_code: freeze.kabupaten.code, code });
    if (taken.length === 0) return code;
  }
  throw new Error(`no free code for ${freeze.periodName}`);
}

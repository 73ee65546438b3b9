import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { CODE_LENGTH, snapshotCode } from '#domain/snapshots/snapshot-code';
import { periodName } from '#domain/snapshots/snapshot-period';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { writeInScope } from '../../../platform/database/scoped.ts';
import type { FreezeOrder } from './freeze-order.ts';
import { RECORD_KINDS } from './record-kinds.ts';
import { noteRun } from './snapshot-runs.repository.ts';

/** What was computed of one unit and becomes a snapshot. */
interface Draft {
  readonly unit_code: string;
  readonly unit_name: string;
  readonly number: number;
  readonly corrects: string | null;
}

/** Letters are drawn anew when a code is taken; a month would need thousands of snapshots for one to be taken twice. */
const MOST_DRAWS = 20;
const DRAW_STEPS = 1 << 30;

/**
 * Makes snapshots of what a run has computed and ends the run, all of it in one transaction or nothing.
 *
 * @returns number of units that were frozen; null when records changed since it was computed, and nothing was kept
 * @throws RunLost when another process has taken the run up
 */
export async function keepFreeze(
  database: Knex,
  audit: AuditLog,
  order: FreezeOrder,
  dataVersion: number,
): Promise<number | null> {
  const kabupatenCode = order.kabupaten.code;
  const run = order.claim.id;
  return writeInScope<number | null>(database, { kabupatenCode }, async (transaction) => {
    const version = await transaction<{ kabupaten_code: string; version: number }>('data_versions')
      .where({ kabupaten_code: kabupatenCode })
      .first('version');
    if (version?.version !== dataVersion) return { result: null, changed: false };
    const drafts = (await transaction('snapshot_drafts')
      .select('unit_code', 'unit_name', 'number', 'corrects')
      .where({ kabupaten_code: kabupatenCode, run_id: run })
      .whereNotNull('number')
      .orderBy('place')) as Draft[];
    if (drafts.length === 0) return { result: 0, changed: false };
    await noteRun(transaction, order.claim, { state: 'done', frozen: drafts.length, address: null });
    const freezeId = newRecordId();
    const codes: string[] = [];
    for (const draft of drafts)
      codes.push(await insertSnapshot(transaction, order, { freezeId, dataVersion }, draft));
    await transaction('snapshot_drafts').where({ kabupaten_code: kabupatenCode, run_id: run }).delete();
    await audit.record(transaction, kabupatenCode, order.actor, {
      action: order.reason === null ? 'figures-frozen' : 'figures-corrected',
      subject: `snapshots/${freezeId}`,
      details: {
        period: periodName(order.period, 'id'),
        grain: order.grain,
        from: order.period.from,
        to: order.period.to,
        units: codes.length,
        code: codes[0] ?? null,
        dataVersion,
        definitionsVersion: DEFINITIONS_VERSION,
      },
      ...(order.reason === null ? {} : { personal: { reason: order.reason } }),
    });
    return { result: drafts.length, changed: false };
  });
}

/** The texts go from table to table, never through this process. */
async function insertSnapshot(
  transaction: Knex.Transaction,
  order: FreezeOrder,
  freeze: { readonly freezeId: string; readonly dataVersion: number },
  draft: Draft,
): Promise<string> {
  const kabupatenCode = order.kabupaten.code;
  const code = await freeCode(transaction, order);
  await transaction('snapshots').insert({
    kabupaten_code: kabupatenCode,
    code,
    unit_code: draft.unit_code,
    unit_name: draft.unit_name,
    grain: order.grain,
    from_on: order.period.from,
    to_on: order.period.to,
    number: draft.number,
    state: draft.corrects === null ? 'tetap' : 'perbaikan',
    corrects: draft.corrects,
    reason: order.reason,
    freeze_id: freeze.freezeId,
    data_version: freeze.dataVersion,
    definitions_version: DEFINITIONS_VERSION,
    filters: JSON.stringify({}),
    frozen_at: order.clock.now,
    post_id: order.post.id,
    post_title: order.post.title,
    demo: order.demo,
  });
  const at = { kabupaten: kabupatenCode, code, run: order.claim.id, unit: draft.unit_code };
  await transaction.raw(
    `insert into snapshot_contents (kabupaten_code, snapshot_code, rights_key, language, body, hash)
     select c.kabupaten_code, :code, c.rights_key, c.language, c.body, c.hash
       from snapshot_draft_contents c
      where c.kabupaten_code = :kabupaten and c.run_id = :run and c.unit_code = :unit`,
    at,
  );
  await transaction.raw(
    `insert into snapshot_records (kabupaten_code, snapshot_code, dataset, ids)
     select d.kabupaten_code, :code, kind.dataset,
            array(select (id.value)::uuid
                    from jsonb_array_elements_text(d.records -> kind.dataset) with ordinality as id (value, place)
                   order by id.place)
       from snapshot_drafts d cross join unnest(:kinds::text[]) as kind (dataset)
      where d.kabupaten_code = :kabupaten and d.run_id = :run and d.unit_code = :unit`,
    { ...at, kinds: [...RECORD_KINDS] },
  );
  return code;
}

async function freeCode(transaction: Knex.Transaction, order: FreezeOrder): Promise<string> {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const letters = Array.from({ length: CODE_LENGTH }, () => randomInt(DRAW_STEPS) / DRAW_STEPS);
    const code = snapshotCode(order.kabupaten.name, order.grain, order.period.from, letters);
    const taken: unknown[] = await transaction('snapshots')
      .select('code')
      .where({ kabupaten_code: order.kabupaten.code, code });
    if (taken.length === 0) return code;
  }
  throw new Error(`no free code for ${periodName(order.period, 'id')}`);
}

import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import {
  isFaultList,
  type DatasetLoader,
  type FieldValue,
  type LoadCounts,
  type RowReader,
} from '../../../platform/database/dataset-loader.ts';
import { commandActor, type AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { RollupFamily } from '../../../platform/database/rollups/rollup-family.ts';
import { rebuildFamily } from '../../../platform/database/rollups/rollup-writer.repository.ts';
import { lockDataVersion, raiseDataVersion, setKabupatenSql } from '../../../platform/database/scoped.ts';
import { NameDirectory } from './name-directory.ts';
import { createStage, StageWriter } from './stage-rows.repository.ts';
import { readDirectory, readKabupaten } from './structure-writes.repository.ts';

/** A record with the contract's field names. */
export type RecordFields = Readonly<Record<string, FieldValue | undefined>>;

export interface LoadRecordsOptions {
  readonly kabupatenCode: string;
  readonly dataset: string;
  /** The program that loads, as it stands in the audit trail. */
  readonly actor: string;
  readonly audit: AuditLog;
  readonly loaders: readonly DatasetLoader[];
  readonly families: readonly RollupFamily[];
}

/**
 * Loads records that are already in the contract's form (not from a file) by the same road as an import: staged,
 * checked, written and rolled up in one transaction.
 * @throws Error naming the record when one is refused: such records come from a program, not from a person
 */
export async function loadRecords(
  database: Knex,
  options: LoadRecordsOptions,
  records: Iterable<RecordFields>,
): Promise<LoadCounts> {
  const loader = options.loaders.find((candidate) => candidate.dataset === options.dataset);
  if (!loader) throw new Error(`no loader for ${options.dataset}`);
  const { kabupatenCode } = options;
  return database.transaction(async (transaction) => {
    await transaction.raw(
      `${setKabupatenSql(kabupatenCode)}; set local work_mem = '128MB'; set local jit = off`,
    );
    const { timeZone } = await readKabupaten(transaction, kabupatenCode);
    const directory = new NameDirectory({
      ...(await readDirectory(transaction, { kabupatenCode, defaultUnit: null })),
      createMissing: new Set(),
    });
    await createStage(transaction, loader);
    const presentFields = await stage(
      await StageWriter.open(transaction, loader),
      loader,
      directory,
      records,
    );
    await transaction.raw('analyze stage_rows');
    await lockDataVersion(transaction, kabupatenCode);
    const events: AuditEvent[] = [];
    const counts = await loader.load(transaction, {
      kabupatenCode,
      timeZone,
      importId: null,
      actor: options.actor,
      role: null,
      presentFields,
      keep: true,
      rebuildRollups: async () => {
        for (const family of options.families)
          await rebuildFamily(transaction, family, {
            kabupaten: kabupatenCode,
            zone: timeZone,
            edges: DURATION_EDGES,
          });
      },
      record: (event) => events.push(event),
    });
    if (counts.inserted + counts.updated > 0 || counts.uncounted === true)
      await raiseDataVersion(transaction, kabupatenCode, counts.structureChanged);
    await options.audit.record(transaction, kabupatenCode, commandActor(options.actor), {
      action: 'load',
      subject: `datasets/${options.dataset}`,
      details: {
        dataset: options.dataset,
        inserted: counts.inserted,
        updated: counts.updated,
        unchanged: counts.unchanged,
      },
    });
    for (const event of events)
      await options.audit.record(transaction, kabupatenCode, commandActor(options.actor), event);
    return counts;
  });
}

async function stage(
  writer: StageWriter,
  loader: DatasetLoader,
  directory: NameDirectory,
  records: Iterable<RecordFields>,
): Promise<ReadonlySet<string>> {
  const fields = new Set<string>();
  let number = 0;
  try {
    for (const record of records) {
      number += 1;
      for (const field of Object.keys(record)) fields.add(field);
      const staged = loader.stage(readerOf(record), directory);
      if (isFaultList(staged))
        throw new Error(`record ${number}: ${staged.map((fault) => fault.message).join(' ')}`);
      await writer.write(number, staged);
    }
    await writer.end();
  } catch (error) {
    writer.abort();
    throw error;
  }
  return fields;
}

function readerOf(record: RecordFields): RowReader {
  return {
    text: (field) => {
      const value = record[field];
      return value === null || value === undefined ? null : String(value);
    },
    number: (field) => {
      const value = record[field];
      return typeof value === 'number' ? value : null;
    },
    flag: (field) => {
      const value = record[field];
      return typeof value === 'boolean' ? value : null;
    },
    isDateOnly: () => false,
  };
}

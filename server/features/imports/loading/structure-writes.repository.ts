import type { Knex } from 'knex';
import { UnitTree } from '#domain/unit-tree';
import { rebuildUnitSpans } from '../../../platform/database/unit-spans.repository.ts';
import type { ImportJob } from '../import-records.repository.ts';
import { ImportRefused } from './import-refused.ts';
import type { Created, DirectorySource, KnownName } from './name-directory.ts';

/** The kabupaten a job loads into. */
export async function readKabupaten(
  transaction: Knex.Transaction,
  code: string,
): Promise<{ name: string; timeZone: string }> {
  const row: { name: string; time_zone: string } | undefined = await transaction('kabupaten')
    .where({ code })
    .first('name', 'time_zone');
  if (!row) throw new ImportRefused(`Kabupaten “${code}” belum ada.`);
  return { name: row.name, timeZone: row.time_zone };
}

/** Everything a file may name, and what the person may write to. */
export async function readDirectory(
  transaction: Knex.Transaction,
  job: Pick<ImportJob, 'kabupatenCode' | 'defaultUnit'>,
): Promise<Omit<DirectorySource, 'createMissing'>> {
  const where = { kabupaten_code: job.kabupatenCode };
  const units: (KnownName & { kind: string; parent_code: string | null })[] = await transaction('units')
    .where(where)
    .select('code', 'name', 'kind', 'parent_code');
  const services: KnownName[] = await transaction('services').where(where).select('code', 'name');
  const channels: KnownName[] = await transaction('channels').where(where).select('code', 'name');
  const tree = new UnitTree(
    units.map((unit) => ({ ...unit, parentCode: unit.parent_code, validFrom: '0001-01-01', validTo: null })),
  );
  const limited = job.defaultUnit !== null && job.defaultUnit !== job.kabupatenCode;
  return {
    units,
    services,
    channels,
    areas: units.filter((unit) => unit.kind === 'kecamatan'),
    writableUnits: limited && job.defaultUnit !== null ? new Set(tree.subtreeCodes(job.defaultUnit)) : null,
  };
}

/** True when the kabupaten has units below its root. */
export async function hasUnitsBelow(transaction: Knex.Transaction, kabupatenCode: string): Promise<boolean> {
  const row: unknown = await transaction('units')
    .where({ kabupaten_code: kabupatenCode })
    .whereNotNull('parent_code')
    .first('code');
  return row !== undefined;
}

/** Creates what the file named and the mapping allowed. Returns true when units were added. */
export async function createNamed(
  transaction: Knex.Transaction,
  job: ImportJob,
  created: readonly Created[],
): Promise<boolean> {
  const rows = (kind: Created['kind']) =>
    created
      .filter((each) => each.kind === kind)
      .map(({ code, name }) => ({ kabupaten_code: job.kabupatenCode, code, name }));
  const units = rows('unit').map((unit) => ({ ...unit, kind: 'other', parent_code: job.kabupatenCode }));
  if (units.length > 0) await transaction.batchInsert('units', units, 500);
  if (rows('service').length > 0) await transaction.batchInsert('services', rows('service'), 500);
  if (rows('channel').length > 0) await transaction.batchInsert('channels', rows('channel'), 500);
  if (units.length > 0) await rebuildUnitSpans(transaction, job.kabupatenCode);
  return units.length > 0;
}

import { UnitTree } from '#domain/unit-tree';
import { readDataVersion, type DataVersion } from './data-version.queries.ts';
import type { ReadTransaction } from './scoped.ts';

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

export interface ServiceRecord extends NamedCode {
  readonly promise: {
    readonly unit: 'minutes' | 'working-hours' | 'working-days';
    readonly amount: number;
  } | null;
}

/** Units, services and channels of a kabupaten. */
export interface Structure {
  readonly units: UnitTree;
  readonly services: ReadonlyMap<string, ServiceRecord>;
  readonly channels: ReadonlyMap<string, NamedCode>;
}

interface Cached {
  readonly version: number;
  readonly structure: Structure;
}

/** By database and kabupaten. */
const CACHES = new WeakMap<object, Map<string, Cached>>();

/**
 * The data version, and the structure of that version: read anew only when it changed, which is seldom (units,
 * services and channels change by decree, not by the hour).
 */
export async function readStructure(
  transaction: ReadTransaction,
): Promise<{ version: DataVersion; structure: Structure }> {
  const version = await readDataVersion(transaction);
  const cache = CACHES.get(transaction.database) ?? new Map<string, Cached>();
  CACHES.set(transaction.database, cache);
  const cached = cache.get(transaction.kabupatenCode);
  if (cached?.version === version.structureVersion) return { version, structure: cached.structure };
  const structure = await loadStructure(transaction);
  cache.set(transaction.kabupatenCode, { version: version.structureVersion, structure });
  return { version, structure };
}

async function loadStructure(transaction: ReadTransaction): Promise<Structure> {
  const { kabupatenCode } = transaction;
  const units = await transaction.rows<{
    code: string;
    name: string;
    kind: string;
    parent_code: string | null;
    valid_from: string;
    valid_to: string | null;
  }>(
    'structure-units',
    `select code, name, kind, parent_code, valid_from, valid_to from units where kabupaten_code = $1
      order by position, name, code`,
    [kabupatenCode],
  );
  const services = await transaction.rows<{
    code: string;
    name: string;
    promise_unit: 'minutes' | 'working-hours' | 'working-days' | null;
    promise_amount: number | null;
  }>(
    'structure-services',
    `select s.code, s.name, st.promise_unit, st.promise_amount
       from services s
       left join (
         select distinct on (service_code) service_code, promise_unit, promise_amount
           from service_standards where kabupaten_code = $1 and valid_from <= current_date
          order by service_code, valid_from desc
       ) st on st.service_code = s.code
      where s.kabupaten_code = $1 order by s.name, s.code`,
    [kabupatenCode],
  );
  const channels = await transaction.rows<{ code: string; name: string }>(
    'structure-channels',
    'select code, name from channels where kabupaten_code = $1 order by name, code',
    [kabupatenCode],
  );
  return {
    units: new UnitTree(
      units.map((unit) => ({
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        parentCode: unit.parent_code,
        validFrom: unit.valid_from,
        validTo: unit.valid_to,
      })),
    ),
    services: new Map(
      services.map((service) => [
        service.code,
        {
          code: service.code,
          name: service.name,
          promise:
            service.promise_unit !== null && service.promise_amount !== null
              ? { unit: service.promise_unit, amount: service.promise_amount }
              : null,
        },
      ]),
    ),
    channels: new Map(channels.map((channel) => [channel.code, channel])),
  };
}

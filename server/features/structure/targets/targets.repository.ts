import type { KeptTarget } from '#contract/structure/targets';
import { findField, MEASURES } from '#domain/measures';
import { ANY } from '#domain/targets/target-in-force';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import {
  changesBetween,
  requireVersion,
  type StructureChange,
  type StructureDesk,
} from '../structure-desk.repository.ts';
import { readKeptServices } from '../services/services.queries.ts';
import { readKeptUnits } from '../units/units.queries.ts';
import { readKeptTargets } from './targets.queries.ts';

export type TargetValues = Omit<KeptTarget, 'id' | 'version'>;

const FIELDS = [
  'atLeast',
  'atMost',
  'validFrom',
  'validTo',
  'unit',
  'unitKind',
  'service',
  'legalBasis',
] as const;

/** Sets a target. */
export async function insertTarget(desk: StructureDesk, wanted: TargetValues): Promise<StructureChange> {
  await checkTarget(desk, wanted, null);
  const id = newRecordId();
  await desk.transaction('targets').insert({ kabupaten_code: desk.kabupatenCode, id, ...rowOf(wanted) });
  return {
    key: id,
    event: { action: 'target-added', subject: `targets/${id}`, details: toldTarget(wanted) },
  };
}

/** Changes a target; measure and field too, because a slip of the hand is no other target. */
export async function updateTarget(
  desk: StructureDesk,
  id: string,
  version: string,
  wanted: TargetValues,
): Promise<StructureChange> {
  const present = await requireTarget(desk, id);
  requireVersion(present, version);
  await checkTarget(desk, wanted, id);
  await desk.transaction('targets').where({ kabupaten_code: desk.kabupatenCode, id }).update(rowOf(wanted));
  const changes = changesBetween<TargetValues>(present, wanted, FIELDS);
  return {
    key: id,
    event: {
      action: 'target-changed',
      subject: `targets/${id}`,
      details: { ...toldTarget(wanted), changes },
    },
  };
}

/** Takes a target away. */
export async function deleteTarget(
  desk: StructureDesk,
  id: string,
  version: string,
): Promise<StructureChange> {
  const present = await requireTarget(desk, id);
  requireVersion(present, version);
  await desk.transaction('targets').where({ kabupaten_code: desk.kabupatenCode, id }).delete();
  return {
    key: id,
    event: { action: 'target-removed', subject: `targets/${id}`, details: toldTarget(present) },
  };
}

async function requireTarget(desk: StructureDesk, id: string): Promise<KeptTarget> {
  const target = (await readKeptTargets(desk.read)).find((each) => each.id === id);
  if (target === undefined) throw new ProblemException(404, 'target-not-found');
  return target;
}

async function checkTarget(desk: StructureDesk, wanted: TargetValues, own: string | null): Promise<void> {
  const { unit, unitKind, service, measure, atLeast, atMost, validFrom, validTo } = wanted;
  const field = findField(measure, wanted.field);
  if (field === null)
    throw new ProblemException(400, 'field-not-applicable', {
      field: wanted.field,
      measure: MEASURES[measure].label,
      fields: MEASURES[measure].fields.map(({ id }) => id).join(', '),
    });
  if (atLeast === null && atMost === null) throw new ProblemException(400, 'target-empty');
  if (atLeast !== null && atMost !== null && atLeast > atMost)
    throw new ProblemException(400, 'target-reversed');
  if (field.unit === 'share' && Math.max(atLeast ?? 0, atMost ?? 0) > 1)
    throw new ProblemException(400, 'target-share');
  if (unit !== ANY && unitKind !== ANY) throw new ProblemException(400, 'target-unit-or-kind');
  if (validTo !== null && validTo < validFrom)
    throw new ProblemException(400, 'validity-reversed', { from: validFrom, to: validTo });
  if (unit !== ANY && !(await readKeptUnits(desk.read)).some(({ code }) => code === unit))
    throw new ProblemException(400, 'unit-unknown', { unit });
  if (service !== ANY && !MEASURES[measure].filters.includes('service'))
    throw new ProblemException(400, 'filter-not-applicable', {
      filter: 'service',
      measure: MEASURES[measure].label,
    });
  if (service !== ANY && !(await readKeptServices(desk.read)).some(({ code }) => code === service))
    throw new ProblemException(400, 'service-not-found', { service });
  const twin = (await readKeptTargets(desk.read)).find(
    (other) =>
      other.id !== own &&
      other.measure === measure &&
      other.field === wanted.field &&
      other.unit === unit &&
      other.unitKind === unitKind &&
      other.service === service &&
      other.validFrom === validFrom,
  );
  if (twin !== undefined) throw new ProblemException(409, 'target-exists', { from: validFrom });
}

function rowOf(target: TargetValues): Record<string, string | number | null> {
  return {
    unit_code: target.unit,
    unit_kind: target.unitKind,
    service_code: target.service,
    measure: target.measure,
    field: target.field,
    valid_from: target.validFrom,
    valid_to: target.validTo,
    at_least: target.atLeast,
    at_most: target.atMost,
    legal_basis: target.legalBasis,
  };
}

/** By the names of the kamus indikator; a share as percent, as it was typed. */
function toldTarget(target: TargetValues): Record<string, unknown> {
  const field = findField(target.measure, target.field);
  const told = (value: number | null) =>
    value === null || field?.unit !== 'share' ? value : `${Math.round(value * 10_000) / 100} %`;
  return {
    measure: MEASURES[target.measure].label,
    field: field?.label ?? target.field,
    unit: target.unit === ANY ? null : target.unit,
    unitKind: target.unitKind === ANY ? null : target.unitKind,
    service: target.service === ANY ? null : target.service,
    atLeast: told(target.atLeast),
    atMost: told(target.atMost),
    from: target.validFrom,
    to: target.validTo,
  };
}

import type { Period } from '#domain/period/period';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import type { MeasureSources } from './measure-sources.ts';
import type { OverviewContext } from './overview-context.ts';

const NO_DETAILS: DetailRights = { services: false, complaints: false, surveys: false };

/** What figures are asked for that everybody may read. */
export interface OpenSelection {
  readonly unit: string;
  readonly service: string | null;
  readonly period: Period;
}

/**
 * Everything that figures are computed from which are kept and read by all: of the whole kabupaten, without the right to
 * details and without complaints of suspected abuse, in Indonesian. Null for a unit or a service that is not there.
 *
 * @param rights details that the caller looks at and does not tell
 */
export async function contextForAll(
  transaction: ReadTransaction,
  { sources }: { readonly sources: MeasureSources },
  clock: Clock,
  asked: OpenSelection,
  rights: DetailRights = NO_DETAILS,
): Promise<OverviewContext | null> {
  const { version, structure } = await readStructure(transaction);
  const unit = structure.units.find(asked.unit);
  const root = structure.units.find(transaction.kabupatenCode);
  if (unit === null || root === null) return null;
  if (asked.service !== null && !structure.services.has(asked.service)) return null;
  return {
    transaction,
    sources,
    structure,
    version,
    selection: { unit, service: asked.service, channel: null, period: asked.period, withOversight: false },
    clock,
    root,
    rights,
    language: 'id',
    postId: null,
  };
}

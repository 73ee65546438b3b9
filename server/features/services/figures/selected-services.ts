import type { Period } from '#domain/period/period';
import type { Group } from '#domain/suppression/field-groups';
import type { UnitRecord } from '#domain/unit-tree';
import type { DataVersion } from '../../../platform/database/data-version.queries.ts';
import type { Clock, FigureRequest } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { Structure } from '../../../platform/database/structure.queries.ts';

/** A selection that was checked against the caller's scope: what every answer about services is computed from. */
export interface SelectedServices {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly version: DataVersion;
  readonly clock: Clock;
  readonly selection: {
    readonly unit: UnitRecord;
    readonly service: string | null;
    readonly channel: string | null;
    readonly period: Period;
  };
  /** What the caller may not be told; read only where there is something to hide. */
  readonly veil: () => Promise<{
    readonly groups: ReadonlySet<Group>;
    /** Tables along a further dimension: shown, hidden, or small cells hidden in each of these months. */
    readonly parts: 'shown' | 'hidden' | readonly Period[];
  }>;
}

/** The head of every answer: the selection, and how fresh it is. */
export function frameOf({ selection, version }: SelectedServices) {
  const { unit, service, channel, period } = selection;
  return {
    unit: unit.code,
    unitName: unit.name,
    service,
    channel,
    from: period.from,
    to: period.to,
    dataVersion: version.version,
    asOf: version.committedAt,
  };
}

/** The request for the selection's figures over one period. */
export function requestOf({ selection, structure, clock }: SelectedServices, period: Period): FigureRequest {
  const { unit, service, channel } = selection;
  return {
    unitKeys: [unit.code],
    members: new Map([[unit.code, structure.units.subtreeCodes(unit.code)]]),
    service,
    channel,
    by: null,
    withOversight: false,
    periods: [period],
    clock,
  };
}

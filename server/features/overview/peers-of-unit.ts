import type { Peers } from '#contract/measures';
import { DEFINITIONS_VERSION, type MeasureField, type MeasureId } from '#domain/measures';
import { comparePeers, isComparable, isPeerPeriod, type PeerFigure } from '#domain/peers/peer-comparison';
import type { Period } from '#domain/period/period';
import type { UnitRecord } from '#domain/unit-tree';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { OverviewContext } from './overview-context.ts';
import { blockOf, readTallies, type Tallies } from './overview-figures.ts';
import { requireField } from './overview-service.ts';
import { requestFor } from './selection-context.ts';

/**
 * The selected unit among the units of its kind. The one read that goes beyond the caller's scope: figures of others
 * enter {@link comparePeers} and leave it as quartiles.
 * @param rootUnit the caller's scope; its units are no peers, because the caller knows their figures
 * @throws ProblemException 400 for a period that is no calendar month, quarter or year
 */
export async function peersOf(
  context: OverviewContext,
  rootUnit: string,
  measure: MeasureId,
  fieldId: string | undefined,
): Promise<Peers> {
  const { selection, structure, version, clock, transaction, sources } = context;
  const { unit, period } = selection;
  const field = requireField(measure, fieldId);
  if (!isPeerPeriod(period)) throw new ProblemException(400, 'period-not-calendar');
  const isOver = period.to < clock.today;
  const peers = isOver && isComparable(field) ? peerUnits(structure, unit, rootUnit, period) : [];
  const members = new Map(
    [unit, ...peers].map((each) => [each.code, structure.units.subtreeCodes(each.code)]),
  );
  const tallies = await readTallies(
    transaction,
    sources,
    {
      ...requestFor(selection, structure, [period], clock),
      unitKeys: [...members.keys()],
      members,
      by: 'unit',
    },
    new Set([measure]),
  );
  const compared = comparePeers(peers.map((peer) => figureOf(tallies, measure, field, peer.code)));
  return {
    unit: unit.code,
    unitName: unit.name,
    measure,
    field: field.id,
    from: period.from,
    to: period.to,
    dataVersion: version.version,
    asOf: version.committedAt,
    definitionsVersion: DEFINITIONS_VERSION,
    group: unit.kind,
    ...compared,
    ...(isOver ? {} : { reason: 'period-not-over' as const }),
    ...(isComparable(field) ? {} : { reason: 'counts-not-compared' as const }),
    own: figureOf(tallies, measure, field, unit.code).value,
  };
}

/** Units of the same kind that existed through the whole period, none of them in the caller's scope. */
function peerUnits(structure: Structure, unit: UnitRecord, rootUnit: string, period: Period): UnitRecord[] {
  return structure.units
    .all()
    .filter(
      (other) =>
        other.kind === unit.kind &&
        other.code !== unit.code &&
        other.validFrom <= period.from &&
        (other.validTo === null || other.validTo > period.to) &&
        !structure.units.isWithin(other.code, rootUnit),
    );
}

function figureOf(tallies: Tallies, measure: MeasureId, field: MeasureField, key: string): PeerFigure {
  const block: Readonly<Record<string, unknown>> = { ...blockOf(measure, tallies, key, 0) };
  const value = block[field.id];
  const n = block[field.n];
  return { value: typeof value === 'number' ? value : null, n: typeof n === 'number' ? n : 0 };
}

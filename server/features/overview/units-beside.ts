import type { Acceleration } from '#contract/pilots/programme';
import { FEWEST_PEERS, FEWEST_RECORDS } from '#domain/peers/peer-comparison';
import { monthStart } from '#domain/period/civil-date';
import type { Period } from '#domain/period/period';
import type { UnitRecord } from '#domain/unit-tree';
import type { JudgedMeasure } from '#domain/measures';
import type { OverviewContext } from './overview-context.ts';
import { readTallies, type Tallies } from './overview-figures.ts';
import { requestFor } from './selection-context.ts';

/** Beside whom a unit is compared before and after a day. */
export interface UnitsBeside {
  readonly alike: Acceleration['peers']['alike'];
  readonly units: readonly UnitRecord[];
  /** The service their figures are of; null: all their services. */
  readonly service: string | null;
}

/** A kecamatan is a perangkat daerah as an SKPD is (UU 23/2014 article 209). */
const AUTHORITIES: readonly string[] = ['skpd', 'kecamatan'];

/**
 * The units beside the selected one, all of which existed all the time: those that give the same service, of whatever
 * kind. A service that hardly anyone else gives stands beside all services of the other perangkat daerah; so does a unit
 * that has too few of its kind.
 * @param periods what is compared
 * @param apart units that are no peers
 */
export async function unitsBeside(
  context: OverviewContext,
  periods: readonly Period[],
  apart: readonly string[],
): Promise<UnitsBeside> {
  const { unit, service } = context.selection;
  const candidates = candidatesFor(context, periods, apart);
  if (service !== null) {
    const givers = await giversOf(context, candidates, periods);
    if (givers.length >= FEWEST_PEERS) return { alike: 'service', units: givers, service };
  } else {
    const ofKind = candidates.filter(({ kind }) => kind === unit.kind);
    if (ofKind.length >= FEWEST_PEERS) return { alike: 'kind', units: ofKind, service: null };
  }
  return { alike: 'authority', units: candidates, service: null };
}

function candidatesFor(
  { selection: { unit }, structure }: OverviewContext,
  periods: readonly Period[],
  apart: readonly string[],
): UnitRecord[] {
  const [from, until] = [periods[0]?.from ?? '', periods.at(-1)?.to ?? ''];
  const kinds = AUTHORITIES.includes(unit.kind) ? AUTHORITIES : [unit.kind];
  return structure.units
    .all()
    .filter(
      ({ code, kind, validFrom, validTo }) =>
        kinds.includes(kind) &&
        code !== unit.code &&
        validFrom <= monthStart(from) &&
        (validTo === null || validTo > until) &&
        ![unit.code, ...apart].some((other) => structure.units.isWithin(other, code)),
    );
}

/** Those with enough cases of the selected service that fell due in each of the periods. */
async function giversOf(
  context: OverviewContext,
  candidates: readonly UnitRecord[],
  periods: readonly Period[],
): Promise<UnitRecord[]> {
  const { service } = context.selection;
  const tallies = await readTalliesOf(
    context,
    candidates,
    service,
    periods,
    new Set(['turnaround'] as const),
  );
  return candidates.filter(({ code }) =>
    periods.every((_, period) => tallies.services(code, period).due >= FEWEST_RECORDS),
  );
}

/** Tallies of units, each with all below it, by the place of the period. */
export function readTalliesOf(
  { selection, structure, clock, transaction, sources }: OverviewContext,
  units: readonly UnitRecord[],
  service: string | null,
  periods: readonly Period[],
  measures: ReadonlySet<JudgedMeasure>,
): Promise<Tallies> {
  const members = new Map(units.map(({ code }) => [code, structure.units.subtreeCodes(code)]));
  return readTallies(
    transaction,
    sources,
    {
      ...requestFor({ ...selection, service, channel: null }, structure, periods, clock),
      unitKeys: [...members.keys()],
      members,
      by: 'unit',
    },
    measures,
  );
}

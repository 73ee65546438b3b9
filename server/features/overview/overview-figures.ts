import type { Breakdown } from '#contract/measures';
import type {
  ComplaintsBlock,
  IkmBlock,
  PilotsBlock,
  TurnaroundBlock,
  VolumeBlock,
} from '#contract/measure-blocks';
import { complaintFigures, NO_COMPLAINTS, type ComplaintTally } from '#domain/complaints/complaint-figures';
import { ikmFigures, type SurveyTally } from '#domain/ikm/ikm-figures';
import type { BreakdownBy, MeasureId } from '#domain/measures';
import { NO_PILOTS, pilotFigures, type PilotTally } from '#domain/pilots/pilot-figures';
import {
  NO_CASES,
  turnaroundFigures,
  volumeFigures,
  type ServiceTally,
} from '#domain/turnaround/service-figures';
import type { FigureRequest } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { MeasureSources } from './measure-sources.ts';

export interface Blocks {
  volume: VolumeBlock;
  turnaround: TurnaroundBlock;
  complaints: ComplaintsBlock;
  ikm: IkmBlock;
  pilots: PilotsBlock;
}

/** Tallies of all measures for one request: the one place where figures are read. */
export interface Tallies {
  services(key: string, period: number): ServiceTally;
  complaints(key: string, period: number): ComplaintTally;
  surveys(key: string, period: number): readonly SurveyTally[];
  pilots(key: string, period: number): PilotTally;
  /** Cases completed in the same selection, for the required sample: surveys know no channel, so neither does this. */
  served(key: string, period: number): number;
  readonly keys: ReadonlySet<string>;
}

/** Reads what the measures need; measures that are not asked for are not read. */
export async function readTallies(
  transaction: ReadTransaction,
  sources: MeasureSources,
  request: FigureRequest,
  measures: ReadonlySet<MeasureId>,
): Promise<Tallies> {
  const needsServices = measures.has('volume') || measures.has('turnaround');
  const services = needsServices
    ? await sources.services(transaction, request)
    : new Map<string, ServiceTally[]>();
  const complaints = measures.has('complaints')
    ? await sources.complaints(transaction, request)
    : new Map<string, ComplaintTally[]>();
  const surveys = measures.has('ikm')
    ? await sources.surveys(transaction, { ...request, channel: null })
    : new Map<string, SurveyTally[][]>();
  const pilots = measures.has('pilots')
    ? await sources.pilots(transaction, request)
    : new Map<string, PilotTally[]>();
  const served = !measures.has('ikm')
    ? new Map<string, ServiceTally[]>()
    : needsServices && request.channel === null
      ? services
      : await sources.services(transaction, { ...request, channel: null });
  return {
    services: (key, period) => services.get(key)?.[period] ?? NO_CASES,
    complaints: (key, period) => complaints.get(key)?.[period] ?? NO_COMPLAINTS,
    surveys: (key, period) => surveys.get(key)?.[period] ?? [],
    pilots: (key, period) => pilots.get(key)?.[period] ?? NO_PILOTS,
    served: (key, period) => served.get(key)?.[period]?.completed ?? 0,
    keys: new Set([...services.keys(), ...complaints.keys(), ...surveys.keys(), ...withProgrammes(pilots)]),
  };
}

/** The block of one measure. */
export function blockOf<M extends MeasureId>(
  measure: M,
  tallies: Tallies,
  key: string,
  period: number,
): Blocks[M] {
  const blocks: { [K in MeasureId]: () => Blocks[K] } = {
    volume: () => volumeFigures(tallies.services(key, period)),
    turnaround: () => turnaroundFigures(tallies.services(key, period)),
    complaints: () => complaintFigures(tallies.complaints(key, period)),
    ikm: () => ikmFigures(tallies.surveys(key, period), tallies.served(key, period)),
    pilots: () => pilotFigures(tallies.pilots(key, period)),
  };
  return blocks[measure]();
}

export type BreakdownItem = Breakdown['items'][number];

/** Breakdowns that are told apart by the roll-ups' own dimensions. */
export function rollupDimension(by: BreakdownBy): FigureRequest['by'] {
  return by === 'unit' || by === 'service' || by === 'channel' || by === 'class' ? by : null;
}

/** Units in which a programme ran in one of the periods; one that begins later says nothing about them. */
function withProgrammes(pilots: ReadonlyMap<string, readonly PilotTally[]>): string[] {
  return [...pilots]
    .filter(([, periods]) => periods.some((tally) => tally.programmes > 0))
    .map(([key]) => key);
}

import type { Peers } from '#contract/measures';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { MEASURE_IDS, MEASURES, type BreakdownBy, type MeasureId } from '#domain/measures';
import { isComparable, isPeerPeriod } from '#domain/peers/peer-comparison';
import { addDays, addMonthsToStart, monthStart } from '#domain/period/civil-date';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { FigureLook, FigureSources } from './figure-sources.ts';

/** Months that a trend looks back, the one at the end of the period among them. */
const TREND_MONTHS = 24;

const BREAKDOWNS: readonly (readonly [MeasureId, BreakdownBy])[] = [
  ['volume', 'service'],
  ['volume', 'channel'],
  ['turnaround', 'service'],
  ['complaints', 'class'],
  ['complaints', 'channel'],
  ['ikm', 'service'],
  ['ikm', 'unsur'],
];
/** Of a unit that has others below it. */
const BY_UNIT: readonly (readonly [MeasureId, BreakdownBy])[] = [
  ['volume', 'unit'],
  ['turnaround', 'unit'],
  ['complaints', 'unit'],
  ['ikm', 'unit'],
];

/** What the unit is compared with its peers by: the headline of each measure, where it is no count. */
const PEER_FIELDS = MEASURE_IDS.flatMap((measure) =>
  MEASURES[measure].fields
    .filter((field) => field.id === MEASURES[measure].headline && isComparable(field))
    .map((field) => [measure, field.id] as const),
);

/**
 * The figures of one unit and one period as one reader may see them: the answers that the screens give, taken together.
 *
 * @throws ProblemException 404 for a unit outside the reader's scope
 */
export async function contentOf(
  transaction: ReadTransaction,
  sources: FigureSources,
  look: FigureLook,
): Promise<SnapshotContent> {
  const { units } = (await readStructure(transaction)).structure;
  const hasUnitsBelow = units.childrenOf(look.unit).length > 0;
  const summary = await sources.summary(transaction, look);
  const breakdowns: SnapshotContent['breakdowns'] = [];
  for (const [measure, by] of [...BREAKDOWNS, ...(hasUnitsBelow ? BY_UNIT : [])])
    breakdowns.push(await sources.breakdown(transaction, look, measure, by));
  return {
    summary,
    matrix: hasUnitsBelow ? await sources.matrix(transaction, look) : null,
    trends: await sources.trends(transaction, {
      ...look,
      period: {
        from: addMonthsToStart(monthStart(look.period.to), 1 - TREND_MONTHS),
        to: look.period.to,
      },
    }),
    breakdowns,
    respondents: await sources.respondents(transaction, look),
    attention: await sources.attention(transaction, { ...look, clock: clockAtEnd(look) }),
    peers: await peersOfLook(transaction, sources, look),
  };
}

/** The moment at which the exceptions of a period are told: its end, or now while it runs. */
function clockAtEnd({ period, clock }: FigureLook): Clock {
  const after = addDays(period.to, 1);
  if (after > clock.today) return clock;
  const instant = zoneClock(clock.zone).toInstant(Date.parse(`${after}T00:00:00Z`));
  return { now: new Date(instant).toISOString(), today: after, zone: clock.zone };
}

/** Only of who looks at the own unit: those above see the others themselves. */
async function peersOfLook(
  transaction: ReadTransaction,
  sources: FigureSources,
  look: FigureLook,
): Promise<Peers[]> {
  const { reader, unit, period, clock } = look;
  if (!reader.comparesPeers || reader.root !== unit) return [];
  if (!isPeerPeriod(period) || period.to >= clock.today) return [];
  const peers: Peers[] = [];
  for (const [measure, field] of PEER_FIELDS)
    peers.push(await sources.peers(transaction, look, measure, field));
  return peers.filter(({ quartiles }) => quartiles !== null);
}

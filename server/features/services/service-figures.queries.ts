import { addDays } from '#domain/period/civil-date';
import type { ServiceTally } from '#domain/turnaround/service-figures';
import {
  ALL,
  OFFICIAL_OFFSET,
  ON_SITE_OFFSET,
  SLOT_COUNT,
} from '../../platform/database/rollups/rollup-family.ts';
import { planRuns } from '../../platform/database/rollups/rollup-plan.ts';
import { readRollups, type RollupRow } from '../../platform/database/rollups/rollup-reader.queries.ts';
import {
  periodIndex,
  type FigureRequest,
  type FiguresByKey,
} from '../../platform/database/rollups/selection.ts';
import { addPairs, HistogramTally } from '../../platform/database/rollups/histogram-tally.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { SERVICE_ROLLUPS } from './service-rollups.ts';

/** The first day a fact may have; what was open before a period is summed from here. */
const FIRST_DAY = '1990-01-01';

interface Sums {
  received: number;
  lateEntries: number;
  completed: number;
  rejected: number;
  cancelled: number;
  due: number;
  dueMet: number;
  promised: number;
  withinStandard: number;
  visitsKnown: number;
  singleVisit: number;
  preparedKnown: number;
  preparedOnline: number;
  /** Completed after their deadline: no longer overdue. */
  lateCompleted: number;
  durations: HistogramTally;
}

/** What a period begins with. */
interface Carried {
  open: number;
  overdue: number;
}

/** Tallies of service cases per key and period, from roll-ups; only today's deadlines are read from the cases. */
export async function readServiceTallies(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<FiguresByKey<ServiceTally>> {
  const { periods, clock } = request;
  const first = periods[0]?.from ?? clock.today;
  const before = first > FIRST_DAY ? [{ from: FIRST_DAY, to: addDays(first, -1) }] : [];
  const rows = await readRollups(transaction, SERVICE_ROLLUPS, {
    unitCodes: request.unitKeys,
    dimensions: dimensionsOf(request),
    runs: planRuns([...before, ...periods], clock.today),
    histograms: request.countsOnly === true ? [] : ['duration'],
    histogramsFrom: first,
  });
  const sums = new Map<string, Sums[]>();
  const carried = new Map<string, Carried>();
  for (const row of rows) {
    const key = keyOf(request, row);
    const index = periodIndex(periods, row.bucket);
    if (index < 0) {
      carry(carried, key, openChange(row), overdueChange(row, clock.today));
      continue;
    }
    const sum = sumsOf(sums, key, periods.length)[index];
    if (sum) addRow(sum, row, clock.today);
  }
  await addTodaysDeadlines(transaction, request, sums, carried);
  for (const key of carried.keys()) sumsOf(sums, key, periods.length);
  return new Map([...sums].map(([key, list]) => [key, toTallies(list, carried.get(key))]));
}

/** How many cases arrive, and are completed, per weekday (1–7) and hour: slot = weekday × 24 + hour. */
export async function readServiceSlots(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<{ arrivals: Record<number, number>; completions: Record<number, number> }> {
  const rows = await readRollups(transaction, SERVICE_ROLLUPS, {
    unitCodes: request.unitKeys,
    dimensions: dimensionsOf(request),
    runs: planRuns(request.periods, request.clock.today),
    histograms: ['arrival', 'completion'],
    histogramsFrom: request.periods[0]?.from ?? request.clock.today,
  });
  const arrivals = new HistogramTally(SLOT_COUNT);
  const completions = new HistogramTally(SLOT_COUNT);
  for (const row of rows) {
    addPairs(arrivals, text(row['arrival_keys']), text(row['arrival_counts']));
    addPairs(completions, text(row['completion_keys']), text(row['completion_counts']));
  }
  return { arrivals: arrivals.slice(), completions: completions.slice() };
}

function dimensionsOf(request: FigureRequest): (readonly string[] | null)[] {
  return [
    request.service !== null ? [request.service] : request.by === 'service' ? null : [ALL],
    request.channel !== null ? [request.channel] : request.by === 'channel' ? null : [ALL],
  ];
}

function keyOf(request: FigureRequest, row: RollupRow): string {
  if (request.by === 'unit') return row.unit_code;
  if (request.by === 'service') return String(row['service_code']);
  if (request.by === 'channel') return String(row['channel']);
  return '';
}

function sumsOf(sums: Map<string, Sums[]>, key: string, count: number): Sums[] {
  let list = sums.get(key);
  if (!list) {
    list = Array.from({ length: count }, () => ({
      received: 0,
      lateEntries: 0,
      completed: 0,
      rejected: 0,
      cancelled: 0,
      due: 0,
      dueMet: 0,
      promised: 0,
      withinStandard: 0,
      visitsKnown: 0,
      singleVisit: 0,
      preparedKnown: 0,
      preparedOnline: 0,
      lateCompleted: 0,
      durations: new HistogramTally(3 * OFFICIAL_OFFSET),
    }));
    sums.set(key, list);
  }
  return list;
}

function addRow(sum: Sums, row: RollupRow, today: string): void {
  sum.received += number(row['received']);
  sum.lateEntries += number(row['late_entries']);
  sum.completed += number(row['completed']);
  sum.rejected += number(row['rejected']);
  sum.cancelled += number(row['cancelled']);
  sum.promised += number(row['promised']);
  sum.withinStandard += number(row['within_standard']);
  sum.visitsKnown += number(row['visits_known']);
  sum.singleVisit += number(row['single_visit']);
  sum.preparedKnown += number(row['prepared_known']);
  sum.preparedOnline += number(row['prepared_online']);
  // Rows are cut at today (planRuns): from today on, deadlines may still lie ahead.
  if (row.bucket < today) {
    sum.due += number(row['due']);
    sum.dueMet += number(row['due_met']);
  }
  // What a file says is completed in the days ahead may be late for a deadline that has not come yet.
  if (row.bucket <= today) sum.lateCompleted += number(row['late_completed']);
  addPairs(sum.durations, text(row['duration_keys']), text(row['duration_counts']));
}

function openChange(row: RollupRow): number {
  return (
    number(row['received']) - number(row['completed']) - number(row['rejected']) - number(row['cancelled'])
  );
}

/** Fell due, less those that were completed by then: in time, or late. Cancelled cases are in none of these. */
function overdueChange(row: RollupRow, today: string): number {
  const fell = row.bucket < today ? number(row['due']) - number(row['due_met']) : 0;
  return fell - (row.bucket <= today ? number(row['late_completed']) : 0);
}

function carry(carried: Map<string, Carried>, key: string, open: number, overdue: number): void {
  const before = carried.get(key);
  carried.set(key, { open: (before?.open ?? 0) + open, overdue: (before?.overdue ?? 0) + overdue });
}

function toTallies(sums: readonly Sums[], carried: Carried = { open: 0, overdue: 0 }): ServiceTally[] {
  let { open, overdue } = carried;
  return sums.map((sum) => {
    const { durations, lateCompleted, ...counts } = sum;
    open += sum.received - sum.completed - sum.rejected - sum.cancelled;
    overdue += sum.due - sum.dueMet - lateCompleted;
    return {
      ...counts,
      open,
      overdue,
      citizen: durations.slice(0, OFFICIAL_OFFSET),
      official: durations.slice(OFFICIAL_OFFSET, ON_SITE_OFFSET),
      onSite: durations.slice(ON_SITE_OFFSET),
    };
  });
}

/** Deadlines of today that have passed by now: the one part of `due` and `overdue` that changes with the clock. */
async function addTodaysDeadlines(
  transaction: ReadTransaction,
  request: FigureRequest,
  sums: Map<string, Sums[]>,
  carried: Map<string, Carried>,
): Promise<void> {
  const { periods, clock } = request;
  const index = periodIndex(periods, clock.today);
  const isAhead = (periods[0]?.from ?? clock.today) > clock.today;
  if (index < 0 && !isAhead) return;
  const rows = await transaction.rows<{
    unit_code: string;
    service_code: string;
    channel: string;
    due: number;
    due_met: number;
    late_ahead: number;
  }>(
    'service-deadlines-today',
    `select unit_code, service_code, channel, count(*) filter (where due_at <= $3::timestamptz) as due,
            count(*) filter (where due_at <= $3::timestamptz and completed_at <= due_at) as due_met,
            count(*) filter (where due_at > $3::timestamptz and completed_at > due_at and completed_on = due_on) as late_ahead
       from service_cases
      where kabupaten_code = $1 and due_on = $2::date and status <> 'dibatalkan'
        and unit_code = any($4::text[])
        and ($5::text is null or service_code = $5) and ($6::text is null or channel = $6)
      group by unit_code, service_code, channel`,
    [
      transaction.kabupatenCode,
      clock.today,
      clock.now,
      [...new Set([...request.members.values()].flat())],
      request.service,
      request.channel,
    ],
  );
  for (const row of rows) {
    for (const key of keysOfFact(request, row)) {
      if (isAhead) carry(carried, key, 0, row.due - row.due_met + row.late_ahead);
      const sum = sumsOf(sums, key, periods.length)[index];
      if (!sum) continue;
      sum.due += row.due;
      sum.dueMet += row.due_met;
      sum.lateCompleted -= row.late_ahead;
    }
  }
}

function keysOfFact(
  request: FigureRequest,
  row: { unit_code: string; service_code: string; channel: string },
): string[] {
  if (request.by === 'service') return [row.service_code];
  if (request.by === 'channel') return [row.channel];
  if (request.by !== 'unit') return [''];
  return [...request.members].filter(([, codes]) => codes.includes(row.unit_code)).map(([key]) => key);
}

function number(value: string | number | null | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function text(value: string | number | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

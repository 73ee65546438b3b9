import type { ComplaintTally } from '#domain/complaints/complaint-figures';
import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import { bucketOf, DURATION_BUCKET_COUNT } from '#domain/statistics/duration-buckets';
import { ALL, OFFICIAL_OFFSET } from '../../platform/database/rollups/rollup-family.ts';
import { planRuns } from '../../platform/database/rollups/rollup-plan.ts';
import { readRollups, type RollupRow } from '../../platform/database/rollups/rollup-reader.queries.ts';
import {
  periodIndex,
  type FigureRequest,
  type FiguresByKey,
} from '../../platform/database/rollups/selection.ts';
import { addPairs, HistogramTally } from '../../platform/database/rollups/histogram-tally.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { COMPLAINT_ROLLUPS, ESCALATES, RESOLVED, RESPONSE_OFFSET, VALID } from './complaint-rollups.ts';

type Clocks = 'durations' | 'official' | 'response';

type MutableTally = { -readonly [K in keyof Omit<ComplaintTally, Clocks>]: number } & {
  /** All three clocks, one behind the other. */
  durations: HistogramTally;
};

/**
 * The state of the cohorts received in each period, at the period's end (or now). Roll-ups hold the last state of
 * every cohort; the few complaints that were still unsettled at that instant are read and their part is corrected.
 * Who may not read complaints of suspected abuse is given the sum of all classes less this one: two rows instead of one,
 * where the sum of the others would be six.
 */
export async function readComplaintTallies(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<FiguresByKey<ComplaintTally>> {
  const { periods, clock } = request;
  const rows = await readRollups(transaction, COMPLAINT_ROLLUPS, {
    unitCodes: request.unitKeys,
    dimensions: [
      request.service !== null ? [request.service] : request.by === 'service' ? null : [ALL],
      request.channel !== null ? [request.channel] : request.by === 'channel' ? null : [ALL],
      request.by === 'class' ? null : request.withOversight ? [ALL] : [ALL, OVERSIGHT_CLASS],
    ],
    runs: planRuns(periods, clock.today),
    histograms: request.countsOnly === true ? [] : ['duration'],
    histogramsFrom: periods[0]?.from ?? clock.today,
  });
  const tallies = new Map<string, MutableTally[]>();
  for (const row of rows) {
    const isLeftOut = !request.withOversight && row['class'] === OVERSIGHT_CLASS;
    if (isLeftOut && request.by === 'class') continue;
    const tally = tallyOf(tallies, keyOf(request, row), periods.length)[periodIndex(periods, row.bucket)];
    if (tally) addRow(tally, row, isLeftOut ? -1 : 1);
  }
  for (const complaint of await readUnsettled(transaction, request)) {
    for (const key of keysOfFact(request, complaint)) {
      const tally = tallyOf(tallies, key, periods.length)[complaint.period];
      if (tally) correct(tally, complaint, request.countsOnly !== true);
    }
  }
  // What held nothing but complaints that were left out must not be named.
  return new Map(
    [...tallies]
      .filter(([, list]) => list.some(({ received }) => received > 0))
      .map(([key, list]) => [key, list.map(finished)]),
  );
}

function finished({ durations, ...counts }: MutableTally): ComplaintTally {
  return {
    ...counts,
    durations: durations.slice(0, OFFICIAL_OFFSET),
    official: durations.slice(OFFICIAL_OFFSET, RESPONSE_OFFSET),
    response: durations.slice(RESPONSE_OFFSET),
  };
}

function keyOf(request: FigureRequest, row: RollupRow): string {
  switch (request.by) {
    case 'unit':
      return row.unit_code;
    case 'service':
      return String(row['service_code']);
    case 'channel':
      return String(row['channel']);
    case 'class':
      return String(row['class']);
    default:
      return '';
  }
}

function tallyOf(tallies: Map<string, MutableTally[]>, key: string, count: number): MutableTally[] {
  let list = tallies.get(key);
  if (!list) {
    list = Array.from({ length: count }, () => ({
      received: 0,
      valid: 0,
      followedUp: 0,
      resolved: 0,
      judged: 0,
      inTime: 0,
      overdue: 0,
      reopened: 0,
      responded: 0,
      escalated: 0,
      durations: new HistogramTally(3 * DURATION_BUCKET_COUNT),
    }));
    tallies.set(key, list);
  }
  return list;
}

function addRow(tally: MutableTally, row: RollupRow, sign: 1 | -1): void {
  tally.received += sign * Number(row['received']);
  tally.valid += sign * Number(row['valid']);
  tally.followedUp += sign * Number(row['followed_up']);
  tally.resolved += sign * Number(row['resolved']);
  tally.judged += sign * Number(row['judged']);
  tally.inTime += sign * Number(row['in_time']);
  tally.overdue += sign * Number(row['overdue']);
  tally.reopened += sign * Number(row['reopened']);
  tally.responded += sign * Number(row['responded']);
  tally.escalated += sign * Number(row['escalated']);
  const { duration_keys: keys, duration_counts: counts } = row;
  addPairs(
    tally.durations,
    typeof keys === 'string' ? keys : null,
    typeof counts === 'string' ? counts : null,
    sign,
  );
}

interface UnsettledComplaint {
  readonly period: number;
  readonly unit_code: string;
  readonly service_code: string;
  readonly channel: string;
  readonly class: string;
  /** Followed up in the end, but not yet at T. */
  readonly followed_up_later: boolean;
  /** Resolved in the end, but not yet at T. */
  readonly resolved_later: boolean;
  /** Not resolved to this day. */
  readonly unresolved: boolean;
  readonly resolved_in_time: boolean;
  readonly has_deadline: boolean;
  readonly due_passed: boolean;
  readonly resolution_seconds: number | null;
  readonly official_seconds: number | null;
  /** Answered in the end, but not yet at T. */
  readonly responded_later: boolean;
  readonly response_seconds: number | null;
  /** Passed on by the ladder in the end, but not yet at T. */
  readonly escalated_later: boolean;
}

/**
 * Days after which a complaint that is not settled is among the few that the index `complaints_slow` holds. All others that
 * were open at T came in these days before T.
 */
const SLOW_DAYS = 60;
/** In UTC, because an index holds only what no setting can change. */
const SLOW = `(c.settled_at at time zone 'UTC' > (c.received_at at time zone 'UTC') + interval '${SLOW_DAYS} days')`;

/** Valid complaints of each period's cohort whose state at the period's end differs from their last one. */
async function readUnsettled(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<UnsettledComplaint[]> {
  const { periods, clock } = request;
  return transaction.rows<UnsettledComplaint & Record<string, unknown>>(
    'complaints-unsettled',
    `select moment.period, c.unit_code, c.service_code, c.channel, c.class,
            c.followed_up and least(c.first_response_at, c.resolved_at) > moment.at is true as followed_up_later,
            (${RESOLVED} and c.resolved_at > moment.at) as resolved_later,
            not ${RESOLVED} as unresolved,
            coalesce(c.resolved_at <= c.due_at, false) as resolved_in_time,
            c.due_at is not null as has_deadline,
            coalesce(c.due_at <= moment.at, false) as due_passed,
            floor(extract(epoch from c.resolved_at - c.received_at))::bigint as resolution_seconds,
            c.resolution_seconds as official_seconds, c.response_seconds,
            coalesce(c.first_response_at > moment.at, false) as responded_later,
            (${ESCALATES} and c.escalates_at > moment.at) as escalated_later
       from (
         select (position - 1)::integer as period, first_day, last_day,
                least(last_day, ($5::timestamptz at time zone $4)::date) as day,
                least(((last_day + 1)::timestamp at time zone $4) - interval '1 microsecond', $5::timestamptz) as at
           from unnest($2::date[], $3::date[]) with ordinality as asked (first_day, last_day, position)
       ) moment
       -- A day more than the index says: the day of T is the kabupaten's, and may have 23 hours.
       join lateral (
         select c.* from complaints c
          where c.kabupaten_code = $1 and c.unit_code = any($6::text[]) and not ${SLOW}
            and c.received_on >= greatest(moment.first_day, moment.day - ${SLOW_DAYS + 1})
            and c.received_on <= moment.last_day
         union all
         select c.* from complaints c
          where c.kabupaten_code = $1 and c.unit_code = any($6::text[]) and ${SLOW}
            and c.received_on >= moment.first_day and c.received_on <= moment.last_day
       ) c on c.received_at <= moment.at and c.settled_at > moment.at
      where ${VALID}
        and ($7::text is null or c.service_code = $7) and ($8::text is null or c.channel = $8)
        and ($9::boolean or c.class <> '${OVERSIGHT_CLASS}')`,
    [
      transaction.kabupatenCode,
      periods.map((period) => period.from),
      periods.map((period) => period.to),
      clock.zone,
      clock.now,
      [...new Set([...request.members.values()].flat())],
      request.service,
      request.channel,
      request.withOversight,
    ],
  );
}

/** Takes back what had not happened yet at the end of the period; durations only where they were read. */
function correct(tally: MutableTally, complaint: UnsettledComplaint, timed: boolean): void {
  const takeBack = (offset: number, seconds: number | null): void => {
    if (timed && seconds !== null) tally.durations.add(offset + bucketOf(seconds), -1);
  };
  if (complaint.followed_up_later) tally.followedUp -= 1;
  if (complaint.escalated_later) tally.escalated -= 1;
  if (complaint.responded_later) {
    tally.responded -= 1;
    takeBack(RESPONSE_OFFSET, complaint.response_seconds);
  }
  if (complaint.resolved_later) {
    tally.resolved -= 1;
    if (complaint.resolved_in_time) tally.inTime -= 1;
    takeBack(0, complaint.resolution_seconds);
    takeBack(OFFICIAL_OFFSET, complaint.official_seconds);
    if (complaint.has_deadline && complaint.due_passed) tally.overdue += 1;
    if (complaint.has_deadline && !complaint.due_passed) tally.judged -= 1;
  } else if (complaint.unresolved && complaint.has_deadline && !complaint.due_passed) {
    tally.judged -= 1;
    tally.overdue -= 1;
  }
}

function keysOfFact(request: FigureRequest, complaint: UnsettledComplaint): string[] {
  switch (request.by) {
    case 'unit':
      return [...request.members]
        .filter(([, codes]) => codes.includes(complaint.unit_code))
        .map(([key]) => key);
    case 'service':
      return [complaint.service_code];
    case 'channel':
      return [complaint.channel];
    case 'class':
      return [complaint.class];
    default:
      return [''];
  }
}

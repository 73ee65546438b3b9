import {
  HOURS_PER_DAY,
  OFFICIAL_OFFSET,
  ON_SITE_OFFSET,
  SLOT_COUNT,
  type RollupEvents,
  type RollupFamily,
} from '../../platform/database/rollups/rollup-family.ts';

/** Cells a case touches: the days of receipt, completion and deadline. */
const DAYS = ['received_on', 'completed_on', 'due_on'] as const;

const cellsSql = DAYS.map(
  (day) =>
    `select unit_code, service_code, channel, ${day} as day from service_cases where kabupaten_code = :kabupaten and ${day} is not null`,
).join('\n union ');

/** The cases of the touched days, by the day that `column` names. */
function touched(column: (typeof DAYS)[number]): string {
  return `touched t join service_cases c
      on c.kabupaten_code = :kabupaten and c.unit_code = t.unit_code and c.${column} = t.day`;
}

const CELL = 't.base_key, t.day, c.service_code, c.channel';

/** Weekday and hour, local. */
function slot(instant: string): string {
  return `(extract(isodow from t.day) * ${HOURS_PER_DAY} + extract(hour from ${instant} at time zone :zone))::integer`;
}

const DONE = `c.status = 'selesai'`;

/** Done in one visit; a second pause for documents was a visit that the register may not know. */
const SINGLE_VISIT = `${DONE} and c.visits is not null and c.visits + c.extra_visits = 1`;

/** Volume by receipt and completion, deadlines by the day they fall on (contract, "Definitions"). */
const events: RollupEvents[] = [
  {
    counts: ['received', 'cancelled', 'late_entries'],
    histograms: ['arrival'],
    sql: `
      select ${CELL}, 1, (c.status = 'dibatalkan')::integer, c.late_entry::integer, ${slot('c.received_at')}
        from ${touched('received_on')}`,
  },
  {
    counts: [
      'completed',
      'rejected',
      'promised',
      'within_standard',
      'visits_known',
      'single_visit',
      'late_completed',
      'prepared_known',
      'prepared_online',
    ],
    // Three clocks in one histogram: citizen, official (shifted), and on site (shifted twice).
    histograms: ['duration', 'duration', 'duration', 'completion'],
    sql: `
      select ${CELL}, (${DONE})::integer, (c.status = 'ditolak')::integer, (${DONE} and c.due_at is not null)::integer,
             (${DONE} and c.due_at is not null and c.completed_at <= c.due_at)::integer,
             (${DONE} and c.visits is not null)::integer, (${SINGLE_VISIT})::integer,
             (c.due_at is not null and c.completed_at > c.due_at)::integer,
             (${DONE} and c.prepared_online is not null)::integer, (${DONE} and c.prepared_online is true)::integer,
             case when ${DONE} then width_bucket(c.citizen_seconds, :edges::bigint[]) end,
             case when ${DONE} then ${OFFICIAL_OFFSET} + width_bucket(c.official_seconds, :edges::bigint[]) end,
             case when ${SINGLE_VISIT} then ${ON_SITE_OFFSET} + width_bucket(c.citizen_seconds, :edges::bigint[]) end,
             case when ${DONE} then ${slot('c.completed_at')} end
        from ${touched('completed_on')}`,
  },
  {
    counts: ['due', 'due_met'],
    histograms: [],
    sql: `
      select ${CELL}, count(*), count(*) filter (where c.completed_at <= c.due_at)
        from ${touched('due_on')} where c.status <> 'dibatalkan' group by ${CELL}`,
  },
];

/** Roll-ups of service cases: volume, deadlines, both clocks, arrival and completion hours. */
export const SERVICE_ROLLUPS: RollupFamily = {
  table: 'service_rollups',
  dimensions: [
    { column: 'service_code', all: true },
    { column: 'channel', all: true },
  ],
  counts: [
    'received',
    'completed',
    'rejected',
    'cancelled',
    'due',
    'due_met',
    'promised',
    'within_standard',
    'visits_known',
    'single_visit',
    'late_completed',
    'late_entries',
    'prepared_known',
    'prepared_online',
  ],
  histograms: [
    { name: 'duration', size: 3 * OFFICIAL_OFFSET },
    { name: 'arrival', size: SLOT_COUNT },
    { name: 'completion', size: SLOT_COUNT },
  ],
  cellsSql,
  events,
};

import {
  HOURS_PER_DAY,
  OFFICIAL_OFFSET,
  SLOT_COUNT,
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
  return `touched_days t join service_cases c
      on c.kabupaten_code = :kabupaten and c.unit_code = t.unit_code and c.${column} = t.day`;
}

const KEY = 't.base_key, c.service_code, c.channel, t.day';

/** Weekday and hour, local. */
function slot(instant: string): string {
  return `array_agg((extract(isodow from t.day) * ${HOURS_PER_DAY} + extract(hour from ${instant} at time zone :zone))::smallint)`;
}

/** Both clocks of completed cases in one histogram, the official one shifted. */
const durations = `
  array_agg(width_bucket(c.citizen_seconds, :edges::bigint[])::smallint) filter (where c.status = 'selesai')
  || array_agg((${OFFICIAL_OFFSET} + width_bucket(c.official_seconds, :edges::bigint[]))::smallint)
       filter (where c.status = 'selesai' and c.official_seconds is not null)`;

/** Volume by receipt and completion, deadlines by the day they fall on (contract, "Definitions"). */
const baseSql = `
  select ${KEY}, count(*) as received, null::bigint as completed, null::bigint as rejected,
         count(*) filter (where c.status = 'dibatalkan') as cancelled,
         null::bigint as due, null::bigint as due_met, null::bigint as promised, null::bigint as within_standard,
         null::bigint as visits_known, null::bigint as single_visit,
         null::smallint[] as duration_keys, ${slot('c.received_at')} as arrival_keys, null::smallint[] as completion_keys
    from ${touched('received_on')} group by ${KEY}
  union all
  select ${KEY}, null, count(*) filter (where c.status = 'selesai'), count(*) filter (where c.status = 'ditolak'), null, null, null,
         count(*) filter (where c.status = 'selesai' and c.due_at is not null),
         count(*) filter (where c.status = 'selesai' and c.completed_at <= c.due_at),
         count(*) filter (where c.status = 'selesai' and c.visits is not null),
         count(*) filter (where c.status = 'selesai' and c.visits = 1),
         ${durations}, null, ${slot('c.completed_at')} filter (where c.status = 'selesai')
    from ${touched('completed_on')} group by ${KEY}
  union all
  select ${KEY}, null, null, null, null, count(*), count(*) filter (where c.completed_at <= c.due_at), null, null, null, null, null, null, null
    from ${touched('due_on')} where c.status <> 'dibatalkan' group by ${KEY}`;

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
  ],
  histograms: [
    { name: 'duration', size: 2 * OFFICIAL_OFFSET },
    { name: 'arrival', size: SLOT_COUNT },
    { name: 'completion', size: SLOT_COUNT },
  ],
  cellsSql,
  baseSql,
};

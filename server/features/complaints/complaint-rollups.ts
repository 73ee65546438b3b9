import { DURATION_BUCKET_COUNT } from '#domain/statistics/duration-buckets';
import { OFFICIAL_OFFSET, type RollupFamily } from '../../platform/database/rollups/rollup-family.ts';

/**
 * Roll-ups of complaints by the day of receipt, holding the *last* state of each cohort: as if its clock had run out.
 * What was different at an earlier instant T (not yet resolved, not yet due) is corrected when reading, from the few
 * complaints with received_at ≤ T < settled_at.
 */
const CELL = 't.base_key, t.day, c.service_code, c.channel, c.class';

/** Valid complaints: within the unit's competence and not refused as invalid. */
export const VALID = `c.status not in ('tidak-valid', 'bukan-kewenangan')`;

/** Resolved and not reopened since; closing alone is not resolving. */
export const RESOLVED = `(c.resolved_at is not null and c.status <> 'dibuka-kembali')`;

/** When the complaint was answered: its first answer, or the resolution when none is recorded before it. */
const ANSWERED_AT = 'least(c.first_response_at, c.resolved_at)';

/** Goes up the ladder, or will if nobody answers; an answer in time keeps it with the unit. */
export const ESCALATES = `(c.escalates_at is not null and coalesce(${ANSWERED_AT} > c.escalates_at, true))`;

/** Histogram keys of the official time to the first answer begin here; those to the resolution at OFFICIAL_OFFSET. */
export const RESPONSE_OFFSET = 2 * DURATION_BUCKET_COUNT;

const sql = `
  select ${CELL}, 1, (${VALID})::integer, (${VALID} and c.followed_up)::integer, (${VALID} and ${RESOLVED})::integer,
         (${VALID} and c.due_at is not null)::integer,
         (${VALID} and ${RESOLVED} and c.due_at is not null and c.resolved_at <= c.due_at)::integer,
         (${VALID} and not ${RESOLVED} and c.due_at is not null)::integer,
         (${VALID} and c.reopened)::integer, (${VALID} and c.first_response_at is not null)::integer,
         (${VALID} and ${ESCALATES})::integer,
         case when ${VALID} and ${RESOLVED} then
           width_bucket(floor(extract(epoch from c.resolved_at - c.received_at))::bigint, :edges::bigint[])
         end,
         case when ${VALID} and ${RESOLVED} then ${OFFICIAL_OFFSET} + width_bucket(c.resolution_seconds, :edges::bigint[]) end,
         case when ${VALID} and c.first_response_at is not null then
           ${RESPONSE_OFFSET} + width_bucket(c.response_seconds, :edges::bigint[])
         end
    from touched t join complaints c on c.kabupaten_code = :kabupaten and c.unit_code = t.unit_code and c.received_on = t.day`;

const COUNTS = [
  'received',
  'valid',
  'followed_up',
  'resolved',
  'judged',
  'in_time',
  'overdue',
  'reopened',
  'responded',
  'escalated',
];

export const COMPLAINT_ROLLUPS: RollupFamily = {
  table: 'complaint_rollups',
  dimensions: [
    { column: 'service_code', all: true },
    { column: 'channel', all: true },
    { column: 'class', all: true },
  ],
  counts: COUNTS,
  histograms: [{ name: 'duration', size: 3 * DURATION_BUCKET_COUNT }],
  cellsSql: `select distinct unit_code, service_code, channel, class, received_on as day from complaints where kabupaten_code = :kabupaten`,
  events: [{ counts: COUNTS, histograms: ['duration', 'duration', 'duration'], sql }],
};

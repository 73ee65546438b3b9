import { DISKOMINFO_DAYS, LADDER_SETTINGS, UNIT_DAYS } from '#domain/complaints/ladder';
import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { LoadContext } from '../../platform/database/dataset-loader.ts';

/** Fields a file may leave out without wiping what is already recorded. */
const OPTIONAL: Readonly<Record<string, string>> = {
  area: 'kecamatan',
  category: 'category',
  body: 'text',
  verified_at: 'verifiedAt',
  first_response_at: 'firstResponseAt',
  closed_at: 'closedAt',
  reporter_satisfied: 'reporterSatisfied',
};

/** Working days of the two rungs of the ladder, as the kabupaten set them or by default. */
export const LADDER_DAYS_SQL = `
  select coalesce(max(working_days) filter (where class = '${LADDER_SETTINGS.unit}'), ${UNIT_DAYS}) as unit_days,
         coalesce(max(working_days) filter (where class = '${LADDER_SETTINGS.diskominfo}'), ${DISKOMINFO_DAYS}) as diskominfo_days
    from complaint_deadlines where kabupaten_code = :kabupaten`;

/** The end of a local day, as deadlines are kept. */
export function endOfDay(day: string): string {
  return `((${day} + 1)::timestamp at time zone :zone) - interval '1 microsecond'`;
}

/** True where the ladder ends: suspected abuse goes to the Inspektorat alone. */
export function goesUp(alias: string): string {
  return `${alias}.class <> '${OVERSIGHT_CLASS}'`;
}

/**
 * When a complaint's part in every figure no longer changes by the passing of time: answered, resolved or overdue, and
 * with whoever the ladder brought it to. Names the columns of a complaint without an alias.
 */
export const SETTLED_AT = `greatest(received_at, first_response_at, least(first_response_at, resolved_at),
  case when resolved_at is not null and status <> 'dibuka-kembali' then resolved_at else due_at end,
  case when coalesce(least(first_response_at, resolved_at) > escalates_at, true) then escalates_at end)`;

/**
 * Deadline by class, the rungs of the ladder, both official times, what was ever reached, and when the complaint's part in
 * the figures is settled. A complaint that was resolved already, and is the same in what its deadline came from, keeps
 * deadline, rungs and calendar, and an answered one its rungs: a verdict that was given stands, whatever the calendar
 * says by now.
 *
 * Days and targets are computed in a step of their own: row-level security keeps conditions that call functions out of
 * an index.
 */
export function decideSql(context: LoadContext): string {
  const optional = Object.keys(OPTIONAL);
  const kept = (column: string) =>
    context.presentFields.has(OPTIONAL[column] ?? '') ? `s.${column}` : `f.${column}`;
  const has = (field: string) => context.presentFields.has(field);
  const known = (column: string, field: string) =>
    has(field) ? `s.${column}` : `coalesce(f.${column}, s.${column})`;
  const ownDue = has('dueAt') ? 's.own_due_at' : `case when f.due_source = 'own' then f.due_at end`;
  // A file that tells neither status nor resolution leaves both.
  const resolvedAt =
    has('resolvedAt') || has('status')
      ? 's.resolved_at'
      : 'case when f.resolved_at >= s.received_at then f.resolved_at end';
  const status = has('status')
    ? 's.status'
    : `case
         when f.id is null or (f.resolved_at is null) <> (${resolvedAt} is null) then s.status
         when f.status in ('diterima', 'diverifikasi') and s.status <> 'diterima' then s.status
         else f.status
       end`;
  return `
    create temporary table decided_rows on commit drop as
    with placed as materialized (
      select s.id, s.number, s.unit_code, ${known('service_code', 'service')} as service_code, ${known('channel', 'channel')} as channel,
             ${known('class', 'class')} as class, s.received_at, ${resolvedAt} as resolved_at, ${status} as status,
             ${optional.map((column) => `${kept(column)} as ${column}`).join(', ')},
             case when s.own_due_is_day
                  then ${endOfDay('(s.own_due_at at time zone :zone)::date')}
                  else ${ownDue} end as own_due_at,
             s.received_at at time zone :zone as received_local, (s.received_at at time zone :zone)::date as received_on,
             u.calendar_code, cal.version as current_version,
             f.id as existing_id, f.service_code as old_service_code, f.channel as old_channel, f.class as old_class,
             f.received_at as old_received_at, f.received_on as old_received_on, f.resolved_at as old_resolved_at, f.status as old_status,
             case when f.due_source = 'own' then f.due_at end as old_own_due_at,
             f.calendar_version as old_calendar_version, f.due_at as old_due_at, f.due_source as old_due_source,
             f.response_seconds as old_response_seconds, f.escalates_at as old_escalates_at, f.escalates_top_at as old_escalates_top_at,
             ${optional.map((column) => `f.${column} as old_${column}`).join(', ')},
             coalesce(f.followed_up, false) as was_followed_up, coalesce(f.reopened, false) as was_reopened
        from stage_rows s
        join units u on u.kabupaten_code = :kabupaten and u.code = s.unit_code
        join calendars cal on cal.kabupaten_code = :kabupaten and cal.code = u.calendar_code
        left join complaints f on f.kabupaten_code = :kabupaten and f.unit_code = s.unit_code and f.number = s.number
    ),
    weighed as materialized (
      select p.*, p.first_response_at at time zone :zone as response_local, (p.first_response_at at time zone :zone)::date as response_on,
             p.resolved_at at time zone :zone as resolved_local, (p.resolved_at at time zone :zone)::date as resolved_on,
             p.old_calendar_version is not null and p.old_resolved_at is not null and p.old_status <> 'dibuka-kembali'
               and p.resolved_at is not null and p.status <> 'dibuka-kembali'
               and (p.received_at, p.class, p.own_due_at) is not distinct from (p.old_received_at, p.old_class, p.old_own_due_at) as frozen,
             coalesce(p.old_calendar_version is not null and p.first_response_at = p.old_first_response_at
               and (p.received_at, p.class) = (p.old_received_at, p.old_class), false) as answered
        from placed p
    ),
    dated as materialized (
      select w.*, case when w.frozen then w.old_calendar_version else w.current_version end as calendar_version from weighed w
    ),
    counted as materialized (
      select p.*, receipt_day.working_day_number + promise.working_days as target_day,
             case when ${goesUp('p')} then receipt_day.working_day_number + ladder.unit_days end as unit_day,
             case when ${goesUp('p')} then receipt_day.working_day_number + ladder.unit_days + ladder.diskominfo_days end as top_day,
             case when p.answered then p.old_response_seconds
                  else response_day.working_seconds_before + open_seconds(response_day.opens, second_of(p.response_local))
                     - receipt_day.working_seconds_before - open_seconds(receipt_day.opens, second_of(p.received_local)) end as response_seconds,
             resolution_day.working_seconds_before + open_seconds(resolution_day.opens, second_of(p.resolved_local))
               - receipt_day.working_seconds_before - open_seconds(receipt_day.opens, second_of(p.received_local)) as resolution_seconds
        from dated p
        cross join (${LADDER_DAYS_SQL}) ladder
        left join complaint_deadlines promise on promise.kabupaten_code = :kabupaten and promise.class = p.class and p.own_due_at is null
        left join calendar_days receipt_day on receipt_day.kabupaten_code = :kabupaten
         and receipt_day.calendar_code = p.calendar_code and receipt_day.version = p.calendar_version and receipt_day.day = p.received_on
        left join calendar_days response_day on response_day.kabupaten_code = :kabupaten
         and response_day.calendar_code = p.calendar_code and response_day.version = p.calendar_version and response_day.day = p.response_on
        left join calendar_days resolution_day on resolution_day.kabupaten_code = :kabupaten
         and resolution_day.calendar_code = p.calendar_code and resolution_day.version = p.calendar_version and resolution_day.day = p.resolved_on
    ),
    judged as (
      select p.*,
             case when p.frozen then p.old_due_at else coalesce(p.own_due_at, ${endOfDay('last_day.day')}) end as due_at,
             case when p.frozen then p.old_due_source when p.own_due_at is not null then 'own' when last_day.day is not null then 'class' end as due_source,
             case when p.frozen or p.answered then p.old_escalates_at else ${endOfDay('last_unit_day.day')} end as escalates_at,
             case when p.frozen or p.answered then p.old_escalates_top_at else ${endOfDay('last_top_day.day')} end as escalates_top_at,
             p.was_followed_up or p.resolved_at is not null or p.status in ('ditindaklanjuti', 'selesai', 'dibuka-kembali') as followed_up,
             p.was_reopened or p.status = 'dibuka-kembali' as reopened
        from counted p
        left join calendar_days last_day on last_day.kabupaten_code = :kabupaten
         and last_day.calendar_code = p.calendar_code and last_day.version = p.calendar_version and last_day.is_working and last_day.working_day_number = p.target_day
        left join calendar_days last_unit_day on last_unit_day.kabupaten_code = :kabupaten
         and last_unit_day.calendar_code = p.calendar_code and last_unit_day.version = p.calendar_version and last_unit_day.is_working and last_unit_day.working_day_number = p.unit_day
        left join calendar_days last_top_day on last_top_day.kabupaten_code = :kabupaten
         and last_top_day.calendar_code = p.calendar_code and last_top_day.version = p.calendar_version and last_top_day.is_working and last_top_day.working_day_number = p.top_day
    )
    select id, existing_id, unit_code, number, service_code, channel, class, ${optional.join(', ')}, received_at, received_on, resolved_at,
           due_at, due_source, status, followed_up, reopened, ${SETTLED_AT} as settled_at,
           calendar_version, escalates_at, escalates_top_at, response_seconds, resolution_seconds,
           old_service_code, old_channel, old_class, old_received_on,
           case
             when existing_id is null then 'i'
             when (service_code, channel, class, received_at, resolved_at, status, own_due_at, ${optional.join(', ')}) is not distinct from
                  (old_service_code, old_channel, old_class, old_received_at, old_resolved_at, old_status, old_own_due_at, ${optional.map((column) => `old_${column}`).join(', ')})
             then 'u' else 'c'
           end as decision
      from judged`;
}

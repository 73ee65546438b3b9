/**
 * What follows from the facts of a case: deadline, both clocks, pauses, visits and late entry, as SQL.
 *
 * The definition is `domain/calendar` (`deadline.ts`, `case-clock.ts`); `calendar-in-sql.db.spec.ts` compares both on
 * thousands of random cases. One text serves new cases, changed ones, and known ones whose pauses, sessions, calendar
 * or standard changed.
 */
import { PAUSE_REASONS } from '#domain/turnaround/pause-reasons';

/** Columns of service_cases that are derived; the order in which `judged` gives them is of no account. */
export const DERIVED_COLUMNS = [
  'due_at',
  'due_on',
  'due_source',
  'standard_from',
  'calendar_version',
  'citizen_seconds',
  'official_seconds',
  'paused_seconds',
  'extra_visits',
  'late_entry',
] as const;

/** What has to be looked at. What a kabupaten does not have costs nothing: its part of the query is left out. */
export interface Derivation {
  /** Pauses are known; then `placed` has `pauses` (a multirange or null) and `extra_visits`. */
  readonly pauses: boolean;
  /** Extra sessions are known. */
  readonly sessions: boolean;
  /** Cases may have been judged before; then `placed` has `keeps_standard` and `judged_standard`. */
  readonly judgedBefore: boolean;
  /** The time of recording may be known. */
  readonly recorded: boolean;
}

/** Reasons for which the applicant comes once more. */
const ADDING_VISIT = PAUSE_REASONS.filter(({ addsVisit }) => addsVisit)
  .map(({ code }) => `'${code}'`)
  .join(', ');

/**
 * What deriving looks up, as temporary tables with an index: planned as parts of the query they would be read once for
 * every case, because nobody has told the planner yet how many pauses a file brought.
 *
 * @param cases a table with unit_code and number that names each case once
 */
export function lookUpSql({ pauses, sessions }: Derivation, cases: string): string[] {
  return [
    ...(pauses
      ? [toldPausesSql(cases), 'create index on told_pauses (unit_code, number)', 'analyze told_pauses']
      : []),
    ...(sessions
      ? [SESSION_DAYS, 'create index on session_days (unit_code, day)', 'analyze session_days']
      : []),
  ];
}

function toldPausesSql(cases: string): string {
  return `
    create temporary table told_pauses on commit drop as
    select z.unit_code, z.number, range_agg(tstzrange(z.started_at, z.ended_at)) as pauses,
           greatest(count(*) filter (where z.reason in (${ADDING_VISIT})) - 1, 0)::smallint as extra_visits
      from case_pauses z
      join ${cases} named on named.unit_code = z.unit_code and named.number = z.number
     where z.kabupaten_code = :kabupaten and z.told
     group by z.unit_code, z.number`;
}

/** The sessions of a unit on a day, as instants. One that lasts to midnight ends with the first instant of the next day. */
const SESSION_DAYS = `
    create temporary table session_days on commit drop as
    select s.unit_code, reached.day, array_agg(s.service_code) as services,
           array_agg((s.day::timestamp + make_interval(secs => s.opens)) at time zone :zone) as starts,
           array_agg((s.day::timestamp + make_interval(secs => s.closes)) at time zone :zone) as ends
      from extra_sessions s
      cross join lateral (select s.day union all select s.day + 1 where s.closes = 86400) reached
     where s.kabupaten_code = :kabupaten
     group by s.unit_code, reached.day`;

/**
 * The first day on which a case can be recorded late: more than one working day is more than one day. Most cases have
 * none, and look no calendar up for it.
 */
export function lateDaySql(recordedAt: string, receivedAt: string): string {
  return `case when (${recordedAt} at time zone :zone)::date > (${receivedAt} at time zone :zone)::date + 1
               then (${recordedAt} at time zone :zone)::date end`;
}

/**
 * Common table expressions after one named `placed`, up to `judged`, which has all columns of `placed` and
 * {@link DERIVED_COLUMNS}. Binds `:kabupaten` and `:zone`.
 *
 * `placed` has unit_code, service_code, received_at, completed_at, recorded_at, own_due_at, their local times and days
 * (received_local, completed_local, received_on, completed_on), calendar_code and the calendar_version to judge by, and
 * late_day ({@link lateDaySql}). The tables of {@link lookUpSql} stand ready.
 *
 * Days and targets are computed in a step of their own ("offset 0" keeps it one): row-level security keeps conditions
 * that call functions out of an index, and each look into the calendar would read all of its days.
 */
export function derivationSql(known: Derivation): string {
  const [day, second] = known.pauses ? ['promised_day', 'promised_second'] : ['target_day', 'target_second'];
  const steps = [
    `standards as (
      select service_code, promise_unit, promise_amount, valid_from,
             coalesce(lead(valid_from) over (partition by service_code order by valid_from), date '9999-12-31') as valid_to
        from service_standards where kabupaten_code = :kabupaten
    )`,
    `counted as (
      select p.*, case when p.own_due_at is null then st.valid_from end as standard_from, st.promise_unit,
             floor(extract(epoch from p.completed_at - p.received_at))::bigint as citizen_seconds,
             completion_day.working_seconds_before + open_seconds(completion_day.opens, second_of(p.completed_local))
               - receipt_day.working_seconds_before - open_seconds(receipt_day.opens, second_of(p.received_local)) as open_seconds,
             ${known.recorded ? LATE_ENTRY : 'false'} as late_entry,
             ${known.sessions ? extraSeconds(known) : '0'} as extra_seconds,
             ${known.pauses ? PAUSE_BASIS : ''}
             case when st.promise_unit = 'working-days' then receipt_day.working_day_number + st.promise_amount::integer end as ${day},
             case when st.promise_unit in ('minutes', 'working-hours') then
               receipt_day.working_seconds_before + open_seconds(receipt_day.opens, second_of(p.received_local))
                 + (st.promise_amount * case st.promise_unit when 'minutes' then 60 else 3600 end)::bigint
             end as ${second}
        from placed p
        left join standards st on st.service_code = p.service_code and p.own_due_at is null
         and ${standardInForce(known)}
        left join ${calendarDay('receipt_day', 'p', 'p.received_on')}
        left join ${calendarDay('completion_day', 'p', 'p.completed_on')}
        ${known.recorded ? `left join ${calendarDay('recording_day', 'p', 'p.late_day')}` : ''}
        ${known.sessions ? SESSION_JOINS : ''}
      offset 0
    )`,
    ...(known.pauses ? [SHIFTED] : []),
    `judged as (
      select c.*,
             case
               when c.own_due_at is not null then c.own_due_at
               when c.promise_unit = 'working-days' then ((last_day.day + 1)::timestamp at time zone :zone) - interval '1 microsecond'
               when c.promise_unit is not null then
                 (promised_day.day::timestamp + make_interval(secs => second_after_open(promised_day.opens,
                   (c.target_second - promised_day.working_seconds_before)::integer))) at time zone :zone
             end as due_at,
             case when c.own_due_at is not null then 'own'
                  ${known.pauses ? `when c.stands_still then 'paused'` : ''}
                  when c.promise_unit is not null then 'standard' end as due_source,
             case when c.open_seconds is not null then
               greatest(c.open_seconds - ${known.pauses ? 'c.paused_open_seconds' : '0'}, 0) + c.extra_seconds
             end as official_seconds,
             ${known.pauses ? `case when c.completed_at is not null and c.pauses is not null then c.paused_open_seconds end` : 'null::bigint'} as paused_seconds
             ${known.pauses ? '' : ', 0::smallint as extra_visits'}
        from ${known.pauses ? 'shifted' : 'counted'} c
        left join ${calendarDay('last_day', 'c', '')} and last_day.is_working and last_day.working_day_number = c.target_day
        left join lateral (
          select d.day, d.opens, d.working_seconds_before
            from calendar_days d
           where d.kabupaten_code = :kabupaten and d.calendar_code = c.calendar_code and d.version = c.calendar_version
             and d.working_seconds_before < c.target_second and d.is_working
           order by d.working_seconds_before desc limit 1
        ) promised_day on true
    )`,
  ];
  return steps.join(',\n    ');
}

/** A day of a case's calendar, by the version it is judged by. Without `day` the caller says which. */
function calendarDay(alias: string, of: string, day: string): string {
  return `calendar_days ${alias} on ${alias}.kabupaten_code = :kabupaten and ${alias}.calendar_code = ${of}.calendar_code
         and ${alias}.version = ${of}.calendar_version${day === '' ? '' : ` and ${alias}.day = ${day}`}`;
}

/**
 * The standard in force at receipt. A case that was judged keeps the standard it was judged by, also when none was in
 * force then, unless it turns out that it was received before that standard.
 */
function standardInForce({ judgedBefore }: Derivation): string {
  const inForce = 'p.received_local >= st.valid_from and p.received_local < st.valid_to';
  if (!judgedBefore) return inForce;
  return `case when p.keeps_standard and (p.judged_standard is null or p.received_on >= p.judged_standard)
                     then st.valid_from = p.judged_standard else ${inForce} end`;
}

const LATE_ENTRY = `(coalesce(p.recorded_at >= p.completed_at, false)
               or coalesce(recording_day.working_day_number - receipt_day.working_day_number > 1, false))`;

/** Pauses between receipt and completion, and the running numbers that none of them begins before. */
const PAUSE_BASIS = `p.pauses * tstzmultirange(tstzrange(p.received_at, p.completed_at)) as paused,
             receipt_day.working_day_number as receipt_number,
             receipt_day.working_seconds_before + open_seconds(receipt_day.opens, second_of(p.received_local)) as receipt_second,`;

/**
 * Each pause that begins before the deadline is reached moves it on by its own length, in running working days or
 * seconds. The n-th begins before it is reached exactly when its begin less the lengths of those before lies before the
 * promised number: as long as that holds, all before it have moved the deadline.
 */
const SHIFTED = `shifted as (
      select c.*, coalesce(z.paused_open_seconds, 0) as paused_open_seconds, coalesce(z.stands_still, false) as stands_still,
             case when z.stands_still is not true then c.promised_day + coalesce(z.moved, 0)::integer end as target_day,
             case when z.stands_still is not true then c.promised_second + coalesce(z.moved, 0)::bigint end as target_second
        from counted c
        left join lateral (
          select sum(ended.open_length)::bigint as paused_open_seconds,
                 sum(ended.length) filter (where ended.starts - ended.before < coalesce(c.promised_day, c.promised_second)) as moved,
                 bool_or(ended.length is null and ended.starts - ended.before < coalesce(c.promised_day, c.promised_second)) as stands_still
            from (
              select placed_pause.*,
                     coalesce(sum(length) over (order by position rows between unbounded preceding and 1 preceding), 0) as before
                from (
                  select span.position,
                         case when c.promised_day is not null
                              then greatest(first_day.working_day_number - first_day.is_working::integer, c.receipt_number)
                              else greatest(first_day.working_seconds_before + open_seconds(first_day.opens, span.from_second), c.receipt_second)
                          end as starts,
                         case when last_day.day is null then null
                              when c.promised_day is not null
                              then greatest(greatest(last_day.working_day_number - last_day.is_working::integer, c.receipt_number)
                                 - greatest(first_day.working_day_number - first_day.is_working::integer, c.receipt_number), 0)
                              else greatest(greatest(last_day.working_seconds_before + open_seconds(last_day.opens, span.to_second), c.receipt_second)
                                 - greatest(first_day.working_seconds_before + open_seconds(first_day.opens, span.from_second), c.receipt_second), 0)
                          end as length,
                         case when last_day.day is not null then
                           greatest(last_day.working_seconds_before + open_seconds(last_day.opens, span.to_second)
                             - first_day.working_seconds_before - open_seconds(first_day.opens, span.from_second), 0)
                         end as open_length
                    from (
                      select each.position, second_of(lower(each.span) at time zone :zone) as from_second,
                             (lower(each.span) at time zone :zone)::date as from_on,
                             second_of(upper(each.span) at time zone :zone) as to_second,
                             (upper(each.span) at time zone :zone)::date as to_on
                        from unnest(c.paused) with ordinality as each (span, position)
                      offset 0
                    ) span
                    join ${calendarDay('first_day', 'c', 'span.from_on')}
                    left join ${calendarDay('last_day', 'c', 'span.to_on')}
                ) placed_pause
            ) ended
        ) z on true
      offset 0
    )`;

const SESSION_JOINS = `left join session_days received_in on received_in.unit_code = p.unit_code and received_in.day = p.received_on
        left join session_days completed_in on completed_in.unit_code = p.unit_code and completed_in.day = p.completed_on`;

/** Seconds of the sessions a completed case was received or completed in, outside opening hours and pauses. */
function extraSeconds({ pauses }: Derivation): string {
  return `case when p.completed_at is not null and (received_in.unit_code is not null or completed_in.unit_code is not null) then (
               select coalesce(sum(greatest(part.seconds
                        - (closing.working_seconds_before + open_seconds(closing.opens, part.to_second)
                           - opening.working_seconds_before - open_seconds(opening.opens, part.from_second)), 0)), 0)::bigint
                 from (
                   select (floor(extract(epoch from upper(each))) - floor(extract(epoch from lower(each))))::bigint as seconds,
                          (lower(each) at time zone :zone)::date as from_on, second_of(lower(each) at time zone :zone) as from_second,
                          (upper(each) at time zone :zone)::date as to_on, second_of(upper(each) at time zone :zone) as to_second
                     from unnest((
                            select range_agg(tstzrange(held.starts_at, held.ends_at))
                              from (select * from unnest(received_in.services, received_in.starts, received_in.ends) as of_receipt (service_code, starts_at, ends_at)
                                    union all
                                    select * from unnest(completed_in.services, completed_in.starts, completed_in.ends)) held
                             where held.service_code in ('*', p.service_code)
                               and (p.received_at >= held.starts_at and p.received_at <= held.ends_at
                                    or p.completed_at >= held.starts_at and p.completed_at <= held.ends_at)
                          ) * tstzmultirange(tstzrange(p.received_at, p.completed_at))
                            ${pauses ? `- coalesce(p.pauses, '{}')` : ''}) as each
                   offset 0
                 ) part
                 join ${calendarDay('opening', 'p', 'part.from_on')}
                 join ${calendarDay('closing', 'p', 'part.to_on')}
             ) else 0 end`;
}

import type { Knex } from 'knex';
import { endOfDay, goesUp, LADDER_DAYS_SQL, SETTLED_AT } from './complaint-decision.repository.ts';
import { RESOLVED } from './complaint-rollups.ts';

/** What the deadlines of a kabupaten's complaints are counted by. */
export interface DeadlineContext {
  readonly kabupatenCode: string;
  readonly timeZone: string;
}

/**
 * Moves deadlines and rungs of the ladder of complaints that are not resolved to the present version of their unit's
 * calendar: after a holiday was added, or opening hours changed. Resolved ones keep the verdict they got, answered ones
 * their rungs, and deadlines that a file gave stay. Whatever moves, no roll-up changes: they hold the last state, in
 * which what is open is overdue and what is unanswered has gone up.
 *
 * Call it within the transaction that made the new calendar version.
 * @param calendarCodes calendars with a new version
 * @param otherCalendar units that were given another calendar: its version may have the same number
 * @returns how many complaints have another deadline, or reach a rung at another time
 */
export async function moveOpenComplaintDeadlines(
  transaction: Knex.Transaction,
  { kabupatenCode, timeZone }: DeadlineContext,
  calendarCodes: readonly string[],
  otherCalendar: readonly string[] = [],
): Promise<number> {
  if (calendarCodes.length === 0) return 0;
  const bindings = {
    kabupaten: kabupatenCode,
    zone: timeZone,
    calendars: [...calendarCodes],
    units: [...otherCalendar],
  };
  await transaction.raw(
    `create temporary table moved_complaints on commit drop as
     with open_ones as materialized (
       select c.id, c.class, c.received_on, c.due_source, c.due_at, c.first_response_at, c.resolved_at,
              c.escalates_at, c.escalates_top_at, u.calendar_code, cal.version
         from complaints c
         join units u on u.kabupaten_code = :kabupaten and u.code = c.unit_code and u.calendar_code = any(:calendars::text[])
         join calendars cal on cal.kabupaten_code = :kabupaten and cal.code = u.calendar_code
        where c.kabupaten_code = :kabupaten and not ${RESOLVED}
          and (c.calendar_version is distinct from cal.version or c.unit_code = any(:units::text[]))
     ),
     counted as materialized (
       select o.*, receipt_day.working_day_number + promise.working_days as target_day,
              case when ${goesUp('o')} then receipt_day.working_day_number + ladder.unit_days end as unit_day,
              case when ${goesUp('o')} then receipt_day.working_day_number + ladder.unit_days + ladder.diskominfo_days end as top_day
         from open_ones o
         cross join (${LADDER_DAYS_SQL}) ladder
         left join complaint_deadlines promise on promise.kabupaten_code = :kabupaten and promise.class = o.class
         left join calendar_days receipt_day on receipt_day.kabupaten_code = :kabupaten
          and receipt_day.calendar_code = o.calendar_code and receipt_day.version = o.version and receipt_day.day = o.received_on
     ),
     anew as (
       select n.id, n.version, n.due_at as old_due_at, n.escalates_at as old_escalates_at, n.escalates_top_at as old_escalates_top_at,
              case when n.due_source = 'own' then n.due_at else ${endOfDay('last_day.day')} end as due_at,
              case when n.due_source = 'own' then 'own' when last_day.day is not null then 'class' end as due_source,
              case when least(n.first_response_at, n.resolved_at) is not null then n.escalates_at
                   else ${endOfDay('last_unit_day.day')} end as escalates_at,
              case when least(n.first_response_at, n.resolved_at) is not null then n.escalates_top_at
                   else ${endOfDay('last_top_day.day')} end as escalates_top_at
         from counted n
         left join calendar_days last_day on last_day.kabupaten_code = :kabupaten
          and last_day.calendar_code = n.calendar_code and last_day.version = n.version and last_day.is_working and last_day.working_day_number = n.target_day
         left join calendar_days last_unit_day on last_unit_day.kabupaten_code = :kabupaten
          and last_unit_day.calendar_code = n.calendar_code and last_unit_day.version = n.version and last_unit_day.is_working and last_unit_day.working_day_number = n.unit_day
         left join calendar_days last_top_day on last_top_day.kabupaten_code = :kabupaten
          and last_top_day.calendar_code = n.calendar_code and last_top_day.version = n.version and last_top_day.is_working and last_top_day.working_day_number = n.top_day
     )
     select a.*, (a.due_at, a.escalates_at, a.escalates_top_at)
                 is distinct from (a.old_due_at, a.old_escalates_at, a.old_escalates_top_at) as differs
       from anew a`,
    bindings,
  );
  await transaction.raw(
    `update complaints c
        set due_at = m.due_at, due_source = m.due_source, escalates_at = m.escalates_at,
            escalates_top_at = m.escalates_top_at, calendar_version = m.version
       from moved_complaints m
      where c.kabupaten_code = :kabupaten and c.id = m.id`,
    bindings,
  );
  await transaction.raw(
    `update complaints c set settled_at = ${SETTLED_AT}
      where c.kabupaten_code = :kabupaten and c.id in (select m.id from moved_complaints m where m.differs)`,
    bindings,
  );
  const moved: { rows: { count: number }[] } = await transaction.raw(
    'select count(*) as count from moved_complaints where differs',
  );
  await transaction.raw('drop table moved_complaints');
  return moved.rows[0]?.count ?? 0;
}

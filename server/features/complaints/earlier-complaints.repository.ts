import type { EarlierFacts } from '../../platform/database/rollups/renew-rollups.repository.ts';
import { endOfDay, goesUp, LADDER_DAYS_SQL, SETTLED_AT } from './complaint-decision.repository.ts';

/**
 * Gives complaints of an earlier version what it did not derive: the version of the calendar, the rungs of the ladder and
 * both official times, by the present calendar of their unit. Deadlines that were given stay as they are.
 */
export const earlierComplaints: EarlierFacts = async (transaction, { kabupaten, zone }) => {
  await transaction.raw(
    `create temporary table earlier_complaints on commit drop as
     with earlier as materialized (
       select c.id, c.class, c.received_on, u.calendar_code, cal.version,
              c.received_at at time zone :zone as received_local, c.first_response_at at time zone :zone as response_local,
              (c.first_response_at at time zone :zone)::date as response_on, c.resolved_at at time zone :zone as resolved_local,
              (c.resolved_at at time zone :zone)::date as resolved_on
         from complaints c
         join units u on u.kabupaten_code = :kabupaten and u.code = c.unit_code
         join calendars cal on cal.kabupaten_code = :kabupaten and cal.code = u.calendar_code
        where c.kabupaten_code = :kabupaten and c.calendar_version is null
     ),
     counted as materialized (
       select e.*,
              case when ${goesUp('e')} then receipt_day.working_day_number + ladder.unit_days end as unit_day,
              case when ${goesUp('e')} then receipt_day.working_day_number + ladder.unit_days + ladder.diskominfo_days end as top_day,
              response_day.working_seconds_before + open_seconds(response_day.opens, second_of(e.response_local))
                - receipt_day.working_seconds_before - open_seconds(receipt_day.opens, second_of(e.received_local)) as response_seconds,
              resolution_day.working_seconds_before + open_seconds(resolution_day.opens, second_of(e.resolved_local))
                - receipt_day.working_seconds_before - open_seconds(receipt_day.opens, second_of(e.received_local)) as resolution_seconds
         from earlier e
         cross join (${LADDER_DAYS_SQL}) ladder
         left join calendar_days receipt_day on receipt_day.kabupaten_code = :kabupaten
          and receipt_day.calendar_code = e.calendar_code and receipt_day.version = e.version and receipt_day.day = e.received_on
         left join calendar_days response_day on response_day.kabupaten_code = :kabupaten
          and response_day.calendar_code = e.calendar_code and response_day.version = e.version and response_day.day = e.response_on
         left join calendar_days resolution_day on resolution_day.kabupaten_code = :kabupaten
          and resolution_day.calendar_code = e.calendar_code and resolution_day.version = e.version and resolution_day.day = e.resolved_on
     )
     select n.id, n.version, n.response_seconds, n.resolution_seconds,
            ${endOfDay('last_unit_day.day')} as escalates_at, ${endOfDay('last_top_day.day')} as escalates_top_at
       from counted n
       left join calendar_days last_unit_day on last_unit_day.kabupaten_code = :kabupaten
        and last_unit_day.calendar_code = n.calendar_code and last_unit_day.version = n.version and last_unit_day.is_working and last_unit_day.working_day_number = n.unit_day
       left join calendar_days last_top_day on last_top_day.kabupaten_code = :kabupaten
        and last_top_day.calendar_code = n.calendar_code and last_top_day.version = n.version and last_top_day.is_working and last_top_day.working_day_number = n.top_day`,
    { kabupaten, zone },
  );
  await transaction.raw(
    `update complaints c
        set calendar_version = e.version, escalates_at = e.escalates_at, escalates_top_at = e.escalates_top_at,
            response_seconds = e.response_seconds, resolution_seconds = e.resolution_seconds
       from earlier_complaints e
      where c.kabupaten_code = :kabupaten and c.id = e.id`,
    { kabupaten },
  );
  await transaction.raw(
    `update complaints c set settled_at = ${SETTLED_AT}
      where c.kabupaten_code = :kabupaten and c.id in (select e.id from earlier_complaints e)`,
    { kabupaten },
  );
  await transaction.raw('drop table earlier_complaints');
};

/**
 * Official time of the parts of a case (stages, pauses) as SQL: open seconds of a calendar between two instants. The
 * definition is `domain/calendar/case-clock.ts`; the time a stage takes is that of its own unit's calendar, less the
 * pauses of which the applicant was told.
 */

/** A day of a calendar's present version. `of` has calendar_code and calendar_version. */
function calendarDay(alias: string, of: string, day: string): string {
  return `calendar_days ${alias} on ${alias}.kabupaten_code = :kabupaten and ${alias}.calendar_code = ${of}.calendar_code
         and ${alias}.version = ${of}.calendar_version and ${alias}.day = ${day}`;
}

function openBetween(first: string, fromSecond: string, last: string, toSecond: string): string {
  return `${last}.working_seconds_before + open_seconds(${last}.opens, ${toSecond})
            - ${first}.working_seconds_before - open_seconds(${first}.opens, ${fromSecond})`;
}

/** Local days of two instants, for `clockedSql`: a step of their own, so that the index of the calendar is used. */
export function localSql(startedAt: string, endedAt: string): string {
  return `(${startedAt} at time zone :zone)::date as from_on, second_of(${startedAt} at time zone :zone) as from_second,
             (${endedAt} at time zone :zone)::date as to_on, second_of(${endedAt} at time zone :zone) as to_second`;
}

/**
 * A query over the common table expression `placed`, which has calendar_code, calendar_version, the columns of
 * {@link localSql}, and with `pauses` the multirange `paused` (clipped to the part, or null). It gives all columns of
 * `placed` and official_seconds (null while the part is not over). Binds `:kabupaten`.
 */
export function clockedSql({ pauses }: { readonly pauses: boolean }): string {
  const open = openBetween('first_day', 'p.from_second', 'last_day', 'p.to_second');
  return `
    select p.*, case when p.to_on is not null then greatest(${open}${pauses ? ' - coalesce(z.seconds, 0)' : ''}, 0) end as official_seconds
      from placed p
      left join ${calendarDay('first_day', 'p', 'p.from_on')}
      left join ${calendarDay('last_day', 'p', 'p.to_on')}
      ${pauses ? PAUSED : ''}`;
}

const PAUSED = `left join lateral (
        select sum(${openBetween('pause_first', 'span.from_second', 'pause_last', 'span.to_second')})::bigint as seconds
          from (select ${localSql('lower(each)', 'upper(each)')} from unnest(p.paused) as each offset 0) span
          join ${calendarDay('pause_first', 'p', 'span.from_on')}
          join ${calendarDay('pause_last', 'p', 'span.to_on')}
      ) z on true`;

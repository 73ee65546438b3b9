import type { Knex } from 'knex';
import { defaultOpeningHours, SECONDS_PER_DAY } from '#domain/calendar/calendar-definition';
import type { ClosedDay, OpeningHours } from '#domain/calendar/calendar-definition';
import { calendarRows } from '#domain/calendar/calendar-rows';
import { WorkingCalendar } from '#domain/calendar/working-calendar';
import type { IsoDate, Weekday } from '#domain/period/civil-date';

/** What is kept of a calendar: everything but the national holidays, which belong to all kabupaten. */
export interface CalendarSettings {
  readonly openingHours: readonly OpeningHours[];
  /** Local closures. */
  readonly closedDays: readonly ClosedDay[];
  /** False for units that work through holidays (gawat darurat, rawat inap). */
  readonly nationalHolidays: boolean;
}

export interface StarterCalendar {
  readonly code: string;
  readonly name: string;
  readonly settings: CalendarSettings;
}

/** First and last day that calendars answer for. */
const CALENDAR_RANGE = { from: '1990-01-01', to: '2040-12-31' } as const;

/** Code of the calendar of units that never close. */
export const ROUND_THE_CLOCK = '24-jam';

const EVERY_WEEKDAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The calendars of a new kabupaten: office hours (Mon–Fri 08.00–16.00), and every hour of every day. */
export const STARTER_CALENDARS: readonly StarterCalendar[] = [
  {
    code: 'default',
    name: 'Senin–Jumat 08.00–16.00',
    settings: {
      openingHours: defaultOpeningHours(CALENDAR_RANGE.from),
      closedDays: [],
      nationalHolidays: true,
    },
  },
  {
    code: ROUND_THE_CLOCK,
    name: '24 jam setiap hari',
    settings: {
      openingHours: EVERY_WEEKDAY.map((weekday) => ({
        weekday,
        validFrom: CALENDAR_RANGE.from,
        validTo: null,
        intervals: [{ from: 0, to: SECONDS_PER_DAY }],
      })),
      closedDays: [],
      nationalHolidays: false,
    },
  },
];

/** Libur nasional and cuti bersama as closed days, from the shared table. */
export async function readNationalHolidays(database: Knex): Promise<ClosedDay[]> {
  const rows: { day: IsoDate; kind: 'holiday' | 'joint-leave'; name: string }[] = await database(
    'national_holidays',
  ).select('day', 'kind', 'name');
  return rows.map(({ day, kind, name }) => ({ day, kind: kind === 'holiday' ? 'national' : kind, name }));
}

/** The calendar that settings and national holidays make, over {@link CALENDAR_RANGE}. */
export function makeCalendar(settings: CalendarSettings, holidays: readonly ClosedDay[]): WorkingCalendar {
  return new WorkingCalendar({
    ...CALENDAR_RANGE,
    openingHours: settings.openingHours,
    closedDays: [...settings.closedDays, ...(settings.nationalHolidays ? holidays : [])],
  });
}

/** Adds a calendar with all its days to a kabupaten that does not have it. */
export async function insertCalendar(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  calendar: StarterCalendar,
  holidays: readonly ClosedDay[],
): Promise<void> {
  await transaction('calendars').insert({
    kabupaten_code: kabupatenCode,
    code: calendar.code,
    name: calendar.name,
    version: 1,
    definition: JSON.stringify(calendar.settings),
  });
  const days = makeCalendar(calendar.settings, holidays);
  await writeVersion(
    transaction,
    { kabupatenCode, calendarCode: calendar.code, version: 1, reason: null },
    days,
  );
}

/**
 * Makes a new version of every calendar of a kabupaten that follows the national holidays, after these changed. Earlier
 * versions stay: verdicts were given by them.
 *
 * @param reason what changed, as a person would read it
 * @returns codes of the calendars that have a new version
 */
export async function rebuildCalendars(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  holidays: readonly ClosedDay[],
  reason: string | null = null,
): Promise<readonly string[]> {
  const found = (await transaction('calendars')
    .select('code', 'definition', 'version')
    .where({ kabupaten_code: kabupatenCode })
    .orderBy('code')) as { code: string; definition: CalendarSettings; version: number }[];
  const following = found.filter(({ definition }) => definition.nationalHolidays);
  for (const { code, definition, version } of following) {
    const next = { kabupatenCode, calendarCode: code, version: version + 1, reason };
    await writeVersion(transaction, next, makeCalendar(definition, holidays));
    await transaction('calendars')
      .where({ kabupaten_code: kabupatenCode, code })
      .update({ version: next.version });
  }
  return following.map(({ code }) => code);
}

/** A calendar as it is kept now; null when the kabupaten has none of this code. */
export async function findCalendar(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  code: string,
): Promise<(StarterCalendar & { readonly version: number }) | null> {
  const found = (await transaction('calendars')
    .select('code', 'name', 'definition', 'version')
    .where({ kabupaten_code: kabupatenCode, code })) as {
    code: string;
    name: string;
    definition: CalendarSettings;
    version: number;
  }[];
  const [row] = found;
  if (row === undefined) return null;
  return { code: row.code, name: row.name, version: row.version, settings: row.definition };
}

/**
 * Gives a calendar other opening hours or closures, as a new version beside the earlier ones. Open deadlines are for the
 * caller to move (`moveOpenDeadlines`, `moveOpenComplaintDeadlines`), in the same transaction.
 *
 * @param change.reason what changed, as a person would read it
 * @returns the number of the new version
 * @throws RangeError when hours or closures are not well formed (see `WorkingCalendar`), or there is no such calendar
 */
export async function changeCalendar(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  change: { readonly code: string; readonly settings: CalendarSettings; readonly reason: string | null },
): Promise<number> {
  const present = await findCalendar(transaction, kabupatenCode, change.code);
  if (present === null) throw new RangeError(`No calendar ${change.code}`);
  const days = makeCalendar(change.settings, await readNationalHolidays(transaction));
  const version = present.version + 1;
  await writeVersion(
    transaction,
    { kabupatenCode, calendarCode: change.code, version, reason: change.reason },
    days,
  );
  await transaction('calendars')
    .where({ kabupaten_code: kabupatenCode, code: change.code })
    .update({ version, definition: JSON.stringify(change.settings) });
  return version;
}

interface CalendarVersion {
  readonly kabupatenCode: string;
  readonly calendarCode: string;
  readonly version: number;
  readonly reason: string | null;
}

async function writeVersion(
  transaction: Knex.Transaction,
  { kabupatenCode, calendarCode, version, reason }: CalendarVersion,
  calendar: WorkingCalendar,
): Promise<void> {
  await transaction('calendar_versions').insert({
    kabupaten_code: kabupatenCode,
    calendar_code: calendarCode,
    version,
    reason,
  });
  const days = calendarRows(calendar).map((row) => ({
    day: row.day,
    is_working: row.isWorking,
    working_day_number: row.workingDayNumber,
    working_seconds_before: row.workingSecondsBefore,
    working_seconds: openSeconds(row.opens),
    opens: row.opens,
    reason: row.label,
  }));
  await transaction.raw(
    `insert into calendar_days (kabupaten_code, calendar_code, version, day, is_working, working_day_number,
                                working_seconds_before, working_seconds, opens, reason)
     select ?::text, ?::text, ?::integer, *
       from json_to_recordset(?::json) as given (day date, is_working boolean, working_day_number integer,
            working_seconds_before bigint, working_seconds integer, opens integer[], reason text)`,
    [kabupatenCode, calendarCode, version, JSON.stringify(days)],
  );
}

/** Seconds in [from, to, from, to, …]. */
function openSeconds(opens: readonly number[]): number {
  return opens.reduce((sum, second, index) => sum + (index % 2 === 0 ? -second : second), 0);
}

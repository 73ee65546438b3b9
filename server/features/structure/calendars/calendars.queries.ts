import type { Holiday, KeptCalendar } from '#contract/structure/calendars';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { CalendarSettings } from '../../../platform/kabupaten/calendar-days.repository.ts';

/** All calendars of the kabupaten, with the units that use them. */
export async function readKeptCalendars(transaction: ReadTransaction): Promise<KeptCalendar[]> {
  const { kabupatenCode } = transaction;
  const calendars = await transaction.rows<{
    code: string;
    name: string;
    version: number;
    definition: CalendarSettings;
  }>(
    'kept-calendars',
    `select code, name, version, definition from calendars where kabupaten_code = $1 order by code <> 'default', name, code`,
    [kabupatenCode],
  );
  const versions = await transaction.rows<{
    calendar_code: string;
    version: number;
    made_at: Date;
    reason: string | null;
  }>(
    'kept-calendar-versions',
    `select calendar_code, version, made_at, reason from calendar_versions where kabupaten_code = $1
      order by calendar_code, version desc`,
    [kabupatenCode],
  );
  const units = await transaction.rows<{ code: string; name: string; calendar_code: string }>(
    'kept-calendar-units',
    'select code, name, calendar_code from units where kabupaten_code = $1 order by position, name, code',
    [kabupatenCode],
  );
  return calendars.map(({ code, name, version, definition }) => ({
    code,
    name,
    openingHours: definition.openingHours.map((hours) => ({
      ...hours,
      intervals: hours.intervals.map((interval) => ({ ...interval })),
    })),
    closures: definition.closedDays
      .map(({ day, name: label }) => ({ day, name: label }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    nationalHolidays: definition.nationalHolidays,
    units: units
      .filter((unit) => unit.calendar_code === code)
      .map((unit) => ({ code: unit.code, name: unit.name })),
    versions: versions
      .filter((each) => each.calendar_code === code)
      .map((each) => ({
        number: each.version,
        madeAt: new Date(each.made_at).toISOString(),
        reason: each.reason,
      })),
    version: String(version),
  }));
}

/** Libur nasional and cuti bersama, which are the same for all kabupaten. */
export async function readHolidays(transaction: ReadTransaction): Promise<Holiday[]> {
  const rows = await transaction.rows<{
    day: string;
    kind: 'holiday' | 'joint-leave';
    name: string;
    legal_basis: string;
    confirmed: boolean;
  }>(
    'kept-national-holidays',
    'select day, kind, name, legal_basis, confirmed from national_holidays order by day',
    [],
  );
  return rows.map(({ day, kind, name, legal_basis, confirmed }) => ({
    day,
    kind: kind === 'holiday' ? 'national' : kind,
    name,
    legalBasis: legal_basis,
    confirmed,
  }));
}

import type { KeptCalendar } from '#contract/structure/calendars';
import { faultOfHours } from '#domain/calendar/hours-faults';
import {
  changeCalendar,
  findCalendar,
  insertCalendar,
  readNationalHolidays,
  type CalendarSettings,
} from '../../../platform/kabupaten/calendar-days.repository.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { StructureChange, StructureDesk } from '../structure-desk.repository.ts';

export type CalendarValues = Pick<KeptCalendar, 'name' | 'openingHours' | 'closures' | 'nationalHolidays'>;

/** Adds a calendar that no unit uses yet. */
export async function insertKeptCalendar(
  { transaction, kabupatenCode }: StructureDesk,
  code: string,
  values: CalendarValues,
): Promise<StructureChange> {
  const settings = settingsOf(values);
  if ((await findCalendar(transaction, kabupatenCode, code)) !== null)
    throw new ProblemException(409, 'code-taken', { code });
  const holidays = await readNationalHolidays(transaction);
  await insertCalendar(transaction, kabupatenCode, { code, name: values.name, settings }, holidays);
  return {
    key: code,
    event: {
      action: 'calendar-added',
      subject: `calendars/${code}`,
      details: { name: `${values.name} (${code})` },
    },
  };
}

/**
 * Makes a new version of a calendar, by which open cases and unresolved complaints get their deadlines; what was judged
 * keeps the version it was judged by. A new name alone makes no version.
 */
export async function updateKeptCalendar(
  desk: StructureDesk,
  code: string,
  { version, reason }: { readonly version: string; readonly reason: string },
  values: CalendarValues,
): Promise<StructureChange> {
  const { transaction, kabupatenCode, sources, moves } = desk;
  const settings = settingsOf(values);
  const present = await findCalendar(transaction, kabupatenCode, code);
  if (present === null) throw new ProblemException(404, 'calendar-not-found', { calendar: code });
  if (String(present.version) !== version) throw new ProblemException(409, 'structure-moved-on');
  await transaction('calendars').where({ kabupaten_code: kabupatenCode, code }).update({ name: values.name });
  const details = { name: values.name, why: reason, ...dayChanges(present.settings, settings) };
  const event = { action: 'calendar-changed', subject: `calendars/${code}`, details };
  if (sameSettings(present.settings, settings)) return { key: code, event };
  const made = await changeCalendar(transaction, kabupatenCode, { code, settings, reason });
  const { moved } = await sources.moveCases(transaction, moves, [code], null);
  const complaints = await sources.moveComplaints(transaction, moves, [code]);
  return {
    key: code,
    movedCases: moved,
    movedComplaints: complaints,
    event: { ...event, details: { ...details, number: made } },
  };
}

function settingsOf({ openingHours, closures, nationalHolidays }: CalendarValues): CalendarSettings {
  const fault = faultOfHours(openingHours);
  if (fault !== null)
    throw new ProblemException(400, `hours-${fault.fault}`, { day: WEEKDAYS[fault.weekday - 1] ?? '' });
  const twice = closures.find(({ day }, index) => closures.findIndex((other) => other.day === day) < index);
  if (twice !== undefined) throw new ProblemException(400, 'closure-twice', { day: twice.day });
  return {
    openingHours,
    closedDays: closures
      .map(({ day, name }) => ({ day, kind: 'local' as const, name }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    nationalHolidays,
  };
}

const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

function sameSettings(one: CalendarSettings, other: CalendarSettings): boolean {
  return toldSettings(one) === toldSettings(other);
}

/** In one order of keys, as jsonb has its own. */
function toldSettings({ openingHours, closedDays, nationalHolidays }: CalendarSettings): string {
  return JSON.stringify([
    openingHours.map(({ weekday, validFrom, validTo, intervals }) => [
      weekday,
      validFrom,
      validTo,
      intervals.map(({ from, to }) => [from, to]),
    ]),
    closedDays.map(({ day, name }) => [day, name]).toSorted(),
    nationalHolidays,
  ]);
}

/** Closures that came and went, for the audit trail. */
function dayChanges(before: CalendarSettings, after: CalendarSettings): Record<string, string | null> {
  const only = (one: CalendarSettings, other: CalendarSettings) =>
    one.closedDays
      .filter(({ day }) => !other.closedDays.some((closed) => closed.day === day))
      .map(({ day, name }) => `${day} ${name}`)
      .join(', ') || null;
  return { closed: only(after, before), reopened: only(before, after) };
}

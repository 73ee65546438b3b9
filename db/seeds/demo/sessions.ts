/** Service outside opening hours: when, and for whom it is told. */
import { addDays, weekdayOf, type IsoDate } from '#domain/period/civil-date';
import type { DemoSession } from './demo-rows.ts';
import type { DemoUnit } from './demo-units.ts';
import type { DemoPlace } from './demo-place.ts';

export const SESSION_PLACE = 'Sesi Minggu 09.00–11.00';
export const SESSION_FROM = 9 * 3600;
export const SESSION_TO = 11 * 3600;

const SATURDAY = 6;
const SUNDAY = 7;
/** Sessions are announced for so many days ahead. */
const ANNOUNCED_DAYS = 30;

/** True when the unit serves from 09.00 to 11.00 on this day, on which its office is closed. */
export function isSessionDay(unit: DemoUnit, day: IsoDate, { office, dates }: DemoPlace): boolean {
  if (unit.sundaySession === null || office.isWorkingDay(day)) return false;
  if (unit.sundaySession === 'every') return weekdayOf(day) !== SATURDAY;
  return day >= dates.sundaysFrom && weekdayOf(day) === SUNDAY && Number(day.slice(8)) <= 7;
}

/** The sessions of a unit, with those that are announced. */
export function* sessionRows(unit: DemoUnit, place: DemoPlace): Generator<DemoSession> {
  if (unit.sundaySession === null) return;
  const last = addDays(place.dates.today, ANNOUNCED_DAYS);
  for (let day = place.from; day <= last; day = addDays(day, 1)) {
    if (!isSessionDay(unit, day, place)) continue;
    yield {
      unit: unit.code,
      service: null,
      date: day,
      from: SESSION_FROM,
      to: SESSION_TO,
      note: SESSION_PLACE,
    };
  }
}

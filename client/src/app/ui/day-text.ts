import { type IsoDate, isIsoDate } from '../core/period.ts';

/** A day as it is typed in Indonesia, `17/03/2026` (also with `.` or `-`); null for anything that is no day that exists. */
export function readDay(text: string): IsoDate | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const [, day = '', month = '', year = ''] = match ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return match !== null && isIsoDate(iso) ? iso : null;
}

/** The same day as it is typed; anything else stays as it is. */
export function typedDay(day: string): string {
  return isIsoDate(day) ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day;
}

/** What the generated sentences have in common: their two languages, and how they write months. */
import { civilDateOf, dayNumberOf, type IsoDate } from './period/civil-date.ts';

/** Indonesian comes first. */
export type Language = 'id' | 'en';

export const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** Keeps a number and its unit on one line. */
export const NO_BREAK = '\u00a0';

const MONTHS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  id: new Intl.DateTimeFormat(LOCALES.id, { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { month: 'long', timeZone: 'UTC' }),
};

/** `Juni`: the month of the day, with its year when that is not the year of `today`. */
export function monthText(day: IsoDate, today: IsoDate, language: Language): string {
  const { year, month } = civilDateOf(dayNumberOf(day));
  const name = MONTHS[language].format(Date.UTC(2000, month - 1, 1));
  return year === civilDateOf(dayNumberOf(today)).year ? name : `${name} ${year}`;
}

/** A clause that begins small, as it begins a sentence. */
export function capitalised(clause: string): string {
  return clause.charAt(0).toLocaleUpperCase('id') + clause.slice(1);
}

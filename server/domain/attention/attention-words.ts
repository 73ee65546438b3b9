/** Numbers and days as they stand in the sentences of exceptions, in both languages. */
import { numberFormat } from '../formats/kept-intl.ts';
import { type Language, LOCALES, monthText, NO_BREAK } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';

/** A sentence or a clause in both languages. */
export type Told = Readonly<Record<Language, string>>;

/** The same clause made for each language. */
export function inBoth(make: (language: Language) => string): Told {
  return { id: make('id'), en: make('en') };
}

/** `1.208` or `84,12`: a number with exactly so many decimals. */
export function numberText(value: number, language: Language, decimals = 0): string {
  return numberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** `91 %` of a share from 0 to 1. A share that is not whole never reads as 0 % or 100 %. */
export function shareText(share: number, language: Language): string {
  const rounded = Math.round(share * 100);
  const told = share > 0 && rounded === 0 ? 1 : share < 1 && rounded === 100 ? 99 : rounded;
  return `${numberText(told, language)}${NO_BREAK}%`;
}

/** `9 hari kerja`, `1 working day`. */
export function workingDaysText(days: number, language: Language): string {
  if (language === 'id') return `${numberText(days, 'id')}${NO_BREAK}hari kerja`;
  return `${numberText(days, 'en')}${NO_BREAK}working ${days === 1 ? 'day' : 'days'}`;
}

/** `6 November`, with the year when it is not that of `today`. */
export function dayText(day: IsoDate, today: IsoDate, language: Language): string {
  return `${Number(day.slice(8))}${NO_BREAK}${monthText(day, today, language)}`;
}

/** `triwulan III 2026` of the quarter that holds the day. */
export function quarterText(day: IsoDate, language: Language): string {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const year = day.slice(0, 4);
  return language === 'id'
    ? `triwulan ${['I', 'II', 'III', 'IV'][quarter - 1] ?? ''} ${year}`
    : `Q${quarter} ${year}`;
}

const ABBREVIATION = /\(([^()]*[A-Z][^()]*)\)$/;

/** What people call a service: the abbreviation its name ends with, else the name. */
export function serviceText(name: string): string {
  return ABBREVIATION.exec(name)?.[1] ?? name;
}

/** The words that stand around numbers and in the names of periods. */
import type { Language } from '../language.ts';

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'duration.underOneMinute': 'kurang dari 1 menit',
    'duration.minutes': '{amount} menit',
    'duration.hours': '{amount} jam',
    'duration.days': '{amount} hari',
    'duration.workingDays': '{amount} hari kerja',
    'period.quarter': 'Triwulan {quarter} {year}',
    'period.quarterShort': 'Tw {quarter} {year}',
    'period.week': 'minggu {days}',
    'measure.upTo': '{period} sampai tanggal {day}',
  },
  en: {
    'duration.underOneMinute': 'less than 1 min',
    'duration.minutes': '{amount} min',
    'duration.hours': '{amount} h',
    'duration.days': '{amount} days',
    'duration.workingDays': '{amount} working days',
    'period.quarter': 'Quarter {quarter} {year}',
    'period.quarterShort': 'Q {quarter} {year}',
    'period.week': 'week of {days}',
    'measure.upTo': '{period} up to day {day}',
  },
};

/** The words of a language with their `{names}` filled in; a key without words reads as itself. */
export function formatWords(
  language: Language,
): (key: string, values?: Readonly<Record<string, unknown>>) => string {
  return (key, values = {}) =>
    (WORDS[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    });
}

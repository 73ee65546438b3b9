import { type Language, LOCALES } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';

const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  id: dayFormat('id', { year: 'numeric' }),
  en: dayFormat('en', { year: 'numeric' }),
};
const DAYS_OF_YEAR: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  id: dayFormat('id', {}),
  en: dayFormat('en', {}),
};

function dayFormat(language: Language, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...more,
  });
}

/** `22 Nov`. */
function dayOfYear(day: IsoDate, language: Language): string {
  return DAYS_OF_YEAR[language].format(new Date(`${day}T00:00:00Z`));
}

/** `22 Nov 2026`. */
export function shortDay(day: IsoDate, language: Language): string {
  return DAYS[language].format(new Date(`${day}T00:00:00Z`));
}

/** `1 Jan – 22 Nov 2026` within a year, `5 Des 2025 – 4 Jan 2026` beyond one, `sejak 1 Jan 2026`, `sampai 22 Nov 2026`; empty when both ends are open. */
export function spanText(from: IsoDate | null, to: IsoDate | null, language: Language): string {
  const english = language === 'en';
  if (from === null) return to === null ? '' : `${english ? 'until' : 'sampai'} ${shortDay(to, language)}`;
  if (to === null) return `${english ? 'since' : 'sejak'} ${shortDay(from, language)}`;
  if (from === to) return shortDay(from, language);
  const first = from.slice(0, 4) === to.slice(0, 4) ? dayOfYear(from, language) : shortDay(from, language);
  return `${first} – ${shortDay(to, language)}`;
}

import { type Language, LOCALES } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';

const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  id: dayFormat('id'),
  en: dayFormat('en'),
};

function dayFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `22 Nov 2026`. */
export function shortDay(day: IsoDate, language: Language): string {
  return DAYS[language].format(new Date(`${day}T00:00:00Z`));
}

/** `1 Jan 2026 – 22 Nov 2026`, `sejak 1 Jan 2026`, `sampai 22 Nov 2026`; empty when both ends are open. */
export function spanText(from: IsoDate | null, to: IsoDate | null, language: Language): string {
  const english = language === 'en';
  if (from === null) return to === null ? '' : `${english ? 'until' : 'sampai'} ${shortDay(to, language)}`;
  if (to === null) return `${english ? 'since' : 'sejak'} ${shortDay(from, language)}`;
  if (from === to) return shortDay(from, language);
  return `${shortDay(from, language)} – ${shortDay(to, language)}`;
}

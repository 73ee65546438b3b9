/**
 * The formatters of the platform, made once each. One takes tens of kilobytes outside the heap, where the collector does
 * not see them: a report that made one for each of its numbers cost 4 MB that nobody gave back.
 */
const NUMBERS = new Map<string, Intl.NumberFormat>();
const DATES = new Map<string, Intl.DateTimeFormat>();

/** The one formatter of numbers with these options. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(NUMBERS, [locale, options], () => new Intl.NumberFormat(locale, options));
}

/** The one formatter of dates with these options. @throws RangeError for a zone that is not known */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(DATES, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** Few are ever asked for: two languages, some decimals, the zones of the kabupaten. */
function kept<Format>(formats: Map<string, Format>, asked: unknown, make: () => Format): Format {
  const key = JSON.stringify(asked);
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

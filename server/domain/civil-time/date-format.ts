import { dateFromParts, dateNotFound, type DateReading } from './date-reading.ts';
import { monthOfName } from './month-names.ts';

/** Reads texts in one given format; made once per file by {@link compileDateFormat}. */
export interface DateFormat {
  readonly pattern: string;
  /** Reads a text (outer blanks allowed). A format with a time also reads a text that has only the date. */
  read(text: string): DateReading;
}

/** A format that cannot be used, with the reason for the caller's sentence. */
export interface DateFormatFault {
  readonly fault: 'unknown-token' | 'missing-part' | 'repeated-part' | 'hour-without-meridiem';
  /** the token or part meant */
  readonly part: string;
}

type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour24'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'meridiem';

const TOKENS: Readonly<Record<string, readonly [Part, string]>> = {
  yyyy: ['year', String.raw`(\d{4})`],
  yy: ['shortYear', String.raw`(\d{2})`],
  MMMM: ['monthName', String.raw`([A-Za-z]+\.?)`],
  MMM: ['monthName', String.raw`([A-Za-z]+\.?)`],
  MM: ['month', String.raw`(\d{2})`],
  M: ['month', String.raw`(\d{1,2})`],
  dd: ['day', String.raw`(\d{2})`],
  d: ['day', String.raw`(\d{1,2})`],
  HH: ['hour24', String.raw`(\d{2})`],
  H: ['hour24', String.raw`(\d{1,2})`],
  hh: ['hour12', String.raw`(\d{2})`],
  h: ['hour12', String.raw`(\d{1,2})`],
  mm: ['minute', String.raw`(\d{2})`],
  ss: ['second', String.raw`(\d{2})`],
  a: ['meridiem', String.raw`([AaPp]\.?[Mm]\.?)`],
};

const TIME_PARTS: ReadonlySet<Part> = new Set(['hour24', 'hour12', 'minute', 'second', 'meridiem']);

/**
 * Compiles a date format of the tokens `yyyy yy MM M MMM MMMM dd d HH H hh h mm ss a`; other characters
 * stand for themselves, letters among them in single quotes (`'T'`).
 *
 * A year of two digits means 1990–2089, because no data here is older than 1990.
 * @returns the format, or the fault that makes it useless: an unknown token, a date without day, month or
 *   year, a part named twice, or `hh` without `a`.
 */
export function compileDateFormat(pattern: string): DateFormat | DateFormatFault {
  const parts: Part[] = [];
  let source = '';
  // Where the first part of the time begins, so that a text with only the date can be told.
  let dateSource: string | null = null;
  for (const [piece, quoted] of pattern.matchAll(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)) {
    if (quoted !== undefined) {
      source += literal(quoted === '' ? "'" : quoted);
      continue;
    }
    if (!/^[A-Za-z]/.test(piece)) {
      source += literal(piece);
      continue;
    }
    const token = TOKENS[piece];
    if (token === undefined) return { fault: 'unknown-token', part: piece };
    const [part, expression] = token;
    if (parts.some((other) => kindOf(other) === kindOf(part))) return { fault: 'repeated-part', part: piece };
    if (TIME_PARTS.has(part)) dateSource ??= source;
    parts.push(part);
    source += expression;
  }
  for (const needed of ['year', 'month', 'day'] as const) {
    if (!parts.some((part) => kindOf(part) === needed)) return { fault: 'missing-part', part: needed };
  }
  const has = (part: Part): boolean => parts.includes(part);
  const hasHour = has('hour24') || has('hour12');
  if (has('hour12') && !has('meridiem')) return { fault: 'hour-without-meridiem', part: 'a' };
  if (!hasHour && (has('minute') || has('second') || has('meridiem')))
    return { fault: 'missing-part', part: 'hour' };

  const whole = new RegExp(`^${source}$`);
  const dateParts = parts.findIndex((part) => TIME_PARTS.has(part));
  // Only a format that begins with the whole date can be cut before its time.
  const dateAlone =
    dateSource !== null && parts.slice(dateParts).every((part) => TIME_PARTS.has(part))
      ? new RegExp(`^${dateSource.replace(/(?:\\s\+|\\?[,T-])+$/, '')}$`)
      : null;

  function read(text: string): DateReading {
    const trimmed = text.trim();
    const match = whole.exec(trimmed);
    if (match !== null) return assemble(parts, match, hasHour);
    const dateMatch = dateAlone?.exec(trimmed) ?? null;
    if (dateMatch !== null) return assemble(parts.slice(0, dateParts), dateMatch, false);
    return dateNotFound('unreadable');
  }

  return { pattern, read };
}

/** True when compiling failed. */
export function isDateFormatFault(result: DateFormat | DateFormatFault): result is DateFormatFault {
  return 'fault' in result;
}

function kindOf(part: Part): string {
  if (part === 'shortYear') return 'year';
  if (part === 'monthName') return 'month';
  if (part === 'hour12' || part === 'hour24') return 'hour';
  return part;
}

/** Source of a regular expression for literal text; any run of blanks matches any other. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}

function assemble(parts: readonly Part[], match: RegExpExecArray, hasTime: boolean): DateReading {
  let year = 0;
  let month = 0;
  let day = 0;
  let hour = 0;
  let minute = 0;
  let second = 0;
  let afternoon: boolean | null = null;
  let wrongClock = false;
  for (let index = 0; index < parts.length; index++) {
    const text = match[index + 1] ?? '';
    switch (parts[index]) {
      case 'year':
        year = Number(text);
        break;
      case 'shortYear':
        year = Number(text) >= 90 ? 1900 + Number(text) : 2000 + Number(text);
        break;
      case 'month':
        month = Number(text);
        break;
      case 'monthName': {
        const named = monthOfName(text);
        if (named === null) return dateNotFound('unreadable');
        month = named;
        break;
      }
      case 'day':
        day = Number(text);
        break;
      case 'hour12':
        hour = Number(text);
        wrongClock = hour < 1 || hour > 12;
        break;
      case 'hour24':
        hour = Number(text);
        break;
      case 'minute':
        minute = Number(text);
        break;
      case 'second':
        second = Number(text);
        break;
      case 'meridiem':
        afternoon = /^p/i.test(text);
        break;
      case undefined:
        break;
    }
  }
  if (wrongClock) return dateNotFound('no-such-time');
  if (afternoon !== null) {
    // A 24-hour clock with PM behind it ("15:00 PM") is odd but clear.
    if (hour <= 12) hour = (hour % 12) + (afternoon ? 12 : 0);
    else if (!afternoon) return dateNotFound('no-such-time');
  }
  return dateFromParts(year, month, day, hasTime ? { hour, minute, second, millis: 0 } : null, null);
}

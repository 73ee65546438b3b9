import { DAY_MILLIS } from './civil-date.ts';

/** Turns civil moments of one time zone into instants and back. Made by {@link zoneClock}. */
export interface ZoneClock {
  /** IANA name, for instance `Asia/Makassar`. */
  readonly timeZone: string;
  /** Offset from UTC in milliseconds at an instant (epoch milliseconds): +8 hours for WITA. */
  offsetAt(epochMillis: number): number;
  /** Civil milliseconds that a clock in the zone shows at an instant (epoch milliseconds). */
  toCivil(epochMillis: number): number;
  /**
   * Instant (epoch milliseconds) at which a clock in the zone shows these civil milliseconds.
   * A moment that comes twice (clocks put back) is its first; a moment that never comes (clocks put
   * forward) is moved on by the gap, as in RFC 5545 and in Temporal's `compatible`.
   */
  toInstant(civilMillis: number): number;
}

/** True when the platform knows this IANA time zone; plain offsets such as `+08:00` are not zones here. */
export function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The clock of one zone. Offsets are asked for once per UTC day and kept: a day whose two ends have the
 * same offset has no change in it (no zone changes twice within a day), so a million rows cost a few
 * thousand questions.
 * @param timeZone IANA name
 * @throws RangeError when the zone is not known
 */
export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const offsetAtDayStart = new Map<number, number>();
  const offsetAtQuarter = new Map<number, number>();
  const quarterHour = 900_000;

  function askOffset(epochMillis: number): number {
    const wholeSecond = Math.floor(epochMillis / 1000) * 1000;
    const part: Record<string, number> = {};
    let beforeChrist = false;
    for (const { type, value } of format.formatToParts(wholeSecond)) {
      if (type === 'era') beforeChrist = value.startsWith('B');
      else if (type !== 'literal') part[type] = Number(value);
    }
    const year = part['year'] ?? 1970;
    const shown = new Date(0);
    // setUTCFullYear takes years below 100 as they are; Date.UTC would read them as 19xx.
    shown.setUTCFullYear(beforeChrist ? 1 - year : year, (part['month'] ?? 1) - 1, part['day'] ?? 1);
    shown.setUTCHours(part['hour'] ?? 0, part['minute'] ?? 0, part['second'] ?? 0);
    return shown.getTime() - wholeSecond;
  }

  function dayStartOffset(day: number): number {
    let offset = offsetAtDayStart.get(day);
    if (offset === undefined) {
      offset = askOffset(day * DAY_MILLIS);
      offsetAtDayStart.set(day, offset);
    }
    return offset;
  }

  function offsetAt(epochMillis: number): number {
    const day = Math.floor(epochMillis / DAY_MILLIS);
    const first = dayStartOffset(day);
    if (first === dayStartOffset(day + 1)) return first;
    // Offsets change on quarter hours of UTC in every zone since 1972.
    const quarter = Math.floor(epochMillis / quarterHour);
    let offset = offsetAtQuarter.get(quarter);
    if (offset === undefined) {
      offset = askOffset(quarter * quarterHour);
      offsetAtQuarter.set(quarter, offset);
    }
    return offset;
  }

  function toInstant(civil: number): number {
    const before = offsetAt(civil - DAY_MILLIS);
    const after = offsetAt(civil + DAY_MILLIS);
    if (before === after) return civil - before;
    const first = civil - before;
    if (offsetAt(first) === before) return first;
    const second = civil - after;
    if (offsetAt(second) === after) return second;
    return first;
  }

  return {
    timeZone,
    offsetAt,
    toCivil: (epochMillis) => epochMillis + offsetAt(epochMillis),
    toInstant,
  };
}

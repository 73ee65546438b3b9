const DAY = 86_400;
/** Monday to Friday 08.00–16.00. */
const OPENS = 8 * 3600;
const CLOSES = 16 * 3600;

/** Days and clocks of one zone, by the platform's own calendar. */
export class LocalTime {
  readonly #format: Intl.DateTimeFormat;
  readonly #holidays: ReadonlySet<string>;
  readonly #texts = new Map<number, string>();
  #lastOffset = 0;

  /** @param holidays days on which offices are closed besides Saturday and Sunday */
  constructor(zone: string, holidays: ReadonlySet<string>) {
    this.#holidays = holidays;
    this.#format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
  }

  /** `2026-03-08 01:59:59` of an instant. */
  textOf(instant: string | number): string {
    const millis = new Date(instant).getTime();
    let text = this.#texts.get(millis);
    if (text === undefined) this.#texts.set(millis, (text = this.#format.format(millis)));
    return text;
  }

  dayOf(instant: string | number): string {
    return this.textOf(instant).slice(0, 10);
  }

  /** Epoch milliseconds at which clocks of the zone show this day and second; tried out, not computed. */
  instantOf(day: string, second: number): number {
    const shown = Date.parse(`${day}T00:00:00Z`) + second * 1000;
    for (let quarter = -14 * 4; quarter <= 14 * 4; quarter += 1) {
      const offset = quarter === -14 * 4 ? this.#lastOffset : quarter * 900_000;
      if (Date.parse(`${this.textOf(shown + offset).replace(' ', 'T')}Z`) !== shown) continue;
      this.#lastOffset = offset;
      return shown + offset;
    }
    throw new Error(`no such moment: ${day} + ${second} s`);
  }

  isWorking(day: string): boolean {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.#holidays.has(day);
  }

  /** Seconds of the local clock, as if the zone had no changes. */
  #seconds(instant: string): number {
    return Date.parse(`${this.textOf(instant).replace(' ', 'T')}Z`) / 1000;
  }

  /** Office seconds between two instants. */
  officeSeconds(from: string, to: string): number {
    let sum = 0;
    for (let day = this.dayOf(from); day <= this.dayOf(to); day = nextDay(day)) {
      if (!this.isWorking(day)) continue;
      const midnight = Date.parse(`${day}T00:00:00Z`) / 1000;
      sum += Math.max(
        0,
        Math.min(this.#seconds(to), midnight + CLOSES) - Math.max(this.#seconds(from), midnight + OPENS),
      );
    }
    return sum;
  }

  /** Working days after the day of `from`, up to that of `to`. */
  workingDaysBetween(from: string, to: string): number {
    let count = 0;
    for (let day = nextDay(this.dayOf(from)); day <= this.dayOf(to); day = nextDay(day))
      if (this.isWorking(day)) count += 1;
    return count;
  }

  /** Last millisecond of the `count`-th working day after the day of receipt. */
  afterWorkingDays(receivedAt: string, count: number): number {
    let day = this.dayOf(receivedAt);
    for (let left = count; left > 0;) {
      day = nextDay(day);
      if (this.isWorking(day)) left -= 1;
    }
    return this.instantOf(nextDay(day), 0) - 1;
  }

  afterOfficeSeconds(receivedAt: string, seconds: number): number {
    let left = seconds;
    for (let day = this.dayOf(receivedAt); ; day = nextDay(day)) {
      if (!this.isWorking(day)) continue;
      const midnight = Date.parse(`${day}T00:00:00Z`) / 1000;
      const start = Math.max(OPENS, this.#seconds(receivedAt) - midnight);
      if (start + left <= CLOSES) return this.instantOf(day, start + left);
      left -= Math.max(0, CLOSES - start);
    }
  }
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY * 1000).toISOString().slice(0, 10);
}

/** The calendar's weeks (from Monday), months, quarters and years that a period touches, cut to it. */
export function bucketsOf(
  { from, to }: { from: string; to: string },
  grain: 'day' | 'week' | 'month' | 'quarter' | 'year',
): { from: string; to: string }[] {
  const buckets = new Map<string, { from: string; to: string }>();
  for (let day = from; day <= to; day = nextDay(day)) {
    const date = new Date(`${day}T00:00:00Z`);
    const monday = new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const keys = {
      day,
      week: monday,
      month: day.slice(0, 7),
      quarter: `${day.slice(0, 4)}-${Math.floor(date.getUTCMonth() / 3)}`,
      year: day.slice(0, 4),
    };
    const bucket = buckets.get(keys[grain]);
    buckets.set(keys[grain], { from: bucket?.from ?? day, to: day });
  }
  return [...buckets.values()];
}

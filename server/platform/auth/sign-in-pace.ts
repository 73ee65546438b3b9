const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Wrong ones that are free, for people who mistype. */
const FREE_WRONG = 5;
const FIRST_WAIT = 5 * SECOND;
const LONGEST_WAIT = 15 * 60 * SECOND;

/** Wrong ones an address may have at once, and how fast it gets them back: an office may share one address. */
const ADDRESS_RESERVE = { size: 100, regainMs: 6 * SECOND } as const;
/**
 * Wrong ones a username may have from devices it was never used on: at most 100 in an hour (OWASP ASVS 4.0, 2.2.1),
 * from however many addresses.
 */
const USERNAME_RESERVE = { size: 10, regainMs: 40 * SECOND } as const;

/** Entries kept; beyond it the oldest are forgotten. */
const MOST_ENTRIES = 50_000;

/** Who knocks. */
export interface Knock {
  /** In lower case. */
  readonly username: string;
  readonly address: string;
  /** Mark of a browser this person signed in from before; null for any other. */
  readonly knownDevice: string | null;
}

/** An attempt that may be made; it counts as wrong until one of these is called. */
export interface Attempt {
  /** It was right: what is kept against this person from this place is forgotten. */
  succeed(): void;
  /** It was neither right nor wrong. */
  withdraw(): void;
}

interface Waits {
  wrong: number;
  until: number;
  last: number;
}

interface Reserve {
  left: number;
  at: number;
}

/**
 * Slows guessing down without locking anyone out: waits that grow per username and address, a ceiling per address, and
 * a gentle pace per username for all unknown devices together. A browser the person signed in from before is measured
 * by its own mistakes alone, so that nobody can keep a person out by guessing. Kept in memory: a restart forgives.
 */
export class SignInPace {
  readonly #now: () => number;
  readonly #waits = new Map<string, Waits>();
  readonly #reserves = new Map<string, Reserve>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The attempt, or the number of seconds (1 or more) until the next may be made. */
  begin(knock: Knock): Attempt | number {
    if (knock.knownDevice !== null) return this.#beginOne(`device|${knock.knownDevice}`);
    const reserves = [
      [`address|${networkOf(knock.address)}`, ADDRESS_RESERVE],
      [`username|${knock.username}`, USERNAME_RESERVE],
    ] as const;
    // All are asked before any is charged; an address that is at its end leaves no trace under new usernames.
    for (const [key, { size, regainMs }] of reserves) {
      const reserve = this.#reserve(key, size, regainMs);
      if (reserve.left < 1) return seconds((1 - reserve.left) * regainMs);
    }
    const attempt = this.#beginOne(`place|${knock.username}|${networkOf(knock.address)}`);
    if (typeof attempt === 'number') return attempt;
    const charged = reserves.map(([key, { size, regainMs }]) => {
      const reserve = this.#reserve(key, size, regainMs);
      reserve.left -= 1;
      keep(this.#reserves, key, reserve);
      return { reserve, size };
    });
    const refund = (): void => {
      for (const { reserve, size } of charged) reserve.left = Math.min(size, reserve.left + 1);
    };
    return {
      succeed: () => {
        refund();
        attempt.succeed();
      },
      withdraw: () => {
        refund();
        attempt.withdraw();
      },
    };
  }

  /** The same for someone who is inside and repeats the password: measured by own mistakes alone. */
  beginInside(userId: string): Attempt | number {
    return this.#beginOne(`inside|${userId}`);
  }

  /**
   * For a code of a second factor, by someone who is inside: counted by itself, so that a right password, which the one
   * who guesses may know, forgives no wrong code.
   */
  beginCode(userId: string): Attempt | number {
    return this.#beginOne(`code|${userId}`);
  }

  #beginOne(key: string): Attempt | number {
    const now = this.#now();
    const known = this.#waits.get(key);
    // A clock that was set back must not make anyone wait for the time it was ahead.
    const waits =
      known && known.last > now - HOUR && known.last <= now ? known : { wrong: 0, until: 0, last: now };
    if (waits.until > now) return seconds(waits.until - now);
    const before = { ...waits };
    waits.wrong += 1;
    waits.last = now;
    if (waits.wrong >= FREE_WRONG)
      waits.until = now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (waits.wrong - FREE_WRONG));
    keep(this.#waits, key, waits);
    return {
      succeed: () => void this.#waits.delete(key),
      withdraw: () => {
        waits.wrong = Math.max(0, waits.wrong - 1);
        waits.until = before.until;
      },
    };
  }

  #reserve(key: string, size: number, regainMs: number): Reserve {
    const now = this.#now();
    const known = this.#reserves.get(key) ?? { left: size, at: now };
    known.left = Math.min(size, known.left + Math.max(0, now - known.at) / regainMs);
    known.at = now;
    return known;
  }
}

/** True at most once in `everyMs` for a key; so that a flood of refusals does not become a flood of records. */
export class OncePer {
  readonly #now: () => number;
  readonly #everyMs: number;
  readonly #last = new Map<string, number>();

  constructor(now: () => number, everyMs: number) {
    this.#now = now;
    this.#everyMs = everyMs;
  }

  due(key: string): boolean {
    const now = this.#now();
    const last = this.#last.get(key);
    if (last !== undefined && Math.abs(now - last) < this.#everyMs) return false;
    keep(this.#last, key, now);
    return true;
  }
}

/** An IPv4 address, or the /64 an IPv6 one is in: whoever has one of them has all. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const whole =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${whole.slice(0, 4).join(':')}::/64`;
}

/** Sets a value as the newest and forgets the oldest beyond the limit. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST_ENTRIES) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}

function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / SECOND));
}

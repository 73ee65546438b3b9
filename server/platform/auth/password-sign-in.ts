import { availableParallelism } from 'node:os';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { AuditLog } from '../audit/audit-log.repository.ts';
import type { ClockSource } from '../clock.ts';
import type { Database } from '../database/pool.ts';
import { ProblemException } from '../http/problem-error.ts';
import { addressOf } from '../http/request-address.ts';
import { HashingQueue, HashingQueueFull } from './hashing-queue.ts';
import { KnownDevices } from './known-device.ts';
import { findUserByUsername, type StoredUser } from './people.queries.ts';
import type { Person } from './person.ts';
import { SecondFactors } from './second-factor.repository.ts';
import { hashPassword, passwordMatches, personOfUser } from './sign-in.ts';
import { SignInPace, type Attempt } from './sign-in-pace.ts';
import { SignInRecord } from './sign-in-record.repository.ts';

export interface PasswordSignInDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly log: Logger;
  /** The installation's secret. */
  readonly secret: string;
  readonly secureCookie: boolean;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
}

/** Attempts that may wait for their turn to be hashed. */
const MOST_WAITING = 16;
const BUSY_SECONDS = 5;

/**
 * Lets people in by username, password and, where set, a second factor: slowed down for guesses, hashed a few at a
 * time, and put on record whatever comes of it. What a stranger learns is the same for a wrong password and for a name
 * that does not exist, by words and by time.
 */
export class PasswordSignIn {
  readonly #deps: PasswordSignInDeps;
  readonly #pace: SignInPace;
  readonly #devices: KnownDevices;
  readonly #factors: SecondFactors;
  readonly #record: SignInRecord;
  /** Half the processor at most: the other half is for those who are inside. */
  readonly #hashing = new HashingQueue({
    running: Math.max(1, Math.floor(availableParallelism() / 2)),
    waiting: MOST_WAITING,
  });

  constructor(deps: PasswordSignInDeps) {
    const now = (): number => Date.parse(deps.clock('UTC').now);
    this.#deps = deps;
    this.#pace = new SignInPace(now);
    this.#devices = new KnownDevices(deps.secret);
    this.#factors = new SecondFactors(deps.secret);
    this.#record = new SignInRecord({ ...deps, now });
  }

  /**
   * The person who comes in, on record, with the browser remembered; the session is the caller's to start.
   *
   * @throws ProblemException 401 `wrong-credentials`, `second-factor-required`, `second-factor-wrong`;
   *   429 `too-many-attempts`, `sign-in-busy`
   */
  async admit(request: Request, response: Response, credentials: Credentials): Promise<Person> {
    const { database, clock } = this.#deps;
    const now = clock('UTC').now;
    const address = addressOf(request);
    const username = credentials.username.toLowerCase();
    const user = await findUserByUsername(database, username, now);
    const knownDevice = user && this.#devices.markFor(request, user.id);
    const attempt = this.#pace.begin({ username, address, knownDevice });
    if (typeof attempt === 'number') {
      this.#record.slowed(user, address);
      throw tooManyAttempts(response, attempt);
    }
    const matches = await this.#compare(response, attempt, user, credentials.password, knownDevice !== null);
    const person = matches && user ? personOfUser(user, null) : null;
    if (!user || !person) {
      this.#record.refused(user, address, 'password');
      throw new ProblemException(401, 'wrong-credentials');
    }
    await this.#checkSecondFactor(user, credentials.code, attempt, address, now);
    attempt.succeed();
    await this.#record.admitted(person, address, now);
    this.#devices.remember(request, response, user.id, this.#deps.secureCookie);
    return person;
  }

  /**
   * Makes sure that the person who is inside knows the password.
   *
   * @throws ProblemException 400 `password-wrong`, 409 `password-not-set`, 429
   */
  async requirePassword(
    request: Request,
    response: Response,
    person: Person,
    password: string,
  ): Promise<void> {
    const user = await findUserByUsername(this.#deps.database, person.username, this.#deps.clock('UTC').now);
    if (!user) throw new ProblemException(401, 'not-signed-in');
    if (user.passwordHash === null) throw new ProblemException(409, 'password-not-set');
    const attempt = orWait(response, this.#pace.beginInside(user.id));
    if (!(await this.#compare(response, attempt, user, password, true))) {
      this.#record.refusedInside(person, addressOf(request), 'password');
      throw new ProblemException(400, 'password-wrong');
    }
    attempt.succeed();
  }

  /**
   * Uses up a code of the person's second factor, who is inside.
   *
   * @throws ProblemException 400 `second-factor-wrong`, 429
   */
  async requireCode(request: Request, response: Response, person: Person, code: string): Promise<void> {
    const { userId } = person;
    if (userId === null) throw new ProblemException(401, 'not-signed-in');
    const now = Date.parse(this.#deps.clock('UTC').now);
    await this.tryCode(request, response, person, async () =>
      (await this.#factors.use(this.#deps.database, userId, code, now)) ? true : null,
    );
  }

  /**
   * Runs what needs a right code of a person who is inside, at the pace of guesses.
   *
   * @param work answers null when the code is not right
   * @throws ProblemException 400 `second-factor-wrong`, 429
   */
  async tryCode<T>(
    request: Request,
    response: Response,
    person: Person,
    work: () => Promise<T | null>,
  ): Promise<T> {
    const { userId } = person;
    if (userId === null) throw new ProblemException(401, 'not-signed-in');
    const attempt = orWait(response, this.#pace.beginCode(userId));
    let result: T | null;
    try {
      result = await work();
    } catch (error) {
      attempt.withdraw();
      throw error;
    }
    if (result === null) {
      this.#record.refusedInside(person, addressOf(request), 'second-factor');
      throw new ProblemException(400, 'second-factor-wrong');
    }
    attempt.succeed();
    return result;
  }

  /** Hashes a new password in its turn. @throws ProblemException 429 when too many wait */
  async hash(response: Response, password: string): Promise<string> {
    return this.#inTurn(response, () => hashPassword(password), true);
  }

  /** Remembers this browser as one of the person's, for instance after a link was used in it. */
  remember(request: Request, response: Response, userId: string): void {
    this.#devices.remember(request, response, userId, this.#deps.secureCookie);
  }

  async #checkSecondFactor(
    user: StoredUser,
    code: string | undefined,
    attempt: Attempt,
    address: string,
    now: string,
  ): Promise<void> {
    if (!user.hasSecondFactor) return;
    if (code === undefined) {
      attempt.withdraw();
      throw new ProblemException(401, 'second-factor-required');
    }
    if (await this.#factors.use(this.#deps.database, user.id, code, Date.parse(now))) return;
    this.#record.refused(user, address, 'second-factor');
    throw new ProblemException(401, 'second-factor-wrong');
  }

  async #compare(
    response: Response,
    attempt: Attempt,
    user: StoredUser | null,
    password: string,
    known: boolean,
  ): Promise<boolean> {
    try {
      return await this.#inTurn(response, () => passwordMatches(user, password), known);
    } catch (error) {
      // It was not tried, so it was not wrong.
      attempt.withdraw();
      throw error;
    }
  }

  async #inTurn<T>(response: Response, work: () => Promise<T>, known: boolean): Promise<T> {
    try {
      return await this.#hashing.run(work, known);
    } catch (error) {
      if (!(error instanceof HashingQueueFull)) throw error;
      response.set('Retry-After', String(BUSY_SECONDS));
      throw new ProblemException(429, 'sign-in-busy', { seconds: BUSY_SECONDS });
    }
  }
}

function orWait(response: Response, attempt: Attempt | number): Attempt {
  if (typeof attempt === 'number') throw tooManyAttempts(response, attempt);
  return attempt;
}

function tooManyAttempts(response: Response, seconds: number): ProblemException {
  response.set('Retry-After', String(seconds));
  return new ProblemException(429, 'too-many-attempts', { seconds });
}

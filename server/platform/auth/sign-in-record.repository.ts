import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { actorOf, type AuditActor, type AuditDetails, type AuditEvent } from '../audit/audit-entry.ts';
import type { AuditLog } from '../audit/audit-log.repository.ts';
import { setKabupatenSql } from '../database/scoped.ts';
import type { StoredUser } from './people.queries.ts';
import { STRANGER, type Person } from './person.ts';
import { personOfUser } from './sign-in.ts';
import { networkOf, OncePer } from './sign-in-pace.ts';

export interface SignInRecordDeps {
  readonly database: Knex;
  readonly audit: AuditLog;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const MINUTE = 60_000;
/** Entries a minute about names that do not exist, from all addresses together. */
const MOST_STRANGERS = 30;

/**
 * Puts on record who came in and who was turned away. Refusals are written beside the answer, not before it: the time
 * an answer takes must not tell whether there is such a person.
 */
export class SignInRecord {
  readonly #deps: SignInRecordDeps;
  readonly #strangers: OncePer;
  readonly #slowed: OncePer;
  #strangerMinute = 0;
  #strangerCount = 0;
  /** One entry after the other: an attack must not take all connections of the database. */
  #last: Promise<void> = Promise.resolve();

  constructor(deps: SignInRecordDeps) {
    this.#deps = deps;
    this.#strangers = new OncePer(deps.now, MINUTE);
    this.#slowed = new OncePer(deps.now, MINUTE);
  }

  /** Records the sign-in, and when it was. @param now ISO instant @param details by which door, when not by password */
  async admitted(person: Person, address: string, now: string, details: AuditDetails = {}): Promise<void> {
    const kabupatenCode = person.kabupaten?.code ?? null;
    await this.#deps.database.transaction(async (transaction) => {
      if (kabupatenCode !== null) await transaction.raw(setKabupatenSql(kabupatenCode));
      await transaction('users').where({ id: person.userId }).update({ last_signed_in_at: now });
      await this.#deps.audit.record(transaction, kabupatenCode, actorOf(person, address), {
        action: 'signed-in',
        subject: `users/${person.userId ?? ''}`,
        details,
      });
    });
  }

  /** A wrong password or code for someone; for a name that does not exist one entry per address and minute. */
  refused(user: StoredUser | null, address: string, reason: 'password' | 'second-factor'): void {
    if (user === null && !(this.#strangers.due(networkOf(address)) && this.#strangerDue())) return;
    this.#writeStranger(user, address, {
      action: 'sign-in-failed',
      subject: user === null ? 'session' : `users/${user.id}`,
      details: { reason: user === null ? 'unknown-username' : reason },
    });
  }

  /** Someone must wait; one entry per person (or unknown name's address) and minute. */
  slowed(user: StoredUser | null, address: string): void {
    if (!this.#slowed.due(user?.id ?? networkOf(address))) return;
    this.#writeStranger(user, address, {
      action: 'sign-in-slowed',
      subject: user === null ? 'session' : `users/${user.id}`,
    });
  }

  /** Someone who is inside repeated the own password or code wrongly, before a change of the account. */
  refusedInside(person: Person, address: string, reason: 'password' | 'second-factor'): void {
    this.#write(person.kabupaten?.code ?? null, actorOf(person, address), {
      action: 'account-check-failed',
      subject: `users/${person.userId ?? ''}`,
      details: { reason },
    });
  }

  /** In the chain of the kabupaten of the person's first post; the one who knocks is not proven to be that person. */
  #writeStranger(user: StoredUser | null, address: string, event: AuditEvent): void {
    const person = (user && personOfUser(user, null)) ?? STRANGER;
    this.#write(person.kabupaten?.code ?? null, actorOf(STRANGER, address), event);
  }

  #strangerDue(): boolean {
    const minute = Math.floor(this.#deps.now() / MINUTE);
    if (minute !== this.#strangerMinute) this.#strangerCount = 0;
    this.#strangerMinute = minute;
    this.#strangerCount += 1;
    return this.#strangerCount <= MOST_STRANGERS;
  }

  #write(kabupatenCode: string | null, actor: AuditActor, event: AuditEvent): void {
    const { audit, database, log } = this.#deps;
    this.#last = this.#last
      .then(() => audit.recordAlone(database, kabupatenCode, actor, event))
      .catch((error: unknown) => log.error({ error, action: event.action }, 'sign-in not put on record'));
  }
}

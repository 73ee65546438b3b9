import type { Request } from 'express';
import type { Knex } from 'knex';
import type { IsoDate } from '#domain/period/civil-date';
import { actorOf, type AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { HeldPost, Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import {
  administratorsOn,
  FEWEST_ADMINISTRATORS,
  firstShortage,
  type AdministratorTenure,
} from './people-administrators.ts';

export interface PeopleDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  /** Where people reach PANDU, without a slash at the end; null makes links relative. */
  readonly publicUrl: string | null;
}

/** What an administrator looks after: one kabupaten, or (null) the installation. */
export interface Office {
  readonly kabupaten: HeldPost['kabupaten'];
  /** Today in the zone of the kabupaten; of the installation in that of Jakarta. */
  readonly today: IsoDate;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** An administrator at work: one transaction, closed to other administrators' changes until it ends. */
export interface Desk extends Office {
  readonly transaction: Knex.Transaction;
  /** The person who works here. */
  readonly userId: string | null;
  /** Puts a change on record, in the chain of the kabupaten or of the installation. */
  record(event: AuditEvent): Promise<void>;
  /** @throws ProblemException 409 while the kabupaten has no second administrator */
  requireSecondAdministrator(): void;
}

export interface DeskCall {
  readonly person: Person;
  readonly request: Request;
}

/** The office of whoever may manage users; only the role `admin` can, so the active post says where. */
export function officeOf(person: Person, clock: ClockSource): Office {
  const { today, now } = clock(person.kabupaten?.timeZone ?? 'Asia/Jakarta');
  return { kabupaten: person.kabupaten, today, now };
}

/** Zone-less name of an office in queries: the kabupaten's code, or null for the installation. */
export function codeOf(office: Office): string | null {
  return office.kabupaten?.code ?? null;
}

/**
 * Runs an administrator's change. Changes of administrators come one after the other, so that two of them cannot remove
 * each other at the same moment; one that would leave a kabupaten with fewer than two administrators is undone.
 *
 * @param alone `refused`: nothing can be done while the second administrator is missing; `allowed`: the work itself
 *   calls `requireSecondAdministrator` where it does not serve to add one
 * @throws ProblemException 409 `second-administrator-needed`, `last-administrators`
 */
export async function atDesk<T>(
  deps: PeopleDeps,
  { person, request }: DeskCall,
  alone: 'refused' | 'allowed',
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const office = officeOf(person, deps.clock);
  const code = codeOf(office);
  return deps.database.transaction(async (transaction) => {
    if (code !== null) await transaction.raw(setKabupatenSql(code));
    await transaction.raw(`select pg_advisory_xact_lock(hashtextextended('people and posts', 0))`);
    const before = await readAdministratorTenures(transaction, office.today);
    const requireSecondAdministrator = (): void => {
      if (lacksSecondAdministrator(office, before))
        throw new ProblemException(409, 'second-administrator-needed');
    };
    if (alone === 'refused') requireSecondAdministrator();
    const result = await work({
      ...office,
      transaction,
      userId: person.userId,
      record: (event) => deps.audit.record(transaction, code, actorOf(person, addressOf(request)), event),
      requireSecondAdministrator,
    });
    const after = await readAdministratorTenures(transaction, office.today);
    const date = firstShortage(before, after, office.today);
    if (date !== null) throw new ProblemException(409, 'last-administrators', { date });
    return result;
  });
}

/** True while a kabupaten outside the demo has fewer than two administrators. */
export function lacksSecondAdministrator(
  { kabupaten, today }: Office,
  tenures: readonly AdministratorTenure[],
): boolean {
  return (
    kabupaten !== null &&
    !kabupaten.demo &&
    administratorsOn(tenures, kabupaten.code, today) < FEWEST_ADMINISTRATORS
  );
}

/** Active persons who administer a kabupaten outside the demo on the day `today` or later. */
export async function readAdministratorTenures(
  database: Knex,
  today: IsoDate,
): Promise<AdministratorTenure[]> {
  // least() passes null over: the earlier of the two ends there are.
  const result: { rows: AdministratorTenure[] } = await database.raw(
    `select p.kabupaten_code as "kabupatenCode", h.user_id as "userId", h.valid_from as "from",
            least(h.valid_to, p.closed_on) as "to"
       from post_holders h
       join posts p on p.id = h.post_id
       join users u on u.id = h.user_id
       join kabupaten k on k.code = p.kabupaten_code
      where p.role = 'admin' and h.capacity <> 'ajudan' and u.active and not k.demo
        and coalesce(least(h.valid_to, p.closed_on) > ?::date, true)`,
    [today],
  );
  return result.rows;
}

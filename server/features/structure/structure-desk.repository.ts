import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Knex } from 'knex';
import type { QueryResultRow } from 'pg';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { can, type Permission, type Role } from '#domain/permissions';
import type { IsoDate } from '#domain/period/civil-date';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import { isSmall } from '#domain/suppression/small-cells';
import { actorOf, type AuditEvent } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { RollupFamily } from '../../platform/database/rollups/rollup-family.ts';
import { rebuildFamily } from '../../platform/database/rollups/rollup-writer.repository.ts';
import { writeInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import { tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';

/** Whose records are derived again, and in whose name. */
export interface MoveContext {
  readonly kabupatenCode: string;
  readonly timeZone: string;
  readonly actor: string;
  /** False in a trial, which is rolled back: roll-ups are left alone. */
  readonly keep: boolean;
}

/** What other features do when the structure changes; handed in, so that features stay apart. */
export interface StructureSources {
  readonly families: readonly RollupFamily[];
  /** Moves the deadlines of open cases; null = whatever the calendar, whatever the service. */
  moveCases(
    transaction: Knex.Transaction,
    context: MoveContext,
    calendarCodes: readonly string[] | null,
    serviceCodes: readonly string[] | null,
  ): Promise<{ readonly moved: number }>;
  /** Moves the deadlines of unresolved complaints; of `otherCalendar` units also where the version has the same number. */
  moveComplaints(
    transaction: Knex.Transaction,
    context: MoveContext,
    calendarCodes: readonly string[],
    otherCalendar?: readonly string[],
  ): Promise<number>;
  /** Derives cases again; the query gives unit_code and number. */
  rederiveCases(transaction: Knex.Transaction, context: MoveContext, cases: Knex.Raw): Promise<unknown>;
}

export interface StructureDeps {
  readonly database: Knex;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly sources: StructureSources;
}

export interface StructureCall {
  readonly person: Person;
  readonly request: Request;
  readonly dryRun?: boolean;
}

/** A write under the kabupaten's lock. */
export interface StructureDesk {
  readonly transaction: Knex.Transaction;
  readonly read: ReadTransaction;
  readonly kabupatenCode: string;
  readonly today: IsoDate;
  readonly sources: StructureSources;
  readonly moves: MoveContext;
}

/** What a write did, and how it is told. */
export interface StructureChange {
  readonly key: string;
  readonly event: AuditEvent;
  readonly movedCases?: number;
  readonly movedComplaints?: number;
  readonly recordsOutside?: number;
  readonly posts?: number;
  readonly days?: number;
  /** True when roll-ups have to be made anew: units are summed otherwise. */
  readonly rebuild?: boolean;
}

/** Carries what a trial found out of the transaction that it undoes. */
class TrialEnds extends Error {
  readonly outcome: StructureOutcome;
  constructor(outcome: StructureOutcome) {
    super('trial');
    this.outcome = outcome;
  }
}

/**
 * Runs a change of the structure as the only writer of the kabupaten, with its entry in the audit trail; a trial does
 * the same and undoes it. Small numbers of records are withheld from posts that see no single ones.
 */
export async function changeStructure(
  { database, clock, audit, sources }: StructureDeps,
  { person, request, dryRun = false }: StructureCall,
  work: (desk: StructureDesk) => Promise<StructureChange>,
): Promise<StructureOutcome> {
  const scope = tenantScopeOf(person);
  const { kabupatenCode, timeZone } = scope;
  const actor = actorOf(person, addressOf(request));
  const moves = { kabupatenCode, timeZone, actor: actor.userId ?? 'sistem', keep: !dryRun };
  try {
    return await writeInScope(database, scope, async (transaction) => {
      const read = readerOf(transaction, kabupatenCode);
      const { today } = clock(timeZone);
      const change = await work({ transaction, read, kabupatenCode, today, sources, moves });
      const outcome = toldOutcome(change, person.role, !dryRun);
      if (dryRun) throw new TrialEnds(outcome);
      if (change.rebuild === true) {
        const context = { kabupaten: kabupatenCode, zone: timeZone, edges: DURATION_EDGES };
        for (const family of sources.families) await rebuildFamily(transaction, family, context);
      }
      const { movedCases, movedComplaints } = outcome;
      await audit.record(transaction, kabupatenCode, actor, {
        ...change.event,
        details: { ...change.event.details, movedCases, movedComplaints },
      });
      return { result: outcome, changed: true, structureChanged: true };
    });
  } catch (error) {
    if (error instanceof TrialEnds) return error.outcome;
    throw error;
  }
}

function toldOutcome(change: StructureChange, role: Role, saved: boolean): StructureOutcome {
  const told = (count: number, permission: Permission) =>
    isSmall(count) && !can(role, permission) ? null : count;
  const { key, movedCases = 0, movedComplaints = 0, recordsOutside = 0, posts = 0, days = 0 } = change;
  return {
    saved,
    key,
    movedCases: told(movedCases, 'details:services'),
    movedComplaints: told(movedComplaints, 'details:complaints'),
    recordsOutside: told(recordsOutside, 'details:services'),
    posts,
    days,
  };
}

/** What was read, as a short text that is another one as soon as the record is. */
export function versionOf(record: unknown): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22);
}

/** Refuses to write over what somebody else changed meanwhile. */
export function requireVersion(present: { readonly version: string }, read: string): void {
  if (present.version !== read) throw new ProblemException(409, 'structure-moved-on');
}

/** Old → new of the fields that differ, for the audit trail. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): { field: string; before: unknown; after: unknown }[] {
  return fields.flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field])
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
}

/** Lets a query that is made for reading run inside a write: `$1` is the kabupaten in all of them. */
function readerOf(transaction: Knex.Transaction, kabupatenCode: string): ReadTransaction {
  return {
    kabupatenCode,
    // Nothing that was read here may be kept: it may be rolled back.
    database: transaction,
    rows: async <Row extends QueryResultRow>(_name: string, sql: string, values: readonly unknown[]) => {
      const bound: Record<string, unknown> = {};
      values.forEach((value, index) => (bound[`p${index + 1}`] = value));
      const answer: { rows: Row[] } = await transaction.raw(
        sql.replaceAll(/\$(\d+)/g, ':p$1'),
        bound as Record<string, Knex.RawBinding>,
      );
      return answer.rows;
    },
  };
}

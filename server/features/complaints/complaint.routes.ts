import type { IRouter } from 'express';
import {
  listComplaints,
  listReveals,
  readComplaint,
  revealReporter,
  type Complaint,
} from '#contract/complaints';
import {
  readsConfidentialReporters,
  readsOversightComplaints,
  REVEAL_MINUTES,
} from '#domain/complaints/visibility';
import type { TenantScope } from '#domain/scope';
import type { UnitTree } from '#domain/unit-tree';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { complaintAnswer, complaintLine } from './complaint-answers.ts';
import {
  countComplaintRecords,
  findComplaintRecord,
  listComplaintRecords,
  type ComplaintRecord,
} from './complaint-records.queries.ts';
import { cursorOf, placeOf } from './list-place.ts';
import {
  countReveals,
  findOpenReveal,
  findReporter,
  listRevealRecords,
  type ReporterRecord,
} from './reporters.queries.ts';
import { writeReveal } from './reveals.repository.ts';

export interface ComplaintDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

const PAGE = 50;

/** The register of complaints, one complaint, and break-glass: opening a reporter with a reason, for a while. */
export function complaintRoutes(router: IRouter, deps: ComplaintDeps): void {
  bindRoute(router, listComplaints, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const after = placeOf(query.cursor);
    const { from, to } = query;
    if (from !== undefined && to !== undefined && from > to)
      throw new ProblemException(400, 'period-reversed', { from, to });
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const filter = {
        unitCodes: visibleUnits(units, scope, query.unit),
        withOversight: readsOversightComplaints(person.role),
        service: query.service ?? null,
        channel: query.channel ?? null,
        from: from ?? null,
        to: to ?? null,
      };
      const limit = query.limit ?? PAGE;
      const found = await listComplaintRecords(transaction, filter, limit + 1, after);
      const total = await countComplaintRecords(transaction, filter);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((record) => complaintLine(record, units)),
        nextCursor: found.length > limit && last ? cursorOf(last.received_at, last.id) : null,
        total,
      };
    });
  });

  bindRoute(router, readComplaint, async ({ params, person }) =>
    answerOf(await loadComplaint(deps, person, params.id), person),
  );

  bindRoute(router, revealReporter, async ({ params, body, person, request }) => {
    const scope = tenantScopeOf(person);
    const { userId, post } = person;
    if (userId === null || post === null) throw new ProblemException(403, 'forbidden');
    const loaded = await loadComplaint(deps, person, params.id);
    if (loaded.reporter?.confidential === true && !readsConfidentialReporters(person.role))
      throw new ProblemException(403, 'reporter-confidential');
    const { now } = deps.clock(scope.timeZone);
    const openUntil = new Date(Date.parse(now) + REVEAL_MINUTES * 60_000);
    await writeReveal(deps.database, deps.audit, actorOf(person, addressOf(request)), {
      kabupatenCode: scope.kabupatenCode,
      complaintId: loaded.record.id,
      complaintUnit: loaded.record.unit_code,
      userId,
      postId: post.id,
      postTitle: post.title,
      reason: body.reason,
      at: now,
      expiresAt: openUntil.toISOString(),
    });
    return answerOf({ ...loaded, openUntil }, person);
  });

  bindRoute(router, listReveals, ({ query, person }) => {
    const after = placeOf(query.cursor);
    return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const limit = query.limit ?? PAGE;
      const found = await listRevealRecords(transaction, limit + 1, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((reveal) => ({
          id: reveal.id,
          complaint: { id: reveal.complaint_id, number: reveal.number },
          post: reveal.post_title,
          name: reveal.name,
          reason: reveal.reason,
          at: reveal.at.toISOString(),
          expiresAt: reveal.expires_at.toISOString(),
        })),
        nextCursor: found.length > limit && last ? cursorOf(last.at, last.id) : null,
        total: await countReveals(transaction),
      };
    });
  });
}

interface LoadedComplaint {
  readonly record: ComplaintRecord;
  readonly reporter: ReporterRecord | null;
  readonly openUntil: Date | null;
  readonly units: UnitTree;
}

/** A complaint the person may see; 404 for all others, as if they were not there. */
async function loadComplaint(deps: ComplaintDeps, person: Person, id: string): Promise<LoadedComplaint> {
  const scope = tenantScopeOf(person);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const record = await findComplaintRecord(
      transaction,
      id,
      units.subtreeCodes(scope.rootUnit),
      readsOversightComplaints(person.role),
    );
    if (record === null) throw new ProblemException(404, 'complaint-not-found');
    return {
      record,
      units,
      reporter: await findReporter(transaction, id),
      openUntil: await openUntilFor(transaction, person, id, deps.clock(scope.timeZone).now),
    };
  });
}

async function openUntilFor(
  transaction: ReadTransaction,
  person: Person,
  id: string,
  now: string,
): Promise<Date | null> {
  const { userId, post } = person;
  if (userId === null || post === null || post.capacity === 'ajudan' || person.tokenPermissions !== null)
    return null;
  return findOpenReveal(transaction, id, { userId, postId: post.id }, now);
}

function answerOf({ record, units, reporter, openUntil }: LoadedComplaint, person: Person): Complaint {
  return complaintAnswer(record, units, reporter, openUntil, person.role);
}

/** The codes of the asked-for subtree; a unit outside the scope is as unknown as one that does not exist. */
function visibleUnits(units: UnitTree, scope: TenantScope, unit: string | undefined): string[] {
  const root = unit ?? scope.rootUnit;
  if (!units.isWithin(root, scope.rootUnit))
    throw new ProblemException(404, 'unit-not-found', { unit: root });
  return units.subtreeCodes(root);
}

import type { IRouter } from 'express';
import { listReveals, readComplaint, revealReporter } from '#contract/complaints';
import {
  readsConfidentialReporters,
  readsOversightComplaints,
  REVEAL_MINUTES,
} from '#domain/complaints/visibility';
import { actorOf } from '../../platform/audit/audit-entry.ts';
import type { Person } from '../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { cursorAt, placeAt } from '../../platform/http/list-cursor.ts';
import { complaintAnswer, deadlineAnswer, type ComplaintSight } from './complaint-answers.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { findClassDays, listCalendarDays } from './complaint-deadline.queries.ts';
import { complaintFigureRoutes } from './complaint-figures.routes.ts';
import { complaintRegisterRoutes } from './complaint-register.routes.ts';
import { findComplaintRecord, type WholeComplaint } from './complaint-records.queries.ts';
import { deadlineSteps } from './deadline-steps.ts';
import { countReveals, findOpenReveal, findReporter, listRevealRecords } from './reporters.queries.ts';
import { writeReveal } from './reveals.repository.ts';

const PAGE = 50;

/** The register of complaints, one complaint, and break-glass: opening a reporter with a reason, for a while. */
export function complaintRoutes(router: IRouter, deps: ComplaintDeps): void {
  complaintRegisterRoutes(router, deps);
  complaintFigureRoutes(router, deps);

  bindRoute(router, readComplaint, async ({ params, person }) =>
    complaintAnswer(await loadComplaint(deps, person, params.id)),
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
    return complaintAnswer({ ...loaded, openUntil });
  });

  bindRoute(router, listReveals, ({ query, person }) => {
    const after = placeAt('newest', query.cursor);
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
        nextCursor: found.length > limit && last ? cursorAt('newest', { at: last.place, id: last.id }) : null,
        total: await countReveals(transaction),
      };
    });
  });
}

/** A complaint the person may see; 404 for all others, as if they were not there. */
async function loadComplaint(deps: ComplaintDeps, person: Person, id: string): Promise<ComplaintSight> {
  const scope = tenantScopeOf(person);
  const clock = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const record = await findComplaintRecord(
      transaction,
      id,
      units.subtreeCodes(scope.rootUnit),
      readsOversightComplaints(person.role),
      clock,
    );
    if (record === null) throw new ProblemException(404, 'complaint-not-found');
    return {
      record,
      units,
      role: person.role,
      now: new Date(clock.now),
      reporter: await findReporter(transaction, id),
      openUntil: await openUntilFor(transaction, person, id, clock.now),
      deadline: await explainDeadline(transaction, record),
    };
  });
}

/** Why the deadline is that day, by the version of the calendar it was given by. */
async function explainDeadline(transaction: ReadTransaction, record: WholeComplaint) {
  const { due_source: source, due_on: to, received_on: from, calendar_code: code } = record;
  const version = record.calendar_version;
  if (source !== 'class' || to === null) return deadlineAnswer(record, null, []);
  const days = version === null ? [] : await listCalendarDays(transaction, { code, version }, from, to);
  return deadlineAnswer(record, await findClassDays(transaction, record.class), deadlineSteps(days));
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

import type { IRouter } from 'express';
import { readHandover, type Handover } from '#contract/people';
import { complaintFigures, type ComplaintTally } from '#domain/complaints/complaint-figures';
import { OVERSIGHT_CLASS, readsOversightComplaints } from '#domain/complaints/visibility';
import { can } from '#domain/permissions';
import { isTenantScope, type TenantScope } from '#domain/scope';
import type { ServiceTally } from '#domain/turnaround/service-figures';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import { findUserById } from '../../../platform/auth/people.queries.ts';
import { may, personInPost, scopeOf, type HeldPost, type Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import type { Clock, FigureRequest, FiguresByKey } from '../../../platform/database/rollups/selection.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import {
  countOverdueCases,
  readLastImports,
  readOldestOpenCases,
  readOldestOpenComplaints,
} from './handover.queries.ts';
import { officeOf } from '../people/people-desk.repository.ts';
import { findPost, readHolders, toHolder } from './posts.queries.ts';

export interface HandoverDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  /** The tallies behind the summary; handed in, so that the sheet and the screens can only say the same. */
  readonly sources: {
    services(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ServiceTally>>;
    complaints(transaction: ReadTransaction, request: FigureRequest): Promise<FiguresByKey<ComplaintTally>>;
  };
}

/** The first day a record may have: what is open may have come in at any time since. */
const FIRST_DAY = '1990-01-01';

type Records = Omit<Handover, 'post' | 'unit' | 'on' | 'holders' | 'readers'>;

const NOTHING: Records = {
  openCases: null,
  overdueCases: null,
  oldestOpenCases: [],
  openComplaints: null,
  overdueComplaints: null,
  oldestOpenComplaints: [],
  imports: [],
};

/** The hand-over sheet: what is open in a post's unit and below it, for whoever holds it. */
export function handoverRoutes(router: IRouter, deps: HandoverDeps): void {
  bindRoute(router, readHandover, async ({ params, person, request }) => {
    const { post, withRecords } = await requireSheet(deps, person, params.id);
    if (withRecords) {
      // A sheet with records is an export: no entry, no sheet.
      const caller = { person, address: addressOf(request) };
      await recordExport(deps.database, deps.audit, caller, {
        action: 'handover-read',
        subject: `posts/${post.id}`,
      });
    }
    const clock = deps.clock(post.kabupaten?.timeZone ?? 'Asia/Jakarta');
    const holders = (await readHolders(deps.database, [post.id])).map(toHolder);
    const scope = scopeOf(post);
    const sheet = isTenantScope(scope)
      ? await readInScope(deps.database, scope, async (transaction) => {
          const { structure } = await readStructure(transaction);
          return recordsOf(deps, { transaction, structure, scope, clock, post, withRecords });
        })
      : { unit: null, records: NOTHING };
    return {
      post: { id: post.id, title: post.title },
      unit: sheet.unit,
      on: clock.today,
      holders: holders.filter(({ capacity }) => capacity !== 'ajudan'),
      readers: holders.filter(({ capacity }) => capacity === 'ajudan'),
      ...sheet.records,
    };
  });
}

/**
 * Whose sheet it is: holders of the post (whatever post is active; an ajudan is none) see the records, administrators
 * of its kabupaten the sheet without them. For everyone else there is no such post.
 */
async function requireSheet(
  deps: HandoverDeps,
  person: Person,
  id: string,
): Promise<{ post: HeldPost; withRecords: boolean }> {
  const held = person.posts.find((post) => post.id === id && post.capacity !== 'ajudan');
  if (held) {
    const holder = person.post === held ? person : await inPost(deps, person, held);
    if (holder.lacksSecondFactor) throw new ProblemException(403, 'second-factor-needed');
    return { post: held, withRecords: true };
  }
  const found = may(person, 'users:manage')
    ? await findPost(deps.database, officeOf(person, deps.clock), id)
    : null;
  if (found === null) throw new ProblemException(404, 'post-not-found');
  const { title, role, unitCode } = found;
  return {
    post: { id, title, role, unitCode, capacity: 'tetap', kabupaten: person.kabupaten },
    withRecords: false,
  };
}

async function inPost(deps: HandoverDeps, person: Person, post: HeldPost): Promise<Person> {
  const user =
    person.userId === null ? null : await findUserById(deps.database, person.userId, deps.clock('UTC').now);
  if (user === null) throw new ProblemException(401, 'not-signed-in');
  return personInPost(user, post);
}

interface SheetContext {
  readonly transaction: ReadTransaction;
  readonly structure: Structure;
  readonly scope: TenantScope;
  readonly clock: Clock;
  readonly post: HeldPost;
  readonly withRecords: boolean;
}

async function recordsOf(
  deps: HandoverDeps,
  context: SheetContext,
): Promise<{ unit: Handover['unit']; records: Records }> {
  const { transaction, structure, scope, post, withRecords } = context;
  const codes = structure.units.subtreeCodes(scope.rootUnit);
  const unit = structure.units.find(scope.rootUnit);
  return {
    unit: unit && { code: unit.code, name: unit.name },
    records: {
      ...NOTHING,
      ...(withRecords && can(post.role, 'details:services') ? await openCases(deps, context, codes) : {}),
      ...(withRecords && can(post.role, 'details:complaints')
        ? await openComplaints(deps, context, codes)
        : {}),
      imports: await readLastImports(transaction, codes),
    },
  };
}

async function openCases(
  deps: HandoverDeps,
  context: SheetContext,
  codes: readonly string[],
): Promise<Pick<Records, 'openCases' | 'overdueCases' | 'oldestOpenCases'>> {
  const { transaction, clock } = context;
  const tallies = await deps.sources.services(transaction, requestOf(context, codes));
  return {
    openCases: tallies.get('')?.[0]?.open ?? 0,
    overdueCases: await countOverdueCases(transaction, codes, clock.now),
    oldestOpenCases: await readOldestOpenCases(transaction, codes, clock.now),
  };
}

async function openComplaints(
  deps: HandoverDeps,
  context: SheetContext,
  codes: readonly string[],
): Promise<Pick<Records, 'openComplaints' | 'overdueComplaints' | 'oldestOpenComplaints'>> {
  const { transaction, clock, post } = context;
  const hidden = readsOversightComplaints(post.role) ? null : OVERSIGHT_CLASS;
  const tallies = await deps.sources.complaints(transaction, requestOf(context, codes));
  const tally = tallies.get('')?.[0];
  const { open, overdue } = tally ? complaintFigures(tally) : { open: 0, overdue: 0 };
  return {
    openComplaints: open,
    overdueComplaints: overdue,
    oldestOpenComplaints: await readOldestOpenComplaints(transaction, codes, clock.now, hidden),
  };
}

/** Everything up to the present, for the post's unit with what is below it. */
function requestOf({ scope, clock, post }: SheetContext, codes: readonly string[]): FigureRequest {
  return {
    unitKeys: [scope.rootUnit],
    members: new Map([[scope.rootUnit, codes]]),
    service: null,
    channel: null,
    by: null,
    withOversight: readsOversightComplaints(post.role),
    periods: [{ from: FIRST_DAY, to: clock.today }],
    clock,
  };
}

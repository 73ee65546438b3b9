import type { IRouter } from 'express';
import type * as z from 'zod';
import {
  closeDisposition,
  giveDisposition,
  listDispositions,
  listRecipients,
  reportDisposition,
  sendBackDisposition,
  type Disposition,
} from '#contract/dispositions';
import {
  dispositionActions,
  holdsMeetings,
  isKeyOfUnit,
  type DispositionAction,
} from '#domain/attention/disposition-life';
import type { UnitTree } from '#domain/unit-tree';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import type { RouteDescriptor } from '#contract/route';
import { idAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import {
  countDispositionRecords,
  findDispositionRecord,
  listDispositionRecords,
  type DispositionRecord,
} from './dispositions.queries.ts';
import {
  closeRunning,
  insertDisposition,
  reportOn,
  sendBack,
  type DispositionDesk,
} from './dispositions.repository.ts';
import type { RunningDisposition } from './given-disposition.ts';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { RECIPIENT_ROLES, recipientsOf, type Recipient } from './recipients.ts';

export interface DispositionDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

const PAGE = 50;

/** Disposisi and reminders: from post to post, followed until they are done. */
export function dispositionRoutes(router: IRouter, deps: DispositionDeps): void {
  bindRoute(router, listDispositions, ({ query, person }) =>
    readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      listedDispositions(transaction, deps, person, query),
    ),
  );

  bindRoute(router, listRecipients, async ({ query, person }) => ({
    items: (await readRecipients(deps, person, query.unit)).map(({ id, title, holder, responsible }) => ({
      post: id,
      title,
      holder,
      responsible,
    })),
  }));

  bindRoute(router, giveDisposition, async (call) => {
    const { body, person } = call;
    const { today } = deps.clock(tenantScopeOf(person).timeZone);
    const own = postOf(person);
    const meetingOn = meetingOf(body, person, today);
    const recipients = await readRecipients(deps, person, body.unit);
    const to = recipients.find(({ id }) => id === body.to);
    if (!to) throw new ProblemException(400, 'recipient-not-possible');
    refusePast(body.dueOn, today);
    if (body.about.key !== null && !isKeyOfUnit(body.about.key, body.unit))
      throw new ProblemException(400, 'attention-key-invalid');
    const id = await insertDisposition(deskOf(deps, call), {
      kind: body.kind,
      meetingOn,
      unitCode: body.unit,
      about: body.about,
      from: { post: own.id, title: own.title },
      to: { post: to.id, title: to.title },
      instruction: body.instruction,
      dueOn: body.dueOn,
    });
    return readAnswer(deps, person, id);
  });

  bindRoute(router, reportDisposition, async (call) => {
    const { params, body, person } = call;
    const running = await requireStep(deps, person, params.id, ['report']);
    await reportOn(deskOf(deps, call), running, body.report);
    return readAnswer(deps, person, params.id);
  });

  bindRoute(router, closeDisposition, async (call) => {
    const { params, person } = call;
    const running = await requireStep(deps, person, params.id, ['close', 'withdraw']);
    await closeRunning(deskOf(deps, call), running, running.action === 'close');
    return readAnswer(deps, person, params.id);
  });

  bindRoute(router, sendBackDisposition, async (call) => {
    const { params, body, person } = call;
    const running = await requireStep(deps, person, params.id, ['send-back']);
    refusePast(body.dueOn, deps.clock(tenantScopeOf(person).timeZone).today);
    await sendBack(deskOf(deps, call), running, body.reason, body.dueOn);
    return readAnswer(deps, person, params.id);
  });
}

/** The list of disposisi as this person sees it: of the own post, or of meetings for who holds them. */
export async function listedDispositions(
  transaction: ReadTransaction,
  deps: Pick<DispositionDeps, 'clock'>,
  person: Person,
  query: z.output<typeof listDispositions.query>,
): Promise<z.infer<typeof listDispositions.answer>> {
  const { today } = deps.clock(tenantScopeOf(person).timeZone);
  const after = idAt(query.cursor);
  const { units } = (await readStructure(transaction)).structure;
  const filter = {
    post: seesAllCommitments(person, query) ? null : postOf(person).id,
    box: query.box ?? null,
    state: query.state ?? null,
    unitCodes: query.unit === undefined ? null : units.subtreeCodes(query.unit),
    kind: query.kind ?? null,
    meetingOn: query.meeting ?? null,
    today,
  };
  const limit = query.limit ?? PAGE;
  const found = await listDispositionRecords(transaction, filter, limit + 1, after);
  const page = found.slice(0, limit);
  return {
    items: page.map((record) => answerOf(record, units, person, today)),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    total: await countDispositionRecords(transaction, filter),
  };
}

/** The active post; a disposisi goes from post to post. */
function postOf(person: Person): { id: string; title: string } {
  if (person.post === null) throw new ProblemException(403, 'forbidden');
  return person.post;
}

/** Who holds evaluation meetings sees what was agreed in them, whichever post wrote it down. */
function seesAllCommitments(
  person: Person,
  { kind, box }: { readonly kind?: string | undefined; readonly box?: string | undefined },
): boolean {
  return kind === 'commitment' && box === undefined && holdsMeetings(person.role);
}

/**
 * The day of the meeting of a commitment; null for the other kinds.
 * @throws ProblemException 403 for who holds no meetings, 400 for a commitment without its meeting or a date
 */
function meetingOf(
  {
    kind,
    meetingOn = null,
    dueOn,
  }: { readonly kind: string; readonly meetingOn?: string | null | undefined; readonly dueOn: string | null },
  person: Person,
  today: string,
): string | null {
  if (kind !== 'commitment') {
    if (meetingOn !== null) throw new ProblemException(400, 'meeting-unasked');
    return null;
  }
  if (!holdsMeetings(person.role)) throw new ProblemException(403, 'forbidden');
  if (meetingOn === null || meetingOn > today) throw new ProblemException(400, 'meeting-day');
  if (dueOn === null) throw new ProblemException(400, 'commitment-needs-date');
  return meetingOn;
}

function refusePast(dueOn: string | null, today: string): void {
  if (dueOn !== null && dueOn < today) throw new ProblemException(400, 'due-in-past', { dueOn });
}

function deskOf(deps: DispositionDeps, { person, request }: RouteCall<RouteDescriptor>): DispositionDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    now: deps.clock(timeZone).now,
  };
}

/** Who can be given a disposisi about the unit; 404 for a unit outside the scope. */
export async function readRecipients(
  deps: Pick<DispositionDeps, 'database' | 'clock'>,
  person: Person,
  unit: string,
): Promise<Recipient[]> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    if (!units.isWithin(unit, scope.rootUnit)) throw new ProblemException(404, 'unit-not-found', { unit });
    const posts = await readPostsOfRoles(transaction, RECIPIENT_ROLES, today);
    return recipientsOf(posts, unit, { postId: postOf(person).id, scope }, units);
  });
}

/**
 * A disposisi on which the person may take one of the steps now.
 * @throws ProblemException 404 for others' dispositions, 403 for the other side's steps, 409 once it has moved on
 */
async function requireStep(
  deps: DispositionDeps,
  person: Person,
  id: string,
  steps: readonly DispositionAction[],
): Promise<RunningDisposition & { readonly action: DispositionAction }> {
  const { record, today } = await readRecord(deps, person, id);
  const action = actionsOf(record, person, today).find((each) => steps.includes(each));
  if (action === undefined) {
    const side = steps.includes('report') ? record.to_post : record.from_post;
    if (side !== postOf(person).id || readsForAnother(person)) throw new ProblemException(403, 'forbidden');
    throw new ProblemException(409, 'disposition-moved-on');
  }
  return {
    id,
    kind: record.kind,
    unitCode: record.unit_code,
    fromPost: record.from_post,
    fromTitle: record.from_title,
    toPost: record.to_post,
    toTitle: record.to_title,
    about: record.about_sentence,
    dueOn: record.due_on,
    action,
  };
}

async function readAnswer(deps: DispositionDeps, person: Person, id: string): Promise<Disposition> {
  const { record, today, units } = await readRecord(deps, person, id);
  return answerOf(record, units, person, today);
}

async function readRecord(
  deps: DispositionDeps,
  person: Person,
  id: string,
): Promise<{ record: DispositionRecord; today: string; units: UnitTree }> {
  const scope = tenantScopeOf(person);
  const { today } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const record = await findDispositionRecord(transaction, id, postOf(person).id, today);
    if (record === null) throw new ProblemException(404, 'disposition-not-found');
    return { record, today, units };
  });
}

/** Someone who reads for the holder sees everything of the post and acts on nothing. */
function readsForAnother(person: Person): boolean {
  return person.post?.capacity === 'ajudan' || person.tokenPermissions !== null;
}

function actionsOf(record: DispositionRecord, person: Person, today: string): DispositionAction[] {
  return dispositionActions(
    {
      kind: record.kind,
      fromPost: record.from_post,
      toPost: record.to_post,
      dueOn: record.due_on,
      reported: record.reported_at !== null,
      closed: record.state === 'closed',
    },
    readsForAnother(person) ? null : postOf(person).id,
    today,
  );
}

function answerOf(record: DispositionRecord, units: UnitTree, person: Person, today: string): Disposition {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    unit: { code: record.unit_code, name: units.find(record.unit_code)?.name ?? record.unit_code },
    about: { key: record.about_key, sentence: record.about_sentence, link: record.about_link },
    from: { post: record.from_post, title: record.from_title },
    to: { post: record.to_post, title: record.to_title },
    instruction: record.instruction,
    dueOn: record.due_on,
    at: record.created_at.toISOString(),
    report: record.report,
    reportedAt: record.reported_at?.toISOString() ?? null,
    sentBackReason: record.sent_back_reason,
    closedAt: record.closed_at?.toISOString() ?? null,
    meetingOn: record.meeting_on,
    meetingsSince: record.meetings_since,
    actions: actionsOf(record, person, today),
  };
}

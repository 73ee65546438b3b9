import type { IRouter } from 'express';
import {
  cancelMeeting,
  closeMeeting,
  createMeeting,
  listMeetingOwners,
  listMeetings,
  readMeeting,
  startMeeting,
  type Meeting,
} from '#contract/reports/meetings';
import type { RouteDescriptor } from '#contract/route';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../platform/http/list-cursor.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { agendaOf, meetingUnitOf } from './agenda.ts';
import { endMeeting } from './close-meeting.repository.ts';
import { meetingAnswer, meetingLine } from './meeting-answers.ts';
import { knownMeeting, readerOf, requireOwnMeeting } from './known-meeting.ts';
import { deskOf, postOf, type MeetingDeps } from './meeting-deps.ts';
import { minutesRoutes } from './minutes.routes.ts';
import { meetingWriteRoutes } from './meeting-writes.routes.ts';
import {
  countClosedMeetings,
  listClosedMeetings,
  listCurrentMeetings,
  listMeetingItems,
} from './meetings.queries.ts';
import { beginMeeting, callOffMeeting, insertMeeting } from './meetings.repository.ts';
import { readOpenPromises, readPromises } from './promises.queries.ts';

const PAGE = 20;
const ORDER = 'held';

/** Meetings: planned, run from the agenda that the figures make, and closed into minutes. */
export function meetingRoutes(router: IRouter, deps: MeetingDeps): void {
  bindRoute(router, listMeetings, ({ query, person, language }) => {
    const reader = readerOf(deps, person, language);
    const after = placeAt(ORDER, query.cursor);
    return readInScope(deps.database, reader.scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const { rootUnit } = reader.scope;
      const codes = units.subtreeCodes(rootUnit);
      const limit = query.limit ?? PAGE;
      const found = await listClosedMeetings(transaction, codes, reader.today, limit + 1, after);
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      const current = await listCurrentMeetings(transaction, codes, reader.today);
      const states = !reader.mayRun
        ? []
        : (
            await readOpenPromises(
              transaction,
              {
                meetingUnit: meetingUnitOf(rootUnit, transaction.kabupatenCode),
                post: postOf(person).id,
              },
              { today: reader.today, post: null, units },
            )
          ).map(({ state }) => state);
      const count = (wanted: string) => states.filter((state) => state === wanted).length;
      return {
        current: current.map((row) => meetingLine(row, units, reader)),
        items: page.map((row) => meetingLine(row, units, reader)),
        nextCursor: last === undefined ? null : cursorAt(ORDER, { at: last.held_on, id: last.id }),
        total: await countClosedMeetings(transaction, codes),
        promises: { late: count('late'), reported: count('reported'), open: count('open') },
      };
    });
  });

  bindRoute(router, createMeeting, async (call) => {
    const { body, person } = call;
    const desk = deskOf(deps, call);
    const { rootUnit } = tenantScopeOf(person);
    if (body.start ? body.heldOn !== desk.today : body.heldOn < desk.today)
      throw new ProblemException(400, body.start ? 'meeting-starts-today' : 'meeting-day-past');
    const id = await insertMeeting(desk, {
      unitCode: rootUnit,
      title: body.title,
      heldOn: body.heldOn,
    });
    return body.start ? begin(deps, call, id) : readAnswer(deps, call, id);
  });

  bindRoute(router, readMeeting, (call) => readAnswer(deps, call, call.params.id));

  bindRoute(router, startMeeting, (call) => begin(deps, call, call.params.id));

  bindRoute(router, cancelMeeting, async (call) => {
    await requireOwnMeeting(deps, call.person, call.params.id);
    await callOffMeeting(deskOf(deps, call), call.params.id);
    return { id: call.params.id };
  });

  bindRoute(router, listMeetingOwners, async ({ params, query, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const { meeting } = await requireOwnMeeting(deps, person, params.id);
    const unit = query.unit ?? meeting.unit_code;
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      if (!units.isWithin(unit, meeting.unit_code))
        throw new ProblemException(404, 'unit-not-found', { unit });
      const owners = await deps.sources.owners(transaction, {
        unit,
        scope,
        units,
        today,
      });
      return { items: [...owners] };
    });
  });

  bindRoute(router, closeMeeting, async (call) => {
    const { params, body, person } = call;
    const desk = deskOf(deps, call);
    await requireOwnMeeting(deps, person, params.id);
    if (body.nextOn !== null && body.nextOn <= desk.today)
      throw new ProblemException(400, 'meeting-next-past');
    const promises = await readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const items = await listMeetingItems(transaction, params.id);
      return readPromises(
        transaction,
        items.flatMap(({ disposition_id }) => disposition_id ?? []),
        { today: desk.today, post: null, units },
      );
    });
    await endMeeting(desk, params.id, { nextOn: body.nextOn, promises }, deps.sources.commit);
    return readAnswer(deps, call, params.id);
  });

  meetingWriteRoutes(router, deps);
  minutesRoutes(router, deps);
}

async function begin(deps: MeetingDeps, call: RouteCall<RouteDescriptor>, id: string): Promise<Meeting> {
  const { person } = call;
  const desk = deskOf(deps, call);
  await requireOwnMeeting(deps, person, id);
  const agenda = await readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const { rootUnit: unit } = tenantScopeOf(person);
    return agendaOf(transaction, deps.sources, {
      unit,
      post: desk.post.id,
      person,
      units,
      today: desk.today,
    });
  });
  await beginMeeting(desk, id, agenda);
  return readAnswer(deps, call, id);
}

function readAnswer(
  deps: MeetingDeps,
  { person, language }: RouteCall<RouteDescriptor>,
  id: string,
): Promise<Meeting> {
  const reader = readerOf(deps, person, language);
  return readInScope(deps.database, reader.scope, async (transaction) => {
    const { meeting, units } = await knownMeeting(transaction, reader, id);
    return meetingAnswer(transaction, meeting, units, reader);
  });
}

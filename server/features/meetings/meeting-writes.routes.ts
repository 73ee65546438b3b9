import type { IRouter } from 'express';
import {
  removeMeetingDecision,
  removeMeetingItem,
  saveMeetingDecision,
  saveMeetingHead,
  saveMeetingItem,
} from '#contract/reports/meetings';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { decisionAnswer, headAnswer, itemAnswer } from './meeting-answers.ts';
import { requireOwnMeeting } from './known-meeting.ts';
import { deskOf, type MeetingDeps } from './meeting-deps.ts';
import {
  removeDecision,
  removePoint,
  saveDecision,
  saveHead,
  saveItem,
} from './meeting-writes.repository.ts';
import { listMeetingDecisions, listMeetingItems } from './meetings.queries.ts';

/** What is written while a meeting runs, saved without being asked. */
export function meetingWriteRoutes(router: IRouter, deps: MeetingDeps): void {
  bindRoute(router, saveMeetingHead, async (call) => {
    const { params, body, person } = call;
    await requireOwnMeeting(deps, person, params.id);
    const { revision, ...values } = body;
    const { saved, row } = await saveHead(deskOf(deps, call), params.id, revision, values);
    return { saved, current: headAnswer(row) };
  });

  bindRoute(router, saveMeetingItem, async (call) => {
    const { params, body, person, language } = call;
    const { units } = await requireOwnMeeting(deps, person, params.id);
    const { revision, ...values } = body;
    if (revision === 0 && values.title.length < 3) throw new ProblemException(400, 'meeting-point-nameless');
    const { saved, row } = await saveItem(
      deskOf(deps, call),
      { meeting: params.id, item: params.record },
      revision,
      values,
      (code) => units.find(code)?.name ?? code,
    );
    const decisions = await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      listMeetingDecisions(transaction, params.id),
    );
    const own = decisions.filter(({ item_id }) => item_id === row.id);
    return { saved, current: itemAnswer(row, own, null, language) };
  });

  bindRoute(router, removeMeetingItem, async (call) => {
    const { params, body, person } = call;
    await requireOwnMeeting(deps, person, params.id);
    await removePoint(deskOf(deps, call), { meeting: params.id, item: params.record }, body.revision);
    return { id: params.record };
  });

  bindRoute(router, saveMeetingDecision, async (call) => {
    const { params, body, person } = call;
    const scope = tenantScopeOf(person);
    const desk = deskOf(deps, call);
    await requireOwnMeeting(deps, person, params.id);
    const title = await readInScope(deps.database, scope, async (transaction) => {
      if (body.to === null) return null;
      const { units } = (await readStructure(transaction)).structure;
      const item = (await listMeetingItems(transaction, params.id)).find(({ id }) => id === body.item);
      if (item === undefined) throw new ProblemException(404, 'meeting-item-not-found');
      const owners = await deps.sources.owners(transaction, {
        unit: item.unit_code,
        scope,
        units,
        today: desk.today,
      });
      const owner = owners.find(({ post }) => post === body.to);
      if (owner === undefined) throw new ProblemException(400, 'recipient-not-possible');
      return owner.title;
    });
    const { saved, row } = await saveDecision(
      desk,
      { meeting: params.id, item: body.item, decision: params.record },
      body.revision,
      { what: body.what, to_post: body.to, to_title: title, due_on: body.dueOn },
    );
    return { saved, current: decisionAnswer(row) };
  });

  bindRoute(router, removeMeetingDecision, async (call) => {
    const { params, body, person } = call;
    await requireOwnMeeting(deps, person, params.id);
    await removeDecision(deskOf(deps, call), { meeting: params.id, decision: params.record }, body.revision);
    return { id: params.record };
  });
}

import type { IRouter } from 'express';
import { dismissAttention, readAttention } from '#contract/attention';
import { isKeyOfUnit } from '#domain/attention/disposition-life';
import { addDays } from '#domain/period/civil-date';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import type { AttentionSources, ReadHomeInnovations } from '../attention-sources.ts';
import { unitInScope } from '../scope-call.ts';
import type { AnswerAttention } from './attention-context.ts';
import { attentionOf } from './attention-list.ts';
import { writeDismissal } from './dismissals.repository.ts';

export interface AttentionListDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly sources: AttentionSources;
  readonly innovations: ReadHomeInnovations;
  readonly answer: AnswerAttention;
}

/** "Bukan masalah" holds for so many days, or until the matter changes. */
const DISMISSED_DAYS = 60;

/** The list of what needs a decision, and taking something off it. */
export function attentionListRoutes(router: IRouter, deps: AttentionListDeps): void {
  bindRoute(router, readAttention, (call) =>
    deps.answer(
      call,
      call.query.unit === undefined ? {} : { unit: call.query.unit },
      // What was given to a post, and which rungs are of interest, differ from role to role.
      [call.person.post?.id ?? null, call.person.role],
      (context) => attentionOf(context, deps.sources, deps.innovations, call.person.role),
    ),
  );

  bindRoute(router, dismissAttention, async ({ body, person, request }) => {
    const scope = tenantScopeOf(person);
    const { post } = person;
    if (post === null) throw new ProblemException(403, 'forbidden');
    await readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      unitInScope(units, scope, body.unit);
    });
    if (!isKeyOfUnit(body.key, body.unit)) throw new ProblemException(400, 'attention-key-invalid');
    const { now, today } = deps.clock(scope.timeZone);
    const untilOn = addDays(today, DISMISSED_DAYS);
    const id = await writeDismissal(deps.database, deps.audit, actorOf(person, addressOf(request)), {
      kabupatenCode: scope.kabupatenCode,
      key: body.key,
      unitCode: body.unit,
      rootUnit: scope.rootUnit,
      reason: body.reason,
      postId: post.id,
      postTitle: post.title,
      at: now,
      untilOn,
    });
    return { id, untilOn };
  });
}

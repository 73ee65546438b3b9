import type { IRouter } from 'express';
import { listAllDeliveries, listDeliveries, type Delivery } from '#contract/reports/subscriptions';
import { readInScope } from '../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../platform/http/list-cursor.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { countDeliveries, countLines, listDeliveryLines, type DeliveryLine } from './delivery-log.queries.ts';
import { requireUser } from './mail-address.routes.ts';

const PAGE = 25;
const LATELY_MS = 7 * 86_400_000;
const ORDER = 'deliveries';

/** What became of mails: of one's own, and for who looks after the installation of all, without what was in them. */
export function deliveryLogRoutes(router: IRouter, deps: DeliveryDeps): void {
  bindRoute(router, listDeliveries, ({ query, person }) => {
    const limit = query.limit ?? PAGE;
    const asked = { user: requireUser(person), state: null, limit: limit + 1 };
    const after = placeAt(ORDER, query.cursor);
    return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const found = await listDeliveryLines(transaction, asked, after);
      return {
        items: found.slice(0, limit).map(answerOf),
        nextCursor: cursorOf(found, limit),
        total: await countLines(transaction, asked),
      };
    });
  });

  bindRoute(router, listAllDeliveries, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const limit = query.limit ?? PAGE;
    const asked = { user: null, state: query.state ?? null, limit: limit + 1 };
    const after = placeAt(ORDER, query.cursor);
    const since = new Date(Date.parse(deps.clock(scope.timeZone).now) - LATELY_MS).toISOString();
    return readInScope(deps.database, scope, async (transaction) => {
      const found = await listDeliveryLines(transaction, asked, after);
      return {
        canSend: deps.mailer !== null,
        items: found.slice(0, limit).map((line) => ({ ...traceOf(line), username: line.username })),
        nextCursor: cursorOf(found, limit),
        total: await countLines(transaction, asked),
        ...(await countDeliveries(transaction, since)),
      };
    });
  });
}

function cursorOf(found: readonly DeliveryLine[], limit: number): string | null {
  const last = found[limit - 1];
  return found.length > limit && last ? cursorAt(ORDER, { at: last.place, id: last.id }) : null;
}

function answerOf(line: DeliveryLine): Delivery {
  return { ...traceOf(line), told: line.told };
}

/** What became of it, without what it told. */
function traceOf(line: DeliveryLine): Omit<Delivery, 'told'> {
  return {
    id: line.id,
    kind: line.kind,
    dueAt: line.due_at.toISOString(),
    state: line.state,
    attempts: line.attempts,
    problem: line.problem,
    address: line.address,
    bytes: line.bytes,
    sentAt: line.sent_at?.toISOString() ?? null,
  };
}

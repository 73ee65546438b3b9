import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { actorOf, type AuditActor } from '../../platform/audit/audit-entry.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import type { RouteDescriptor } from '#contract/route';

export interface StaffFlagsDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

/** Where something is written, and who writes it. */
export interface StaffDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  /** Title of the post that acts. */
  readonly postTitle: string;
  readonly kabupatenCode: string;
  /** ISO instant. */
  readonly now: string;
  /** Today in the kabupaten's zone. */
  readonly today: string;
}

/** The desk of whoever calls. */
export function deskOf(deps: StaffFlagsDeps, { person, request }: RouteCall<RouteDescriptor>): StaffDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  const { now, today } = deps.clock(timeZone);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    postTitle: person.post?.title ?? person.name,
    kabupatenCode,
    now,
    today,
  };
}

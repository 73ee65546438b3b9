import type { RouteDescriptor } from '#contract/route';
import { actorOf, type AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { HeldPost, Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import type { CompareWithPeers } from './acceleration/acceleration-source.ts';

export interface PilotDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  /** Figures before and after, of the unit and of its peers: asked of the overview. */
  readonly compare: CompareWithPeers;
}

/** Who writes about a programme, where and when. */
export interface PilotDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  readonly post: { readonly id: string; readonly title: string };
  /** The person behind the post; null only in the demo's told past. */
  readonly userId: string | null;
  /** ISO instant. */
  readonly now: string;
  /** Local day. */
  readonly today: string;
}

/** The desk of a call. @throws ProblemException 403 for who acts in no post */
export function deskOf(deps: PilotDeps, { person, request }: RouteCall<RouteDescriptor>): PilotDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  const { now, today } = deps.clock(timeZone);
  const { id, title } = postOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    post: { id, title },
    userId: person.userId,
    now,
    today,
  };
}

/** The active post. @throws ProblemException 403 without one */
export function postOf(person: Person): HeldPost {
  if (person.post === null) throw new ProblemException(403, 'forbidden');
  return person.post;
}

/** Where a programme is dealt with. */
export function programmeLink(id: string): string {
  return `/percontohan/${id}`;
}

import type { RouteDescriptor } from '#contract/route';
import type { UnitTree } from '#domain/unit-tree';
import { actorOf, type AuditActor } from '../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { tenantScopeOf, type RouteCall } from '../../platform/http/bind-route.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { readPostsOfRoles } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';

export interface EntryDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

/** Who writes about an entry, where and when. */
export interface EntryDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly kabupatenCode: string;
  readonly post: { readonly id: string | null; readonly title: string };
  /** The person behind the post; null only in the demo's told past. */
  readonly userId: string | null;
  /** ISO instant, and the local day. */
  readonly now: string;
  readonly today: string;
  readonly told: EntryPosts;
}

/** The desk of a call. @throws ProblemException 403 for who acts in no post */
export function entryDeskOf(
  deps: EntryDeps,
  { person, request }: RouteCall<RouteDescriptor>,
  told: EntryPosts,
): EntryDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  const { post } = person;
  if (post === null) throw new ProblemException(403, 'forbidden');
  return {
    ...deps.clock(timeZone),
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    post: { id: post.id, title: post.title },
    userId: person.userId,
    told,
  };
}

/** Posts that can be told of an entry. */
export interface EntryPosts {
  /** Who reviews what `post` submitted: Bagian Organisasi, else the Sekda; never the post itself. */
  readonly reviewersOf: (post: string | null) => readonly string[];
  /** Who answers for the unit, else for the nearest unit above it, else Bagian Organisasi. */
  readonly headsOf: (unit: string) => readonly string[];
}

const HEADS = ['camat', 'kepala-skpd'] as const;

export async function readEntryPosts(
  transaction: ReadTransaction,
  units: UnitTree,
  today: string,
): Promise<EntryPosts> {
  const posts = await readPostsOfRoles(transaction, [...HEADS, 'organisasi', 'sekda'], today);
  const idsOf = (role: 'organisasi' | 'sekda') =>
    posts.filter((post) => post.role === role).map(({ id }) => id);
  return {
    reviewersOf: (own) => {
      const organisers = idsOf('organisasi').filter((id) => id !== own);
      return organisers.length > 0 ? organisers : idsOf('sekda').filter((id) => id !== own);
    },
    headsOf: (unit) => {
      for (const code of [unit, ...units.ancestorsOf(unit).map((each) => each.code)]) {
        const heads = posts.filter(
          ({ role, unit_code }) => HEADS.some((head) => head === role) && unit_code === code,
        );
        if (heads.length > 0) return heads.map(({ id }) => id);
      }
      return idsOf('organisasi');
    },
  };
}

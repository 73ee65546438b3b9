import type { Logger } from 'pino';
import type { RouteDescriptor } from '#contract/route';
import { isTenantScope } from '#domain/scope';
import { actorOf, type AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import type { RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { readCatalogue, type CatalogueReader } from '../catalogue/catalogue-reader.ts';
import { findEntryRecord, type WholeEntryRecord } from '../catalogue/entry-records.queries.ts';

export interface ForumDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly log: Logger;
}

/** Who speaks in the forum, as it is written beside what they say. */
export interface Speaker {
  readonly userId: string;
  readonly name: string;
  readonly title: string;
  /** Name of the kabupaten the person belongs to; null for none. */
  readonly home: string | null;
  /** Its code where the person works for it; null for members of FORCASI, who speak for no kabupaten. */
  readonly code: string | null;
  readonly unitCode: string | null;
}

/** A person at the forum: who, when, and what is put on record of it. */
export interface ForumDesk {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly actor: AuditActor;
  readonly speaker: Speaker;
  /** The chain of the trail it is recorded in: that of the person's kabupaten; null for the installation's. */
  readonly chain: string | null;
  /** ISO instant. */
  readonly now: string;
}

/** @throws ProblemException 403 for who acts in no post: nobody speaks without a name and a post */
export function forumDeskOf(deps: ForumDeps, { person, request }: RouteCall<RouteDescriptor>): ForumDesk {
  const { userId, post, kabupaten } = person;
  if (userId === null || post === null) throw new ProblemException(403, 'forbidden');
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    speaker: {
      userId,
      name: person.name,
      title: post.title,
      home: kabupaten?.name ?? null,
      code: isTenantScope(person.scope) ? person.scope.kabupatenCode : null,
      unitCode: person.unitCode,
    },
    chain: kabupaten?.code ?? null,
    now: deps.clock(kabupaten?.timeZone ?? 'UTC').now,
  };
}

/** What is read with an entry that the person may see. @throws ProblemException 404 for any other */
export async function atEntry<T>(
  deps: Pick<ForumDeps, 'database' | 'clock'>,
  person: Person,
  id: string,
  read: (reader: CatalogueReader, record: WholeEntryRecord) => Promise<T>,
): Promise<T> {
  return readCatalogue(deps, person, async (reader) => {
    const record = await findEntryRecord(reader, id);
    if (record === null) throw new ProblemException(404, 'innovation-not-found');
    return read(reader, record);
  });
}

/** True while the entry can be spoken about: it is shared, and offered. */
export function isOpen({ kept, audience, archived }: WholeEntryRecord): boolean {
  return (!kept || audience !== 'own') && !archived;
}

/** An entry that can be spoken about. @throws ProblemException 404, or 409 while its forum is closed */
export async function requireOpen(
  deps: Pick<ForumDeps, 'database' | 'clock'>,
  person: Person,
  id: string,
): Promise<WholeEntryRecord> {
  const record = await atEntry(deps, person, id, (_reader, found) => Promise.resolve(found));
  if (!isOpen(record)) throw new ProblemException(409, 'forum-closed');
  return record;
}

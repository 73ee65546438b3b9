import type { Request } from 'express';
import type { Permission } from '#domain/permissions';
import type { ClockSource } from '../clock.ts';
import type { Database } from '../database/pool.ts';
import { isProgram, programOf } from './bearer-token.ts';
import { may, type Person } from './person.ts';
import { personOf } from './request-person.ts';
import { findPersonOfSession, sessionHasEnded, type SessionLimits } from './session.ts';
import { findSession } from './sessions.repository.ts';

export interface StillSignedInDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly limits: SessionLimits;
}

/**
 * A question that can be asked again and again while an answer stays open: is whoever sent the request still let in, in
 * the same post and with the permission? False once the session was ended or the token revoked.
 */
export function stillSignedIn(
  request: Request,
  permission: Permission,
  { database, clock, limits }: StillSignedInDeps,
): () => Promise<boolean> {
  const first = personOf(request);
  const program = isProgram(request);
  const header = request.get('Authorization') ?? '';
  const sid = program ? '' : request.sessionID;
  const now = async (): Promise<Person | null> => {
    if (program) return programOf(header, database, clock);
    const session = await findSession(database, sid);
    if (!session || sessionHasEnded(session, limits, Date.now())) return null;
    return findPersonOfSession(database, session, clock('UTC').now);
  };
  return async () => {
    const person = await now();
    return (
      person !== null &&
      person.username === first.username &&
      person.post?.id === first.post?.id &&
      person.scope.kind === first.scope.kind &&
      may(person, permission)
    );
  };
}

import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { ROUTES } from '#contract/routes';
import { CODE_PATTERN } from '#domain/scope';
import { actorOf, type AuditEvent } from '../audit/audit-entry.ts';
import type { AuditLog } from '../audit/audit-log.repository.ts';
import type { Person } from '../auth/person.ts';
import { personOf } from '../auth/request-person.ts';
import type { ClockSource } from '../clock.ts';
import type { Database } from '../database/pool.ts';
import { ProblemException } from './problem-error.ts';
import { addressOf } from './request-address.ts';
import { isRecordId } from '../database/record-id.ts';

export interface RefusalDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly clock: ClockSource;
  readonly log: Logger;
}

const ACTION = 'akses-ditolak';
const SUMMARY = 'akses-ditolak-lagi';
const MINUTE = 60_000;
/** Entries a person causes in a minute at most; the rest is one entry with a number. */
const MOST_A_MINUTE = 30;
const LONGEST_PATH = 200;
/** Refusals remembered before the old ones are cleared away. */
const MOST_REMEMBERED = 10_000;
/** Refusals that belong to the ordinary course of work, and names nobody owns: nothing was reached for. */
const HARMLESS = new Set([
  'second-factor-needed',
  'not-found',
  'measure-not-found',
  'dataset-not-found',
  'service-not-found',
]);
/** Parameters of paths that are codes of the installation, never a person's name or a secret. */
const CODE_PARAMETERS = new Set(['measure', 'dataset', 'kabupaten', 'unit']);

/**
 * Puts on record that someone who is signed in reached for what is not theirs (a unit, a kabupaten, a record, a call
 * beyond the role), then lets the answer go its way. At most one entry per person, path and minute, and thirty per person
 * and minute: how many more there were is written when the minute is over. Whether the thing exists elsewhere makes no
 * difference to the entry or to the time it takes.
 */
export function recordRefusals(deps: RefusalDeps): ErrorRequestHandler {
  const recorded = new Map<string, number>();
  const minutes = new Map<string, RefusalMinute>();

  async function write(person: Person, address: string, event: AuditEvent): Promise<void> {
    try {
      await deps.audit.recordAlone(
        deps.database,
        person.kabupaten?.code ?? null,
        actorOf(person, address),
        event,
      );
    } catch (failure) {
      // The refusal stands, whether or not it could be written down.
      deps.log.error({ error: failure }, 'refusal not put on record');
    }
  }

  /** The person's minute; the one before is summed up when it is over, by the next refusal or by the timer. */
  async function minuteOf(person: Person, address: string, now: number): Promise<RefusalMinute> {
    const key = accountOf(person);
    const known = minutes.get(key);
    if (known && now - known.from < MINUTE && now >= known.from) return known;
    const minute: RefusalMinute = { from: now, written: 0, more: 0, close };
    async function close(): Promise<void> {
      if (minutes.get(key) === minute) minutes.delete(key);
      const count = minute.more;
      minute.more = 0;
      if (count > 0) await write(person, address, { action: SUMMARY, subject: '/', details: { count } });
    }
    minutes.set(key, minute);
    setTimeout(() => void close(), MINUTE).unref();
    await known?.close();
    return minute;
  }

  // Express tells an error handler by its four parameters.
  return async (error: unknown, request, _response, next) => {
    const person = personOf(request);
    if (isRefusal(error, person)) {
      const now = Date.parse(deps.clock('UTC').now);
      const address = addressOf(request);
      const subject = plainPath(request).slice(0, LONGEST_PATH);
      if (isNew(recorded, `${accountOf(person)} ${request.method} ${subject}`, now)) {
        const minute = await minuteOf(person, address, now);
        if (minute.written < MOST_A_MINUTE) {
          minute.written += 1;
          await write(person, address, { action: ACTION, subject, details: detailsOf(request, error) });
        } else minute.more += 1;
      }
    }
    next(error);
  };
}

/** What a person was refused since `from`, in milliseconds. */
interface RefusalMinute {
  readonly from: number;
  written: number;
  more: number;
  /** Writes down how many more there were. */
  close(): Promise<void>;
}

/** A person's id, or the name of a program, which carries the id of its token. */
function accountOf({ userId, username }: Person): string {
  return userId ?? username;
}

function isRefusal(error: unknown, person: Person): error is ProblemException {
  if (!(error instanceof ProblemException) || person.role === 'publik' || HARMLESS.has(error.key))
    return false;
  return error.status === 403 || (error.status === 404 && error.key.endsWith('-not-found'));
}

function isNew(recorded: Map<string, number>, key: string, now: number): boolean {
  const before = recorded.get(key);
  if (before !== undefined && now - before < MINUTE && now >= before) return false;
  if (recorded.size >= MOST_REMEMBERED)
    for (const [old, at] of recorded)
      if (now - at >= MINUTE || recorded.size >= MOST_REMEMBERED) recorded.delete(old);
  recorded.set(key, now);
  return true;
}

/** The path with ids and codes; names of persons and secrets of links are left out. */
function plainPath(request: Request): string {
  const parts = request.path.split('/').filter((part) => part !== '');
  const route = ROUTES.find(
    ({ method, path }) => method === request.method.toLowerCase() && matches(path, parts),
  );
  if (!route) return `/${parts.map((part) => (/^[a-z-]{1,30}$/.test(part) ? part : '…')).join('/')}`;
  const names = route.path.split('/').filter((part) => part !== '');
  const plain = parts.map((part, index) => {
    const name = names[index] ?? '';
    if (!name.startsWith(':') || isRecordId(part)) return part;
    return CODE_PARAMETERS.has(name.slice(1)) && CODE_PATTERN.test(part) ? part : name;
  });
  return `/${plain.join('/')}`;
}

function matches(pattern: string, parts: readonly string[]): boolean {
  const names = pattern.split('/').filter((part) => part !== '');
  return (
    names.length === parts.length &&
    names.every((name, index) => name.startsWith(':') || name === parts[index])
  );
}

/** The unit asked for is a code and says what was reached for; other values of the query may be personal. */
function detailsOf(request: Request, error: ProblemException): Record<string, unknown> {
  const { unit } = request.query;
  return {
    method: request.method,
    status: error.status,
    code: error.key,
    ...(typeof unit === 'string' && CODE_PATTERN.test(unit) ? { unit } : {}),
  };
}

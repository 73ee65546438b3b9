import { createHash } from 'node:crypto';
import type { Person } from '../auth/person.ts';

/** Values that are not personal: codes, counts, dates, old → new. */
export type AuditDetails = Readonly<Record<string, unknown>>;

/** What was done. `action` is a verb in kebab-case; its sentence stands in the audit feature. */
export interface AuditEvent {
  readonly action: string;
  /** What it was done to, e.g. `imports/service-cases/0198…` or `users/0198…`; ids and codes only. */
  readonly subject: string;
  readonly details?: AuditDetails;
  /**
   * Names, addresses and other personal values. They belong to the person in `subject` when that is `users/<id>`, else
   * to the one who acts; sealed with that person's key, so that erasing the person makes them unreadable.
   */
  readonly personal?: Readonly<Record<string, string>>;
}

/** Who did it: a person in a post, a stranger at the door, or a command of the operator. */
export interface AuditActor {
  readonly userId: string | null;
  readonly username: string | null;
  readonly name: string | null;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly role: string | null;
  /** Network address; null for commands. */
  readonly address: string | null;
  /** What stands in for a person: "baris perintah". */
  readonly program: string | null;
}

/** The person of a request as an actor. */
export function actorOf(person: Person, address: string | null): AuditActor {
  return {
    userId: person.userId,
    username: person.username === '' ? null : person.username,
    name: person.name === '' ? null : person.name,
    postId: person.post?.id ?? null,
    postTitle: person.post?.title ?? null,
    role: person.role,
    address,
    program: null,
  };
}

const SUBJECT_PERSON = /^users\/([0-9a-f]{8}-[0-9a-f-]{27})$/;

/** The person an entry is about, by id; null when it is about something else. */
export function subjectPerson(subject: string): string | null {
  return SUBJECT_PERSON.exec(subject)?.[1] ?? null;
}

/**
 * A value as the database will give it back: PostgreSQL stores neither NUL nor half a surrogate pair, and what is read
 * must have the hash of what was written.
 */
export function storable<T>(value: T): T {
  const json: unknown = JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '\ufffd').toWellFormed() : each,
  );
  return json as T;
}

/** A command of the operator as an actor. */
export function commandActor(program = 'baris perintah'): AuditActor {
  return {
    userId: null,
    username: null,
    name: null,
    postId: null,
    postTitle: null,
    role: null,
    address: null,
    program,
  };
}

/** What the hash of an entry covers: everything that is stored of it, and the hash before. */
export interface ChainedValues {
  readonly previousHash: Buffer;
  readonly chain: string;
  readonly sequence: number;
  readonly id: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly userId: string | null;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly role: string | null;
  readonly program: string | null;
  readonly action: string;
  readonly subject: string;
  readonly details: unknown;
  readonly personal: Buffer | null;
}

/** The first link: what stands before sequence 1. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 over the values in a fixed order; objects with their keys sorted, so that jsonb may reorder them. */
export function chainHash(values: ChainedValues): Buffer {
  return createHash('sha256')
    .update(
      JSON.stringify([
        values.previousHash.toString('hex'),
        values.chain,
        values.sequence,
        values.id,
        values.at,
        values.userId,
        values.postId,
        values.postTitle,
        values.role,
        values.program,
        values.action,
        values.subject,
        sorted(values.details),
        values.personal?.toString('hex') ?? null,
      ]),
    )
    .digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

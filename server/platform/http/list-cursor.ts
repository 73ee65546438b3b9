import { FIRST_DAY, LAST_DAY } from '#contract/days';
import { ProblemException } from './problem-error.ts';
import { isRecordId } from '../database/record-id.ts';

/** Place in a list that is sorted by an instant and an id. */
export interface ListPlace {
  /** The instant as PostgreSQL writes it, to the microsecond: rounded, a line would come twice or never. Null: none. */
  readonly at: string | null;
  readonly id: string;
}

/** A day more on either side: days begin and end by the kabupaten's zone. */
const DAY_MS = 86_400_000;
const EARLIEST = Date.parse(FIRST_DAY) - DAY_MS;
const LATEST = Date.parse(LAST_DAY) + 2 * DAY_MS;
const INSTANT =
  /^\d{4}-\d\d-\d\d(?: ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::[0-5]\d){0,2})?$/;

/** The cursor of the line a page ended with, in the order that `order` names. */
export function cursorAt(order: string, { at, id }: ListPlace): string {
  return Buffer.from(JSON.stringify([order, at, id])).toString('base64url');
}

/**
 * The place a cursor stands for; null without one.
 * @throws ProblemException 400 when it is none of ours, or of another order
 */
export function placeAt(order: string, cursor: string | undefined): ListPlace | null {
  if (cursor === undefined || cursor === '') return null;
  const [of, at, id] = partsOf(cursor);
  if (of !== order || typeof id !== 'string' || !isRecordId(id) || (at !== null && !isInstant(at)))
    throw new ProblemException(400, 'cursor-invalid');
  return { at, id };
}

/**
 * The id that a page ended with, where a list is sorted by it alone; null without one.
 * @throws ProblemException 400 when it is none
 */
export function idAt(cursor: string | undefined): string | null {
  if (cursor === undefined || cursor === '') return null;
  if (!isRecordId(cursor)) throw new ProblemException(400, 'cursor-invalid');
  return cursor;
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** True for an instant, or a day, that exists and that records can have. */
function isInstant(at: unknown): at is string {
  if (typeof at !== 'string' || !INSTANT.test(at)) return false;
  const time = Date.parse(`${at.slice(0, 10)}T00:00:00Z`);
  // What has rolled over to another day (31 February) does not exist.
  return time >= EARLIEST && time <= LATEST && new Date(time).toISOString().startsWith(at.slice(0, 10));
}

import { FIRST_DAY, LAST_DAY } from '#contract/days';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { ListPlace } from './complaint-records.queries.ts';

/** A day more on either side: days begin and end by the kabupaten's zone. */
const DAY_MS = 86_400_000;
const EARLIEST = Date.parse(FIRST_DAY) - DAY_MS;
const LATEST = Date.parse(LAST_DAY) + 2 * DAY_MS;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor of the line a page ended with. */
export function cursorOf(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

/**
 * The place a cursor stands for; null without one.
 * @throws ProblemException 400 when it is none of ours
 */
export function placeOf(cursor: string | undefined): ListPlace | null {
  if (cursor === undefined || cursor === '') return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const time = Date.parse(at);
  const isOurs = time >= EARLIEST && time <= LATEST && new Date(time).toISOString() === at;
  if (!UUID.test(id) || !isOurs) throw new ProblemException(400, 'cursor-invalid');
  return { at, id };
}

import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes for 512 keys at a time: asking the system for sixteen bytes costs more than making the key. */
const POOL = new Uint8Array(16 * 512);
let next = POOL.length;

/** A new UUIDv7: in the order of time, so that new rows lie together in every index. */
export function newRecordId(): string {
  return v7({ rng: takeRandom });
}

/** An id within a text. */
export const RECORD_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const WHOLE = new RegExp(`^${RECORD_ID}$`, 'i');

/** True for a text that may be given to the database as an id; anything else would be an error there. */
export function isRecordId(text: string): boolean {
  return WHOLE.test(text);
}

function takeRandom(): Uint8Array {
  if (next === POOL.length) {
    randomFillSync(POOL);
    next = 0;
  }
  next += 16;
  return POOL.subarray(next - 16, next);
}

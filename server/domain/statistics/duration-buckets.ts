/**
 * Buckets for durations in whole seconds, fine enough that a median read from them is
 * within 1 % of the true one, and few enough (about 900) to be added up by the row.
 *
 * Bucket 0 is zero alone. Every second from 1 to 98 has its own bucket, because below
 * 99 no whole number lies within 1 % of its neighbour. Above, a bucket that begins
 * at second L is represented by R = ⌊1.01 L⌋ and ends at H = ⌊R / 0.99⌋: R is within
 * 1 % of L and of H, and so of all between. The last bucket holds everything from
 * 40 years on.
 */

/** 40 years of 366 days, in seconds: longer durations are counted as this one. */
export const LONGEST_DURATION_SECONDS = 40 * 366 * 86_400;

const REPRESENTATIVES: number[] = [0];

/**
 * First second of bucket 1, 2, 3, … in ascending order. The bucket of a duration is the
 * number of edges not above it, which is what `width_bucket(seconds, edges)` answers in
 * PostgreSQL. All edges fit int4.
 */
export const DURATION_EDGES: readonly number[] = buildEdges();

/** Number of buckets, bucket 0 included. */
export const DURATION_BUCKET_COUNT = DURATION_EDGES.length + 1;

/**
 * The bucket (0 to DURATION_BUCKET_COUNT − 1) of a duration in whole seconds.
 * @throws RangeError when the duration is negative or not whole.
 */
export function bucketOf(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 0) throw new RangeError(`Not a duration: ${seconds}`);
  let low = 0;
  let high = DURATION_EDGES.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((DURATION_EDGES[middle] ?? Infinity) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The whole number of seconds that stands for a bucket, within 1 % of every duration in
 * it up to 40 years.
 * @throws RangeError when there is no such bucket.
 */
export function representativeSeconds(bucket: number): number {
  const seconds = REPRESENTATIVES[bucket];
  if (seconds === undefined) throw new RangeError(`Not a duration bucket: ${bucket}`);
  return seconds;
}

/**
 * True when the bucket holds one duration only, so that its value is no approximation.
 * @throws RangeError when there is no such bucket.
 */
export function isExactBucket(bucket: number): boolean {
  representativeSeconds(bucket);
  if (bucket === 0) return true;
  const first = DURATION_EDGES[bucket - 1];
  const next = DURATION_EDGES[bucket];
  return first !== undefined && next === first + 1;
}

function buildEdges(): number[] {
  const edges: number[] = [];
  let first = 1;
  while (first < LONGEST_DURATION_SECONDS) {
    // Whole-number arithmetic throughout: SQL and every engine get the same edges.
    const representative = Math.floor((101 * first) / 100);
    edges.push(first);
    REPRESENTATIVES.push(representative);
    first = Math.floor((100 * representative) / 99) + 1;
  }
  edges.push(LONGEST_DURATION_SECONDS);
  REPRESENTATIVES.push(LONGEST_DURATION_SECONDS);
  return edges;
}

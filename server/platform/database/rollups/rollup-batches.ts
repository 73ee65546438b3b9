/** Keys × buckets made anew at a time: bounds the memory, whatever the size of the import. */
const PAIRS_PER_BATCH = 200;

/** A rectangle of roll-up rows to be made anew: these keys on these buckets. */
export interface Batch {
  readonly from: string;
  readonly to: string;
  readonly keys: ReadonlySet<string>;
}

/** Groups touched (key, bucket) pairs, in order of buckets, into rectangles; buckets that do not `adjoin` stay apart. */
export function batchesOf(
  pairs: Iterable<{ readonly key: string; readonly bucket: string }>,
  adjoin: (a: string, b: string) => boolean,
): Batch[] {
  const byBucket = new Map<string, Set<string>>();
  for (const { key, bucket } of pairs) {
    const keys = byBucket.get(bucket) ?? new Set();
    byBucket.set(bucket, keys.add(key));
  }
  const batches: { from: string; to: string; keys: Set<string>; pairs: number }[] = [];
  for (const [bucket, keys] of byBucket) {
    const last = batches.at(-1);
    if (last && adjoin(last.to, bucket) && last.pairs + keys.size <= PAIRS_PER_BATCH) {
      last.to = bucket;
      last.pairs += keys.size;
      for (const key of keys) last.keys.add(key);
    } else {
      batches.push({ from: bucket, to: bucket, keys: new Set(keys), pairs: keys.size });
    }
  }
  return batches;
}

export function sameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function yearOf(day: string): string {
  return `${day.slice(0, 4)}-01-01`;
}

/** The key with another bucket: unit, bucket, dimensions. */
export function withBucket(key: string, bucket: string): string {
  const unitEnd = key.indexOf('\t');
  return `${key.slice(0, unitEnd)}\t${bucket}${key.slice(key.indexOf('\t', unitEnd + 1))}`;
}

/**
 * A name without what people write differently: letter case, blanks, punctuation, accents.
 * `Kota Bangun`, `KOTABANGUN` and `kota-bangun` are the same; `Samboja` and `Semboja` are not.
 */
export function normaliseName(text: string): string {
  const lower = text.toLowerCase();
  // The usual case without accents needs no decomposition.
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Number of letters to insert, delete, replace or swap with their neighbour to get from one text to the
 * other (optimal string alignment). Gives up above `limit` and returns `limit + 1`.
 */
export function editDistance(left: string, right: string, limit = Infinity): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last: number[] = Array.from({ length: right.length + 1 }, (_unused, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

/**
 * The known name that is most like a text, for a sentence that asks „maksud Anda …?“; never to be used
 * instead of the text. Null when nothing is near: one letter in four may differ, in short names one.
 */
export function nearestName(text: string, known: Iterable<string>): string | null {
  const wanted = normaliseName(text);
  if (wanted === '') return null;
  let nearest: string | null = null;
  let limit = Math.max(1, Math.floor(wanted.length / 4));
  for (const name of known) {
    const distance = editDistance(wanted, normaliseName(name), limit);
    if (distance > limit || (distance === limit && nearest !== null)) continue;
    nearest = name;
    limit = distance;
    if (distance === 0) break;
  }
  return nearest;
}

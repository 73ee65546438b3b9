/** A word that texts have, and in how many of them it stands. */
export interface KnownWord {
  readonly word: string;
  readonly entries: number;
}

/** Slips of the hand that are forgiven: none in short words, one in middling ones, two in long ones. */
function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/**
 * Words that may have been meant, the nearest first: by slips (a letter too many, too few, another one, or two
 * neighbours swapped), then those that begin alike, then by how many texts have them.
 *
 * @param most number of words at most
 */
export function nearestWords(written: string, known: readonly KnownWord[], most: number): string[] {
  const allowed = forgiven(written.length);
  if (allowed === 0) return [];
  return known
    .filter(({ word }) => word !== written && Math.abs(word.length - written.length) <= allowed)
    .map((each) => ({ ...each, slips: slipsBetween(written, each.word, allowed) }))
    .filter(({ slips }) => slips <= allowed)
    .sort(
      (one, other) =>
        one.slips - other.slips ||
        Number(other.word[0] === written[0]) - Number(one.word[0] === written[0]) ||
        other.entries - one.entries ||
        (one.word < other.word ? -1 : 1),
    )
    .slice(0, most)
    .map(({ word }) => word);
}

/**
 * Slips between two words (Damerau–Levenshtein distance, optimal string alignment); more than `allowed` is said as
 * `allowed + 1`.
 */
export function slipsBetween(one: string, other: string, allowed: number): number {
  let earlier: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (earlier[column - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > allowed) return allowed + 1;
    earlier = last;
    last = current;
  }
  return Math.min(last[other.length] ?? 0, allowed + 1);
}

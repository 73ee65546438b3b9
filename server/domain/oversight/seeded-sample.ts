/**
 * A draw without replacement that anybody can repeat with a hash tool: every record gets the SHA-256 of the seed, a
 * colon and its id (`printf '%s:%s' seed id | sha256sum`); those with the smallest hashes are drawn, the smallest first.
 * The order in which the records are given plays no part, and a record that is added or taken away moves no other.
 */
export interface SeededDraw {
  readonly seed: string;
  readonly size: number;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits in small letters. */
export type Sha256 = (text: string) => string;

/**
 * The drawn ids in the order of the draw; all of them when there are fewer than asked for.
 * @param ids every record of the population once
 */
export function drawSample(ids: readonly string[], { seed, size }: SeededDraw, sha256: Sha256): string[] {
  return ids
    .map((id) => ({ id, hash: sha256(`${seed}:${id}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, size)
    .map(({ id }) => id);
}

/** What the hash of a population is taken of: its ids in alphabetical order, each on a line of its own. */
export function populationText(ids: readonly string[]): string {
  return [...ids]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((id) => `${id}\n`)
    .join('');
}

/** Which records two draws do not share. */
export function compareDraws(
  before: readonly string[],
  now: readonly string[],
): { readonly added: string[]; readonly gone: string[] } {
  const [earlier, present] = [new Set(before), new Set(now)];
  return { added: now.filter((id) => !earlier.has(id)), gone: before.filter((id) => !present.has(id)) };
}

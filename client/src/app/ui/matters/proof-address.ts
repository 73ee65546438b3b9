import type { AttentionItem } from '#contract/attention';

/**
 * The query parameters of the screen that holds the proof, and its path. The screen of one unit has the unit in its
 * path.
 */
export function proofAddress({ screen, query }: AttentionItem['proof']): {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
} {
  const { unit, ...others } = query;
  return screen === '/unit' && unit !== undefined
    ? { path: [screen, unit], query: others }
    : { path: [screen], query };
}

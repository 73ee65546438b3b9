import { sha256 } from './sha-256.ts';

/** A line of a proof: what it is, and what it says. */
export interface ProofLine {
  readonly label: string;
  readonly text: string;
}

/**
 * A number with everything needed to defend it, to be pasted into a letter: a heading, one line for each fact, and the
 * SHA-256 of exactly the text above its own line (lines joined by a line feed, without one at the end). Facts without
 * words are left out.
 */
export function proofText(heading: string, lines: readonly ProofLine[]): string {
  const body = [
    heading,
    ...lines.filter(({ text }) => text !== '').map(({ label, text }) => `${label}: ${text}`),
  ].join('\n');
  return `${body}\nSHA-256: ${sha256(body)}`;
}

/** Puts a text where it can be pasted from; false where the browser does not allow it (always over plain http). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

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

/**
 * The address of a screen with the days it shows: without them it means "this month", and shows another number in the
 * next one. Days that it has stay.
 *
 * @param days first and last day, `YYYY-MM-DD`; null for a number without a period
 */
export function datedAddress(
  href: string,
  days: { readonly from: string; readonly to: string } | null,
): string {
  const address = new URL(href);
  if (days !== null && !address.searchParams.has('from') && !address.searchParams.has('to')) {
    address.searchParams.set('from', days.from);
    address.searchParams.set('to', days.to);
  }
  return address.href;
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

/** Rules of the forum at shared entries: who may speak about what, how much, and who looks after it. */
import type { Role } from '../../permissions.ts';

/** Lengths in characters, after cleaning. */
export const POST_LENGTH = { least: 3, most: 2_000 } as const;
export const ENDORSEMENT_LENGTH = { least: 20, most: 500 } as const;
export const REASON_LENGTH = { least: 10, most: 500 } as const;

/** So much one person may write: far more than a conversation needs, too little to flood an entry. */
export const POSTS_AN_HOUR = 10;
export const REPORTS_A_DAY = 20;
/** The same words by the same person at the same entry are a slip within so many hours. */
export const REPEATED_WITHIN_HOURS = 24;

/** Combining marks on one letter beyond which they are ornament that runs into the lines above and below. */
const MOST_MARKS = 3;

/**
 * What a person wrote, as it is kept: without characters that cannot be seen or that turn the reading direction around,
 * without towers of accents, with single empty lines between paragraphs. Everything else stays, markup too: it is shown as
 * the letters it is made of.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // Controls other than line breaks, and what formats without being seen; joiners are part of letters and emoji.
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .replace(/[^\P{Cf}\u200c\u200d]/gu, '')
      .replace(new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu'), '$1')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Sixteen digits, with at most two separators between two of them: how NIK and family card numbers are written. */
const DIGITS = /\d(?:[ .\-\u00a0\u2010-\u2013]{0,2}\d)*/g;
const IDENTITY_DIGITS = 16;

/** True for a text with an identity number of a resident (NIK or nomor KK): it has no place among kabupaten (UU 27/2022). */
export function holdsIdentityNumber(text: string): boolean {
  return (text.match(DIGITS) ?? []).some((run) => run.replace(/\D/g, '').length === IDENTITY_DIGITS);
}

/** At home of which unit an entry is. */
export interface EntryPlace {
  readonly homeCode: string;
  /** Null where only the kabupaten is known. */
  readonly unitCode: string | null;
}

/**
 * True for who may recommend an entry: whoever does not answer for it. At its home those are the other units; posts of the
 * whole kabupaten answer for every entry of it.
 */
export function mayEndorse(
  person: { readonly kabupatenCode: string | null; readonly unitCode: string | null },
  entry: EntryPlace,
): boolean {
  if (person.kabupatenCode !== entry.homeCode) return true;
  return person.unitCode !== null && entry.unitCode !== null && person.unitCode !== entry.unitCode;
}

/**
 * True for who looks after the forum at the entries of a home: its Bagian Organisasi; where that kabupaten does not work
 * with this installation, an administrator.
 */
export function moderates(
  person: { readonly role: Role; readonly kabupatenCode: string | null },
  home: { readonly code: string; readonly isHere: boolean },
): boolean {
  if (person.role === 'organisasi') return person.kabupatenCode === home.code;
  return person.role === 'admin' && !home.isHere;
}

/** How files name programmes. */
import { CODE_PATTERN } from '../scope.ts';

const LONGEST = 64;

/** Two texts name the same programme when their keys are the same: letter case and blanks say nothing. */
export function programmeKey(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** A code for a programme that a file names: the text itself where it is one, else its letters and digits in lower case. */
export function programmeCode(text: string): string {
  const trimmed = text.trim();
  if (CODE_PATTERN.test(trimmed)) return trimmed;
  const slug = trimmed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return slug === '' ? 'percontohan' : slug;
}

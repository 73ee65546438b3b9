/**
 * The code of a snapshot as it stands on paper, is read aloud and typed again: `KKR-2026-10-4F7K`. Who it belongs to,
 * which period, and four characters that make it one of a kind and not to be guessed at a glance.
 */
import type { IsoDate } from '../period/civil-date.ts';
import type { SnapshotGrain } from './snapshot-period.ts';

/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B and no U/V: none is taken for another, on paper or by ear. */
export const CODE_LETTERS = '34679ACDEFGHJKMNPQRTWXY';
/** Characters at the end. */
export const CODE_LENGTH = 4;

const PREFIX_LENGTH = 3;

/** Three letters of a kabupaten's name: the initials of its words, then consonants of the last: `Kutai Kartanegara` → KKR. */
export function codePrefix(kabupatenName: string): string {
  const words = kabupatenName
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z\s-]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== 'KABUPATEN' && word !== 'KOTA');
  const initials = words.map((word) => word.charAt(0)).join('');
  const rest = (words.at(-1) ?? '').slice(1);
  const consonants = rest.replace(/[AEIOU]/g, '');
  return (initials + consonants + rest.replace(/[^AEIOU]/g, ''))
    .slice(0, PREFIX_LENGTH)
    .padEnd(PREFIX_LENGTH, 'X');
}

/**
 * The code of a period's snapshot.
 *
 * @param draw numbers of 0 (included) to 1 (excluded), one for each of the last characters
 */
export function snapshotCode(
  kabupatenName: string,
  grain: SnapshotGrain,
  from: IsoDate,
  draw: readonly number[],
): string {
  const letters = draw.map((number) => CODE_LETTERS.charAt(Math.floor(number * CODE_LETTERS.length)));
  const [year = '', month = ''] = from.split('-');
  const period = grain === 'month' ? month : `TW${Math.ceil(Number(month) / 3)}`;
  return [codePrefix(kabupatenName), year, period, letters.join('')].join('-');
}

/** A code as somebody typed it: capitals, without spaces around it, with the dashes people use. */
export function typedCode(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/[\s\u2010-\u2015_]+/g, '-');
}

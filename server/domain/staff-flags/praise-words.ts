/**
 * Which suggestions in a survey praise. A published list of words and no more: a clause praises when it has one of them
 * and nothing that turns it round ("kurang ramah") or wishes for it ("mohon lebih cepat").
 */

/** Words of praise as people write them, also shortened or with a suffix (`ramahnya`). */
export const PRAISE_WORDS: readonly string[] = [
  'ramah',
  'cepat',
  'sabar',
  'sopan',
  'santun',
  'puas',
  'memuaskan',
  'bagus',
  'baik',
  'mantap',
  'hebat',
  'luar biasa',
  'membantu',
  'terbantu',
  'dimudahkan',
  'mudah',
  'langsung selesai',
  'tepat waktu',
  'pertahankan',
  'dipertahankan',
  'salut',
  'profesional',
];

/** Words that turn praise round or wish for what is not there yet. */
export const TURNING_WORDS: readonly string[] = [
  'tidak',
  'tdk',
  'kurang',
  'belum',
  'bukan',
  'jangan',
  'mohon',
  'tolong',
  'harap',
  'harus',
  'sebaiknya',
  'agar',
  'supaya',
  'seharusnya',
  'lebih',
  'perbaiki',
  'diperbaiki',
  'andai',
  'kalau',
];

const PRAISE = wordPattern(PRAISE_WORDS, '(?:nya|sekali)?');
const TURNED = wordPattern(TURNING_WORDS, '(?:lah)?');
const CLAUSE_ENDS = /[.!?;,\n]|\b(?:tapi|tetapi|namun|hanya|cuma|sayang(?:nya)?)\b/i;

/** True when a clause of the text praises and no clause turns it round. */
export function isPraise(text: string): boolean {
  const clauses = text.split(CLAUSE_ENDS);
  return (
    clauses.some((clause) => PRAISE.test(clause) && !TURNED.test(clause)) &&
    !clauses.some((clause) => PRAISE.test(clause) && TURNED.test(clause))
  );
}

function wordPattern(words: readonly string[], suffix: string): RegExp {
  return new RegExp(
    `(?<![a-z])(?:${words.map((word) => word.replace(' ', '\\s+')).join('|')})${suffix}(?![a-z])`,
    'i',
  );
}

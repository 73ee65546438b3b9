/** Codes of units and services. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * A code for something that a file names: the trimmed text itself where it is a valid code, else its
 * letters and digits in lower case, joined by hyphens (`Public Works Department` → `public-works-department`),
 * at most 64 characters. A text without any letter or digit of the Latin alphabet becomes `tanpa-nama`.
 *
 * Two texts can give the same code; who creates codes has to add a number then ({@link numberedCode}).
 */
export function codeOf(text: string): string {
  const trimmed = text.trim();
  if (CODE_PATTERN.test(trimmed)) return trimmed;
  const slug = trimmed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return slug === '' ? 'tanpa-nama' : slug;
}

/** The code with a number behind it, still at most 64 characters: `loket`, 2 → `loket-2`. */
export function numberedCode(code: string, number: number): string {
  const ending = `-${number}`;
  return `${code.slice(0, 64 - ending.length)}${ending}`;
}

/** Words as the font of the paper can write them. */

/** What the font has, beside Latin-1: quotes, dashes, the minus sign and some others. */
const WRITABLE =
  /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2191\u2193\u2212\u2215\n]/;

const INSTEAD: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '→': '->',
  '←': '<-',
  Σ: 'jumlah',
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '\u2007': '\u00a0',
  '\t': ' ',
};

/**
 * The same words without signs that the font cannot write and would show as empty boxes: letters with rare accents lose
 * the accent, comparison signs are written in two, pictograms and control characters are left out.
 */
export function printable(text: string): string {
  let written = '';
  for (const sign of text) {
    const instead = INSTEAD[sign];
    // A formula that begins a text begins a sentence.
    if (sign === 'Σ' && written === '') written = 'Jumlah';
    else if (instead !== undefined) written += instead;
    else if (WRITABLE.test(sign)) written += sign;
    else
      written += Array.from(sign.normalize('NFKD'))
        .filter((part) => WRITABLE.test(part))
        .join('');
  }
  return written;
}

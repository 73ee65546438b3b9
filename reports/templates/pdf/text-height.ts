/** How high words stand, reckoned from the size of the type: what is laid out decides by it what it keeps on one page. */

/** Width of a character as a part of the size of its font: more than letters of running text have on average. */
const CHARACTER = 0.51;
/** Height of a line of the font; what the kinds of text add to it. */
const FONT_LINE = 1.26;
export const LINE = { body: 1.25 * FONT_LINE, table: 1.15 * FONT_LINE, title: 1.1 * FONT_LINE } as const;

/** Points that a text takes in a width; lines are broken between words, as far as words are shorter than the line. */
export function heightOfText(text: string, size: number, width: number, line: number): number {
  const perLine = Math.max(4, Math.floor(width / (size * CHARACTER)));
  const lines = text.split('\n').reduce((sum, each) => sum + linesOf(each, perLine), 0);
  return lines * size * line;
}

function linesOf(text: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) used = needed;
    else {
      lines += (used === 0 ? 0 : 1) + Math.max(0, Math.ceil(word.length / perLine) - 1);
      used = word.length % perLine === 0 ? Math.min(word.length, perLine) : word.length % perLine;
    }
  }
  return lines;
}

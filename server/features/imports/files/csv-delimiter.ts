/** The separators that are told apart. */
export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How the lines of a CSV file are built, told from its beginning. */
export interface CsvShape {
  readonly delimiter: Delimiter;
  /** First line is Excel's `sep=;`, not data. */
  readonly hasSeparatorLine: boolean;
  /** Line ends in use; a lone carriage return only where the file has no other. */
  readonly lineEnds: readonly string[];
}

/**
 * Tells the separator from the header line: the one that occurs most often outside quotes. The header
 * line is `headerRow` when given, else the first line among the first twenty that has any separator, so
 * that a title above the table does not decide. A file of one column counts as separated by commas.
 */
export function csvShapeOf(beginning: string, headerRow?: number): CsvShape {
  const lineEnds = !beginning.includes('\n') && beginning.includes('\r') ? ['\r'] : ['\r\n', '\n'];
  const lines = linesOutsideQuotes(beginning, 200);
  const declared = /^sep=([;,\t])$/i.exec(lines[0]?.text.trimEnd() ?? '')?.[1];
  if (declared !== undefined) return { delimiter: declared as Delimiter, hasSeparatorLine: true, lineEnds };
  const candidates =
    headerRow === undefined
      ? lines.filter((line) => line.text.trim() !== '').slice(0, 20)
      : lines.filter((line) => line.row === headerRow);
  for (const line of candidates) {
    let best: Delimiter | null = null;
    let most = 0;
    for (const delimiter of DELIMITERS) {
      const count = countOutsideQuotes(line.text, delimiter);
      if (count > most) {
        best = delimiter;
        most = count;
      }
    }
    if (best !== null) return { delimiter: best, hasSeparatorLine: false, lineEnds };
  }
  return { delimiter: ',', hasSeparatorLine: false, lineEnds };
}

/** Lines with the 1-based row on which each begins; a line end within quotes does not end one. */
function linesOutsideQuotes(text: string, limit: number): { row: number; text: string }[] {
  const lines: { row: number; text: string }[] = [];
  let start = 0;
  let row = 1;
  let next = 1;
  let quoted = false;
  for (let at = 0; at <= text.length && lines.length < limit; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    const ends =
      character === undefined || character === '\n' || (character === '\r' && text[at + 1] !== '\n');
    if (!ends) continue;
    next++;
    if (quoted && character !== undefined) continue;
    lines.push({ row, text: text.slice(start, at) });
    start = at + 1;
    row = next;
  }
  return lines;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count++;
  }
  return count;
}

/** Looks up what a document tells in a file that was made of it, and lists what is missing or differs. */
import type { Figure } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import type { Language } from '#domain/language';
import type { OpenedCell, OpenedWorkbook } from '../files/opened-workbook.testing.ts';
import type { ToldLine } from './told-figures.testing.ts';

/** Letters that may stand between two parts of a line, such as a sign, a unit or the end of a page. */
const GAP = 12;

/**
 * The lines of which a figure does not stand in a text, in their order: its words must follow one another closely, as
 * a number alone is found anywhere.
 */
export function missingInText(lines: readonly ToldLine[], text: string, language: Language): string[] {
  const all = squeezed(text);
  let cursor = 0;
  return lines.filter(hasWords).flatMap((line) => {
    const parts = line.parts.map((part) => squeezed(wordsOf(part, language))).filter((part) => part !== '');
    const end = endOfLine(all, parts, cursor);
    if (end === null) return [toldAs(line)];
    cursor = end;
    return [];
  });
}

function endOfLine(all: string, parts: readonly string[], cursor: number): number | null {
  const [first = '', ...rest] = parts;
  for (let at = all.indexOf(first, cursor); at >= 0; at = all.indexOf(first, at + 1)) {
    let end: number | null = at + first.length;
    for (const part of rest) {
      const next: number = end === null ? -1 : all.slice(end, end + GAP + part.length).indexOf(part);
      end = end === null || next < 0 ? null : end + next + part.length;
    }
    if (end !== null) return end;
  }
  return null;
}

/** The lines of which a figure is not in the sheet of its section, as the very number and as the very words. */
export function missingInWorkbook(lines: readonly ToldLine[], workbook: OpenedWorkbook): string[] {
  const cursors = new Map<string, number>();
  return lines.filter(hasWords).flatMap((line) => {
    const sheet = workbook.sheets.find(({ name }) => name === sheetName(line.section));
    const from = line.parts.length === 1 && line.place === 'point' ? 0 : (cursors.get(line.section) ?? 0);
    const at = sheet?.rows.findIndex((row, index) => index >= from && holdsLine(row, line)) ?? -1;
    if (at < 0) return [toldAs(line)];
    // The next line may be on the same row: facts and the target of a chart stand beside others.
    if (line.parts.length > 1) cursors.set(line.section, at);
    return [];
  });
}

/** Excel takes 31 characters of a name. */
function sheetName(title: string): string {
  return title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31);
}

function holdsLine(row: readonly OpenedCell[], line: ToldLine): boolean {
  if (line.place === 'sentence') {
    const words = line.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
    return row.some(({ text }) => text?.endsWith(words) === true);
  }
  let at = 0;
  return line.parts.every((part) => {
    const found = row.findIndex((cell, index) => index >= at && holdsPart(row, cell, index, part));
    at = found + 1;
    return found >= 0;
  });
}

function holdsPart(
  row: readonly OpenedCell[],
  cell: OpenedCell,
  index: number,
  part: string | Figure,
): boolean {
  if (typeof part === 'string') return cell.text === part || cell.value === serialDay(part);
  if (part.value === null) return cell.text === part.text;
  // A time reads in words, and stands beside them as minutes.
  if (part.unit === 'minutes') return cell.text === part.text && row[index + 1]?.value === part.value;
  return cell.value === part.value && cell.shown === part.text;
}

/** The number that Excel keeps for a day; null for words. */
function serialDay(part: string): number | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(part)
    ? (Date.parse(part) - Date.UTC(1899, 11, 30)) / 86_400_000
    : undefined;
}

function hasWords({ parts }: ToldLine): boolean {
  return parts.some((part) => typeof part !== 'string' || part.trim() !== '');
}

function wordsOf(part: string | Figure, language: Language): string {
  if (typeof part !== 'string') return part.text;
  return /^\d{4}-\d{2}-\d{2}$/.test(part) ? formatsIn(language).date(part) : part;
}

function toldAs({ section, parts }: ToldLine): string {
  return `${section}: ${parts.map((part) => (typeof part === 'string' ? part : part.text)).join(' ')}`;
}

/**
 * The pages of a PDF as one text without spaces. Head and foot stand between the two halves of a sentence that goes over
 * the page, and are drawn last: what follows the head of a page is left out.
 */
export function withoutRunningLines(pages: readonly string[], head: string): string {
  return pages
    .map((page) => {
      const text = squeezed(page);
      const end = text.lastIndexOf(squeezed(head));
      return end < 0 ? text : text.slice(0, end);
    })
    .join('');
}

/** Files break lines where they like. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00ad]/g, '');
}

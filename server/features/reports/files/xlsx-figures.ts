import type { Figure } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { type Language, NO_BREAK } from '#domain/language';
import type { CellLook, WorkbookCell } from '../../../platform/files/workbook-sheet.ts';

/** A figure as a cell: a real number that looks as it reads everywhere else, or the words in place of a number. */
export function figureCell(figure: Figure, language: Language, look: CellLook = 'plain'): WorkbookCell {
  if (figure.value === null) return { kind: 'text', text: figure.text, look };
  return { kind: 'number', value: figure.value, format: figureFormat(figure, language), look };
}

/** A time as a number of minutes, which can be sorted and calculated with; its words stand in the cell before. */
export function minutesCell(figure: Figure, look: CellLook = 'plain'): WorkbookCell | null {
  if (figure.value === null) return null;
  return { kind: 'number', value: figure.value, format: numberFormat(figure.decimals), look };
}

/**
 * The number format under which Excel shows what `text` says. Where no pattern gives it (a change of `naik 2,1 poin`; a
 * share of 99,96 % that is never written as 100 %) the words themselves are the format: the cell stays a number.
 */
function figureFormat(figure: Figure, language: Language): string {
  const { value, decimals, text } = figure;
  if (value === null) return 'General';
  const formats = formatsIn(language);
  if (figure.unit === 'share' && text === `${formats.number(value * 100, decimals)}${NO_BREAK}%`)
    return `${numberFormat(decimals)}"${NO_BREAK}"%`;
  if (figure.unit !== 'share' && text === formats.number(value, decimals)) return numberFormat(decimals);
  const words = `"${text.replaceAll('"', '”')}"`;
  return `${words};${words}`;
}

/** `#,##0.00` in the notation of the file, which an Indonesian Excel shows as `#.##0,00`. */
export function numberFormat(decimals: number): string {
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
}

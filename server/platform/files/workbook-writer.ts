import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { daysBetween } from '#domain/period/civil-date';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from './workbook-sheet.ts';
import { WorkbookStyles } from './workbook-styles.ts';
import {
  cellText,
  columnLetters,
  DECLARATION,
  escapeXml,
  MAIN,
  uniqueSheetNames,
  type WorkbookExtras,
  xlsxFrame,
} from './xlsx-markup.ts';

/** Day 1 of Excel is 1 January 1900; because it takes 1900 for a leap year its count fits from 1 March 1900 on. */
const DAY_ZERO = '1899-12-30';
const LINE_POINTS = 14.5;
/** Text of 16 points stands higher and takes more of the width. */
const TITLE_SCALE = 1.6;
/** Excel refuses a file whose page foot is longer. */
const FOOT_CHARACTERS = 200;

/**
 * A workbook of laid-out sheets as an XLSX file (ECMA-376): several sheets, real numbers in their formats, formulas with
 * the value they have now, page setup for A4. The same sheets give the same bytes.
 * @throws RangeError for a day before March 1900
 */
export async function workbookFile(
  sheets: readonly WorkbookSheet[],
  properties: WorkbookExtras['properties'],
): Promise<Buffer> {
  const styles = new WorkbookStyles();
  const names = uniqueSheetNames(sheets.map(({ name }) => name));
  const contents = sheets.map((sheet, index) => sheetXml(sheet, styles, index === 0));
  const zip = new ZipFile();
  const options = { mtime: new Date(Date.UTC(2000, 0, 1)) };
  const extras = { styles: styles.part(), names: printTitles(sheets, names), properties };
  for (const [path, xml] of xlsxFrame(names, extras)) zip.addBuffer(Buffer.from(xml), path, options);
  contents.forEach((xml, index) => {
    zip.addBuffer(Buffer.from(xml), `xl/worksheets/sheet${index + 1}.xml`, options);
  });
  zip.end();
  return await buffer(zip.outputStream);
}

function printTitles(sheets: readonly WorkbookSheet[], names: readonly string[]): string {
  return sheets
    .map(({ repeated }, index) => {
      if (repeated === null) return '';
      const name = `'${(names[index] ?? '').replaceAll("'", "''")}'`;
      return (
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
        `${escapeXml(name)}!$${repeated}:$${repeated}</definedName>`
      );
    })
    .join('');
}

function sheetXml(sheet: WorkbookSheet, styles: WorkbookStyles, selected: boolean): string {
  const columns = sheet.widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${clampedWidth(width)}" customWidth="1"/>`,
    )
    .join('');
  const rows = sheet.rows.map((row, index) => rowXml(row, index + 1, sheet, styles)).join('');
  const merged = sheet.rows
    .flatMap(({ across }, index) =>
      across === true && sheet.widths.length > 1
        ? [`<mergeCell ref="A${index + 1}:${columnLetters(sheet.widths.length - 1)}${index + 1}"/>`]
        : [],
    )
    .join('');
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `${paneXml(sheet)}</sheetView></sheetViews>` +
    (columns === '' ? '' : `<cols>${columns}</cols>`) +
    `<sheetData>${rows}</sheetData>` +
    (merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`) +
    `<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${sheet.orientation}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(footOf(sheet.footer))}</oddFooter></headerFooter></worksheet>`
  );
}

/** Rows and columns that stay in sight; the cell below and beside them is the first that scrolls. */
function paneXml({ frozen }: WorkbookSheet): string {
  if (frozen === undefined || (frozen.rows === 0 && frozen.columns === 0)) return '';
  const { rows, columns } = frozen;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  return (
    `<pane${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}` +
    ` topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`
  );
}

function clampedWidth(width: number): number {
  return Math.min(100, Math.max(4, width));
}

/** `&` begins a command there. */
function footOf(text: string): string {
  const cut = text.length > FOOT_CHARACTERS ? `${text.slice(0, FOOT_CHARACTERS - 1)}…` : text;
  return `&L${cut.replaceAll('&', '&&')}&R&P/&N`;
}

function rowXml(row: WorkbookRow, number: number, sheet: WorkbookSheet, styles: WorkbookStyles): string {
  const across = row.across === true;
  const cells = row.cells
    .map((cell, column) =>
      cell === null ? '' : cellXml(cell, `${columnLetters(column)}${number}`, styles.of(cell, across)),
    )
    .join('');
  const height = across ? heightOf(row.cells[0] ?? null, sheet.widths) : null;
  return `<row r="${number}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
}

/** Excel finds the height of a wrapped cell by itself, but not of one that goes over several columns. */
function heightOf(cell: WorkbookCell | null, widths: readonly number[]): number | null {
  if (cell?.kind !== 'text') return null;
  const scale = cell.look === 'title' ? TITLE_SCALE : 1;
  const width = widths.reduce((sum, each) => sum + clampedWidth(each), 0) / scale;
  const lines = cell.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.05) / width)), 0);
  return Math.min(400, Math.round(lines * LINE_POINTS * scale * 10) / 10);
}

function cellXml(cell: WorkbookCell, reference: string, style: number): string {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(cell.text))}</t></is></c>`;
    case 'number': {
      const formula =
        cell.sumOf === undefined
          ? ''
          : `<f>${formulaOf(reference.replace(/\d+$/, ''), cell.sumOf, cell.weightedBy)}</f>`;
      return `<c r="${reference}" s="${style}">${formula}<v>${cell.value}</v></c>`;
    }
    case 'day':
      return `<c r="${reference}" s="${style}"><v>${serialDay(cell.day)}</v></c>`;
  }
}

function formulaOf(
  column: string,
  { from, to }: { readonly from: number; readonly to: number },
  weightedBy: number | undefined,
): string {
  const cells = `${column}${from}:${column}${to}`;
  if (weightedBy === undefined) return `SUM(${cells})`;
  const by = columnLetters(weightedBy);
  const weights = `${by}${from}:${by}${to}`;
  return `SUMPRODUCT(${cells},${weights})/SUM(${weights})`;
}

function serialDay(day: string): number {
  const serial = daysBetween(DAY_ZERO, day);
  if (serial < 61) throw new RangeError(`Excel counts days rightly from 1 March 1900 on; ${day} is earlier.`);
  return serial;
}

import type { TableCell, TableSheet } from './table-sheet.ts';

/** Rows of one Excel sheet, the header included. */
const EXCEL_ROWS = 1_048_576;
/** Characters of one Excel cell. */
const EXCEL_CELL_CHARACTERS = 32_767;

const HEADER_STYLE = 1;
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PACKAGE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a laid-out workbook has beyond plain tables: its own `styles.xml`, the markup of its defined names, properties. */
export interface WorkbookExtras {
  readonly styles: string;
  readonly names: string;
  /** What the file is about and whose it is, as its properties tell. */
  readonly properties: { readonly title: string; readonly creator: string };
}

/** The parts of an XLSX file beside its sheets, as path and XML; sheets are `xl/worksheets/sheet1.xml` … */
export function xlsxFrame(
  sheetNames: readonly string[],
  extras?: WorkbookExtras,
): (readonly [path: string, xml: string])[] {
  const names = uniqueSheetNames(sheetNames);
  const part = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${SPREADSHEET_TYPE}.${type}+xml"/>`;
  const contentTypes =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    part('xl/workbook.xml', 'sheet.main') +
    part('xl/styles.xml', 'styles') +
    names.map((_name, index) => part(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('') +
    (extras === undefined
      ? ''
      : `<Override PartName="/${PROPERTIES}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`) +
    `</Types>`;
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOCUMENT_RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const relationships = (inner: string): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${inner}</Relationships>`;
  const workbook =
    `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT_RELATIONSHIPS}"><sheets>` +
    names
      .map(
        (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join('') +
    `</sheets>` +
    (extras === undefined || extras.names === '' ? '' : `<definedNames>${extras.names}</definedNames>`) +
    `</workbook>`;
  const styles =
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    `<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
  return [
    ['[Content_Types].xml', DECLARATION + contentTypes],
    [
      '_rels/.rels',
      relationships(
        relationship('rId1', 'officeDocument', 'xl/workbook.xml') +
          (extras === undefined
            ? ''
            : `<Relationship Id="rId2" Type="${PACKAGE_RELATIONSHIPS}/metadata/core-properties" Target="${PROPERTIES}"/>`),
      ),
    ],
    ...(extras === undefined ? [] : [[PROPERTIES, propertiesXml(extras.properties)] as const]),
    ['xl/workbook.xml', DECLARATION + workbook],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        names
          .map((_name, index) =>
            relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
          )
          .join('') + relationship(`rId${names.length + 1}`, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', extras?.styles ?? DECLARATION + styles],
  ];
}

const PROPERTIES = 'docProps/core.xml';

function propertiesXml({ title, creator }: WorkbookExtras['properties']): string {
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(cellText(title))}</dc:title><dc:creator>${escapeXml(cellText(creator))}</dc:creator>` +
    `</cp:coreProperties>`
  );
}

/**
 * The XML of one sheet in pieces of some 64 KiB.
 * @throws RangeError at the first row that Excel would not open
 */
export async function* sheetPieces(sheet: TableSheet): AsyncGenerator<string> {
  const columns = sheet.header
    .map((_name, index) => {
      const width = Math.min(100, Math.max(4, sheet.widths?.[index] ?? 16));
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
  let piece =
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    (columns === '' ? '' : `<cols>${columns}</cols>`) +
    `<sheetData>${rowXml(sheet.header, 1, HEADER_STYLE)}`;
  let row = 1;
  for await (const cells of sheet.rows) {
    if (++row > EXCEL_ROWS) {
      throw new RangeError(
        `Lembar Excel memuat paling banyak ${EXCEL_ROWS - 1} baris; persempit pilihan atau unduh sebagai CSV.`,
      );
    }
    piece += rowXml(cells, row, 0);
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData></worksheet>`;
}

function rowXml(cells: readonly TableCell[], row: number, style: number): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  let xml = `<row r="${row}">`;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell === null || cell === undefined || cell === '') continue;
    const reference = `${columnLetters(column)}${row}`;
    if (typeof cell === 'string') {
      xml += `<c r="${reference}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(cell))}</t></is></c>`;
    } else if (typeof cell === 'boolean')
      xml += `<c r="${reference}"${styled} t="b"><v>${cell ? 1 : 0}</v></c>`;
    else if (Number.isFinite(cell)) xml += `<c r="${reference}"${styled}><v>${cell}</v></c>`;
  }
  return `${xml}</row>`;
}

/** Letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** Characters that XML cannot hold as `_xHHHH_`, and the same pattern in a text so that it stays a text. */
export function cellText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return escaped.length > EXCEL_CELL_CHARACTERS ? `${escaped.slice(0, EXCEL_CELL_CHARACTERS - 1)}…` : escaped;
}

/** Text as XML holds it: characters that XML 1.0 has no place for, with which no program opens the file, are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Excel refuses sheet names with `[ ] : * ? / \`, above 31 characters, or alike but for their case. */
export function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]|[\u0000-\u001f\ufffe\uffff]+/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || 'Lembar';
    let unique = plain;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${plain.slice(0, 27)} ${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

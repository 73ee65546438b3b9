import type { CellLook, WorkbookCell } from './workbook-sheet.ts';
import { DECLARATION, escapeXml, MAIN } from './xlsx-markup.ts';

/** Number formats of Excel itself: general, and text. */
const GENERAL = 0;
const TEXT = 49;
/** The first number that a workbook may give to a format of its own. */
const FIRST_OWN_FORMAT = 164;
/** `17 Mar 2026` with the Indonesian names of the months, whatever the language of the Excel. */
export const DAY_FORMAT = '[$-421]d mmm yyyy';

interface Look {
  readonly font: number;
  readonly border: number;
  readonly right: boolean;
  readonly wrap: boolean;
}

/** Fonts: 0 plain, 1 bold, 2 title, 3 heading, 4 small and grey, 5 bold and red-brown. */
const FONTS: readonly string[] = [
  '<font><sz val="10.5"/><name val="Calibri"/></font>',
  '<font><b/><sz val="10.5"/><name val="Calibri"/></font>',
  '<font><b/><sz val="16"/><name val="Calibri"/></font>',
  '<font><b/><sz val="12"/><name val="Calibri"/></font>',
  '<font><sz val="9"/><color rgb="FF565B58"/><name val="Calibri"/></font>',
  '<font><b/><sz val="10.5"/><color rgb="FF9A4212"/><name val="Calibri"/></font>',
];
const BORDERS: readonly string[] = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF1B1F1D"/></bottom><diagonal/></border>',
  '<border><left/><right/><top style="thin"><color rgb="FF1B1F1D"/></top><bottom/><diagonal/></border>',
];
const LOOKS: Readonly<Record<CellLook, Look>> = {
  plain: { font: 0, border: 0, right: false, wrap: false },
  strong: { font: 1, border: 2, right: false, wrap: false },
  title: { font: 2, border: 0, right: false, wrap: false },
  heading: { font: 3, border: 0, right: false, wrap: false },
  small: { font: 4, border: 0, right: false, wrap: false },
  head: { font: 1, border: 1, right: false, wrap: true },
  'head-number': { font: 1, border: 1, right: true, wrap: true },
  mark: { font: 5, border: 0, right: false, wrap: false },
};

/** Gives every look and format of a workbook its number, and writes the list of them at the end. */
export class WorkbookStyles {
  private readonly formats = new Map<string, number>();
  private readonly styles = new Map<string, number>();
  private readonly xml: string[] = [];

  constructor() {
    // The first one is what Excel takes for a cell without any.
    this.add(GENERAL, LOOKS.plain, false);
  }

  /** The number of the style of a cell; `across` for one that takes the width of the sheet. */
  of(cell: WorkbookCell, across: boolean): number {
    const look = LOOKS[cell.look ?? 'plain'];
    switch (cell.kind) {
      case 'text':
        return this.add(GENERAL, look, across || cell.wrap === true);
      case 'code':
        return this.add(TEXT, look, false);
      case 'number':
        return this.add(this.format(cell.format), { ...look, right: true }, false);
      case 'day':
        return this.add(this.format(DAY_FORMAT), look, false);
    }
  }

  /** `xl/styles.xml` with all that were asked for. */
  part(): string {
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
    );
    return (
      `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
      (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
      `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="${BORDERS.length}">${BORDERS.join('')}</borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="${this.xml.length}">${this.xml.join('')}</cellXfs></styleSheet>`
    );
  }

  private format(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, id);
    return id;
  }

  private add(format: number, look: Look, wrap: boolean): number {
    const xml =
      `<xf numFmtId="${format}" fontId="${look.font}" fillId="0" borderId="${look.border}" xfId="0"` +
      ` applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">` +
      `<alignment${look.right ? ' horizontal="right"' : ''} vertical="top"${wrap || look.wrap ? ' wrapText="1"' : ''}/></xf>`;
    const known = this.styles.get(xml);
    if (known !== undefined) return known;
    this.styles.set(xml, this.xml.length);
    return this.xml.push(xml) - 1;
  }
}

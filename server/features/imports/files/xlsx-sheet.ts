import type { Readable } from 'node:stream';
import type { SourceRow } from './source-file.ts';
import { tooLarge, type XlsxLimits } from './xlsx-package.ts';
import type { SharedStrings } from './xlsx-shared-strings.ts';
import { serialToIso, type NumberKind, type XlsxWorkbook } from './xlsx-workbook.ts';
import { readXml, unescapeXlsxText } from './xlsx-xml.ts';

/** A merged block of cells; rows 1-based, columns 0-based, both ends included. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Yields the rows of one sheet in batches, as they are in the file: blank rows that Excel stored included. */
export async function* readSheetRows(
  stream: Readable,
  workbook: XlsxWorkbook,
  strings: SharedStrings,
  limits: XlsxLimits,
): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  let rowNumber = 0;
  let values: string[] = [];
  let plainNumbers: number[] | null = null;
  let column = -1;
  let type = '';
  let style = 0;
  let text = '';
  let collecting = false;
  let inPhonetic = false;
  let cells = 0;

  function endCell(): void {
    if (text === '') return;
    if (++cells > limits.cells) throw tooLarge('terlalu banyak sel yang terisi');
    const value = cellText(type, text, workbook.numberKinds[style] ?? 'number', workbook.from1904, strings);
    while (values.length < column) values.push('');
    values[column] = value;
    if ((type === '' || type === 'n') && /^-?\d{1,3}\.\d{3}$/.test(value)) (plainNumbers ??= []).push(column);
  }

  const reading = readXml(stream, {
    open: (name, attributes) => {
      if (name === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : columnOf(reference);
        if (column >= limits.columns) throw tooLarge(`lebih dari ${limits.columns} kolom`);
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        text = '';
      } else if (name === 'v' || name === 't') {
        collecting = !inPhonetic;
      } else if (name === 'row') {
        const given = Number(attributes['r'] ?? rowNumber + 1);
        rowNumber = given > rowNumber ? given : rowNumber + 1;
        values = [];
        plainNumbers = null;
        column = -1;
      } else if (name === 'rPh') inPhonetic = true;
    },
    text: (value) => {
      if (collecting) text += value;
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c') endCell();
      else if (name === 'row') {
        batch.push(
          plainNumbers === null ? { row: rowNumber, values } : { row: rowNumber, values, plainNumbers },
        );
      } else if (name === 'rPh') inPhonetic = false;
    },
  });
  try {
    while ((await reading.next()).done !== true) {
      if (batch.length === 0) continue;
      const ready = batch;
      batch = [];
      yield ready;
    }
  } finally {
    await reading.return(undefined);
  }
}

function cellText(
  type: string,
  text: string,
  kind: NumberKind,
  from1904: boolean,
  strings: SharedStrings,
): string {
  switch (type) {
    case 's':
      return strings.get(Number(text));
    case 'str':
    case 'inlineStr':
      return unescapeXlsxText(text);
    case 'b':
      return text === '1' || text === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
    case 'd':
      return text;
    default: {
      const number = Number(text);
      if (!Number.isFinite(number)) return text;
      if (kind === 'number') return plainNumber(number);
      return serialToIso(number, kind, from1904) ?? plainNumber(number);
    }
  }
}

/** A number as Excel shows it: 15 significant digits, so that 0.1 + 0.2 is 0.3, and no exponent. */
function plainNumber(number: number): string {
  if (Number.isSafeInteger(number)) return String(number);
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '');
}

/** 0-based column of a reference such as `AB12`. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Most merged blocks looked at; they matter only around the header. */
const MAX_MERGES = 10_000;

/**
 * The merged blocks that begin in the first rows of a sheet. They stand behind all rows in the file, so
 * the part is run through once for them alone, without parsing: a search for one word in the bytes.
 * @param lastRow blocks that begin below it are left out
 */
export async function readMergedCells(stream: Readable, lastRow: number): Promise<MergedCells[]> {
  const mark = Buffer.from('mergeCell ');
  const merges: MergedCells[] = [];
  let carried: Buffer = Buffer.alloc(0);
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
    let at = bytes.indexOf(mark);
    let keepFrom = Math.max(0, bytes.length - mark.length);
    while (at >= 0) {
      const end = bytes.indexOf('>', at);
      if (end < 0) {
        keepFrom = at;
        break;
      }
      const merged = mergedCellsOf(bytes.toString('latin1', at, Math.min(end, at + 200)));
      if (merged !== null && merged.top <= lastRow && merges.length < MAX_MERGES) merges.push(merged);
      at = bytes.indexOf(mark, end);
    }
    carried = bytes.length - keepFrom > 65_536 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(keepFrom));
  }
  return merges;
}

function mergedCellsOf(tag: string): MergedCells | null {
  const match = /ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/i.exec(tag);
  if (match === null) return null;
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
}

import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { ImportFileError } from './import-file-error.ts';

/** What the bytes of a CSV file say before its rows are read. */
export interface CsvText {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** The beginning of the file (up to 64 KiB), decoded, without a byte order mark. */
  readonly beginning: string;
}

const SAMPLE_BYTES = 65_536;

/**
 * Looks at the whole file once, in pieces, to tell UTF-8 from Windows-1252: a name with an accent may
 * stand in the last row only. It costs a small part of the reading itself and no memory.
 *
 * With a byte order mark the file is UTF-8 whatever follows; without one it is UTF-8 when every byte fits.
 * @throws ImportFileError when the file is empty, is not text, or is UTF-16
 */
export async function readCsvText(path: string): Promise<CsvText> {
  let carried: Buffer = Buffer.alloc(0);
  let beginning: Buffer | null = null;
  let valid = true;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (beginning === null) {
      beginning = piece.subarray(0, SAMPLE_BYTES);
      refuseOtherKinds(beginning);
      if (beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf) {
        return { encoding: 'utf-8', beginning: decode('utf-8', beginning) };
      }
    }
    const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
    const whole = bytes.length - unfinishedBytes(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) {
      valid = false;
      break;
    }
    carried = bytes.subarray(whole);
  }
  if (beginning === null)
    throw new ImportFileError('file-empty', 'Berkas ini kosong; pilih berkas yang berisi data.');
  const encoding = valid && carried.length === 0 ? 'utf-8' : 'windows-1252';
  return { encoding, beginning: decode(encoding, beginning) };
}

/** How many bytes at the end begin a character that the next piece finishes (0–3). */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function decode(encoding: CsvText['encoding'], bytes: Buffer): string {
  return encoding === 'utf-8' ? new TextDecoder('utf-8').decode(bytes) : decodeWindows1252(bytes);
}

/** Characters of the bytes 0x80–0x9F in Windows-1252 (WHATWG table); the others equal Latin-1. */
const HIGH_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Windows-1252 to text. Not by TextDecoder: several releases of Node take its Latin-1 short cut and turn
 * the curly quotes and dashes that Excel writes into control characters.
 */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => HIGH_CONTROLS[character.charCodeAt(0) - 0x80] ?? character);
}

function refuseOtherKinds(beginning: Buffer): void {
  const utf16 =
    (beginning[0] === 0xff && beginning[1] === 0xfe) || (beginning[0] === 0xfe && beginning[1] === 0xff);
  if (utf16) {
    throw new ImportFileError(
      'file-kind-unsupported',
      'Berkas ini teks Unicode UTF-16; simpan ulang dari Excel sebagai “CSV UTF-8”.',
    );
  }
  const text = beginning.toString('latin1', 0, 512).trimStart().toLowerCase();
  if (text.startsWith('%pdf')) {
    throw new ImportFileError(
      'file-kind-unsupported',
      'Berkas ini PDF; unggah data asalnya sebagai XLSX atau CSV.',
    );
  }
  if (/^(?:<!doctype html|<html|<table|<\?xml|<style)/.test(text)) {
    throw new ImportFileError(
      'file-kind-unsupported',
      'Berkas ini halaman web yang dinamai sebagai tabel; buka di Excel, lalu simpan sebagai “Excel Workbook (.xlsx)”.',
    );
  }
  if (beginning.includes(0)) {
    throw new ImportFileError(
      'file-kind-unsupported',
      'Berkas ini bukan tabel; unggah berkas XLSX atau CSV.',
    );
  }
}

import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The bytes of a Latin-1 text. */
export function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** The smallest PDF that begins and ends like one; `text` makes it differ from others. */
export function pdfFile(text: string): Buffer {
  return latin(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

/** An entry of a TIFF directory, the most significant byte first: tag, type, count, value or its place. */
function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(tag, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt32BE(count, 4);
  return Buffer.concat([head, value]);
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function directory(entries: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.of(0, entries.length), ...entries, long(0)]);
}

/**
 * What a phone writes (Exif 2.3): lying on its right side, taken on 20 November 2026 at 08.15.30 in Tenggarong.
 * Offsets: the header is 8 bytes, a directory of n entries 2 + 12 n + 4.
 */
function phoneExif(): Buffer {
  const exifAt = 8 + (2 + 3 * 12 + 4);
  const timeAt = exifAt + (2 + 12 + 4);
  const gpsAt = timeAt + 20;
  const degreesAt = gpsAt + (2 + 4 * 12 + 4);
  const degrees = (whole: number, minutes: number, seconds: number): Buffer =>
    Buffer.concat([whole, minutes, seconds].map((part) => Buffer.concat([long(part), long(1)])));
  return Buffer.concat([
    latin('MM\0*'),
    long(8),
    directory([
      entry(0x0112, 3, 1, Buffer.of(0, 6, 0, 0)),
      entry(0x8769, 4, 1, long(exifAt)),
      entry(0x8825, 4, 1, long(gpsAt)),
    ]),
    directory([entry(0x9003, 2, 20, long(timeAt))]),
    latin('2026:11:20 08:15:30\0'),
    directory([
      entry(1, 2, 2, latin('S\0\0\0')),
      entry(2, 5, 3, long(degreesAt)),
      entry(3, 2, 2, latin('E\0\0\0')),
      entry(4, 5, 3, long(degreesAt + 24)),
    ]),
    degrees(0, 24, 30),
    degrees(116, 59, 10),
  ]);
}

/** A JPEG as a phone makes it, with its place; `pixels` makes it differ from others. */
export function phonePhoto(pixels: string, behind = ''): Buffer {
  const segment = (marker: number, content: Buffer): Buffer =>
    Buffer.concat([Buffer.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255), content]);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe1, Buffer.concat([latin('Exif\0\0'), phoneExif()])),
    segment(0xfe, latin('<script>alert(document.cookie)</script>')),
    segment(0xc0, latin('\x08\0\x01\0\x01\x01\x01\x11\0')),
    segment(0xda, latin('\x01\x01\0\0\x3f\0')),
    latin(`${pixels}\xff\xd9${behind}`),
  ]);
}

/** A Word document (or what its list of types says) with further parts. */
export async function officeFile(
  parts: Readonly<Record<string, string | Buffer>> = {},
  main: string = WORD,
): Promise<Buffer> {
  const zip = new ZipFile();
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  for (const [name, content] of Object.entries({
    '[Content_Types].xml': types,
    'word/document.xml': '<w:document/>',
    ...parts,
  }))
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date('2026-03-01T00:00:00Z') });
  zip.end();
  return buffer(zip.outputStream);
}

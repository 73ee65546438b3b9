import { text } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { EvidenceType } from '#contract/evidence';

/** More parts than any document has that people make. */
const MOST_PARTS = 5_000;
/** The list of types is a few kilobytes; a larger one is no document. */
const LONGEST_LIST = 512 * 1024;
const LIST_OF_TYPES = '[Content_Types].xml';
/** Macros of Visual Basic, sheets of Excel 4 macros, ActiveX controls. */
const RUNNING_PARTS = /(^|\/)(vbaProject|vbaData|macrosheets|activeX)/i;
const MAIN_PARTS: readonly (readonly [string, EvidenceType])[] = [
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
];

/**
 * What a ZIP archive is as an office document (ECMA-376, part 2): a workbook or a document by its list of types,
 * `macros` when it holds something that can run, null when it is anything else. Nothing is unpacked but that list.
 */
export async function officeTypeOf(content: Buffer): Promise<EvidenceType | 'macros' | null> {
  try {
    const zip = await openZip(content);
    const entries = await listEntries(zip);
    const list = entries.find(({ fileName }) => fileName === LIST_OF_TYPES);
    if (list === undefined || list.uncompressedSize > LONGEST_LIST) return null;
    const types = await readEntry(zip, list);
    if (/macroEnabled/i.test(types) || entries.some(({ fileName }) => RUNNING_PARTS.test(fileName)))
      return 'macros';
    return MAIN_PARTS.find(([main]) => types.includes(`"${main}"`))?.[1] ?? null;
  } catch {
    // Damaged, locked, or promising other sizes than it has: no document that anybody could open.
    return null;
  }
}

function openZip(content: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) reject(error);
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    if (zip.entryCount > MOST_PARTS) {
      reject(new RangeError(`${zip.entryCount} parts`));
      return;
    }
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The text of a part; yauzl breaks off one that unpacks to more than it promised. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) text(stream).then(resolve, reject);
      else reject(error);
    });
  });
}

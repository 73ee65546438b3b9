import { open as openFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportFileError } from './import-file-error.ts';

/** How large an XLSX file may be once unpacked; far above what people have, far below what harms the server. */
export interface XlsxLimits {
  readonly entries: number;
  /** unpacked bytes of one part */
  readonly entryBytes: number;
  /** unpacked bytes of all parts */
  readonly totalBytes: number;
  /** unpacked to packed bytes; only looked at for parts above {@link ratioFromBytes} */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** cells with a value in the sheet */
  readonly cells: number;
  readonly columns: number;
  /** bytes of shared texts, which are kept in memory while the sheet is read */
  readonly sharedTextBytes: number;
}

export const XLSX_LIMITS: XlsxLimits = {
  entries: 2_000,
  entryBytes: 2_000_000_000,
  totalBytes: 3_000_000_000,
  ratio: 150,
  ratioFromBytes: 10_000_000,
  cells: 60_000_000,
  columns: 1_024,
  sharedTextBytes: 64_000_000,
};

/** The parts of an opened XLSX file. */
export interface XlsxPackage {
  has(name: string): boolean;
  /** Unpacked bytes of a part as a stream. @throws ImportFileError when there is no such part */
  read(name: string): Promise<Readable>;
  close(): void;
}

const SAVE_AS_XLSX = 'buka di Excel atau LibreOffice, lalu simpan sebagai “Excel Workbook (.xlsx)”';

/**
 * Opens an XLSX file and looks at its list of contents before anything is unpacked. The sizes promised
 * there are held to: yauzl breaks off a part that unpacks to more.
 * @throws ImportFileError for other kinds of files, locked ones, and ones beyond the limits
 */
export async function openXlsxPackage(path: string, limits: XlsxLimits = XLSX_LIMITS): Promise<XlsxPackage> {
  await refuseOldExcel(path);
  const zip = await openZip(path);
  try {
    const entries = await listEntries(zip, limits);
    refuseOtherContents(entries);
    return {
      has: (name) => entries.has(name),
      read: (name) => {
        const entry = entries.get(name);
        if (entry === undefined) throw damaged();
        return openEntry(zip, entry);
      },
      close: () => {
        if (zip.isOpen) zip.close();
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** The sentence for a file that is no proper XLSX. */
export function damaged(cause?: unknown): ImportFileError {
  return new ImportFileError(
    'file-not-readable',
    `Berkas XLSX ini rusak atau tidak lengkap; ${SAVE_AS_XLSX} dan unggah lagi.`,
    cause,
  );
}

/** The sentence for a file beyond a limit; `what` names it, for instance `sel yang terisi`. */
export function tooLarge(what: string): ImportFileError {
  return new ImportFileError(
    'file-too-large',
    `Berkas XLSX ini terlalu besar (${what}); simpan sebagai CSV atau bagi per bulan.`,
  );
}

async function refuseOldExcel(path: string): Promise<void> {
  const file = await openFile(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (bytesRead === 0)
      throw new ImportFileError('file-empty', 'Berkas ini kosong; pilih berkas yang berisi data.');
    // OLE container: the Excel of before 2007, and also every Excel file with a password.
    if (buffer.toString('hex') === 'd0cf11e0a1b11ae1') {
      throw new ImportFileError(
        'file-kind-unsupported',
        `Berkas ini Excel lama (.xls) atau dikunci kata sandi; hapus kata sandinya bila ada, ${SAVE_AS_XLSX}.`,
      );
    }
  } finally {
    await file.close();
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) reject(damaged(error));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile, limits: XlsxLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let total = 0;
    zip.on('error', (error: Error) => {
      reject(damaged(error));
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const fault = entryFault(entry, total, entries.size + 1, limits);
      if (fault !== null) {
        reject(fault);
        return;
      }
      entries.set(entry.fileName.replace(/^\/+/, ''), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function entryFault(entry: Entry, total: number, count: number, limits: XlsxLimits): ImportFileError | null {
  if (entry.isEncrypted()) {
    return new ImportFileError(
      'file-encrypted',
      `Berkas ini dikunci kata sandi; hapus kata sandinya, ${SAVE_AS_XLSX}.`,
    );
  }
  if (count > limits.entries) return tooLarge('terlalu banyak bagian di dalamnya');
  if (entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes)
    return tooLarge('isinya setelah dibuka');
  const suspicious =
    entry.uncompressedSize > limits.ratioFromBytes &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio;
  return suspicious ? tooLarge('isinya dimampatkan tidak wajar') : null;
}

function refuseOtherContents(entries: ReadonlyMap<string, Entry>): void {
  if (entries.has('xl/workbook.bin')) {
    throw new ImportFileError('file-kind-unsupported', `Berkas ini Excel biner (.xlsb); ${SAVE_AS_XLSX}.`);
  }
  if (entries.has('content.xml')) {
    throw new ImportFileError('file-kind-unsupported', `Berkas ini OpenDocument (.ods); ${SAVE_AS_XLSX}.`);
  }
  if (!entries.has('[Content_Types].xml')) {
    throw new ImportFileError(
      'file-kind-unsupported',
      `Berkas ini arsip ZIP, bukan tabel; unggah berkas XLSX atau CSV di dalamnya.`,
    );
  }
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) reject(damaged(error));
      else resolve(stream);
    });
  });
}

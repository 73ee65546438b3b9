import { open } from 'node:fs/promises';
import { openCsv } from './csv-rows.ts';
import { openGeoJson } from './geojson-features.ts';
import type { SourceFile, SourceFileOptions } from './source-file.ts';
import { openXlsx } from './xlsx-rows.ts';

/**
 * Opens a file of any kind, told by its first bytes and not by its name: files get renamed.
 * @throws ImportFileError as {@link openCsv}, {@link openXlsx} and {@link openGeoJson}
 */
export async function openSourceFile(path: string, options: SourceFileOptions = {}): Promise<SourceFile> {
  const file = await open(path, 'r');
  let beginning: string;
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    beginning = buffer.toString('hex');
    // An object of JSON, after a byte order mark and blanks.
    if (/^(?:\uFEFF)?\s*\{/.test(buffer.toString('utf8'))) return await openGeoJson(path);
  } finally {
    await file.close();
  }
  // ZIP archives begin with "PK", OLE containers (old or locked Excel) with D0CF11E0.
  const isWorkbook = beginning.startsWith('504b') || beginning.startsWith('d0cf11e0');
  return isWorkbook ? openXlsx(path, options) : openCsv(path, options);
}

import { open } from 'node:fs/promises';
import { openCsv } from './csv-rows.ts';
import type { SourceFile, SourceFileOptions } from './source-file.ts';
import { openXlsx } from './xlsx-rows.ts';

/**
 * Opens a file of either kind, told by its first bytes and not by its name: files get renamed.
 * @throws ImportFileError as {@link openCsv} and {@link openXlsx}
 */
export async function openSourceFile(path: string, options: SourceFileOptions = {}): Promise<SourceFile> {
  const file = await open(path, 'r');
  let beginning: string;
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    beginning = buffer.toString('hex');
  } finally {
    await file.close();
  }
  // ZIP archives begin with "PK", OLE containers (old or locked Excel) with D0CF11E0.
  const isWorkbook = beginning.startsWith('504b') || beginning === 'd0cf11e0';
  return isWorkbook ? openXlsx(path, options) : openCsv(path, options);
}

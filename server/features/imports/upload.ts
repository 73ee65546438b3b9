import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Request } from 'express';
import { receiveFile } from '../../platform/http/receive-file.ts';

/** Largest file taken in, in megabytes. */
export const MAXIMUM_MEGABYTES = 512;
const MEGABYTE = 1024 * 1024;

export interface Upload {
  /** Name the person gave the file, without any folder. */
  readonly fileName: string;
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Bytes an upload may bring: what it announces, else as much as a file may have. */
export function announcedBytes(request: Request): number {
  const announced = Number(request.get('Content-Length') ?? Number.NaN);
  return Number.isFinite(announced) ? announced : MAXIMUM_MEGABYTES * MEGABYTE;
}

/**
 * Streams the one file of a multipart request to `folder/name`. The name on disk is ours: what the browser sends is
 * only ever shown. @throws ProblemException 400 without a file, 413 above the limit, 415 when it is not multipart
 */
export async function receiveUpload(request: Request, folder: string, name: string): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  try {
    const { fileName, fields } = await receiveFile(
      request,
      { megabytes: MAXIMUM_MEGABYTES, tooLarge: 'file-too-large' },
      () => createWriteStream(path, { mode: 0o600 }),
    );
    return { fileName: basename(fileName.replaceAll('\\', '/')).slice(0, 200) || 'berkas', path, fields };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { ProblemException } from '../../platform/http/problem-error.ts';

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
  if (!request.is('multipart/form-data')) throw new ProblemException(415, 'file-missing');
  // Said beforehand, it need not be sent; the other fields take up a megabyte at most.
  if (Number(request.get('Content-Length') ?? 0) > (MAXIMUM_MEGABYTES + 1) * MEGABYTE)
    throw new ProblemException(413, 'file-too-large', { limit: MAXIMUM_MEGABYTES });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  try {
    return await receive(request, path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function receive(request: Request, path: string): Promise<Upload> {
  const fields = new Map<string, string>();
  let fileName: string | null = null;
  let tooLarge = false;
  let written: Promise<void> = Promise.resolve();
  const parser = parserOf(request);
  parser.on('file', (field, stream, info) => {
    if (field !== 'file' || fileName !== null) {
      stream.resume();
      return;
    }
    fileName = basename((info.filename ?? '').replaceAll('\\', '/')).slice(0, 200) || 'berkas';
    stream.on('limit', () => (tooLarge = true));
    written = pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    written.catch(() => undefined);
  });
  parser.on('field', (field, value) => fields.set(field, value));
  await pipeline(request, parser).catch((error: unknown) => {
    throw error instanceof Error && /Unexpected end of form|Malformed/.test(error.message)
      ? new ProblemException(400, 'file-missing')
      : error;
  });
  await written;
  if (tooLarge) throw new ProblemException(413, 'file-too-large', { limit: MAXIMUM_MEGABYTES });
  if (fileName === null) throw new ProblemException(400, 'file-missing');
  return { fileName, path, fields };
}

function parserOf(request: Request) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        files: 2,
        fields: 10,
        fieldSize: MEGABYTE,
        fileSize: MAXIMUM_MEGABYTES * MEGABYTE,
        parts: 20,
      },
    });
  } catch {
    throw new ProblemException(415, 'file-missing');
  }
}

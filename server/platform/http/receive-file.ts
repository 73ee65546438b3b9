import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import type { MessageKey } from '#contract/messages';
import { ProblemException } from './problem-error.ts';

const MEGABYTE = 1024 * 1024;

/** How large a file may be, and the sentence (with `{limit}`) that refuses a larger one. */
export interface FileLimit {
  readonly megabytes: number;
  readonly tooLarge: MessageKey;
}

export interface ReceivedForm {
  /** Name as the person's browser gave it: not to be trusted for anything. */
  readonly fileName: string;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Streams the one file of a multipart request (its field `file`) into what `open` gives; the other fields take up a
 * megabyte at most. @throws ProblemException 400 without a file, 413 above the limit, 415 when it is not multipart
 */
export async function receiveFile(
  request: Request,
  limit: FileLimit,
  open: () => Writable,
): Promise<ReceivedForm> {
  if (!request.is('multipart/form-data')) throw new ProblemException(415, 'file-missing');
  // Said beforehand, it need not be sent.
  if (Number(request.get('Content-Length') ?? 0) > (limit.megabytes + 1) * MEGABYTE) throw tooLarge(limit);
  const fields = new Map<string, string>();
  let fileName: string | null = null;
  let isCut = false;
  let written: Promise<void> = Promise.resolve();
  const parser = parserOf(request, limit);
  parser.on('file', (field, stream, info) => {
    if (field !== 'file' || fileName !== null) {
      stream.resume();
      return;
    }
    fileName = info.filename ?? '';
    stream.on('limit', () => (isCut = true));
    written = pipeline(stream, open());
    written.catch(() => undefined);
  });
  parser.on('field', (field, value) => fields.set(field, value));
  await pipeline(request, parser).catch((error: unknown) => {
    throw error instanceof Error && /Unexpected end of form|Malformed/.test(error.message)
      ? new ProblemException(400, 'file-missing')
      : error;
  });
  await written;
  if (isCut) throw tooLarge(limit);
  if (fileName === null) throw new ProblemException(400, 'file-missing');
  return { fileName, fields };
}

function tooLarge({ megabytes, tooLarge: key }: FileLimit): ProblemException {
  return new ProblemException(413, key, { limit: megabytes });
}

function parserOf(request: Request, { megabytes }: FileLimit) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 2, fields: 10, fieldSize: MEGABYTE, fileSize: megabytes * MEGABYTE, parts: 20 },
    });
  } catch {
    throw new ProblemException(415, 'file-missing');
  }
}

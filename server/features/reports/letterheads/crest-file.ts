import { inflateSync } from 'node:zlib';
import ExifReader from 'exifreader';
import { fileTypeFromBuffer } from 'file-type';
import { CREST_KILOBYTES, type CrestType } from '#contract/reports/letterheads';
import { cleanImage } from '#domain/evidence/clean-image';
import { orientationOf } from '#domain/evidence/orientation';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { cleanSvg } from './clean-svg.ts';

/** A crest as it is kept, with its size in pixels or in units of its drawing. */
export interface CrestFile {
  readonly type: CrestType;
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A crest is a shield or a circle: neither side is more than twice the other. */
const MOST_STRETCHED = 2;
/** Larger pictures take long to print, and a few kilobytes can hold very large ones. */
const MOST_PIXELS = 2_000;

/**
 * Makes of what was sent the crest that is kept: told by its content what it is; a picture without anything but its
 * pixels, a drawing without anything but its drawing.
 *
 * @throws ProblemException 400 for an empty, damaged, or stretched picture, 413 above the limit, 415 for all other files
 */
export async function crestFileOf(sent: Buffer): Promise<CrestFile> {
  if (sent.length === 0) throw new ProblemException(400, 'crest-damaged');
  const crest = looksLikeXml(sent) ? drawingOf(sent) : await pictureOf(sent);
  if (crest.content.length > CREST_KILOBYTES * 1024)
    throw new ProblemException(413, 'crest-too-large', { limit: CREST_KILOBYTES });
  const { width, height } = crest;
  if (Math.max(width, height) > MOST_STRETCHED * Math.min(width, height))
    throw new ProblemException(400, 'crest-stretched', { width, height });
  return crest;
}

/** A drawing is text that begins with a tag, after a byte order mark perhaps. */
function looksLikeXml(sent: Buffer): boolean {
  return /^\uFEFF?\s*</.test(sent.subarray(0, 100).toString('utf8'));
}

function drawingOf(sent: Buffer): CrestFile {
  const clean = cleanSvg(sent.toString('utf8').replace(/^\uFEFF/, ''));
  if (clean === null) throw new ProblemException(415, 'crest-type');
  const { text, width, height } = clean;
  return { type: 'image/svg+xml', content: Buffer.from(text, 'utf8'), width, height };
}

async function pictureOf(sent: Buffer): Promise<CrestFile> {
  const type = (await fileTypeFromBuffer(sent))?.mime;
  if (type !== 'image/png' && type !== 'image/jpeg') throw new ProblemException(415, 'crest-type');
  const { orientation, width, height } = factsOf(sent);
  const clean = cleanImage(type, sent, orientationOf(orientation));
  if (clean === null || !(width > 0 && height > 0)) throw new ProblemException(400, 'crest-damaged');
  if (Math.max(width, height) > MOST_PIXELS)
    throw new ProblemException(400, 'crest-too-many-pixels', { width, height, most: MOST_PIXELS });
  if (type === 'image/png' && !holdsItsPixels(Buffer.from(clean), width, height))
    throw new ProblemException(400, 'crest-damaged');
  return { type, content: Buffer.from(clean), width, height };
}

/** Four channels of two bytes, and the seven passes of an interlaced picture. */
const MOST_BYTES_A_PIXEL = 8;
const PASSES = 7;

/**
 * Whether a PNG unpacks to no more than its pixels need: a few kilobytes can unpack to hundreds of megabytes, with every
 * paper that is printed.
 */
function holdsItsPixels(png: Buffer, width: number, height: number): boolean {
  const parts: Buffer[] = [];
  // Behind the signature: length, name, data and check sum of each chunk.
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const most = (height + PASSES) * (width * MOST_BYTES_A_PIXEL + 1) * 2;
  try {
    return inflateSync(Buffer.concat(parts), { maxOutputLength: most }).length >= height;
  } catch {
    return false;
  }
}

/** The size of a picture, and how it lies; a picture that tells nothing readable has no size. */
function factsOf(content: Buffer): { orientation: unknown; width: number; height: number } {
  try {
    const { file, png, exif } = ExifReader.load(content, { expanded: true });
    return {
      orientation: exif?.['Orientation']?.value,
      width: (png?.['Image Width'] ?? file?.['Image Width'])?.value ?? 0,
      height: (png?.['Image Height'] ?? file?.['Image Height'])?.value ?? 0,
    };
  } catch {
    return { orientation: undefined, width: 0, height: 0 };
  }
}

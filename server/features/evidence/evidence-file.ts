import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { EVIDENCE_TYPES, type EvidenceType } from '#contract/evidence';
import { cleanImage, isImageType } from '#domain/evidence/clean-image';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { readImageFacts } from './image-facts.ts';
import { officeTypeOf } from './office-document.ts';

/** A file as it is kept. */
export interface EvidenceFile {
  readonly mediaType: EvidenceType;
  readonly content: Buffer;
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
  readonly takenAt: string | null;
  readonly locationRemoved: boolean;
}

/** Every ZIP archive begins so, and with it every .docx and .xlsx. */
const ZIP_START = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Makes of what was sent what is kept: told by its content what it is, and a picture without anything but its pixels.
 *
 * @throws ProblemException 400 for an empty file, 415 for all that is not taken as evidence, with what is
 */
export async function evidenceFileOf(sent: Buffer): Promise<EvidenceFile> {
  if (sent.length === 0) throw new ProblemException(400, 'evidence-empty');
  const mediaType = await typeOf(sent);
  if (!isImageType(mediaType))
    return { mediaType, content: sent, hash: hashOf(sent), takenAt: null, locationRemoved: false };
  const { orientation, takenAt, hasPlace } = readImageFacts(sent);
  const clean = cleanImage(mediaType, sent, orientation);
  if (clean === null) throw new ProblemException(415, 'evidence-damaged');
  const content = Buffer.from(clean.buffer, clean.byteOffset, clean.byteLength);
  return { mediaType, content, hash: hashOf(content), takenAt, locationRemoved: hasPlace };
}

async function typeOf(sent: Buffer): Promise<EvidenceType> {
  if (sent.subarray(0, ZIP_START.length).equals(ZIP_START)) {
    const office = await officeTypeOf(sent);
    if (office === 'macros') throw new ProblemException(415, 'evidence-macros');
    if (office !== null) return office;
    throw new ProblemException(415, 'evidence-type');
  }
  const found = await fileTypeFromBuffer(sent);
  const known = EVIDENCE_TYPES.find((type) => type === found?.mime);
  if (known === undefined) throw new ProblemException(415, 'evidence-type');
  return known;
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

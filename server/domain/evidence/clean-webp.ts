import { bytesOf, joined, littleEndian32, spells } from './image-bytes.ts';
import { orientationBlock, type Orientation } from './orientation.ts';

/** The chunks that make up the picture; those that tell something about it (EXIF, XMP, unknown ones) are not among them. */
const KEPT: readonly string[] = ['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L'];
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/**
 * A WebP without anything but its picture (RFC 9649): Exif, XMP and unknown chunks go, and so does whatever hangs behind
 * its end. The orientation stays, in an `EXIF` chunk of its own.
 *
 * @returns null when it is no whole WebP
 */
export function cleanWebp(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  if (!spells(bytes, 0, 'RIFF') || !spells(bytes, 8, 'WEBP')) return null;
  const end = 8 + littleEndian32(bytes, 4);
  if (end > bytes.length) return null;
  const chunks: Uint8Array[] = [];
  let hasPicture = false;
  let isExtended = false;
  for (let at = 12; at < end;) {
    if (at + 8 > end) return null;
    const size = littleEndian32(bytes, at + 4);
    const next = at + 8 + size + (size % 2);
    // A last chunk of odd length may lack its padding.
    if (at + 8 + size > end) return null;
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (type === 'VP8X') {
      if (size < 10) return null;
      isExtended = true;
      const turned = orientation === 1 ? 0 : EXIF_FLAG;
      const chunk = bytes.slice(at, next);
      chunk[8] = ((chunk[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | turned;
      chunks.push(chunk);
    } else if (KEPT.includes(type)) {
      hasPicture ||= type === 'VP8 ' || type === 'VP8L' || type === 'ANMF';
      chunks.push(padded(bytes.subarray(at, Math.min(next, end))));
    }
    at = next;
  }
  if (!hasPicture) return null;
  // Only the extended format knows an orientation.
  if (isExtended && orientation !== 1) chunks.push(chunkOf('EXIF', orientationBlock(orientation)));
  const body = joined([bytesOf('WEBP'), ...chunks]);
  return joined([bytesOf('RIFF'), sizeBytes(body.length), body]);
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  return padded(joined([bytesOf(type), sizeBytes(data.length), data]));
}

function padded(chunk: Uint8Array): Uint8Array {
  return chunk.length % 2 === 0 ? chunk : joined([chunk, Uint8Array.of(0)]);
}

function sizeBytes(size: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, size, true);
  return bytes;
}

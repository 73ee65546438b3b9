import { bytesOf, joined, spells } from './image-bytes.ts';
import { orientationBlock, type Orientation } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

/**
 * A JPEG without anything but its picture (ITU-T T.81, annex B): Exif, XMP, IPTC, comments, makers' notes and previews
 * go, and so does whatever hangs behind its end. What colours need stays (JFIF, ICC profile, Adobe's colour transform),
 * and the orientation, in a block of its own.
 *
 * @returns null when it is no whole JPEG
 */
export function cleanJpeg(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const head: Uint8Array[] = [];
  const rest: Uint8Array[] = [];
  let scans = 0;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    if (marker === EOI) break;
    if (standsAlone(marker)) {
      rest.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (marker === APP0 && spells(segment, 4, 'JFIF\0')) head.push(segment);
    else if (isKept(marker, segment)) rest.push(segment);
    at = end;
    if (marker === SOS) {
      scans += 1;
      const scanned = endOfScan(bytes, at);
      rest.push(bytes.subarray(at, scanned));
      at = scanned;
    }
  }
  if (scans === 0) return null;
  return joined([
    Uint8Array.of(0xff, SOI),
    ...head.slice(0, 1),
    ...(orientation === 1 ? [] : [exifSegment(orientation)]),
    ...rest,
    Uint8Array.of(0xff, EOI),
  ]);
}

/** Tables, frames and scans stay; of what applications add only what changes the colours. */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return spells(segment, 4, 'ICC_PROFILE\0');
  return marker === APP14 && spells(segment, 4, 'Adobe');
}

/** TEM and RST: markers without a length. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Where the coded data of a scan end: at the next marker that is neither a stuffed 0xFF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && !standsAlone(next)) return at;
  }
  return bytes.length;
}

function exifSegment(orientation: Orientation): Uint8Array {
  const block = joined([bytesOf('Exif\0\0'), orientationBlock(orientation)]);
  return joined([Uint8Array.of(0xff, 0xe1, 0x00, block.length + 2), block]);
}

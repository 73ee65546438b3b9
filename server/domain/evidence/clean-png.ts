import { bigEndian32, bytesOf, joined, spells } from './image-bytes.ts';
import { orientationBlock, type Orientation } from './orientation.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Chunks that change how the picture looks; all others tell something about it. */
const KEPT: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'hIST', 'mDCV', 'cLLI'],
];

/**
 * A PNG without anything but its picture (W3C PNG, third edition): texts, times, Exif and unknown chunks go, and so does
 * whatever hangs behind its end. The orientation stays, in an `eXIf` chunk of its own.
 *
 * @returns null when it is no whole PNG
 */
export function cleanPng(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  if (!spells(bytes, 0, SIGNATURE) || !spells(bytes, 12, 'IHDR')) return null;
  const chunks: Uint8Array[] = [bytesOf(SIGNATURE)];
  let at = SIGNATURE.length;
  let hasData = false;
  for (;;) {
    if (at + 12 > bytes.length) return null;
    const end = at + 12 + bigEndian32(bytes, at);
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    // It must come before the data.
    if (type === 'IDAT' && !hasData) {
      hasData = true;
      if (orientation !== 1) chunks.push(chunkOf('eXIf', orientationBlock(orientation)));
    }
    if (KEPT.includes(type)) chunks.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  return hasData ? joined(chunks) : null;
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const named = joined([bytesOf(type), data]);
  const frame = new Uint8Array(named.length + 8);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  frame.set(named, 4);
  view.setUint32(named.length + 4, crc32(named));
  return frame;
}

/** The check sum of a chunk: CRC-32 of ISO 3309, as PNG has it. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

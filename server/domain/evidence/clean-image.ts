import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import type { Orientation } from './orientation.ts';

const CLEANERS = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
} as const;

export type ImageType = keyof typeof CLEANERS;

/** True for the types of pictures that are taken in. */
export function isImageType(mediaType: string): mediaType is ImageType {
  return Object.hasOwn(CLEANERS, mediaType);
}

/**
 * A picture without what it tells beside itself: where and by which device it was taken, by whom, with which program.
 * The pixels are not touched. Pictures that differ in nothing else become the same bytes.
 *
 * @returns null when the file is damaged or cut off
 */
export function cleanImage(type: ImageType, bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  return CLEANERS[type](bytes, orientation);
}

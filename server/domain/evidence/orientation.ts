/** How a picture is to be turned before it is looked at: 1 (as it is) to 8, as in Exif 2.3, tag 0x0112. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The orientation a camera noted; whatever is none of the eight means that the picture stands as it is. */
export function orientationOf(noted: unknown): Orientation {
  return typeof noted === 'number' && Number.isInteger(noted) && noted >= 1 && noted <= 8
    ? (noted as Orientation)
    : 1;
}

/**
 * The smallest Exif block there is: a TIFF header and one directory with the orientation alone. It is all that stays of
 * what a camera wrote, because without it a photo taken upright would lie on its side.
 */
export function orientationBlock(orientation: Orientation): Uint8Array {
  return Uint8Array.of(
    // "MM": the most significant byte first; 42; the directory begins at byte 8.
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    // One entry: tag 0x0112, type SHORT, one value, padded to four bytes.
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    // No further directory.
    ...[0x00, 0x00, 0x00, 0x00],
  );
}

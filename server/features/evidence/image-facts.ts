import ExifReader from 'exifreader';
import { isRealDate, isRealTime } from '#domain/civil-time/civil-date';
import { orientationOf, type Orientation } from '#domain/evidence/orientation';

/** What a camera wrote into a picture, as far as it is kept or has to be told. */
export interface ImageFacts {
  readonly orientation: Orientation;
  /** When it was taken, by the camera's clock: `2026-11-20T08:15:30`, without a zone. Null when it does not say. */
  readonly takenAt: string | null;
  /** It says where it was taken. */
  readonly hasPlace: boolean;
}

/** Exif 2.3, DateTimeOriginal: `2026:11:20 08:15:30`. */
const CAMERA_TIME = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/;
/** How XMP names a place; it stands in the file as plain text. */
const PLACE_IN_XMP = 'GPSLatitude';

/** Reads what a picture tells about itself; a picture that tells nothing readable tells nothing. */
export function readImageFacts(content: Buffer): ImageFacts {
  const { exif, gps } = readTags(content);
  const taken = exif?.['DateTimeOriginal'] ?? exif?.['DateTimeDigitized'];
  return {
    orientation: orientationOf(exif?.['Orientation']?.value),
    takenAt: cameraTime(taken?.description ?? ''),
    hasPlace:
      gps?.Latitude !== undefined ||
      gps?.Longitude !== undefined ||
      content.includes(PLACE_IN_XMP, 0, 'latin1'),
  };
}

function readTags(content: Buffer): ExifReader.ExpandedTags {
  try {
    return ExifReader.load(content, { expanded: true, includeTags: { exif: true, gps: true } });
  } catch {
    return {};
  }
}

/** A day and time that exist; cameras that were never set write zeros. */
function cameraTime(text: string): string | null {
  const parts = CAMERA_TIME.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (year < 1990 || !isRealDate(year, month, day) || !isRealTime(hour, minute, second)) return null;
  return `${text.slice(0, 10).replaceAll(':', '-')}T${text.slice(11, 19)}`;
}

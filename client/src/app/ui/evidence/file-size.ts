import type { FormatsIn } from '#domain/formats/formats';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** `84 kB`, `2,4 MB`: the size of a file, never 0 and never below the limit when it is above it. */
export function sizeText(bytes: number, formats: FormatsIn, t: Words): string {
  if (bytes < MEGABYTE)
    return t('evidence.kilobytes', { size: formats.number(Math.max(1, Math.round(bytes / KILOBYTE))) });
  return t('evidence.megabytes', { size: formats.number(Math.ceil((bytes / MEGABYTE) * 10) / 10, 1) });
}

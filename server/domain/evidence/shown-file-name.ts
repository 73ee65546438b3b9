const LONGEST = 150;
/** Control characters, and those that turn the direction of writing: with them `fdp.exe` can look like `exe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Endings by type, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

/** The name a person gave a file, as it may be shown: without any folder and without characters that are not seen. */
export function shownFileName(given: string): string {
  const name = given.toWellFormed().replaceAll('\\', '/').split('/').at(-1) ?? '';
  const seen = name.replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim();
  return Array.from(seen).slice(0, LONGEST).join('') || 'berkas';
}

/** The name to save a file by: what its content is decides on the ending, not what it was called. */
export function savedFileName(shown: string, mediaType: string): string {
  const endings = ENDINGS[mediaType] ?? [];
  const [usual] = endings;
  if (usual === undefined) return shown;
  const ending = /\.([^.]+)$/.exec(shown)?.[1]?.toLowerCase() ?? '';
  return endings.includes(ending) ? shown : `${shown}.${usual}`;
}

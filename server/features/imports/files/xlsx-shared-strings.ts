import { tooLarge, type XlsxPackage } from './xlsx-package.ts';
import { readXml, unescapeXlsxText } from './xlsx-xml.ts';

/** Texts that cells refer to by number. */
export interface SharedStrings {
  readonly count: number;
  /** Text of a number; `''` when there is none. */
  get(index: number): string;
}

export const NO_SHARED_STRINGS: SharedStrings = { count: 0, get: () => '' };

/**
 * Reads the shared texts into one block of bytes: a million texts as objects would take ten times the
 * memory, and pieces of a parsed text would keep the whole text alive.
 * @param maxBytes limit of the block
 * @throws ImportFileError when there is more
 */
export async function readSharedStrings(
  parts: XlsxPackage,
  path: string,
  maxBytes: number,
): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(65_536);
  let used = 0;
  let ends = new Uint32Array(4_096);
  let count = 0;
  let text = '';
  let inText = false;
  let inPhonetic = false;

  function keep(value: string): void {
    const needed = used + value.length * 3;
    if (needed > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2));
      bytes.copy(larger, 0, 0, used);
      bytes = larger;
    }
    used += bytes.write(value, used, 'utf8');
    if (used + count * 4 > maxBytes) throw tooLarge('teks di dalamnya');
    if (count === ends.length) {
      const more = new Uint32Array(ends.length * 2);
      more.set(ends);
      ends = more;
    }
    ends[count++] = used;
  }

  const reading = readXml(await parts.read(path), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    text: (value) => {
      if (inText) text += value;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') keep(unescapeXlsxText(text));
    },
  });
  while ((await reading.next()).done !== true);

  return {
    count,
    get: (index) => {
      if (!(index >= 0 && index < count)) return '';
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
    },
  };
}

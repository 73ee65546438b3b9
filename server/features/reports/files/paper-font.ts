/**
 * The font of the paper. Its own space is so narrow (0.17 em) that printed words run into each other; the screens widen
 * it by `word-spacing`, which a PDF description does not know, so here the font itself is read with a wider space.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/** Width of a space on paper, in parts of the size of the type. */
const SPACE_EM = 0.235;
/** The space, and the one at which no line breaks. */
const SPACES = [0x20, 0xa0] as const;

interface Table {
  readonly tag: string;
  readonly data: Buffer;
}

/** Plus Jakarta Sans in one of its weights, as a TrueType file with a space that is seen in print. */
export function paperFont(weight: 400 | 600): Buffer {
  const path = paperFontFile(weight);
  const { flavor, tables } = unpacked(readFileSync(path));
  const find = (tag: string): Buffer => {
    const found = tables.find((table) => table.tag === tag);
    if (found === undefined) throw new Error(`The font ${path} has no table ${tag}.`);
    return found.data;
  };
  const unitsPerEm = find('head').readUInt16BE(18);
  const widths = find('hmtx');
  for (const space of SPACES)
    widths.writeUInt16BE(Math.round(SPACE_EM * unitsPerEm), 4 * glyphOf(find('cmap'), space));
  return packed(flavor, tables);
}

/** The same as its maker packed it. */
export function paperFontFile(weight: 400 | 600): string {
  return createRequire(import.meta.url).resolve(
    `@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`,
  );
}

/** The tables of a WOFF 1.0 file, each unpacked. */
function unpacked(file: Buffer): { flavor: number; tables: Table[] } {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('The font of the paper is no WOFF file.');
  const tables = Array.from({ length: file.readUInt16BE(12) }, (_, index): Table => {
    const entry = 44 + 20 * index;
    const [start, stored, original] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const data = file.subarray(start, start + stored);
    return {
      tag: file.toString('latin1', entry, entry + 4),
      data: stored < original ? inflateSync(data) : Buffer.from(data),
    };
  });
  return { flavor: file.readUInt32BE(4), tables };
}

/** The glyph of a character by the first map of the basic plane (format 4). */
function glyphOf(map: Buffer, character: number): number {
  const offsets = Array.from({ length: map.readUInt16BE(2) }, (_, index) => map.readUInt32BE(8 + 8 * index));
  const start = offsets.find((offset) => map.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error('The font of the paper maps no characters.');
  const doubled = map.readUInt16BE(start + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map(
    (at) => start + at,
  ) as [number, number, number, number];
  for (let segment = 0; segment < doubled; segment += 2) {
    if (map.readUInt16BE(ends + segment) < character) continue;
    const first = map.readUInt16BE(starts + segment);
    if (first > character) break;
    const range = map.readUInt16BE(ranges + segment);
    const delta = map.readUInt16BE(deltas + segment);
    if (range === 0) return (character + delta) & 0xffff;
    return (map.readUInt16BE(ranges + segment + range + 2 * (character - first)) + delta) & 0xffff;
  }
  throw new Error(`The font of the paper has no character ${character}.`);
}

/** The tables as one TrueType file. */
function packed(flavor: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(flavor, 0);
  head.writeUInt16BE(tables.length, 4);
  const parts: Buffer[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, data }, index) => {
    const entry = 12 + 16 * index;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(data.length, entry + 12);
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}
